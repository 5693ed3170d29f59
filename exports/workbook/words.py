"""What the figures on a sheet are, in a box beside them: no cell that a program takes for data."""

from typing import Any

from charts.card import Card
from exports.workbook.axes import font
from exports.workbook.book import Book

WIDTH, HEIGHT = 820, 120  # pixels
BACK_HEIGHT = 20  # pixels
SIZE, BACK_SIZE = 11, 10  # points


def add_words(book: Book, sheet: Any, card: Card, corner: tuple[int, int], back: str) -> None:
    """Title, unit, selection and source, and the way back to a sheet when it has a name."""
    title = " · ".join((card.title, *book.setting.marks))
    told = [title, card.subtitle, book.setting.selection, card.source]
    words = "\n".join(filter(None, told))
    top = BACK_HEIGHT if back else 0
    look: dict[str, Any] = {"fill": {"none": True}, "line": {"none": True}, "object_position": 3}
    box = {"width": WIDTH, "height": HEIGHT, "y_offset": top, "font": font(book, "ink", SIZE)}
    sheet.insert_textbox(*corner, words, look | box)
    if back:
        link = {"width": WIDTH // 2, "height": BACK_HEIGHT, "url": f"internal:'{back}'!A1"}
        inks = {"font": font(book, "accent", BACK_SIZE) | {"underline": True}}
        sheet.insert_textbox(*corner, "Terug naar de inhoud", look | link | inks)
