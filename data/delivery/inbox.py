"""The inbox: a folder in which deliveries land, and where they go when they are dealt with."""

import os
from collections.abc import Sequence
from datetime import date
from pathlib import Path, PurePath

from data.delivery.sources import is_left_alone

DONE, REFUSED = "verwerkt", "geweigerd"
Look = dict[str, tuple[int, int]]


def entries(inbox: Path) -> list[Path]:
    """The files and folders of a delivery, by name; not those of programs that are at work."""
    return sorted(
        path
        for path in inbox.iterdir()
        if path.name not in (DONE, REFUSED) and not is_left_alone(PurePath(path.name))
    )


def look(inbox: Path) -> Look:
    """The size and last change of all files; two looks that differ: somebody still writes.

    Hidden and temporary files count too: a copy that is under way often has such a name.
    """
    found: Look = {}
    for folder, folders, names in os.walk(inbox):
        if Path(folder) == inbox:
            folders[:] = [name for name in folders if name not in (DONE, REFUSED)]
        for name in names:
            path = Path(folder) / name
            status = path.lstat()
            found[str(path.relative_to(inbox))] = status.st_size, status.st_mtime_ns
    return found


def put_away(delivered: Sequence[Path], inbox: Path, kind: str, day: date) -> Path:
    """Moves a delivery to `kind` (DONE or REFUSED), in a folder of the day; returns that folder.

    A second delivery on a day gets a folder of its own. OSError when it cannot be moved.
    """
    place = _new_folder(inbox / kind, day.isoformat())
    for path in delivered:
        path.rename(place / path.name)
    return place


def _new_folder(parent: Path, name: str) -> Path:
    number = 1
    while True:
        place = parent / (name if number == 1 else f"{name}-{number}")
        try:
            place.mkdir(parents=True)
            return place
        except FileExistsError:
            number += 1
