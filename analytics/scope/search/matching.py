"""What a typed question is about: plain matching of words, forgiving in spelling, no guessing."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from difflib import SequenceMatcher

from analytics.scope.areas import NamedArea
from analytics.scope.search.words import Meaning, area_words, fixed_words, tokens
from analytics.scope.view import MOST_BESIDE, Known, View, parse, to_query
from analytics.scope.windows import Window
from data.dutch import month_numbers
from data.periods import month_end
from data.reference.areas import Level

LONGEST = 6  # words of a phrase
ALIKE = 0.8  # of two words, as difflib counts: one letter wrong in five
TWO = 2  # areas: they are compared
LONGER = 2  # letters that a word may be longer than what it is meant to be
SHORTEST = 4  # letters of a word that may be misspelt, or may be only a beginning
# The pages, best first, for a figure of an area, an area, a figure, and a period.
_FIGURE_OF_AREA, _OF_AREA = ("kaart", "gebied"), ("gebied", "kaart", "")
_FIGURE, _OF_TIME = ("kaart", ""), ("", "kaart")
_KEYS = {"level": "niveau", "window": "periode", "period": "periode", "area": "gebied"} | {
    "indicator": "indicator"
}
_YEAR, _MONTH = re.compile(r"20\d\d"), re.compile(r"([a-z]+)(20\d\d)")
_QUARTER = re.compile(r"(?:([1-4])e?kwartaal|kwartaal([1-4])|q([1-4]))(?:van)?(20\d\d)")


# Words that are never a misspelt name.
SMALL_WORDS = (
    frozenset(
        ("aan", "bij", "de", "dat", "die", "een", "en", "er", "het", "hoe", "hoeveel", "in", "is")
    )
    | frozenset(
        ("met", "naar", "of", "om", "op", "over", "te", "tot", "uit", "van", "voor", "waar", "wat")
    )
    | {"welke", "wie", "worden", "zijn", "zit"}
)

Read = Callable[[str], Meaning | list[NamedArea] | None]


@dataclass(frozen=True)
class Found:
    """An answer: a page by its path, with the view that the question names."""

    page: str
    view: View


@dataclass
class _Understood:
    pages: list[str] = field(default_factory=list)
    query: dict[str, str] = field(default_factory=dict)
    places: list[list[NamedArea]] = field(default_factory=list)  # per name the areas of that name


def search(text: str, known: Known, pages: Iterable[str], view: View | None = None) -> list[Found]:
    """The pages that answer a question, the best first; none when nothing in it is known.

    What the question does not name stays as it is in `view`.
    """
    about = _understood(tokens(text), known)
    areas = _settled(about, known)
    if not (about.pages or about.query or areas):
        return []
    base = to_query(view or View())
    if "periode" in about.query:
        base.pop("peildatum", None)
    asked = parse({**base, **about.query}, known)
    if areas:
        beside = tuple(map(_code, areas[1 : MOST_BESIDE + 1]))
        asked = replace(asked, area=_code(areas[0]), beside=beside or asked.beside)
    there = set(pages)
    return [Found(page, asked) for page in _pages(about, len(areas)) if page in there]


def _code(area: NamedArea) -> str:
    return "" if area.level is Level.GEMEENTE else area.code


def _pages(about: _Understood, areas: int) -> list[str]:
    """The pages of an answer: those that were named, else those that fit what was named."""
    usual: tuple[str, ...] = _OF_AREA if areas else _OF_TIME
    if areas >= TWO:
        usual = ("vergelijk", *usual)
    if "indicator" in about.query and areas < TWO:
        usual = _FIGURE_OF_AREA if areas else _FIGURE
    return list(dict.fromkeys([*about.pages, *usual]))


def _understood(words: list[str], known: Known) -> _Understood:
    """Takes the longest phrases out of the words: first as they are written, then alike."""
    about, areas, fixed = _Understood(), area_words(known.areas), fixed_words()
    exact: tuple[Read, ...] = (
        lambda phrase: _period(phrase, known),
        lambda phrase: fixed.get(phrase) or areas.get(phrase),
    )

    def alike(phrase: str) -> Meaning | list[NamedArea] | None:
        return _alike(phrase, areas) or _alike(phrase, fixed)

    rest = words
    for read in exact:
        rest = _take_out(rest, read, about)
    _take_out([word for word in rest if word not in SMALL_WORDS], alike, about)
    return about


def _take_out(words: list[str], read: Read, about: _Understood) -> list[str]:
    """Notes every phrase that can be read, the longest first, and gives the other words back."""
    for length in range(min(LONGEST, len(words)), 0, -1):
        for start in range(len(words) - length + 1):
            found = read("".join(words[start : start + length]))
            if found is not None:
                _note(found, about)
                before = _take_out(words[:start], read, about)
                return [*before, *_take_out(words[start + length :], read, about)]
    return words


def _note(found: Meaning | list[NamedArea], about: _Understood) -> None:
    if isinstance(found, list):
        about.places.append(found)
    elif found.kind == "page":
        about.pages.append(found.target)
    elif found.kind == "month":
        about.query |= {"periode": Window.MONTH, "peildatum": found.target}
    else:
        about.query.setdefault(_KEYS[found.kind], found.target)


def _settled(about: _Understood, known: Known) -> list[NamedArea]:
    """One area per name; a level beside it tells which is meant: wijk Centrum."""
    level = about.query.get("niveau", "")
    meant = [area for place in about.places for area in place if area.level == level]
    if meant:
        del about.query["niveau"]
    areas = [next((one for one in place if one in meant), place[0]) for place in about.places]
    return [known.city, *areas] if about.query.pop("gebied", "") else areas


def _period(phrase: str, known: Known) -> Meaning | None:
    """A year, a quarter or a month: each as the address names it."""
    if found := _QUARTER.fullmatch(phrase):
        number = next(one for one in found.groups()[:3] if one)
        return Meaning("period", f"{found[4]}-Q{number}")
    if _YEAR.fullmatch(phrase):
        return Meaning("period", phrase)
    if (found := _MONTH.fullmatch(phrase)) and found[1] in month_numbers():
        last = month_end(date(int(found[2]), month_numbers()[found[1]], 1))
        return Meaning("month", last.isoformat())
    return Meaning("period", str(known.as_of.year - 1)) if phrase == "vorigjaar" else None


def _alike(phrase: str, choices: Mapping[str, object]) -> Meaning | list[NamedArea] | None:
    """What is written nearly like a phrase, or begins with it; the nearest first."""
    if len(phrase) < SHORTEST:
        return None
    begins = [word for word in choices if word.startswith(phrase)]
    if begins:
        return choices[min(begins, key=len)]  # type: ignore[return-value]
    near = [(_likeness(phrase, word), word) for word in choices]
    best, word = max(near, default=(0.0, ""))
    return choices[word] if best >= ALIKE else None  # type: ignore[return-value]


def _likeness(one: str, other: str) -> float:
    if abs(len(one) - len(other)) > LONGER:
        return 0.0
    return SequenceMatcher(None, one, other, autojunk=False).ratio()
