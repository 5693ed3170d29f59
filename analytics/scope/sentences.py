"""Short Dutch sentences that are computed from figures: exact where it is small, else rounded."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from analytics.catalog import Indicator, Time
from analytics.figures.doors.marts import Audience
from analytics.figures.progress import Progress
from analytics.scope.areas import NO_TEAM, NamedArea
from analytics.scope.calendar import calendar_period
from analytics.scope.windows import Window
from data.dutch import long_date, month, number
from data.grammar import are, capital, compared, listed, part_is, plural
from data.periods import MONTHS_IN_YEAR, month_end
from data.reference.areas import Level

EXACT_BELOW = 100
PLURALS = {
    Level.GEMEENTE: "gemeenten",
    Level.STADSDEEL: "stadsdelen",
    Level.WIJK: "wijken",
    Level.BUURT: "buurten",
    Level.TEAM: "teams",
    Level.OWN: "eigen gebieden",
}
COUNTED = {
    "scans": ("scan", "scans"),
    "vacatures": ("vacature", "vacatures"),
    "matches": ("match", "matches"),
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
    area: NamedArea, progress: Progress, reach: Reach | None, window: Window, day: date
) -> str:
    """How far the rollout is in an area on a day, and what it brought in the window up to then.

    `reach` is None when its counts may not be shown.
    """
    start = started_words(area, progress)
    if reach is None or (not progress.has_started and reach == Reach(0, 0, 0)):
        return f"{start}."
    return f"{start}; {_brought(reach, window, day, has_started=progress.has_started)}"


def _brought(reach: Reach, window: Window, day: date, *, has_started: bool) -> str:
    residents = _counted(reach.residents, "inwoner", "inwoners")
    matches = _counted(reach.matches, "match", "matches")
    running = _counted(reach.running, "match", "matches")
    since = since_words(window, day) if has_started else f"tot en met {day_words(day)}"
    return (
        f"{since} {are(reach.residents)} {residents} bereikt"
        f" en {are(reach.matches)} {matches} gemaakt."
        f" Op {long_date(day)} {plural(reach.running, 'loopt', 'lopen')} er {running}."
    )


def since_words(window: Window, day: date) -> str:
    """The window as a sentence begins with it: in de 12 maanden tot en met september 2021."""
    if window is Window.ALL:
        return window.label
    months = "maand" if window is Window.MONTH else f"{window.months} maanden"
    return f"in de {months} tot en met {day_words(day)}"


def day_words(day: date) -> str:
    """Until when: the month that ends on a day, else the day itself."""
    return month(day) if day == month_end(day) else long_date(day)


def started_words(area: NamedArea, progress: Progress) -> str:
    """Which part of the area's wijken has started; of a wijk or buurt since when."""
    if area.level in (Level.WIJK, Level.BUURT):
        place = area.name if area.level is Level.WIJK else f"De wijk rond {area.name}"
        since = (
            f"is gestart in {month(progress.since)}" if progress.since else "is nog niet gestart"
        )
        return f"{place} {since}"
    place = "" if area.level is Level.GEMEENTE else f"{area.in_sentence}: "
    return capital(f"{place}{_part_words(progress)} gestart")


def _part_words(progress: Progress) -> str:
    total = len(progress.wijken)
    if total == 1 and not progress.has_started:
        return "de enige wijk is nog niet"
    return part_is(progress.started, total, "wijk", "wijken")


def change_words(change: float, indicator: Indicator, window: Window) -> str:
    """A change against the span before, in words: 312 meer dan 12 maanden eerder."""
    return compared(change, indicator.decimals, before_words(window, indicator.time))


def before_words(window: Window, time: Time) -> str:
    """The span or the day that a window is compared with."""
    months = window.months or MONTHS_IN_YEAR
    if window is Window.ALL or time is Time.STOCK:
        return "een maand eerder" if months == 1 else f"{months} maanden eerder"
    return "in de maand ervoor" if months == 1 else f"in de {months} maanden ervoor"


def audience_words(audience: Audience, threshold: int) -> str:
    """What stands on every page and export: how exact the figures are, and for whom."""
    if audience is Audience.INTERN and threshold:
        return "INTERN: exact binnen het eigen team, daarbuiten afgerond. Niet om te delen."
    if audience is Audience.INTERN:
        return "INTERN: exacte aantallen, niet om te delen."
    return (
        f"Aantallen onder {threshold} zijn afgerond op 0 of {threshold};"
        " totalen kloppen met elkaar."
    )


def selection_words(area: NamedArea, window: Window, as_of: date, level: Level) -> str:
    """The selection of a page: Woensel-Noord · tot en met september 2021 · per wijk."""
    return f"{place_words(area)} · {time_words(window, as_of)} · per {level}"


def place_words(area: NamedArea) -> str:
    """The area of a selection: Woensel-Noord (stadsdeel), Heel Eindhoven."""
    return capital(f"heel {area.name}" if area.level is Level.GEMEENTE else area.label)


def time_words(window: Window, as_of: date) -> str:
    """The days of a selection: 2020, or laatste 3 maanden, tot en met augustus 2021."""
    calendar = calendar_period(window, as_of)
    if calendar:
        return calendar.label
    back = "" if window is Window.ALL else f"{window.label}, "
    return f"{back}tot en met {day_words(as_of)}"


def trend_sentence(area: NamedArea, last_month: date, counts: Mapping[str, int]) -> str:
    """What the last month of a trend brought in an area: counts by the name of their indicator."""
    amounts = [_of(count, *COUNTED[name]) for name, count in counts.items()]
    return f"{capital(area.in_sentence)}, in {month(last_month)}: {listed(amounts)}."


def _of(count: int, one: str, more: str) -> str:
    return f"{number(count)} {plural(count, one, more)}"


def _counted(amount: int, one: str, more: str) -> str:
    return f"{about(amount)} {plural(amount, one, more)}"


def just_started(place: NamedArea) -> str:
    """That an area takes part for less than a full month, as a sentence."""
    verb = "zijn" if place.code == NO_TEAM else "is"
    return (
        f"{capital(place.in_sentence)} {verb} net gestart: er is nog geen hele maand om te"
        " vergelijken."
    )
