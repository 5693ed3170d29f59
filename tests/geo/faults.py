"""Calls that go wrong, and what a folder holds before and after."""

from collections.abc import Callable
from pathlib import Path
from typing import Any


def fails_at(call: int, function: Callable[..., Any], error: BaseException) -> Callable[..., Any]:
    """The function, raising `error` at one of its calls."""
    calls = iter(range(1, 1000))

    def wrapped(*args: object, **kwargs: object) -> object:
        if next(calls) == call:
            raise error
        return function(*args, **kwargs)

    return wrapped


def contents(folder: Path) -> dict[str, bytes]:
    """The bytes of all files below a folder, by their path in it."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): path.read_bytes() for path in files}
