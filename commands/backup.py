"""`bloei.py backup` and `bloei.py restore`: everything that cannot be made again, in one file."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from commands.answers import busy, not_written, say, stopped
from commands.options import ROOT, DataFile, data_file

TAR = ".tar"
SERIES, SETTINGS = "reeksen", "instellingen"
# What the owner may have changed; on a new machine it is laid over the program by hand.
_EDITABLE = (
    "data/reference/code_lists.csv",
    "data/contract/contract.csv",
    "data/contract/tables.csv",
    "data/reference/gap_weights.csv",
    "data/reference/inwoners.csv",
    "data/reference/phases.csv",
    "data/history/warnings.csv",
    "exports/house.toml",
)

SeriesPlace = Annotated[
    Path | None,
    typer.Option("--series", envvar="BLOEI_SERIES", help="Map met de reeksen; anders ernaast."),
]


def backup(
    tar: Annotated[Path, typer.Argument(help="De back-up die wordt gemaakt (.tar).")],
    file: DataFile = None,
    series: SeriesPlace = None,
) -> None:
    """Bewaar gegevens, versies, sleutel, grootboek, koppen en instellingen in een bestand."""
    from analytics.disclosure.series.place import Wanted
    from data.file.lock import locked
    from data.file.versions import current, versioned
    from data.history.backup import BackupRefused, pack

    path = data_file(file)
    if tar.suffix.casefold() != TAR:
        raise stopped(f"De naam van een back-up eindigt op {TAR}: kies een andere dan {tar}.")
    if not path.exists():
        raise stopped(f"Er is geen gegevensbestand op {path}.")
    place, target = Wanted(place=series).place_for(path), versioned(path)
    links = {target.name: current(path).name} if target.is_symlink() else {}
    try:
        with locked(target.parent, path.parent, place.parent), busy("Back-up maken"):
            pack(tar, dict(_files(target, place)), links)
    except BackupRefused as refusal:
        raise stopped(str(refusal)) from refusal
    except OSError as error:
        raise not_written(tar, error) from error
    say(
        f"Klaar: {tar}. Er zit een geheime sleutel in: bewaar de back-up waar alleen u bij kunt, en"
        " niet op dezelfde schijf als de gegevens."
    )


def _files(target: Path, place: Path) -> Iterator[tuple[str, Path]]:
    """What goes into the backup, by its name there."""
    from data.delivery.recognition.mapping import kept_mapping
    from data.file.switches import list_of
    from data.file.versions import version_files
    from data.reference.areas import CITY
    from exports.house import OWN_STYLE

    if target.is_file() and not target.is_symlink():
        yield target.name, target
    for version in version_files(target):
        yield version.name, version
    for beside in (list_of(target), kept_mapping(target)):
        if beside.exists():
            yield beside.name, beside
    for inside in sorted(place.rglob("*")) if place.is_dir() else ():
        if inside.is_file() and not inside.name.startswith("."):
            yield f"{SERIES}/{inside.relative_to(place).as_posix()}", inside
    for name in _EDITABLE:
        of_city = CITY / name  # another gemeente has its own inhabitants
        yield f"{SETTINGS}/{name}", of_city if of_city.is_file() else ROOT / name
    own = Path(os.environ.get(OWN_STYLE, ""))
    if own.is_file():
        yield f"{SETTINGS}/huisstijl.toml", own


def restore(
    tar: Annotated[Path, typer.Argument(help="De back-up.")],
    to: Annotated[Path, typer.Option("--to", help="Een map die leeg is, of er nog niet is.")],
) -> None:
    """Zet een back-up terug in een lege map."""
    from data.history.backup import BackupRefused, unpack

    if not tar.is_file():
        raise stopped(f"{tar} bestaat niet. Controleer de naam van de back-up.")
    try:
        with busy("Back-up terugzetten"):
            names = unpack(tar, to)
    except BackupRefused as refusal:
        raise stopped(str(refusal)) from refusal
    except OSError as error:
        raise not_written(to, error) from error
    say(f"Klaar: {len(names)} bestanden staan terug in {to}. Controleer ze met `bloei.py check`.")
