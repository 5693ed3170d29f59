"""The cards of the starts: the share of wijken that started, and when each did."""

from collections.abc import Sequence
from datetime import date, timedelta

from analytics.catalog import find
from analytics.rollout.stand import share_words, starts_in
from analytics.rollout.timeline import Start, started_shares
from analytics.scope import questions
from analytics.scope.answers import Answers
from analytics.scope.sentences import started_words
from analytics.scope.view import View
from charts.card import Card, Column, Line, Table
from charts.cards.events import events_between
from charts.cards.words import file_words, place_words, source_words
from charts.pictures import Series, Stretch, TimeStrip, Trend
from data.dutch import long_date, month, short_month
from data.grammar import all_of, capital, listed, named, part_are, part_of
from data.periods import Period, month_end, slices

STARTED, TIMELINE = "uitrol.gestart", "uitrol.tijdlijn"
NONE_STARTED = "Zodra de tabel uitrol een start noemt, staat die hier."
ONE_WIJK = "Kies een stadsdeel, een team of heel Eindhoven om te zien hoe de uitrol verliep."
TOP = 108  # percent: the highest line stays free of the edge


def started_chart(answers: Answers, view: View) -> Card:
    """uitrol.gestart: the share of the area's wijken that started, and of their people."""
    day = questions.as_of(view, answers.known)
    found = starts_in(answers, view)
    begun = [start.day for start in found if start.day is not None]
    if not begun or len(found) == 1:
        return Card(STARTED, "Hoe ging de uitrol?", note=_no_chart(answers, view, found))
    months = [part.start.replace(day=1) for part in slices(min(begun), day, Period.MONTH)]
    shares = [started_shares(found, min(month_end(first), day)) for first in months]
    wijken, people = ([100 * share for share in column] for column in zip(*shares, strict=True))
    part = part_of(len(begun), len(found), "wijk", "wijken")
    place = questions.area(view, answers.known)
    sentence = (
        f"Op {long_date(day)} {part_are(len(begun), len(found))} in {place_words(place)} {part}"
        f" gestart; daar woont {share_words(found, day)}."
    )
    return Card(
        id=STARTED,
        title=f"{capital(part)} gestart",
        subtitle=f"{place_words(place)} · gestarte wijken, en de inwoners die daar wonen, in"
        f" procenten · {month(months[0])} tot en met {month(day)}",
        source=source_words(find("wijken_gestart"), view, answers.known, days=[day]),
        alt=sentence,
        sentence=sentence,
        file_name=file_words("gestart", view, answers.known),
        indicators=["wijken_gestart"],
        picture=Trend(
            months,
            [
                Series("% inwoners", "accent", people, is_stepped=True),
                Series("% wijken", "line", wijken, is_stepped=True),
            ],
            unit="%",
            events=events_between(answers, view, months[0], day),
            top=TOP,
        ),
        table=_started_table(months, wijken, people),
    )


def _no_chart(answers: Answers, view: View, found: Sequence[Start]) -> str:
    """Why there is no line: nothing started, or one wijk that has no share."""
    place = questions.area(view, answers.known)
    progress = answers.progress(place.level, questions.as_of(view, answers.known))[place.code]
    advice = ONE_WIJK if len(found) == 1 else NONE_STARTED
    return f"{started_words(place, progress)}. {advice}"


def _started_table(months: list[date], wijken: list[float], people: list[float]) -> Table:
    columns = [Column("Maand"), Column("% van de wijken", 0), Column("% van de inwoners", 0)]
    rows = zip(map(short_month, months), wijken, people, strict=True)
    return Table("Gestarte wijken per maand", columns, [Line(row) for row in rows])


def starts_strip(answers: Answers, view: View) -> Card:
    """uitrol.tijdlijn: when each wijk of the area started, with what happened around it.

    An area with one wijk stands among all of them.
    """
    day, place = questions.as_of(view, answers.known), questions.area(view, answers.known)
    own = [start.code for start in starts_in(answers, view)]
    shown = starts_in(answers, view if len(own) > 1 else View(as_of=view.as_of))
    begun = [start for start in shown if start.day is not None]
    title = "Wanneer begon elke wijk?"
    if not any(start.code in own for start in begun):
        return Card(TIMELINE, title, note=_no_chart(answers, view, []))
    chosen = own if view.area else []
    sentence = order_words(begun, own) if len(own) == 1 else first_words(begun)
    return Card(
        id=TIMELINE,
        title=title,
        subtitle=f"{place_words(place)} · van de dag van de start tot en met {long_date(day)}"
        " · pilot in paars",
        source=source_words(find("wijken_gestart"), view, answers.known),
        alt=sentence,
        sentence=sentence,
        file_name=file_words("tijdlijn", view, answers.known),
        indicators=["wijken_gestart"],
        picture=TimeStrip(
            [_stretch(start, chosen, day) for start in begun],
            events_between(answers, view, begun[0].day or day, day),
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
    columns = [Column("Wijk"), Column("Team"), Column("Gestart op")]
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


def not_started_words(answers: Answers, view: View) -> str:
    """Which wijken of the area have not started, in a sentence; "" when all have."""
    idle = [start.name for start in starts_in(answers, view) if start.day is None]
    return f"Nog niet gestart: {listed(idle)}." if idle else ""
