"""The figures behind a native chart, in a small workbook that holds nothing but what is shown.

A text stays a text in it, also one that begins as a formula, and no clock time is kept.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from itertools import chain, repeat
from typing import IO, Any

from pptx.chart.data import CategoryChartData, XyChartData
from pptx.chart.xlsx import CategoryWorkbookWriter, XyWorkbookWriter
from xlsxwriter import Workbook

from exports.workbook.book import OPTIONS, PROPERTIES
from exports.workbook.formats import number_format


class _Plain:
    """Opens the workbook of a chart."""

    @contextmanager
    def _open_worksheet(self, file: IO[bytes]) -> Iterator[tuple[Any, Any]]:
        with Workbook(file, OPTIONS) as workbook:
            workbook.set_properties(PROPERTIES)
            yield workbook, workbook.add_worksheet("Sheet1")  # the name in python-pptx's references


class _CategoryWriter(_Plain, CategoryWorkbookWriter):  # type: ignore[misc]
    """The workbook of a chart with categories."""


class _XyWriter(_Plain, XyWorkbookWriter):  # type: ignore[misc]
    """The workbook of a chart of points."""


class _Categories(CategoryChartData):  # type: ignore[misc]
    @property
    def _workbook_writer(self) -> _CategoryWriter:
        return _CategoryWriter(self)


class _Points(XyChartData):  # type: ignore[misc]
    @property
    def _workbook_writer(self) -> _XyWriter:
        return _XyWriter(self)


def categories(
    names: Sequence[str] | Sequence[date],
    series: Sequence[tuple[str, Sequence[float | None]]],
    decimals: int,
) -> Any:
    """Figures per category or month: a column per series."""
    data = _Categories(number_format=number_format(decimals))
    data.categories = names
    for name, values in series:
        data.add_series(name, values)
    return data


def points(series: Sequence[tuple[str, Sequence[tuple[float, float]]]], decimals: int) -> Any:
    """Pairs of figures: a stretch of rows per series.

    A shorter series repeats its last pair: LibreOffice leaves out a line that has fewer points
    than one after it.
    """
    data = _Points(number_format=number_format(decimals))
    longest = max((len(pairs) for _, pairs in series), default=0)
    for name, pairs in series:
        added = data.add_series(name)
        for x, y in chain(pairs, repeat(pairs[-1], longest - len(pairs)) if pairs else ()):
            added.add_data_point(x, y)
    return data
