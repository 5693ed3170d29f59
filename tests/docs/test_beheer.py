"""What docs/beheer hands over works as far as this machine can tell."""

import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from bloei import app
from tests.paths import ROOT

FOLDER = ROOT / "docs" / "beheer"
UNITS = sorted(path.name for path in FOLDER.iterdir() if path.suffix in (".service", ".timer"))


def steps(kind: str) -> list[list[str]]:
    lines = (FOLDER / "Containerfile").read_text(encoding="utf-8").splitlines()
    return [shlex.split(line)[1:] for line in lines if line.startswith(f"{kind} ")]


def test_systemd_takes_the_units(tmp_path: Path) -> None:
    program = shutil.which("systemd-analyze")
    if program is None:
        assert len(UNITS) == 5
        return
    for name in UNITS:
        # The program of a unit must be there: this machine's own stands for it.
        text = (FOLDER / name).read_text(encoding="utf-8")
        text = text.replace("/opt/bloei/.venv/bin/python", sys.executable)
        (tmp_path / name).write_text(text.replace("/opt/bloei", str(ROOT)), encoding="utf-8")
    found = subprocess.run(
        [program, "verify", "--man=no", *(str(tmp_path / name) for name in UNITS)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    own = [line for line in found.stderr.splitlines() if "bloei" in line]
    assert (found.returncode, own) == (0, [])


@pytest.mark.parametrize("name", [name for name in UNITS if name.endswith(".service")])
def test_the_commands_of_the_units_exist(name: str) -> None:
    lines = (FOLDER / name).read_text(encoding="utf-8").splitlines()
    [start] = [line.partition("=")[2] for line in lines if line.startswith("ExecStart=")]
    words = shlex.split(start)
    script = next(word for word in words if word.endswith(".py"))
    assert (ROOT / script).exists()
    if script == "bloei.py":
        names = (getattr(one.callback, "__name__", "") for one in app.registered_commands)
        known = {name.replace("_", "-") for name in names}
        assert words[words.index(script) + 1] in known


def test_what_the_container_holds_is_enough_to_run(tmp_path: Path) -> None:
    for *sources, target in steps("COPY"):
        for source in sources:
            place = tmp_path / target / (source if target == "./" else "")
            origin = ROOT / source
            if origin.is_dir():
                ignored = shutil.ignore_patterns("*.duckdb*", "__pycache__", "reeksen")
                shutil.copytree(origin, place, ignore=ignored)
            else:
                shutil.copyfile(origin, place)
    data = tmp_path / "gegevens" / "bloei.duckdb"
    for words in (["demo", "--to", data, "--scale", "0.02"], ["check", data]):
        done = subprocess.run(
            [sys.executable, "bloei.py", *map(str, words)],
            cwd=tmp_path, capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr


def test_the_container_installs_with_pip_alone_from_files_that_it_has() -> None:
    copied = {word for words in steps("COPY") for word in words[:-1]}
    installs = [words for words in steps("RUN") if "pip" in words]
    assert len(installs) == 1
    [name] = [word for word in installs[0] if word.endswith((".txt", ".lock"))]
    assert name in copied
    assert "--require-hashes" in installs[0]
