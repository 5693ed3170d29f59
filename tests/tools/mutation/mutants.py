"""Do the tests notice a small change in the code? `make mutants`, sampled per room.

Each change is made in a copy of the house, and tried by the tests that stand nearest to the changed
module: those that import it, then those of who imports it, until one fails.
`python -m tests.tools.mutation.mutants [ROOM ...] [--sample 20] [--seed 1]`; settings in
tests/mutants.toml.
"""

import argparse
import os
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import count
from pathlib import Path

import grimp

from tests.paths import ROOT
from tests.tools.mutation.mutations import FLOORS, SETTINGS, Mutant, rooms, sampled

STEPS = 3  # how far tests are looked for, in steps of who imports whom; farther without any
CARDS = "charts.cards"
SCRIPT = "bloei"  # it loads a command when that is asked for, by its name
EXAMPLES = "tests/test_examples.py::test_examples_come_out_as_they_are_written[{}]"
FOUND = (1, 2)  # how pytest ends when a test fails, and when the tests cannot begin
_IMPORTS = re.compile(
    rf"^ *(?:from|import) ((?:{'|'.join((*FLOORS, SCRIPT))})[\w.]*)(?: import (\w+))?", re.MULTILINE
)
_CARD = re.compile(r'"([a-z_]+\.[a-z_]+)"')


@cache
def _graph() -> grimp.ImportGraph:
    return grimp.build_graph(*FLOORS)


@cache
def _importers() -> dict[str, list[str]]:
    """For each module the test files that import it."""
    found: dict[str, list[str]] = {}
    for path in sorted((ROOT / "tests").rglob("test_*.py")):
        pairs = _IMPORTS.findall(path.read_text())
        for name in {name for pair in pairs for name in (pair[0], ".".join(pair))}:
            found.setdefault(name, []).append(str(path.relative_to(ROOT)))
    return found


def near_tests(path: str) -> list[str]:
    """The test files for a module, nearest first, slow ones last; none with a browser or office.

    After the nearest come the examples of the module itself.
    """
    module = path.removesuffix(".py").replace("/", ".").removesuffix(".__init__")
    ring, seen, found = {module}, {module}, list[str]()
    for step in count():
        if not ring or (step >= STEPS and found):
            break
        near = {test for name in ring for test in _importers().get(name, ())}
        found += sorted(near - {*found}, key=lambda test: _distance(test, path))
        ring = set[str]().union(*map(_above, ring)) - seen
        seen |= ring
    found += [test for test in _opening(seen) if test not in found]
    quick = [test for test in found if "/browser/" not in test and "/office/" not in test]
    quick.sort(key=lambda test: test in SETTINGS["last"]["tests"])
    return [*quick[:1], *_examples(path, module), *quick[1:]]


def _opening(modules: set[str]) -> list[str]:
    """The tests that open pages, by their addresses: none imports them.

    Those come first that name the section of one of the modules; none where these are of no page.
    """
    sections = {
        f"{'/'.join(name.split('.')[:2])}/" for name in modules if name.startswith("pages.")
    }
    tests = sorted((ROOT / "tests" / "pages").rglob("test_*.py")) if sections else []
    tests.sort(key=lambda test: not any(section in test.read_text() for section in sections))
    return [str(test.relative_to(ROOT)) for test in tests]


def _examples(path: str, module: str) -> list[str]:
    """The test that runs the examples in the docstrings of a module, if it has any."""
    return [EXAMPLES.format(module)] if ">>> " in (ROOT / path).read_text() else []


def _above(name: str) -> set[str]:
    """Who imports a module; cards and commands are also imported by their names."""
    if name == SCRIPT:
        return set()
    loaders = {f"{CARDS}.": CARDS, "commands.": SCRIPT}
    by_name = {loader for begin, loader in loaders.items() if name.startswith(begin)}
    return _graph().find_modules_that_directly_import(name) | by_name


def _distance(test: str, path: str) -> tuple[bool, bool, int]:
    """How far a test stands from a module: by its name, the cards they name, the folders."""
    folders = zip(Path(test).parts[1:-1], Path(path).parts[:-1], strict=False)
    shared = sum(mine == theirs for mine, theirs in folders)
    is_other = Path(test).stem != f"test_{Path(path).stem}"
    return is_other, _cards(test).isdisjoint(_cards(path)), -shared


@cache
def _cards(path: str) -> set[str]:
    """The names of cards that stand between quotes in a file, as "uitrol.stand"."""
    return {*_CARD.findall((ROOT / path).read_text())}


def copied(folder: Path) -> Path:
    """A copy of the house that may be changed, with its bytecode made beforehand."""
    listed = ("git", "ls-files", "--cached", "--others", "--exclude-standard")
    for name in subprocess.check_output(listed, cwd=ROOT, text=True).splitlines():
        if (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, folder / name)
    subprocess.run((sys.executable, "-m", "compileall", "-q", *FLOORS), cwd=folder, check=False)
    return folder


def is_noticed(mutant: Mutant, house: Path) -> bool:
    """Whether a test fails on the changed module, within the seconds of the settings."""
    path = house / mutant.path
    kept, written = path.read_text(), path.stat().st_mtime
    path.write_text(mutant.text)
    os.utime(path, (time.time() + 10,) * 2)  # never taken for the compiled original
    try:
        return _fails(near_tests(mutant.path), house)
    finally:
        path.write_text(kept)
        os.utime(path, (written, written))


def _fails(tests: Sequence[str], house: Path) -> bool:
    if not tests:
        return False
    command = (sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", *tests)
    settings = {
        **os.environ,
        "PYTHONDONTWRITEBYTECODE": "1",
        "HYPOTHESIS_STORAGE_DIRECTORY": str(house / ".hypothesis"),
    }
    done = subprocess.run(
        command, cwd=house, env=settings, capture_output=True, check=False, preexec_fn=_limited
    )
    return done.returncode in FOUND


def _limited() -> None:
    seconds = int(SETTINGS["seconds"])
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))


def tried(mutants: Sequence[Mutant], house: Path) -> Iterator[bool]:
    """Tries changes one by one and prints those that no test notices."""
    for mutant in mutants:
        noticed = is_noticed(mutant, house)
        if not noticed:
            print(f"  niet gemerkt: {mutant.words}", flush=True)
        yield noticed


def report(room: str, noticed: int, total: int) -> str:
    """The line that says which share of the changes in a room was noticed, against the goal."""
    goals = SETTINGS["goals"]
    goal = goals.get(room, goals["rooms"])
    missed = "" if 100 * noticed >= goal * total else "  NIET GEHAALD"
    share = 100 * noticed / total
    return f"{room:<24}{noticed:>4} van {total:<4}{share:>4.0f}%  doel {goal}%{missed}"


def main() -> int:
    """Tries a sample of each room and says which share was noticed; 1 when a goal is missed."""
    asked = argparse.ArgumentParser(prog="make mutants")
    asked.add_argument("rooms", nargs="*", metavar="KAMER")
    asked.add_argument("--sample", type=int, default=SETTINGS["sample"])
    asked.add_argument("--seed", type=int, default=SETTINGS["seed"])
    given = asked.parse_args()
    lines = []
    with tempfile.TemporaryDirectory() as folder:
        house = copied(Path(folder))
        for room, modules in rooms().items():
            if given.rooms and room not in given.rooms:
                continue
            mutants = sampled(modules, given.sample, given.seed)
            if mutants:
                lines.append(report(room, sum(tried(mutants, house)), len(mutants)))
                print(lines[-1], flush=True)
    return int(any("NIET GEHAALD" in line for line in lines))


if __name__ == "__main__":
    sys.exit(main())
