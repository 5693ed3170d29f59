"""What a format is, for cards, for reports and for all figures, and how its files are called."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from charts.card import Card
from charts.pictures import AreaMap
from exports.flat.collect import Flat
from exports.house import House
from exports.report.report import Report
from exports.setting import Setting

OFFICE = "application/vnd.openxmlformats-officedocument"
SLIDES = f"{OFFICE}.presentationml.presentation"
LETTER = f"{OFFICE}.wordprocessingml.document"
WORKBOOK = f"{OFFICE}.spreadsheetml.sheet"
_UNSAFE = re.compile(r"[^\w.-]+")
File = tuple[str, bytes]
LONGEST_NAME = 120  # of a file, without audience and ending


@dataclass(frozen=True)
class Form:
    """A format by its name (also the ending of its files, unless that differs), and in words.

    `variant` stands in the names of its files where another format has the same ending.
    """

    name: str
    label: str
    mime: str
    ending: str = field(default="", kw_only=True)
    variant: str = field(default="", kw_only=True)


@dataclass(frozen=True)
class CardForm(Form):
    """A format for a card. `for_maps` means that only a map has it.

    `beside` makes the text that explains a file in which there is no room for it.
    """

    make: Callable[[Card, Setting, House], bytes]
    for_maps: bool = False
    beside: Callable[[Card, Setting], bytes] | None = field(default=None, kw_only=True)

    def files(self, card: Card, setting: Setting, house: House, name: str) -> list[File]:
        """The file of that name, and the text beside it that explains it where a format has one."""
        made = [(name, self.make(card, setting, house))]
        if self.beside is not None:
            stem = name.removesuffix(f".{self.ending or self.name}")
            made.append((f"{stem}_toelichting.txt", self.beside(card, setting)))
        return made

    def applies(self, card: Card) -> bool:
        """Whether the card has something to show in this format."""
        if card.note or (card.picture is None and card.table is None):
            return False
        return isinstance(card.picture, AreaMap) or not self.for_maps


@dataclass(frozen=True)
class ReportForm(Form):
    """A format for a report."""

    make: Callable[[Report, House], bytes]


@dataclass(frozen=True)
class FlatForm(Form):
    """A format for all figures at once: one file or several, by name and bytes.

    `stem` is how the first is called, before area and audience; `use` says what it is good for.
    """

    stem: str
    use: str
    make: Callable[[Flat, House, str], list[File]]

    def files(self, flat: Flat, house: House) -> list[File]:
        """The files, the one that the format is about first."""
        stem = "_".join(filter(None, (self.stem, flat.wanted.area)))
        return self.make(flat, house, file_name(stem, flat.setting, self))


def file_name(stem: str, setting: Setting, form: Form) -> str:
    """How a file is called: matches_per_1000_wijk_2021-10-01_gemeente.pptx."""
    plain = _UNSAFE.sub("-", stem).strip("-.")[:LONGEST_NAME] or "export"
    words = "_".join(filter(None, (plain, form.variant, setting.audience)))
    return f"{words}.{form.ending or form.name}"


def distinct(wanted: Sequence[str], taken: set[str]) -> str:
    """The first of the wanted names that is not taken, from usual to most precise; takes it.

    ValueError when none is left: files of one export may never replace each other.
    """
    free = next((name for name in wanted if name not in taken), None)
    if free is None:
        raise ValueError(f"Er zijn twee bestanden met de naam {wanted[-1]}.")
    taken.add(free)
    return free
