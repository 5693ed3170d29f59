"""The sheet that explains the figures: selection, definitions, source, peildatum, for whom."""

from collections.abc import Sequence

from charts.card import Card
from exports.words import about
from exports.workbook.book import Book

NAME = "Toelichting"
LABEL_WIDTH, TEXT_WIDTH = 34, 100  # letters


def add_notes(book: Book, cards: Sequence[Card]) -> None:
    """Adds the sheet, for the figures of some cards."""
    sheet = book.sheet(NAME)
    sheet.set_column(0, 0, LABEL_WIDTH)
    sheet.set_column(1, 1, TEXT_WIDTH)
    book.write(sheet, 0, 0, NAME, bold=True, font_size=15)
    for row, (name, words) in enumerate(about(cards, book.setting), 2):
        book.write(sheet, row, 0, name, bold=True)
        book.write_lines(sheet, row, 1, words, TEXT_WIDTH)
