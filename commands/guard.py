"""The one place that catches what no command foresaw: a sentence, and never a traceback."""

import errno
import signal
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import Any

import typer
from typer.core import TyperGroup
from typer.exceptions import TyperException

from commands.answers import WRONG_USAGE, reason, stopped
from commands.usage import is_help, wrong_usage
from data.file.lock import Busy

ROOM = f"{Path(__file__).parent.parent}/"

_STOPS = (signal.SIGINT, signal.SIGTERM)
_NO_MEMORY = (
    "Het geheugen van deze machine is te klein voor deze opdracht. Sluit andere programma's, of"
    " gebruik een machine met meer geheugen. Er is niets veranderd."
)


class Guarded(TyperGroup):
    """A group of commands that ends every failure with a Dutch sentence and an exit code.

    Being stopped from outside (SIGTERM) ends as clean as Ctrl-C: what was half done goes.
    """

    def invoke(self, ctx: typer.Context) -> Any:  # type: ignore[override] # its own, and hidden
        """Runs the command that was asked."""
        stop = _Stop()
        try:
            with stop.heard():
                return super().invoke(ctx)
        except (typer.Exit, typer.Abort):
            raise
        except BaseException as error:
            raise _ended(KeyboardInterrupt() if stop.asked else error) from error


class _Stop:
    """Being stopped by a signal; `asked` tells so, whatever a library makes of the interrupt."""

    def __init__(self) -> None:
        self.asked = False

    @contextmanager
    def heard(self) -> Iterator[None]:
        """Listens to Ctrl-C and to SIGTERM."""
        before = [(number, _listen(number, self._interrupt)) for number in _STOPS]
        try:
            yield
        finally:
            for number, handler in before:
                _listen(number, handler)

    def _interrupt(self, number: int, frame: FrameType | None) -> None:
        self.asked = True
        raise KeyboardInterrupt


def _ended(error: BaseException) -> BaseException:
    """The exit for whatever went wrong, told in Dutch; or the error itself, where that is none."""
    if isinstance(error, TyperException):
        return error if is_help(error) else stopped(wrong_usage(error), WRONG_USAGE)
    if isinstance(error, KeyboardInterrupt):
        return stopped("Gestopt; er is niets veranderd.")
    if isinstance(error, Busy):
        return stopped(str(error))
    if isinstance(error, MemoryError):
        return stopped(_NO_MEMORY)
    if isinstance(error, OSError) and error.errno == errno.EPIPE:  # whoever read has left
        return error
    return stopped(_unforeseen(error)) if isinstance(error, Exception) else error


def _unforeseen(error: Exception) -> str:
    """What went wrong and where in the program; not with what, for that may be a name."""
    places = [
        f" in {frame.filename.removeprefix(ROOM)}, regel {frame.lineno}"
        for frame in traceback.extract_tb(error.__traceback__)
        if frame.filename.startswith(ROOM) and "site-packages" not in frame.filename
    ]
    why = f": {reason(error)}" if isinstance(error, OSError) else ""
    return (
        f"Er ging iets mis waar het programma niet op rekende ({type(error).__name__}"
        f"{''.join(places[-1:])}{why}). Er is niets veranderd. Probeer het opnieuw; blijft het"
        " misgaan, geef deze regel dan door aan wie het programma onderhoudt."
    )


def _listen(number: int, handler: Any) -> Any:
    """Sets what a signal does; returns what it did before."""
    try:
        return signal.signal(number, handler)
    except ValueError:  # not in the main thread, where signals do not come either
        return signal.SIG_DFL
