"""Short Dutch sentences that are computed from figures: exact where it is small, else rounded."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from analytics.areas import NamedArea
from analytics.catalog import Indicator, Time
from analytics.marts import Audience
from analytics.periods import MONTHS_IN_YEAR, month_end
from analytics.result import Row
from analytics.rollout import Progress
from analytics.windows import Window
from data.areas import Level
from data.dutch import long_date, month, number

EXACT_BELOW = 100
TWICE = 2
PLURALS = {
    Level.GEMEENTE: "gemeenten",
    Level.STADSDEEL: "stadsdelen",
    Level.WIJK: "wijken",
    Level.BUURT: "buurten",
    Level.TEAM: "teams",
}


@dataclass(frozen=True)
class Reach:
    """What the rollout sentence counts: residents reached, matches made, matches running."""

    residents: int
    matches: int
    running: int


def about(amount: int) -> str:
    """An amount for running text, rounded to two digits: 96, ruim 1.200, bijna 1.300."""
    if amount < EXACT_BELOW:
        return number(amount)
    step = 10 ** (len(str(amount)) - 2)
    rest = amount % step
    if rest == 0:
        return number(amount)
    if rest * 2 <= step:
        return f"ruim {number(amount - rest)}"
    return f"bijna {number(amount - rest + step)}"


def rollout_sentence(
    area: NamedArea, progress: Progress, reach: Reach | None, window: Window
) -> str:
    """How far the rollout is in an area, and what it brought in the window.

    `reach` is None when its counts may not be shown.
    """
    start = started_words(area, progress)
    if reach is None or (not progress.has_started and reach == Reach(0, 0, 0)):
        return f"{start}."
    since = window.label if window is Window.ALL else f"in de {window.label}"
    residents = _counted(reach.residents, "inwoner", "inwoners")
    matches = _counted(reach.matches, "match", "matches")
    running = _counted(reach.running, "match", "matches")
    return (
        f"{start}; {since} {_are(reach.residents)} {residents} bereikt"
        f" en {_are(reach.matches)} {matches} gemaakt."
        f" Er {'loopt' if reach.running == 1 else 'lopen'} nu {running}."
    )


def started_words(area: NamedArea, progress: Progress) -> str:
    """Which part of the area's wijken has started; of a wijk or buurt since when."""
    if area.level in (Level.WIJK, Level.BUURT):
        place = area.name if area.level is Level.WIJK else f"De wijk rond {area.name}"
        since = (
            f"is gestart in {month(progress.since)}" if progress.since else "is nog niet gestart"
        )
        return f"{place} {since}"
    place = "" if area.level is Level.GEMEENTE else f"{area.name}: "
    total = len(progress.wijken)
    if progress.started == total > 1:
        return f"{place}alle {total} wijken zijn gestart"
    if total == 1:
        return f"{place}de enige wijk is {'' if progress.has_started else 'nog niet '}gestart"
    return f"{place}{progress.started} van de {total} wijken {_are(progress.started)} gestart"


def change_words(change: float, indicator: Indicator, window: Window) -> str:
    """A change against the span before, in words: 312 meer dan 12 maanden eerder."""
    before = _before(window, indicator.time)
    amount = number(abs(change), indicator.decimals)
    if amount == number(0, indicator.decimals):
        return f"evenveel als {before}"
    return f"{amount} {'meer' if change > 0 else 'minder'} dan {before}"


def _before(window: Window, time: Time) -> str:
    months = window.months or MONTHS_IN_YEAR
    if window is Window.ALL or time is Time.STOCK:
        return "een maand eerder" if months == 1 else f"{months} maanden eerder"
    return "in de maand ervoor" if months == 1 else f"in de {months} maanden ervoor"


def audience_words(audience: Audience, threshold: int) -> str:
    """What stands on every page and export: how exact the figures are, and for whom."""
    if audience is Audience.INTERN:
        return "INTERN: exacte aantallen, niet om te delen."
    return (
        f"Aantallen onder {threshold} zijn afgerond op 0 of {threshold};"
        " totalen kloppen met elkaar."
    )


def selection_words(area: NamedArea, window: Window, as_of: date, level: Level) -> str:
    """The selection of a page: Woensel-Noord · tot en met september 2021 · per wijk."""
    until = month(as_of) if as_of == month_end(as_of) else long_date(as_of)
    back = "" if window is Window.ALL else f"{window.label}, "
    place = f"heel {area.name}" if area.level is Level.GEMEENTE else area.label
    return f"{place[0].upper()}{place[1:]} · {back}tot en met {until} · per {level}"


def extremes_sentence(rows: list[Row], level: Level, decimals: int) -> str:
    """The highest and the lowest area of a map or table, for who cannot see it."""
    shown = [(row.value, row.area_name) for row in rows if row.value is not None]
    if not shown:
        return f"Er zijn geen cijfers per {level}."
    high, low = max(shown), min(shown)
    return (
        f"{len(shown)} {PLURALS[level]}. Het hoogst: {high[1]} ({number(high[0], decimals)})."
        f" Het laagst: {low[1]} ({number(low[0], decimals)})."
    )


def trend_sentence(last_month: date, counts: Mapping[str, int]) -> str:
    """What the last month of a trend brought, for who cannot see it: counts by name."""
    amounts = [f"{number(count)} {name}" for name, count in counts.items()]
    return f"In {month(last_month)}: {', '.join(amounts[:-1])} en {amounts[-1]}."


def ratio_words(ratio: float) -> str:
    """A ratio as a difference: 12% minder, 8% meer, 2,5 keer zo veel, evenveel."""
    if ratio >= TWICE:
        return f"{number(ratio, 1)} keer zo veel"
    percent = round(abs(ratio - 1) * 100)
    if not percent:
        return "evenveel"
    return f"{percent}% {'meer' if ratio > 1 else 'minder'}"


def listed(words: Sequence[str]) -> str:
    """Words in one line: a, b en c."""
    *most, last = words
    return f"{', '.join(most)} en {last}" if most else last


def _counted(amount: int, one: str, more: str) -> str:
    if amount == 0:
        return f"geen {more}"
    return f"{about(amount)} {one if amount == 1 else more}"


def _are(amount: int) -> str:
    return "is" if amount == 1 else "zijn"
