"""A workbook as this house writes it: no formulas, no links of its own accord, no clock time."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, time
from io import BytesIO
from itertools import chain, product
from math import ceil
from textwrap import shorten
from typing import Any

from xlsxwriter import Workbook

from exports.house import House
from exports.setting import Setting
from exports.tables.formulas import FORMULA_SIGNS

OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
# Excel wants a moment of making; the true one would make every file differ.
PROPERTIES: dict[str, Any] = {"author": "WIJeindhoven", "created": datetime(2017, 9, 1)}
FONT = "Calibri"  # the one that the programs of the readers have
MOST = 220  # signs above or below a page: a program knows no more than 255
TINT = 0.15  # of the colour
LONGEST_NAME = 31  # of a sheet
B_TO_Z = "bcdefghijklmnopqrstuvwxyz"
ENDS = ("", *(f" ({letters})" for letters in chain(B_TO_Z, map("".join, product(B_TO_Z, B_TO_Z)))))
LINE_HEIGHT = 15  # points
SURE = 0.85  # of the letters of a line surely fit, however wide they are
FORBIDDEN = str.maketrans(dict.fromkeys("[]:*?/\\'", "-"))


@dataclass(frozen=True)
class Book:
    """A workbook that is being filled, in the house style."""

    file: Workbook
    setting: Setting
    house: House
    _formats: dict[tuple[tuple[str, Any], ...], Any] = field(default_factory=dict)

    def format(self, **properties: Any) -> Any:
        """A format in the letters of the house, made once for the same properties."""
        key = tuple(sorted(properties.items()))
        if key not in self._formats:
            usual = {"font_name": FONT, "font_size": 11, "font_color": self.house.colour("ink")}
            self._formats[key] = self.file.add_format({**usual, "valign": "top", **properties})
        return self._formats[key]

    def sheet(self, name: str) -> Any:
        """A new sheet with a name that Excel allows and that is not taken."""
        taken = {sheet.get_name().casefold() for sheet in self.file.worksheets()}
        sheet = self.file.add_worksheet(sheet_name(name, taken))
        sheet.set_paper(9)  # A4
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.hide_gridlines(2)
        self.on_paper(sheet)
        return sheet

    def on_paper(self, sheet: Any, title: str = "", source: str = "") -> None:
        """What stands above and below every printed page of a sheet, cut off where it is long."""
        marks = " · ".join((sheet.get_name(), *self.setting.marks, self.house.footer))
        title = shorten(title, MOST - len(marks), placeholder="…") if len(marks) < MOST else ""
        told = [part.replace("&", "&&") for part in (marks, title, shorten(source, MOST))]
        sheet.set_header("&L" + "\n".join(filter(None, told[:2])))
        sheet.set_footer("&L" + "\n".join(filter(None, (told[2], "Pagina &P van &N"))))

    def table_name(self, sheet: Any) -> str:
        """The name of the table of a sheet, by which programs find it: that of the sheet."""
        plain = "".join(sign if sign.isalnum() else "_" for sign in sheet.get_name())
        return f"t_{plain}"

    def tint(self, ink: str) -> str:
        """A pale shade of an ink, to write on."""
        colour = self.house.colour(ink)
        parts = [int(colour[at : at + 2], 16) for at in (1, 3, 5)]
        return "#" + "".join(f"{round(255 - (255 - part) * TINT):02X}" for part in parts)

    def write(self, sheet: Any, row: int, column: int, text: str, **properties: Any) -> None:
        """Writes a text as text, also one that looks like a formula, now and when it is edited."""
        if text.startswith(FORMULA_SIGNS):
            properties |= {"quote_prefix": True}
        sheet.write_string(row, column, text, self.format(**properties))

    def write_lines(self, sheet: Any, row: int, column: int, text: str, letters: int) -> None:
        """Writes a text over the lines that it needs in a column so many letters wide.

        The row gets its height here, because not every program finds it when it opens the file.
        """
        lines = sum(ceil(max(len(part), 1) / (letters * SURE)) for part in text.split("\n"))
        sheet.set_row(row, LINE_HEIGHT * lines)
        self.write(sheet, row, column, text, text_wrap=True)


@contextmanager
def opened(title: str, setting: Setting, house: House, file: BytesIO) -> Iterator[Book]:
    """A workbook to fill; its bytes are in `file` afterwards."""
    with Workbook(file, OPTIONS) as workbook:
        about = {
            "title": title,
            "subject": setting.selection,
            "keywords": ", ".join(setting.marks),
            "comments": setting.audience_words,
            "created": datetime.combine(setting.as_of, time()),
        }
        workbook.set_properties(PROPERTIES | about)
        yield Book(workbook, setting, house)


def sheet_name(name: str, taken: set[str]) -> str:
    """A name without what Excel forbids, short enough, with a letter when it is taken.

    A letter, because a number could be read as a count. A long name ends with a whole word: half of
    a number is another number.

    >>> sheet_name("De helft van de matches is na 134 dagen voorbij", set())
    'De helft van de matches is na'
    """
    plain = name.translate(FORBIDDEN).strip() or "Blad"
    names = (f"{_shortened(plain, LONGEST_NAME - len(end))}{end}" for end in ENDS)
    return next(short for short in names if short.casefold() not in taken)


def _shortened(name: str, most: int) -> str:
    """A name in at most so many letters; only a single word is cut within."""
    if len(name) <= most:
        return name
    return name[: most + 1].rpartition(" ")[0].rstrip(" ,:;-(") or name[:most]
