"""The talents of scans, in cells and on a sheet: pairs as a list of lists would give them."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from data.contract.tables import SCAN_TALENTS, SCANS
from data.delivery.checking.records import Records
from data.delivery.checking.talents import Talents
from data.delivery.files.coded import Coded
from data.delivery.reading.cells import Typed

TALENTS = ("groen", "taal", "zorg")
CELLS = st.none() | st.permutations(TALENTS).flatmap(
    lambda order: st.integers(1, len(TALENTS)).map(lambda size: tuple(order[:size]))
)


@given(
    st.lists(CELLS, max_size=8), st.lists(st.tuples(st.integers(0, 9), st.sampled_from(TALENTS)))
)
def test_talents_of_a_scan_stand_together_in_their_order(
    cells: list[tuple[str, ...] | None], sheet: list[tuple[int, str]]
) -> None:
    """First the scans of the cells, then those that only the sheet names."""
    named = {f"S{scan}": list(cell) for scan, cell in enumerate(cells) if cell}
    new = [(f"S{n}", talent) for n, talent in dict.fromkeys(sheet)]
    new = [(scan, talent) for scan, talent in new if talent not in named.get(scan, ())]
    found = Talents()
    found.add_cells(_scans(cells), np.arange(len(cells)))
    found.add_sheet(_on_sheet(new), np.arange(len(new)))
    for scan, talent in new:
        named.setdefault(scan, []).append(talent)
    scans, talents = found.pairs()
    expected = [(scan, talent) for scan, listed in named.items() for talent in listed]
    assert list(zip(scans, talents, strict=True)) == expected


def test_a_row_that_says_what_a_cell_said_is_known() -> None:
    found = Talents()
    found.add_cells(_scans([("groen", "taal"), None]), np.arange(2))
    rows = _on_sheet([("S0", "taal"), ("S1", "taal"), ("S0", "zorg")])
    assert found.in_both(rows) == {0}


def _scans(cells: list[tuple[str, ...] | None]) -> Records:
    records = Records(SCANS)
    records.values["scan_id"] = Coded[Typed].of(f"S{scan}" for scan in range(len(cells)))
    records.values["talents"] = Coded[Typed].of(cells)
    return records


def _on_sheet(pairs: list[tuple[str, str]]) -> Records:
    records = Records(SCAN_TALENTS)
    records.values["scan_id"] = Coded[Typed].of(scan for scan, _ in pairs)
    records.values["talent"] = Coded[Typed].of(talent for _, talent in pairs)
    return records
