"""The sheet that explains the figures: selection, definitions, source, peildatum, for whom."""

from collections.abc import Sequence

from charts.card import Card
from data.dutch import long_date
from exports.words import DEMO_WORDS, definitions, events
from exports.workbook.book import Book

NAME = "Toelichting"
LABEL_WIDTH, TEXT_WIDTH = 34, 100  # letters


def add_notes(book: Book, cards: Sequence[Card]) -> None:
    """Adds the sheet, for the figures of some cards."""
    sheet = book.sheet(NAME)
    sheet.set_column(0, 0, LABEL_WIDTH)
    sheet.set_column(1, 1, TEXT_WIDTH)
    book.write(sheet, 0, 0, NAME, bold=True, font_size=15)
    for row, (name, words) in enumerate(_rows(book, cards), 2):
        book.write(sheet, row, 0, name, bold=True)
        book.write_lines(sheet, row, 1, words, TEXT_WIDTH)


def _rows(book: Book, cards: Sequence[Card]) -> list[tuple[str, str]]:
    """Name and words of every line."""
    setting = book.setting
    rows = [
        ("Selectie", setting.selection),
        ("Peildatum", long_date(setting.as_of)),
        ("Voor wie", setting.audience_words),
    ]
    if setting.is_demo:
        rows.append(("Demogegevens", DEMO_WORDS))
    sources = dict.fromkeys(card.source for card in cards if card.source)
    rows += [("Bron", source.removeprefix("Bron: ")) for source in sources]
    rows += [(f"Gebeurtenis {moment}", label) for card in cards for moment, label in events(card)]
    meanings = dict.fromkeys(meaning for card in cards for meaning in definitions(card))
    return [*rows, *meanings]
