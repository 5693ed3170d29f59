"""Much less than what stands there asks for a word; half is not much less."""

import pandas as pd
import pytest

from data.delivery.less import refuse_less
from data.file.standing import Kind, Standing
from data.problems import DeliveryRefused

STANDS = Standing(Kind.OURS, rows={"scans": 1200, "matches": 10, "events": 0})


def frames(**counts: int) -> dict[str, pd.DataFrame]:
    return {name: pd.DataFrame(index=range(count)) for name, count in counts.items()}


@pytest.mark.parametrize("counts", [{"scans": 600, "matches": 5}, {"scans": 9000, "matches": 10}])
def test_half_or_more_is_taken(counts: dict[str, int]) -> None:
    refuse_less(STANDS, frames(**counts))


def test_every_table_that_shrinks_or_vanishes_is_told() -> None:
    with pytest.raises(
        DeliveryRefused,
        match=r"scans 599 in plaats van 1\.200 en matches 0 in plaats van 10\. .*--accept-less",
    ):
        refuse_less(STANDS, frames(scans=599))


def test_nothing_there_and_demo_data_may_be_replaced_by_anything() -> None:
    for stands in (Standing(Kind.ABSENT), Standing(Kind.DAMAGED), Standing(Kind.OURS)):
        refuse_less(stands, {})
    refuse_less(Standing(Kind.OURS, is_demo=True, rows=STANDS.rows), {})
