"""`cijfers.csv`: all figures as one flat table for Excel, Power BI, R and Python.

One row of headings, commas, decimal points, ISO days; what a column holds says
`exports.flat.package`.
"""

import csv
from io import StringIO

from analytics.figures.result import Status
from exports.flat.collect import Figure, Flat
from exports.tables.formulas import safe
from exports.tables.rows import audience_word

HEADINGS = (
    "indicator", "period", "first_day", "last_day", "level", "area_code", "area_name",
    "numerator", "denominator", "value", "status", "audience",
)  # fmt: skip
KEY = ("indicator", "period", "level", "area_code")


def table(flat: Flat) -> bytes:
    """The figures as csv in UTF-8; what is not shown is empty, and its status says why."""
    out = StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(HEADINGS)
    writer.writerows(map(_written, row.values()) for row in records(flat))
    return out.getvalue().encode("utf-8")


def records(flat: Flat) -> list[dict[str, object]]:
    """The figures as rows by heading: texts, ISO days and numbers, None for what is not shown."""
    audience = audience_word(flat.setting.audience)
    return [
        dict(zip(HEADINGS, (*_cells(figure), audience), strict=True)) for figure in flat.figures
    ]


def _cells(figure: Figure) -> tuple[object, ...]:
    days, row = figure.days, figure.row
    parts = (None, None) if row.status is Status.WITHHELD else (row.numerator, row.denominator)
    value = row.value if row.status is Status.SHOWN else None
    return (
        figure.indicator.id, row.period, days.start.isoformat(), days.end.isoformat(),
        str(figure.level), row.area_code, row.area_name,
        *map(_plain, parts), _plain(value), str(row.status),
    )  # fmt: skip


def _plain(number: float | None) -> int | float | None:
    """A number as programs read it: whole without a point, else with all its decimals."""
    if number is None:
        return None
    return int(number) if number == int(number) else float(number)


def _written(cell: object) -> str:
    if isinstance(cell, str):
        return safe(cell)
    return "" if cell is None else repr(cell)
