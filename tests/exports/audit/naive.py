"""Protections that look safe and are not: the intruder must break each of them."""

from dataclasses import replace

from tests.exports.audit.city import Row

THRESHOLD = 5


def blanked(rows: list[Row], mark: str = "<5") -> list[Row]:
    """Small counts replaced by a mark, totals kept."""
    return [
        replace(row, value=mark)
        if isinstance(row.value, int) and 0 < row.value < THRESHOLD
        else row
        for row in rows
    ]


def rounded_apart(rows: list[Row], base: int = 5) -> list[Row]:
    """Every figure rounded to a multiple of the base, each by itself."""
    return [replace(row, value=base * round(int(row.value) / base)) for row in rows]
