"""What docs/eerste-dag.md tells a newcomer to do, done in a copy of the house."""

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.paths import ROOT

PAGE = ROOT / "docs" / "eerste-dag.md"
MOST = {
    "Een indicator erbij": 4,
    "Een pagina met een kaartje erbij": 3,
    "Een kolom erbij in een export": 2,
}
TOUCH = re.compile(
    r"\*\*\d\. `(?P<path>[^`]+)`\*\*, "
    r"(?:een nieuw bestand|onder de regel `(?P<line>[^`]+)`):\n\n"
    r"```\w+\n(?P<text>.*?)```",
    re.DOTALL,
)
OPENS = """
from streamlit.testing.v1 import AppTest

app = AppTest.from_file("app.py", default_timeout=120).run()
app.switch_page("pages/overzicht/scans.py").run()
assert not app.exception, app.exception
assert app.title[0].value == "Hoeveel scans zijn er?", app.title
assert any("Talentenscans" in part.body for part in app.html)
"""


@dataclass(frozen=True)
class Touch:
    """A text that goes into a file: below a line, or as all of it."""

    path: str
    line: str | None
    text: str

    def apply(self, house: Path) -> None:
        path = house / self.path
        if self.line is None:
            assert not path.exists()
            path.write_text(self.text, encoding="utf-8")
            return
        lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
        [place] = [n for n, line in enumerate(lines, 1) if line.strip() == self.line]
        lines.insert(place, self.text)
        path.write_text("".join(lines), encoding="utf-8")


def sections() -> dict[str, str]:
    parts = re.split(r"^## ", PAGE.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return {title: text for title, _, text in (part.partition("\n") for part in parts[1:])}


def touches(text: str) -> list[Touch]:
    return [Touch(found["path"], found["line"], found["text"]) for found in TOUCH.finditer(text)]


def ran(house: Path, *command: str) -> str:
    """The output of a command in the copy, on its own data file."""
    done = subprocess.run(
        [sys.executable, *command],
        cwd=house,
        env={**os.environ, "BLOEI_DATABASE": str(house / "data" / "demo.duckdb")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the house with everything that the page tells."""
    copy = tmp_path_factory.mktemp("eerste-dag") / "huis"
    left_out = shutil.ignore_patterns(
        ".venv", ".git", ".*_cache", "__pycache__", "test_*", "*.duckdb*", "reeksen"
    )
    shutil.copytree(ROOT, copy, ignore=left_out)
    for text in sections().values():
        for touch in touches(text):
            touch.apply(copy)
    ran(copy, "bloei.py", "demo", "--to", "data/demo.duckdb", "--scale", "0.02")
    return copy


def test_each_takes_few_touches() -> None:
    counts = {
        title: len(re.findall(r"^\*\*\d\.", text, re.MULTILINE))
        for title, text in sections().items()
    }
    assert counts.keys() == MOST.keys()
    assert all(0 < counts[title] <= most for title, most in MOST.items())


def test_the_indicator_is_asked_and_described(house: Path) -> None:
    command = ("bloei.py", "figures", "gesloten_vacatures", "--audience", "intern")
    assert "gesloten" in ran(house, *command, "--format", "csv")
    ran(house, "bloei.py", "docs")
    written = (house / "docs" / "indicatoren.md").read_text(encoding="utf-8")
    assert "Vacatures op de dag waarop ze sloten." in written


def test_the_page_opens_with_its_card(house: Path) -> None:
    ran(house, "-c", OPENS)


def test_the_card_and_the_column_go_into_files(house: Path) -> None:
    files = house / "files"
    for chart, audience in (
        ("overzicht.scans", "gemeente"),
        ("gebied.ontwikkelplaatsen", "intern"),
    ):
        ran(
            house, "bloei.py", "export", "--chart", chart, "--audience", audience,
            "--format", "csv", "--out", str(files),
        )  # fmt: skip
    written = {path.name: path.read_text(encoding="utf-8-sig") for path in files.glob("*.csv")}
    assert any("Scans" in text for name, text in written.items() if name.startswith("scans"))
    assert any("Nummer" in text for name, text in written.items() if "ontwikkel" in name)
