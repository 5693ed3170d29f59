"""A report as a workbook: a contents sheet with links, a sheet a card, and an explanation."""

from io import BytesIO
from typing import Any

from charts.card import Card
from exports.house import House
from exports.report.report import Report, Text
from exports.workbook.book import Book, opened
from exports.workbook.cards import add_card
from exports.workbook.notes import NAME as NOTES
from exports.workbook.notes import add_notes

CONTENTS = "Inhoud"
TEXT_WIDTH = 110  # letters
HEAD = 4  # rows of the title and what is below it
TITLE_HEIGHT = 26  # points


def xlsx(report: Report, house: House) -> bytes:
    """The bytes of the workbook: the same report gives the same bytes."""
    file = BytesIO()
    with opened(report.title, report.setting, house, file) as book:
        contents = book.sheet(CONTENTS)
        sheets = [
            (card, add_card(book, card, card.topic or card.title, CONTENTS))
            for card in report.cards
        ]
        add_notes(book, report.cards)
        _write_head(book, contents, report)
        row = _write_links(book, contents, HEAD, sheets)
        _write_texts(book, contents, row, report)
    return file.getvalue()


def _write_head(book: Book, sheet: Any, report: Report) -> None:
    sheet.set_column(0, 0, TEXT_WIDTH)
    muted = book.house.colour("muted")
    title = " · ".join((report.title, *report.setting.marks))
    sheet.set_row(0, TITLE_HEIGHT)
    book.write(sheet, 0, 0, title, bold=True, font_size=18)
    book.write(sheet, 1, 0, report.subtitle, font_color=muted)
    book.write(sheet, 2, 0, report.setting.audience_words, font_color=muted)


def _write_links(book: Book, sheet: Any, row: int, sheets: list[tuple[Card, Any]]) -> int:
    """The sheets, which one looks for first; the first row that is free after them."""
    book.write(sheet, row, 0, "Bladen", bold=True, font_size=13)
    for card, target in sheets:
        row += 1
        _link(book, sheet, row, target.get_name(), card.title)
    _link(book, sheet, row + 1, NOTES, f"{NOTES}: selectie, begrippen en bron")
    return row + 3


def _write_texts(book: Book, sheet: Any, row: int, report: Report) -> None:
    for text in (piece for piece in report.pieces if isinstance(piece, Text)):
        book.write(sheet, row, 0, text.title, bold=True, font_size=13)
        terms = [f"{term}: {meaning}" for term, meaning in text.terms]
        for words in [*text.paragraphs, *terms]:
            row += 1
            book.write_lines(sheet, row, 0, words, TEXT_WIDTH)
        row += 2


def _link(book: Book, sheet: Any, row: int, target: str, words: str) -> None:
    """A link inside the workbook; the name of the sheet stands in quotes."""
    look = book.format(font_color=book.house.colour("accent"), underline=1)
    sheet.write_url(row, 0, f"internal:'{target}'!A1", look, words)
