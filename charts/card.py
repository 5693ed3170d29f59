"""A card: what stands on a page as one piece and can be taken along as one piece.

A card holds words, a picture and the figures behind it, and knows no library: the pages draw it on
a screen, the exports on paper, in slides and in workbooks.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from charts.pictures import Picture

Value = str | float | date | None


class Kind(StrEnum):
    """What a column is, where more than text or a number is to be known; no heading is read."""

    PLAIN = "plain"  # text, or numbers
    MONTH = "month"  # cells are days; their month is shown
    DAY = "day"
    QUARTER = "quarter"  # cells are its first day
    RANK = "rank"  # equals share one
    FOLLOWED = "followed"  # how many the shares and durations beside it tell of
    PERCENT = "percent"
    DAYS = "days"  # a duration
    CHANGE = "change"  # a difference: with its sign


@dataclass(frozen=True)
class Column:
    """One column of a table: text or dates when `decimals` is None, else numbers.

    `has_bars` asks for a bar beside every number, against the highest of the column. `draws` is
    what the picture of the card calls these figures, where that is not the heading. `iso` is the
    heading for other programs where it says more: a moment (2021-09-30), or what is counted.
    """

    heading: str
    decimals: int | None = None
    has_bars: bool = False
    kind: Kind = Kind.PLAIN
    draws: str = ""
    iso: str = ""

    @property
    def is_number(self) -> bool:
        """Whether the cells hold numbers (or the word that says why there is none)."""
        return self.decimals is not None


@dataclass(frozen=True)
class Line:
    """One row of a table, in the order of the columns.

    A text in a number column says why there is no number; None means that nothing is there to
    tell. `code` is the area that the row is about, "" for none. `since` is the first day that the
    counts in it are of; None: since the beginning, or how it stood on a day.
    """

    cells: Sequence[Value]
    code: str = ""
    is_chosen: bool = False
    is_pilot: bool = False
    since: date | None = None


@dataclass(frozen=True)
class Table:
    """Figures in rows; the column with number `head` names the row."""

    caption: str
    columns: Sequence[Column]
    lines: Sequence[Line]
    head: int = 0


@dataclass(frozen=True)
class Card:
    """One piece of a page.

    `id` is section and name (overzicht.trend): the registry fills it in. `title` is the finding
    where it can be computed; without one the card gets the title under which it is registered.
    `subtitle` is the unit and the days, `source` the small line under it, `alt` what the picture
    says to who cannot see it. `sentence` can be quoted. `file_name` is how its exports are called,
    without audience and ending. `topic` is what the card is about where a finding is its title.
    `selection` is the address of what it was made for, without the peildatum: with its id it gives
    the card again; "" when that takes more. `is_headed`: its finding was made its title.
    `indicators` are the ids of the indicators in it, whose
    definitions go along. A card that has nothing to show has neither picture nor table, and
    says in `note` why and what can be done.
    """

    id: str = ""
    title: str = ""
    subtitle: str = ""
    source: str = ""
    alt: str = ""
    sentence: str = ""
    file_name: str = ""
    indicators: Sequence[str] = ()
    picture: Picture | None = None
    table: Table | None = None
    note: str = ""
    topic: str = ""
    selection: str = ""
    is_headed: bool = False


def empty(note: str, title: str = "", subtitle: str = "", sentence: str = "") -> Card:
    """A card that has nothing to show, with why and what can be done."""
    return Card(title=title, subtitle=subtitle, sentence=sentence, note=note)
