"""Much less than what stands there asks for a word; half is not much less."""

import pandas as pd
import pytest

from data.delivery.usual import much_less
from data.file.standing import Kind, Standing

STANDS = Standing(Kind.OURS, rows={"scans": 1200, "matches": 10, "events": 0})


def frames(**counts: int) -> dict[str, pd.DataFrame]:
    return {name: pd.DataFrame(index=range(count)) for name, count in counts.items()}


@pytest.mark.parametrize("counts", [{"scans": 600, "matches": 5}, {"scans": 9000, "matches": 10}])
def test_half_or_more_is_taken(counts: dict[str, int]) -> None:
    assert much_less(STANDS, frames(**counts)) == []


def test_every_table_that_shrinks_or_vanishes_is_told() -> None:
    assert much_less(STANDS, frames(scans=599)) == [
        "talentenscans 599 in plaats van 1.200",
        "matches 0 in plaats van 10",
    ]


def test_a_single_row_that_vanishes_is_told() -> None:
    assert much_less(Standing(Kind.OURS, rows={"events": 1}), {}) != []


def test_nothing_there_and_demo_data_may_be_replaced_by_anything() -> None:
    for stands in (Standing(Kind.ABSENT), Standing(Kind.DAMAGED), Standing(Kind.OURS)):
        assert much_less(stands, {}) == []
    assert much_less(Standing(Kind.OURS, is_demo=True, rows=STANDS.rows), {}) == []
