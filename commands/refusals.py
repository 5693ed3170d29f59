"""What a question or an export can be refused for, told on the terminal: each kind once."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from commands.answers import WRONG_USAGE, not_written, stopped


@contextmanager
def asking(start: str = "") -> Iterator[None]:
    """Ends the command with a sentence when figures cannot be asked; `start` says of what."""
    from analytics.figures.doors.withheld import NotPublished
    from analytics.scope.search.question import WrongQuestion
    from data.problems import DataFileProblem

    try:
        yield
    except (WrongQuestion, NotPublished) as wrong:
        raise stopped(f"{start}{wrong}", WRONG_USAGE) from wrong
    except DataFileProblem as problem:
        raise stopped(f"{problem} {problem.advice}") from problem


@contextmanager
def making(start: str = "") -> Iterator[None]:
    """As `asking`, for files that may not leave, or cannot be made."""
    from data.access.record import CannotRecord
    from exports.flat.collect import NoFigures
    from exports.house import HouseProblem
    from exports.problems import DrawingFailed
    from exports.safe import Unsafe
    from exports.viewer.box import OnlyRounded

    try:
        with asking(start):
            yield
    except (NoFigures, OnlyRounded, HouseProblem) as wrong:
        raise stopped(f"{start}{wrong}", WRONG_USAGE) from wrong
    except (Unsafe, DrawingFailed, CannotRecord) as unsafe:
        raise stopped(str(unsafe)) from unsafe


@contextmanager
def writing(folder: Path, stopped_words: str) -> Iterator[None]:
    """Ends the command with a sentence when a folder cannot be written, or when it is stopped."""
    try:
        yield
    except KeyboardInterrupt as interrupt:
        raise stopped(stopped_words) from interrupt
    except OSError as error:
        raise not_written(folder, error) from error
