"""A delivery with much less than what stands there: more often a slip than the truth."""

from collections.abc import Mapping

import pandas as pd

from data.contract.tables import TABLES
from data.dutch import number
from data.file.standing import Standing
from data.grammar import listed
from data.problems import DeliveryRefused

_LABELS = {table.name: table.label for table in TABLES}


def refuse_less(stands: Standing, frames: Mapping[str, pd.DataFrame]) -> None:
    """Refuses frames of which a table is gone, or has less than half the rows that stand there.

    Demo data may always be replaced. DeliveryRefused, with the counts and how to go on.
    """
    new = {name: len(frame) for name, frame in frames.items()}
    less = [
        f"{_LABELS[name]} {number(new.get(name, 0))} in plaats van {number(rows)}"
        for name, rows in stands.rows.items()
        if is_less(new.get(name, 0), rows)
    ]
    if less and not stands.is_demo:
        raise DeliveryRefused(
            f"In deze levering staat veel minder dan in het bestand dat er is: {listed(less)}."
            " Is dat juist, geef dan --accept-less. Anders: lever alle tabellen opnieuw, want een"
            " levering vervangt alles."
        )


def is_less(new: int, rows: int) -> bool:
    """Whether a table shrinks by more than half, or vanishes.

    >>> [is_less(new, 10) for new in (0, 4, 5, 10)], is_less(0, 0), is_less(0, 1)
    ([True, True, False, False], False, True)
    """
    return 2 * new < rows
