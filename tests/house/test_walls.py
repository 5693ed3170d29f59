"""The import rules of pyproject.toml: they allow the house as it is meant and stop what is not."""

import ast
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.paths import ROOT

SETTINGS = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]
ALLOWED = {
    "pages/_parts/session.py": "import streamlit\nimport charts.line\nimport data.file.store\n",
    "commands/geo.py": "import typer\nimport geo.boundaries\nimport exports.terminal\n",
    "exports/terminal.py": "import rich.table\nimport charts.line\n",
    "charts/line.py": "import geo.boundaries\nimport charts.layout.axis\n",
    "charts/layout/axis.py": "import geo.boundaries\n",
    "charts/cards/map/maps.py": "import charts.registry\nimport charts.cards.inside\n",
    "charts/screen/line.py": "import plotly.graph_objects\nimport charts.layout.axis\n",
    "geo/boundaries.py": "import geopandas\nimport data.file.store\n",
    "analytics/figures/compute.py": "import data.file.store\n",
    "data/file/store.py": "import duckdb\nimport data.models\nimport data.reference.areas\n",
    "data/reference/areas.py": "import data.dutch\n",
    "data/delivery/terminal.py": "import rich.table\n",
}
FORBIDDEN = [
    ("data/file/store.py", "import geo.boundaries"),
    ("data/file/store.py", "import data.delivery"),
    ("data/reference/areas.py", "import data.models"),
    ("charts/cards/map/maps.py", "import charts.cards.gaps"),
    ("charts/cards/map/maps.py", "import charts.screen.line"),
    ("charts/cards/inside/__init__.py", "import charts.cards.map"),
    ("charts/pictures/__init__.py", "import charts.card"),
    ("geo/boundaries.py", "import analytics.figures.compute"),
    ("analytics/figures/compute.py", "import charts.line"),
    ("charts/line.py", "import pages._parts.session"),
    ("charts/line.py", "import streamlit"),
    ("exports/terminal.py", "import streamlit"),
    ("exports/terminal.py", "import duckdb"),
    ("exports/terminal.py", "import commands.geo"),
    ("pages/_parts/session.py", "import commands.geo"),
    ("commands/geo.py", "import pages._parts.session"),
    ("commands/geo.py", "import streamlit"),
    ("pages/_parts/session.py", "import app"),
    ("analytics/figures/compute.py", "import bloei"),
    ("pages/_parts/session.py", "import plotly.graph_objects"),
    ("exports/terminal.py", "import plotly.io"),
    ("exports/terminal.py", "import charts.screen.line"),
    ("charts/layout/axis.py", "import plotly.graph_objects"),
    ("charts/layout/axis.py", "import charts.screen.line"),
    ("charts/cards/trend.py", "import charts.screen.line"),
    ("charts/line.py", "import geopandas"),
    ("analytics/figures/compute.py", "import duckdb"),
    ("pages/_parts/session.py", "import duckdb"),
    ("data/file/store.py", "import rich.table"),
    ("data/file/store.py", "import typer"),
]
# The scripts are no packages, which import-linter needs: what each may not import.
SCRIPTS = {
    "app.py": {"bloei", "duckdb", "geopandas", "plotly", "rich", "typer"},
    "bloei.py": {"app", "duckdb", "geopandas", "pages", "plotly", "streamlit"},
}


def layered() -> set[str]:
    """The folders of the rooms inside a package that a contract puts in layers."""
    return {
        f"{container.replace('.', '/')}/{room}"
        for contract in SETTINGS["contracts"]
        for container in contract.get("containers", ())
        for layer in contract["layers"]
        for room in layer.split(" | ")
    }


@pytest.fixture
def house(tmp_path: Path) -> Path:
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    for room in layered():
        (tmp_path / room).mkdir(parents=True, exist_ok=True)
        (tmp_path / room / "__init__.py").touch()
    for name, text in ALLOWED.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
        for folder in path.relative_to(tmp_path).parents[:-1]:
            (tmp_path / folder / "__init__.py").touch()
    return tmp_path


def lint(house: Path) -> subprocess.CompletedProcess[str]:
    command = Path(sys.executable).with_name("lint-imports")
    return subprocess.run(
        [command, "--no-cache"], cwd=house, capture_output=True, text=True, check=False
    )


def test_the_house_as_it_is_meant_keeps_the_rules(house: Path) -> None:
    result = lint(house)
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.mark.parametrize(("module", "line"), FORBIDDEN)
def test_a_forbidden_import_breaks_a_rule(house: Path, module: str, line: str) -> None:
    with (house / module).open("a") as file:
        file.write(line + "\n")
    result = lint(house)
    assert result.returncode == 1
    assert "BROKEN" in result.stdout


def imported(script: Path) -> set[str]:
    """The packages that a script names, wherever in it."""
    nodes = list(ast.walk(ast.parse(script.read_text())))
    modules = [name.name for node in nodes if isinstance(node, ast.Import) for name in node.names]
    modules += [node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)]
    return {module.split(".")[0] for module in modules}


@pytest.mark.parametrize("name", SCRIPTS)
def test_a_script_imports_only_what_it_may(name: str) -> None:
    assert imported(ROOT / name) & SCRIPTS[name] == set()


def test_every_room_stands_behind_the_walls() -> None:
    rooms = {path.parent.name for path in ROOT.glob("*/__init__.py")}
    scripts = {path.name for path in ROOT.glob("*.py")}
    assert rooms == set(SETTINGS["root_packages"])
    assert scripts == set(SCRIPTS)
