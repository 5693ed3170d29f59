"""Rooms, modules and functions stay small enough to be read at once (besluit 115)."""

import ast
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.paths import ROOT

MODULES_IN_A_ROOM = 14  # without __init__.py
LINES_OF_A_MODULE = 250
LINES_OF_A_TEST_MODULE = 500
LINES_OF_A_FUNCTION = 24  # without its docstring, which may hold a formula and its source
Function = ast.FunctionDef | ast.AsyncFunctionDef


FLOORS = ("analytics", "charts", "commands", "data", "exports", "geo", "pages")
PRODUCT = [
    *(path for floor in FLOORS for path in sorted((ROOT / floor).rglob("*.py"))),
    *ROOT.glob("*.py"),
]
TESTS = sorted((ROOT / "tests").rglob("*.py"))


def test_a_room_holds_few_modules() -> None:
    rooms = Counter(path.parent for path in PRODUCT + TESTS if path.name != "__init__.py")
    assert len(rooms) > 80
    assert not {room: count for room, count in rooms.items() if count > MODULES_IN_A_ROOM}


@pytest.mark.parametrize(
    ("modules", "limit"), [(PRODUCT, LINES_OF_A_MODULE), (TESTS, LINES_OF_A_TEST_MODULE)]
)
def test_a_module_is_short(modules: list[Path], limit: int) -> None:
    lengths = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in modules}
    assert not {path: count for path, count in lengths.items() if count > limit}


def test_a_function_is_short() -> None:
    lengths = {
        f"{path.relative_to(ROOT)} {found.name}": _lines(found, _is_command(path))
        for path in PRODUCT
        for found in _functions(ast.parse(path.read_text(encoding="utf-8")))
    }
    assert not {told: count for told, count in lengths.items() if count > LINES_OF_A_FUNCTION}


def test_what_is_too_long_is_counted() -> None:
    body = "\n".join(f"    step_{n}()" for n in range(LINES_OF_A_FUNCTION))
    [long] = _functions(ast.parse(f'def long(\n    a,\n):\n    """Said\n    twice."""\n{body}\n'))
    assert _lines(long, False) == LINES_OF_A_FUNCTION + 3
    assert _lines(long, True) == LINES_OF_A_FUNCTION


def _is_command(path: Path) -> bool:
    """Whether its functions may be commands: an option is a parameter with its explanation."""
    return ROOT / "commands" in path.parents or path == ROOT / "bloei.py"


def _functions(tree: ast.Module) -> Iterator[Function]:
    return (found for found in ast.walk(tree) if isinstance(found, Function))


def _lines(function: Function, is_command: bool) -> int:
    """The lines of a function without its docstring; of a command without its options too."""
    has_words = ast.get_docstring(function) is not None
    words = function.body[0]
    assert function.end_lineno
    assert words.end_lineno
    if is_command:
        return function.end_lineno - (words.end_lineno if has_words else words.lineno - 1)
    said = words.end_lineno - words.lineno + 1 if has_words else 0
    return function.end_lineno - function.lineno + 1 - said
