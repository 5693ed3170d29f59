"""Importing a delivery: read, recognise, guard, check, and write only when all of it succeeded."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import pandas as pd

from data.delivery.checking.adding import NOTHING, Base, added_meta, read_base, union
from data.delivery.checking.delivered import day_of, read_tables
from data.delivery.checking.tables import Checked, check_tables
from data.delivery.files.limits import Held
from data.delivery.files.raw import Pool
from data.delivery.left_out import left_out, of_sheets
from data.delivery.personal.guard import refuse_personal_data
from data.delivery.recognition.headings import LocatedSheet, locate
from data.delivery.recognition.mapping import read_mapping
from data.delivery.recognition.questions import check_complete
from data.delivery.recognition.vocabulary import Vocabulary
from data.delivery.report import ImportReport, StrictRefused
from data.delivery.sources import Found, find_files, read_sheets, source_of
from data.delivery.usual import check_usual
from data.file.database import write_database
from data.file.switches import add_sum
from data.file.versions import FEWEST_KEPT, current, versioned
from data.memory import give_back, trim
from data.models.marts import Protector
from data.models.meta import Meta, Source
from data.problems import DeliveryRefused

__all__ = [
    "Delivery",
    "DeliveryRefused",
    "StrictRefused",
    "Taking",
    "import_delivery",
    "read_delivery",
    "take_delivery",
]


@dataclass(frozen=True)
class Delivery:
    """A checked delivery: frames by table name, what the data file says of it, and the report."""

    frames: dict[str, pd.DataFrame]
    meta: Meta
    report: ImportReport


@dataclass(frozen=True)
class Taking:
    """How a delivery is to be taken.

    `as_of`: the peildatum (None: the latest date); `mapping`: a file with own headings; `strict`:
    refuse all for one refused row; `add`: the records come to what the target holds (see
    data.delivery.checking.adding).
    """

    as_of: date | None = None
    mapping: Path | None = None
    strict: bool = False
    add: bool = False


def import_delivery(  # noqa: PLR0913 - what the command line asks
    sources: Sequence[Path],
    target: Path,
    *,
    as_of: date | None,
    mapping: Path | None,
    strict: bool,
    progress: Callable[[str], None],
    protector: Protector | None = None,
    add: bool = False,
    accept_less: bool = False,
    keep: int = FEWEST_KEPT,
) -> ImportReport:
    """Reads a delivery and puts it in `target`, in place of what was there.

    `protector` and `keep` are handed on to the file (see data.file.database). A delivery
    with less in it than `target` is refused unless `accept_less` (see data.delivery.usual). The
    rest: see `Taking`.
    Raises DeliveryRefused, with a Dutch sentence, when the delivery cannot be taken, and
    StrictRefused (with the report) when `strict` and a row is refused; then nothing is written.
    """
    delivery = take_delivery(sources, target, Taking(as_of, mapping, strict, add), progress)
    give_back()
    less = check_usual(delivery.frames, target, accept_less=accept_less)
    frames = delivery.frames
    write_database(target, frames, delivery.meta, progress, protector, keep=keep, stored=frames.pop)
    with suppress(OSError):  # the file stands; without its checksum it is checked a little less
        add_sum(versioned(target), current(target))
    return replace(delivery.report, remarks=(*less, *delivery.report.remarks))


def take_delivery(
    sources: Sequence[Path], target: Path, taking: Taking, progress: Callable[[str], None]
) -> Delivery:
    """What would be written in `target`: the delivery, with what it is added to. As above."""
    found = find_files(sources, target)
    base = read_base(target) if taking.add else NOTHING
    delivery = read_delivery(
        found, as_of=taking.as_of, mapping=taking.mapping, progress=progress, base=base
    )
    if taking.strict and delivery.report.rejected:
        raise StrictRefused(delivery.report)
    return _added(base, delivery) if taking.add else delivery


def _added(base: Base, delivery: Delivery) -> Delivery:
    frames, counts = union(base, delivery.frames)
    report = replace(delivery.report, added=counts)
    return Delivery(frames, added_meta(base, delivery.meta), report)


def read_delivery(
    found: Found,
    *,
    as_of: date | None,
    mapping: Path | None,
    progress: Callable[[str], None],
    base: Base = NOTHING,
) -> Delivery:
    """Reads and checks the files of a delivery and writes nothing.

    Without `as_of` the peildatum is the latest date in the delivery that is not after today.
    Rows may refer to records of `base`.
    """
    vocabulary = Vocabulary(read_mapping(mapping) if mapping else {})
    found, sources, copies = _without_copies(found)
    sheets = _guarded(found, vocabulary, progress)
    columns, unread = left_out(found, sheets, vocabulary)
    day, checked = _checked(sheets, as_of, base, progress)
    report = ImportReport(
        as_of=day,
        as_of_given=as_of is not None,
        sources=sources,
        tables=dict(checked.counts),
        rejected=tuple(checked.rejected),
        left_out_columns=columns,
        left_out_sheets=unread,
        remarks=(*copies, *of_sheets(sheets), *checked.remarks),
    )
    return Delivery(checked.frames, Meta(day, False, sources), report)


def _guarded(
    found: Found, vocabulary: Vocabulary, progress: Callable[[str], None]
) -> list[LocatedSheet]:
    """The sheets of a delivery that holds no personal data and leaves nothing out."""
    sheets = _located(found, vocabulary, progress)
    progress("Controleren op persoonsgegevens")
    refuse_personal_data(sheets, vocabulary)
    check_complete(sheets, vocabulary)
    return sheets


def _checked(
    sheets: Sequence[LocatedSheet], as_of: date | None, base: Base, progress: Callable[[str], None]
) -> tuple[date, Checked]:
    """The peildatum, and the rows of the sheets checked by it."""
    tables = read_tables(sheets, progress, base.teams)
    day = day_of(tables, as_of, base)
    trim()
    progress("Controleren van de rijen")
    return day, check_tables(tables, day, base)


def _without_copies(found: Found) -> tuple[Found, tuple[Source, ...], list[str]]:
    """Every file once, where each came from, and a remark for each that is left out."""
    sources = tuple(source_of(file) for file in found.files)
    # Of equal files the one with the shortest name counts: `matches.csv` before `matches (1).csv`.
    pairs = sorted(zip(found.files, sources, strict=True), key=lambda pair: len(pair[0].name))
    first: dict[str, Path] = {}
    remarks: list[str] = []
    for file, source in pairs:
        known = first.setdefault(source.sha256, file)
        if known is not file:
            remarks.append(f"{file.name} is gelijk aan {known.name} en is niet nog eens gelezen.")
    kept = set(first.values())
    once = replace(found, files=tuple(file for file in found.files if file in kept))
    return once, sources, remarks


def _located(
    found: Found, vocabulary: Vocabulary, progress: Callable[[str], None]
) -> list[LocatedSheet]:
    sheets: list[LocatedSheet] = []
    held, pool = Held(), Pool()
    for file in found.files:
        progress(f"Lezen: {file.name}")
        for raw in read_sheets(file, vocabulary.headings, found.title(file), pool):
            held.add(raw.rows)
            sheets += locate(raw, vocabulary)
    return sheets
