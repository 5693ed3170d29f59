"""Where rows stand: every row has the sheet and the number with which it came."""

from hypothesis import given
from hypothesis import strategies as st

from data.delivery.checking.places import Places
from data.delivery.files.raw import Origin, RawSheet
from data.delivery.files.rows import Rows
from data.delivery.recognition.headings import LocatedSheet

SHEETS = [LocatedSheet(RawSheet(f"{n}.csv", "", Rows(), Origin.TEXT, alone=True)) for n in range(3)]


@given(st.lists(st.lists(st.integers(1, 2**31), max_size=4), max_size=3))
def test_rows_keep_their_sheet_and_their_number(numbers: list[list[int]]) -> None:
    places = Places()
    for sheet, rows in zip(SHEETS, numbers, strict=False):
        places.add(sheet, rows)
    expected = [(s, n) for s, rows in zip(SHEETS, numbers, strict=False) for n in rows]
    assert [places[row] for row in range(len(places))] == expected
    for index, sheet in enumerate(places.sheets):
        assert places.on(index).tolist() == [own is sheet for own, _ in expected]
