"""The workbook that Swing imports: a sheet with figures, and one that says what they are.

Its columns and the mark for what is not shown are those of the workbooks that users of Swing
write. Which level, area and period has which name there stands in csv files beside this module,
because every Swing has its own.
"""

import csv
from collections.abc import Mapping
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

from analytics.catalog import Indicator
from analytics.catalog.explanation import explanation
from analytics.figures.result import Status
from data.grammar import capital
from data.periods import Period
from exports.flat.collect import Figure, Flat
from exports.house import House
from exports.workbook.book import Book, opened

WITHHELD = -99996
_LEFT_OUT = (Status.NOT_APPLICABLE, Status.NOT_STARTED)
DATA = ("PERIODE", "GEBIEDSNIVEAU", "GEBIED", "NAAM", "WAARDE")
METADATA = (
    "Name", "Description", "Indicator code", "RoundOff", "More information", "Unit", "Source",
    "Data type",
)  # fmt: skip
_FOLDER = Path(__file__).parent


def xlsx(flat: Flat, house: House) -> bytes:
    """The figures as a workbook for Swing, without what does not apply or had not started."""
    file = BytesIO()
    with opened("Buurt in Bloei voor Swing", flat.setting, house, file) as book:
        _write_data(book, flat)
        _write_metadata(book, flat)
    return file.getvalue()


def _write_data(book: Book, flat: Flat) -> None:
    sheet = _sheet(book, "data", DATA)
    told = (figure for figure in flat.figures if figure.row.status not in _LEFT_OUT)
    for at, figure in enumerate(told, 1):
        sheet.write_string(at, 0, _period(figure))
        sheet.write_string(at, 1, name_of("niveaus", figure.level))
        book.write(sheet, at, 2, name_of("gebieden", figure.row.area_code))
        sheet.write_string(at, 3, figure.indicator.id)
        sheet.write_number(at, 4, _value(figure))


def _value(figure: Figure) -> float:
    value = figure.row.value
    return WITHHELD if value is None or figure.row.status is Status.WITHHELD else value


def _period(figure: Figure) -> str:
    """The period as Swing names it: 2021, 2021-Q3, 2021-09, or as the csv file says."""
    day, label = figure.days.start, figure.row.period
    kind = Period.YEAR if label.isdigit() else Period.QUARTER if "Q" in label else Period.MONTH
    quarter = (day.month + 2) // 3
    return name_of("perioden", kind).format(year=day.year, quarter=quarter, month=day.month)


def _write_metadata(book: Book, flat: Flat) -> None:
    sheet = _sheet(book, "metadata", METADATA)
    for at, indicator in enumerate(flat.wanted.indicators, 1):
        for column, cell in enumerate(_described(indicator, flat)):
            if isinstance(cell, int):
                sheet.write_number(at, column, cell)
            else:
                book.write(sheet, at, column, cell)


def _described(indicator: Indicator, flat: Flat) -> tuple[str | int, ...]:
    """What the sheet with metadata says of an indicator, column by column."""
    told, setting = explanation(indicator), flat.setting
    more = " ".join((told.counted, *told.pitfalls, setting.audience_words, *setting.marks))
    kind = "Percentage" if indicator.unit.startswith("procent") else "Numeric"
    return (
        capital(indicator.label), told.definition, indicator.id, indicator.decimals, more,
        indicator.unit, told.source, kind,
    )  # fmt: skip


def _sheet(book: Book, name: str, headings: tuple[str, ...]) -> Any:
    sheet = book.file.add_worksheet(name)
    sheet.write_row(0, 0, headings)
    sheet.freeze_panes(1, 0)
    return sheet


def name_of(table: str, own: str) -> str:
    """The name in Swing of what is called `own` here; the same where the csv file is silent."""
    return _names(table).get(own, own)


@cache
def _names(table: str) -> Mapping[str, str]:
    with (_FOLDER / f"swing_{table}.csv").open(encoding="utf-8", newline="") as file:
        return {row["hier"]: row["swing"] for row in csv.DictReader(file)}
