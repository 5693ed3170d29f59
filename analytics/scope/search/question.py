"""A question in words (from the command line or a URL) becomes an indicator and a selection."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeVar

from analytics.catalog import INDICATORS, Indicator, find
from analytics.figures.doors.marts import Audience, Marts, ProtectedMarts
from analytics.figures.population import population_words
from analytics.figures.result import Door, Result
from analytics.figures.selection import Selection
from analytics.figures.started import told
from analytics.scope.areas import NamedArea, all_areas, find_area
from analytics.scope.sentences import audience_words
from data.delivery.reading.suggestions import Suggestions
from data.dutch import long_date
from data.grammar import capital
from data.periods import Period
from data.reference.areas import Level

Chosen = TypeVar("Chosen", bound=StrEnum)


class WrongQuestion(Exception):
    """A question that cannot be asked; the message says in Dutch what would be possible."""


@dataclass(frozen=True)
class Question:
    """What was asked, as it was written. Empty means: not given."""

    indicator: str
    level: str = ""
    area: str = ""
    as_of: date | None = None
    start: date | None = None
    end: date | None = None
    period: str = ""


def ask(marts: Door, question: Question) -> Result[Door]:
    """The answer to a question; WrongQuestion when a name in it is unknown."""
    indicator = parse_indicator(question.indicator)
    area = parse_area(marts, question.area) if question.area else None
    default = area.level if area else Level.GEMEENTE
    selection = Selection(
        level=_choice(Level, question.level, "niveau") if question.level else default,
        area=area.code if area else "",
        as_of=question.as_of or marts.as_of,
        start=question.start,
        end=question.end,
        period=_choice(Period, question.period, "periode") if question.period else None,
    )
    if selection.start and selection.start > selection.last_day:
        raise WrongQuestion("De eerste dag ligt na de laatste dag of na de peildatum.")
    return told(marts, indicator, selection)


def notes(marts: Marts, result: Result[Marts], question: Question) -> list[str]:
    """What a reader must know of an answer besides its figures, in Dutch sentences."""
    known = result.selection.as_of
    found = []
    if question.as_of and question.as_of > known:
        found.append(_brought_back(marts, question.as_of, known))
    if result.years:
        found.append(f"{capital(population_words(result.years))}.")
    threshold = marts.threshold
    return [*found, audience_words(marts.audience, threshold)]


def _brought_back(marts: Marts, asked: date, known: date) -> str:
    """Why the peildatum is another day than was asked."""
    day = long_date(known)
    if isinstance(marts, ProtectedMarts) and asked <= marts.last_day:
        return (
            f"Let op: naar buiten gaan alleen hele maanden. De peildatum is nu {day}, en niet"
            f" {long_date(asked)}."
        )
    return f"Let op: er zijn cijfers tot en met {day}; dat is nu de peildatum."


def parse_indicator(text: str) -> Indicator:
    """The indicator of that id."""
    try:
        return find(text)
    except KeyError:
        ids = [indicator.id for indicator in INDICATORS]
        raise WrongQuestion(
            f"Indicator {text!r} bestaat niet.{_suggestion(text, ids)}"
            " `python bloei.py figures --list` toont alle indicatoren."
        ) from None


def parse_audience(text: str) -> Audience:
    """The audience of that name."""
    return _choice(Audience, text, "publiek")


def parse_area(marts: Marts, text: str) -> NamedArea:
    """The area of that code or name."""
    areas = all_areas(marts)
    area = find_area(areas, text)
    if area is None:
        names = [area.name for area in areas]
        raise WrongQuestion(f"Gebied {text!r} bestaat niet.{_suggestion(text, names)}")
    return area


def _suggestion(text: str, known: list[str]) -> str:
    hint = Suggestions(known).hint(text)
    return f" {hint}" if hint else ""


def _choice(kind: type[Chosen], text: str, what: str) -> Chosen:
    try:
        return kind(text)
    except ValueError:
        raise WrongQuestion(f"Kies als {what} uit: {', '.join(kind)}.") from None
