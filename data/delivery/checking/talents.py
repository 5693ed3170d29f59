"""The talents of scans: in a cell of the scan, on a sheet of their own, or on both."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain

import numpy as np

from data.delivery.checking.records import Records
from data.delivery.files.coded import Coded, Indexes
from data.delivery.reading.cells import MAX_TALENTS, Typed

Column = Coded[Typed]


@dataclass
class Talents:
    """The talents of the accepted rows: by scan as the cells name them, and those of the sheet."""

    scans: Column = field(default_factory=lambda: Coded.empty(0))
    cells: Column = field(default_factory=lambda: Coded.empty(0))
    on_sheet: tuple[Column, Column] = field(
        default_factory=lambda: (Coded.empty(0), Coded.empty(0))
    )

    def add_cells(self, records: Records, rows: Indexes) -> None:
        """Takes in what the cells of these scans name."""
        named = rows[records.values["talents"].filled[rows]]
        self.scans = records.values["scan_id"].at(named)
        self.cells = records.values["talents"].at(named)

    def add_sheet(self, records: Records, rows: Indexes) -> None:
        """Takes in what these rows of the sheet name."""
        self.on_sheet = (records.values["scan_id"].at(rows), records.values["talent"].at(rows))

    def in_cells(self) -> dict[Typed, tuple[Typed, ...]]:
        """By scan what its cell names, in delivered order."""
        return dict(zip(self.scans, _lists(self.cells), strict=True))

    def in_both(self, records: Records) -> set[int]:
        """The rows (indexes) of the sheet that say what a cell said."""
        known = self.in_cells()
        pairs = zip(records.values["scan_id"], records.values["talent"], strict=True)
        return {
            row
            for row, (scan, talent) in enumerate(pairs if known else ())
            if talent in known.get(scan, ())
        }

    def pairs(self) -> tuple[Column, Column]:
        """All of them as pairs of scan and talent; those of a scan together, in their order."""
        scans, talents = self._pairs_in_cells()
        if not len(self.on_sheet[0]):
            return scans, talents
        scans = scans.followed_by(self.on_sheet[0])
        together = np.argsort(scans.equals(), kind="stable")
        return scans.at(together), talents.followed_by(self.on_sheet[1]).at(together)

    def _pairs_in_cells(self) -> tuple[Column, Column]:
        # The talents of the different cells one after another; a scan points to those of its own.
        lists = list(_lists(self.cells.distinct))
        named = Column.of(chain.from_iterable(lists))
        sizes = np.array([len(listed) for listed in lists], np.int32)
        starts = np.cumsum(sizes, dtype=np.int32) - sizes
        lengths = sizes[self.cells.codes]
        before = np.cumsum(lengths, dtype=np.int32) - lengths
        places = np.repeat(starts[self.cells.codes] - before, lengths)
        places += np.arange(len(places), dtype=np.int32)
        scans: Column = Coded(np.repeat(self.scans.codes, lengths), self.scans.distinct)
        return scans, Coded(named.codes[places], named.distinct)


def _lists(cells: Iterable[Typed]) -> Iterator[tuple[Typed, ...]]:
    return (cell for cell in cells if isinstance(cell, tuple))


def check_talents_per_scan(records: Records, talents: Mapping[Typed, Collection[Typed]]) -> None:
    """Refuses the rows with more talents than a scan may name; `talents` are named elsewhere."""
    reason = f"De scan noemt al {MAX_TALENTS} talenten. Haal er een weg."
    named: dict[Typed, set[Typed]] = {}
    for row in _of_many(records, talents):
        scan, talent = records.key(row)
        known = named.setdefault(scan, set(talents.get(scan, ())))
        if talent not in known and len(known) == MAX_TALENTS:
            records.refuse([row], "talent", reason)
        else:
            known.add(talent)


def _of_many(records: Records, talents: Mapping[Typed, Collection[Typed]]) -> list[int]:
    """The rows of the scans that may have too many: all of them, sound, in order."""
    rows, scans = records.sound(), records.values["scan_id"]
    numbers = scans.equals()[rows]
    elsewhere = scans.mapped(lambda scan: len(talents.get(scan, ()))).array(np.intp, rows)
    many: list[int] = rows[np.bincount(numbers)[numbers] + elsewhere > MAX_TALENTS].tolist()
    return many
