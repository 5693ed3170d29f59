"""The cards of the starts: the share of wijken that started, and when each did."""

from collections.abc import Sequence
from datetime import date, timedelta

from analytics.catalog import find
from analytics.rollout.stand import share_words, starts_in
from analytics.rollout.timeline import Start, started_shares
from analytics.scope.scope import Scope
from analytics.scope.sentences import started_words
from analytics.scope.view import View
from charts.card import Card, Column, Kind, Line, Table, empty
from charts.cards.events import events_between
from charts.pictures import Event, Series, Stretch, TimeStrip, Trend
from charts.registry import card
from charts.theme import PILOT_COLOUR
from data.dutch import long_date, month
from data.grammar import all_of, capital, listed, named, part_are, part_of, spanned
from data.periods import Period, month_end, slices
from data.reference.areas import Level, city

NONE_STARTED = "Zodra er een is gestart, staat die hier."
ONE_WIJK = f"Kies een stadsdeel, een team of heel {city().name} om te zien hoe de uitrol verliep."
SHARES = {"% van de wijken": "wijken", "% van de inwoners": "inwoners"}  # with what is drawn
TOP = 108  # percent: the highest line stays free of the edge


@card("uitrol.gestart", "Hoe ging de uitrol?")
def started_chart(scope: Scope) -> Card:
    """The share of the area's wijken that started, and of their people."""
    day = scope.day
    found = starts_in(scope)
    begun = [start.day for start in found if start.day is not None]
    if not begun or len(found) == 1:
        return empty(_no_chart(scope, found))
    months = [part.start.replace(day=1) for part in slices(min(begun), day, Period.MONTH)]
    wijken, people = _monthly_shares(found, months, day)
    part = part_of(len(begun), len(found), "wijk", "wijken")
    sentence = _started_sentence(scope, found, begun)
    return Card(
        title=f"{capital(part)} gestart",
        subtitle=f"{scope.area.after_in} · gestarte wijken, en de inwoners die daar wonen, in"
        f" procenten · {spanned(month(months[0]), month(day))}",
        source=scope.source(find("wijken_gestart"), days=[day]),
        alt=sentence,
        sentence=sentence,
        file_name=scope.file_name("gestart"),
        indicators=["wijken_gestart"],
        picture=_started_trend(months, wijken, people, events_between(scope, months[0], day)),
        table=_started_table(months, wijken, people),
    )


def _monthly_shares(
    found: tuple[Start, ...], months: Sequence[date], until: date
) -> tuple[list[float], list[float]]:
    """The percentage of wijken, and of people, that started by the end of each month."""
    shares = [started_shares(found, min(month_end(first), until)) for first in months]
    wijken, people = zip(*shares, strict=True)
    return [100 * share for share in wijken], [100 * share for share in people]


def _started_sentence(scope: Scope, found: Sequence[Start], begun: Sequence[date]) -> str:
    part = part_of(len(begun), len(found), "wijk", "wijken")
    return (
        f"Op {long_date(scope.day)} {part_are(len(begun), len(found))} {part}"
        f" {scope.area.behind(Level.WIJK)} gestart; daar woont {share_words(found, scope.day)}."
    )


def _started_trend(
    months: list[date], wijken: list[float], people: list[float], events: Sequence[Event]
) -> Trend:
    lines = [
        Series("inwoners", "accent", people, is_stepped=True),
        Series("wijken", "line", wijken, is_stepped=True),
    ]
    return Trend(months, lines, unit="%", events=events, top=TOP)


def _no_chart(scope: Scope, found: Sequence[Start]) -> str:
    """Why there is no line: nothing started, or one wijk that has no share."""
    place = scope.area
    progress = scope.progress(place.level)[place.code]
    advice = ONE_WIJK if len(found) == 1 else NONE_STARTED
    return f"{started_words(place, progress)}. {advice}"


def _started_table(months: list[date], wijken: list[float], people: list[float]) -> Table:
    columns = [Column("Maand", kind=Kind.MONTH)]
    columns += [Column(text, 0, kind=Kind.PERCENT, draws=name) for text, name in SHARES.items()]
    rows = zip(months, wijken, people, strict=True)
    return Table("Gestarte wijken per maand", columns, [Line(row) for row in rows])


@card("uitrol.tijdlijn", "Wanneer begon elke wijk?")
def starts_strip(scope: Scope) -> Card:
    """When each wijk of the area started, with what happened around it.

    An area with one wijk stands among all of them.
    """
    day, place = scope.day, scope.area
    own = [start.code for start in starts_in(scope)]
    shown = starts_in(scope if len(own) > 1 else scope.seen(View(as_of=scope.view.as_of)))
    begun = [start for start in shown if start.day is not None]
    if not any(start.code in own for start in begun):
        return empty(_no_chart(scope, []))
    chosen = own if scope.view.area else []
    sentence = order_words(begun, own) if len(own) == 1 else first_words(begun)
    return Card(
        subtitle=f"{place.after_in} · van de dag van de start tot en met {long_date(day)}"
        f" · pilot in {PILOT_COLOUR}",
        source=scope.source(find("wijken_gestart")),
        alt=sentence,
        sentence=sentence,
        file_name=scope.file_name("tijdlijn"),
        indicators=["wijken_gestart"],
        picture=TimeStrip(
            [_stretch(start, chosen, day) for start in begun],
            events_between(scope, begun[0].day or day, day),
        ),
        table=_starts_table(begun, chosen),
    )


def first_words(begun: Sequence[Start]) -> str:
    """Which wijken began first and last: all of the same day together."""
    first, last = (_on_same_day(begun, begun[end]) for end in (0, -1))
    if first == last:
        every = all_of(len(first), "wijk", "wijken")
        names = f"{every} die zijn gestart" if len(first) > 1 else first[0]
        return f"{capital(names)} {_began(first)} op {_day(begun[0])}."
    return (
        f"{capital(named(first, 'wijken'))} {_began(first)} als eerste ({_day(begun[0])}),"
        f" {named(last, 'wijken')} als laatste ({_day(begun[-1])})."
    )


def order_words(begun: Sequence[Start], codes: Sequence[str]) -> str:
    """When one wijk began, among all of them."""
    [own] = [start for start in begun if start.code in codes]
    earlier = sum((start.day or date.max) < (own.day or date.max) for start in begun)
    together = [name for name in _on_same_day(begun, own) if name != own.name]
    same = f", op dezelfde dag als {named(together, 'andere wijken')}" if together else ""
    before = {0: "geen andere wijk begon eerder", 1: "1 wijk begon eerder"}
    return (
        f"{own.name} begon op {_day(own)}{same};"
        f" {before.get(earlier, f'{earlier} wijken begonnen eerder')}."
    )


def _on_same_day(begun: Sequence[Start], one: Start) -> list[str]:
    return [start.name for start in begun if start.day == one.day]


def _began(names: Sequence[str]) -> str:
    return "begon" if len(names) == 1 else "begonnen"


def _stretch(start: Start, chosen: Sequence[str], until: date) -> Stretch:
    ink = "accent" if start.code in chosen else "pilot" if start.is_pilot else "line"
    detail = f"gestart op {_day(start)}, {start.team}"
    # A stretch of no length would not be seen: the day of the start counts.
    end = max(until, (start.day or until) + timedelta(days=1))
    return Stretch(start.name, start.day or until, end, ink, detail)


def _day(start: Start) -> str:
    return long_date(start.day) if start.day else ""


def _starts_table(begun: Sequence[Start], chosen: Sequence[str]) -> Table:
    columns = [Column("Wijk"), Column("Team"), Column("Gestart op", kind=Kind.DAY)]
    lines = [
        Line(
            [start.name, start.team, start.day],
            code=start.code,
            is_chosen=start.code in chosen,
            is_pilot=start.is_pilot,
        )
        for start in begun
    ]
    return Table("Starts van de wijken", columns, lines)


def not_started_words(scope: Scope) -> str:
    """Which wijken of the area have not started, in a sentence; "" when all have."""
    idle = [start.name for start in starts_in(scope) if start.day is None]
    return f"Nog niet gestart: {listed(idle)}." if idle else ""
