"""The tables that the address hands out, as csv or json: figures, areas, catalogue."""

import csv
import json
from collections.abc import Sequence
from io import StringIO

from analytics.catalog import INDICATORS
from analytics.scope.view import Known
from exports.flat.collect import Flat
from exports.flat.package import DEFINED, defined
from exports.flat.table import HEADINGS, records
from exports.tables.formulas import safe

Record = dict[str, object]
AREA = ("code", "name", "level", "parent")


def figures(flat: Flat) -> tuple[Sequence[str], list[Record]]:
    """The figures, with the columns of `cijfers.csv`."""
    return HEADINGS, records(flat)


def areas(known: Known) -> tuple[Sequence[str], list[Record]]:
    """The areas from gemeente down to buurt, and the teams."""
    found: list[Record] = [
        dict(zip(AREA, (area.code, area.name, str(area.level), area.parent or None), strict=True))
        for area in known.areas.values()
    ]
    return AREA, found


def catalogue() -> tuple[Sequence[str], list[Record]]:
    """What every indicator is."""
    return tuple(DEFINED), [dict(defined(indicator)) for indicator in INDICATORS]


def as_csv(headings: Sequence[str], rows: Sequence[Record]) -> bytes:
    """One row of headings, commas, decimal points; what is not there is empty."""
    out = StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(headings)
    writer.writerows([_plain(row[name]) for name in headings] for row in rows)
    return out.getvalue().encode("utf-8")


def as_json(headings: Sequence[str], rows: Sequence[Record]) -> bytes:
    """A list with an object a row; what is not there is null."""
    told = [{name: row[name] for name in headings} for row in rows]
    return (json.dumps(told, ensure_ascii=False) + "\n").encode("utf-8")


def _plain(value: object) -> object:
    return "" if value is None else safe(value) if isinstance(value, str) else value
