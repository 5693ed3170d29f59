"""`bloei.py inbox`: loading unattended, for a timer.

Exit codes: 0 loaded, or nothing there; 1 the delivery was refused, and put away; 2 wrong usage;
3 not now (busy, still being copied, a full disk): what was delivered waits for the next time.
"""

import shutil
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Annotated

import typer

from commands.answers import REFUSED, WRONG_USAGE, say, stopped
from commands.options import Target
from commands.paths import refuse_target

if TYPE_CHECKING:
    from data.delivery.process import Child

NOT_NOW = 3
_REASON = "reden.txt"


def inbox(
    folder: Annotated[Path, typer.Argument(help="De map waarin leveringen komen.")],
    to: Target,
    add: Annotated[
        bool, typer.Option("--add", help="Leveringen bevatten alleen wat nieuw of anders is.")
    ] = False,
    still: Annotated[
        int, typer.Option(min=0, help="Zoveel seconden moeten de bestanden stilstaan.")
    ] = 30,
    longest: Annotated[
        int, typer.Option(min=1, help="Na zoveel keer wachten is het voor de volgende keer.")
    ] = 20,
) -> None:
    """Laad wat er in een map ligt, en berg het op: in verwerkt of in geweigerd."""
    from data.delivery.inbox import entries
    from data.file.lock import Busy, locked

    refuse_target(to)
    if not folder.is_dir():
        raise stopped(f"De map {folder} bestaat niet: maak haar.", WRONG_USAGE)
    try:
        with locked(folder):
            if not stands_still(folder, still, longest, time.sleep):
                raise stopped(f"In {folder} wordt nog geschreven; de volgende keer.", NOT_NOW)
            if entries(folder):
                _load(folder, to, add=add)
            else:
                say(f"In {folder} ligt geen levering.")
    except (Busy, OSError) as error:
        raise stopped(f"Nu niet: {error}", NOT_NOW) from error


def stands_still(folder: Path, still: int, longest: int, wait: Callable[[float], object]) -> bool:
    """Whether the files in a folder do not change for so many seconds; it waits for that."""
    from data.delivery.inbox import look

    before = look(folder)
    for _ in range(longest):
        if not before:
            return True
        wait(still)
        now = look(folder)
        if now == before:
            return True
        before = now
    return False


def _load(folder: Path, to: Path, *, add: bool) -> None:
    from data.delivery.inbox import DONE, entries, put_away
    from data.delivery.inbox import REFUSED as AWAY
    from data.delivery.process import Child, Job

    delivered = entries(folder)
    with TemporaryDirectory(prefix="bloei-inbox-", ignore_cleanup_errors=True) as place:
        child = Child(Job(tuple(delivered), to, add=add), Path(place))
        state = child.wait()
        if state.code and not state.is_refused:
            raise stopped(f"Nu niet: {state.said}", NOT_NOW)
        away = put_away(delivered, folder, AWAY if state.code else DONE, date.today())
        _keep_outcome(child, away, state.said)
    if state.code:
        raise stopped(f"{state.said} De levering ligt in {away}.", REFUSED)
    say(f"{state.said} De levering ligt in {away}.")


def _keep_outcome(child: "Child", away: Path, said: str) -> None:
    """Puts the report, the refused rows and what was said beside the delivery."""
    from data.delivery.process import REFUSED as ROWS
    from data.delivery.process import REPORT

    for name in (REPORT, ROWS):
        if (child.folder / name).exists():
            shutil.copyfile(child.folder / name, away / name)
    (away / _REASON).write_text(f"{said}\n", encoding="utf-8")
