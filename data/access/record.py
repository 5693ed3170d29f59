"""The record of use: who saw exact figures, took something along, loaded or went back.

A file a month beside the data file (bloei.gebruik/2026-11.jsonl), a line an event, only ever added
to. It holds names of pages, cards and files: no figure and nothing of a resident.
"""

import json
import os
import shutil
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import date, datetime
from enum import StrEnum
from getpass import getuser
from pathlib import Path

from data.periods import months_between

KEPT_MONTHS = 13
LEAST_ROOM = 1 << 20  # bytes: with less on the disk nothing is handed out any more
LONGEST = 200  # letters of a text in an event


class What(StrEnum):
    """What happened."""

    PAGE = "pagina met exacte aantallen"
    EXPORT = "meegenomen"
    LOADED = "gegevens geladen"
    BACK = "andere versie in gebruik"
    ROLES = "rollen veranderd"


@dataclass(frozen=True)
class Event:
    """One line. `subject` is the page, the card with its format, or the version."""

    moment: str
    who: str
    role: str
    what: str
    subject: str
    audience: str = ""
    version: str = ""


class CannotRecord(Exception):
    """The record cannot be written; the message says in Dutch what that stops."""


def folder_of(database: Path) -> Path:
    """The folder of the record of a data file."""
    return database.with_suffix(".gebruik")


def refuse_full(database: Path) -> None:
    """CannotRecord when there is no room for the record, before anything is made."""
    try:
        folder = folder_of(database)
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        free = shutil.disk_usage(folder).free
    except OSError as error:
        raise _cannot(error.strerror) from error
    if free < LEAST_ROOM or not os.access(folder, os.W_OK):
        raise _cannot("geen ruimte" if free < LEAST_ROOM else "geen recht om te schrijven")


def write(database: Path, event: Event) -> None:
    """Adds an event, on the disk before this returns. CannotRecord when that is not possible."""
    folder = folder_of(database)
    short = {name: str(value)[:LONGEST] for name, value in asdict(event).items()}
    line = json.dumps(short, ensure_ascii=False) + "\n"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        path = folder / f"{event.moment[:7]}.jsonl"
        is_new = not path.exists()
        _append(path, line.encode("utf-8"))
        if is_new:
            _forget_old(folder, date.fromisoformat(event.moment[:10]))
    except OSError as error:
        raise _cannot(error.strerror) from error


def _append(path: Path, line: bytes) -> None:
    """Writes one line at the end; half a line, on a full disk, is taken back and an error."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    try:
        before = os.fstat(descriptor).st_size
        if os.write(descriptor, line) < len(line):
            os.ftruncate(descriptor, before)
            raise OSError(28, os.strerror(28))
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _cannot(reason: str | None) -> CannotRecord:
    return CannotRecord(
        f"Er kan nu niets worden meegenomen: het gebruik kan niet worden vastgelegd ({reason})."
        " Vraag wie het dashboard beheert om ruimte te maken."
    )


def _forget_old(folder: Path, today: date) -> None:
    """Takes away the months that are older than is kept."""
    for path in folder.glob("*.jsonl"):
        with suppress(ValueError, OSError):
            if months_between(date.fromisoformat(f"{path.stem}-01"), today) >= KEPT_MONTHS:
                path.unlink()


def events(database: Path) -> list[Event]:
    """Everything that is kept, the newest first; a line that is no event is left out."""
    return list(_events(folder_of(database)))


def _events(folder: Path) -> Iterator[Event]:
    for path in sorted(folder.glob("*.jsonl"), reverse=True):
        for line in reversed(path.read_text(encoding="utf-8", errors="replace").splitlines()):
            with suppress(ValueError, TypeError):
                yield Event(**json.loads(line))


def moment_of(now: datetime) -> str:
    """A moment as it stands in the record: to the second."""
    return now.isoformat(sep=" ", timespec="seconds")


def taken_by_command(role: str, subject: str, audience: str, version: str) -> Event:
    """The event of files that a command makes now, for whoever runs it."""
    moment = moment_of(datetime.now())
    return Event(moment, getuser(), role, What.EXPORT, subject, audience, version)
