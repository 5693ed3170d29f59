"""Sentences about what changed between two periods."""

from collections.abc import Sequence

from analytics.catalog import find
from analytics.rollout.changes import Change, Changes
from analytics.scope.areas import NamedArea, said_name
from analytics.scope.sentences import PLURALS
from analytics.scope.windows import Span
from charts.cards.rollout.aligned_words import DONE, DONE_ONE
from data.dutch import month, number, signed
from data.grammar import (
    NAMED_AT_MOST,
    article,
    capital,
    counted,
    listed,
    plural,
    relative,
    spanned,
)
from data.reference.areas import Level

REAL, CHANCE, NEW = "meer dan toeval", "kan toeval zijn", "toen nog geen hele maand gestart"
TOO_SMALL = "te klein om te vergelijken"


def period_words(part: Span) -> str:
    """A period of whole months in words: maart 2021, or juli tot en met september 2021."""
    if part.start is None or (part.start.year, part.start.month) == (part.end.year, part.end.month):
        return month(part.end)
    if part.start.year == part.end.year:
        return f"{month(part.start).split()[0]} tot en met {month(part.end)}"
    return spanned(month(part.start), month(part.end))


def difference_words(area: Change) -> str | None:
    """A difference with its sign: +12, or of other lengths −7,0 per maand; None without one."""
    if not area.is_compared or not area.is_settled:
        return None
    if area.is_like:
        return signed(area.now - area.then)
    return f"{signed(area.change, 1)} per maand"


def verdict(area: Change) -> str:
    """What the test says of an area, in words."""
    if not area.is_compared:
        return NEW
    if not area.is_settled:
        return TOO_SMALL
    return REAL if area.is_real else CHANCE


def area_sentence(found: Changes, area: Change) -> str:
    """How one area changed, and whether that is more than chance."""
    name, when = said_name(area.code, area.name), period_words(found.now)
    words = f"In {name} {_counted(area.now, found.subject)} in {when}"
    if not area.is_compared:
        return f"{words}; in {period_words(found.then)} deed het nog geen hele maand mee."
    then = f"{number(area.then)} in {period_words(found.then)}"
    if not area.is_settled:
        return f"{words}, tegen {then}: te klein om te vergelijken, want het is afgerond."
    if not area.change:
        return f"{words}, evenveel als in {period_words(found.then)}."
    chance = "dat is meer dan toeval" if area.is_real else "dat kan toeval zijn"
    return f"{words}, tegen {then}: {_more(area)}; {chance}."


def _counted(amount: int, subject: str) -> str:
    done = (DONE_ONE if amount == 1 else DONE)[subject]
    return f"{plural(amount, 'is', 'zijn')} {number(amount)} {done}"


def _more(area: Change) -> str:
    more = "meer" if area.change > 0 else "minder"
    if area.is_like:
        return f"{number(abs(area.now - area.then))} {more}"
    paces = " tegen ".join(number(pace, 1) for pace in area.paces)
    return f"per maand {paces}, dus {more}, want het deed toen korter mee"


def change_sentence(
    found: Changes, areas: Sequence[Change], level: Level, place: NamedArea | None = None
) -> str:
    """Which of some areas of a level changed by more than chance, the greatest first.

    `place` is the area that they lie in; None for the whole city.
    """
    where = f"In {place.in_sentence}: " if place else ""
    words = _changed(found, [area for area in areas if area.is_compared], level)
    against = f"{period_words(found.now)} tegen {period_words(found.then)}"
    return f"{where}{words if where else capital(words)} ({against})."


def _changed(found: Changes, areas: Sequence[Change], level: Level) -> str:
    label = find(found.subject).label
    real = [area for area in areas if area.is_real]
    if not areas:
        return f"nog geen {level} deed in beide perioden mee"
    if not real:
        return _none(len(areas), level, f"het verschil in {label}")
    names = [
        f"{said_name(area.code, area.name)} ({difference_words(area)})"
        for area in real[:NAMED_AT_MOST]
    ]
    more = len(real) - NAMED_AT_MOST
    rest = f"; en nog {counted(more, level, PLURALS[level])}" if more > 0 else ""
    return f"meer dan toeval veranderd in {label}: {listed(names)}{rest}"


def _none(total: int, level: Level, difference: str) -> str:
    if total == 1:
        only = f"{article(level)} enige {level} {relative(level)} in beide perioden meedeed"
        return f"bij {only}, is {difference} niet meer dan toeval"
    some = f"geen van de {number(total)} {PLURALS[level]} die in beide perioden meededen"
    return f"bij {some}, is {difference} meer dan toeval"
