"""The cards of Waar staan we: shares that started, the strip of starts, the table of areas."""

from datetime import date, timedelta

from analytics import questions
from analytics.answers import Answers
from analytics.catalog import find
from analytics.periods import Period, month_end, slices
from analytics.sentences import listed
from analytics.stand import FIGURES, Standing, standings
from analytics.timeline import Start, started_shares, starts
from analytics.view import View
from charts.card import Card, Column, Line, Table, Value
from charts.cards.events import events_between
from charts.cards.words import file_words, source_words
from charts.pictures import Series, Stretch, TimeStrip, Trend
from data.areas import Level
from data.dutch import long_date, number, short_date, short_month
from data.phases import phases

NOT_STARTED = "Er is nog geen wijk gestart. Zodra de tabel uitrol een start noemt, staat die hier."


def started_chart(answers: Answers, view: View) -> Card:
    """uitrol.gestart: the share of wijken that started, and of the people who live there."""
    day = questions.as_of(view, answers.known)
    found = answers.of(starts, day)
    months = _months(answers.known.beginning, found, day)
    title = "Hoe ging de uitrol?"
    if not months:
        return Card("uitrol.gestart", title, note=NOT_STARTED)
    shares = [started_shares(found, min(month_end(month), day)) for month in months]
    wijken, people = ([100 * share for share in column] for column in zip(*shares, strict=True))
    begun = sum(start.day is not None for start in found)
    sentence = (
        f"Op {long_date(day)} {'is' if begun == 1 else 'zijn'} {begun} van de {len(found)} wijken"
        f" gestart; daar woont {number(people[-1])}% van de inwoners."
    )
    return Card(
        id="uitrol.gestart",
        title=f"{begun} van de {len(found)} wijken gestart",
        subtitle="gestarte wijken, en de inwoners die daar wonen, in procenten",
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
            top=108,
        ),
        table=_started_table(months, wijken, people),
    )


def _months(beginning: date, found: tuple[Start, ...], day: date) -> list[date]:
    """The first days of the months from the first start or record to a day."""
    begun = [start.day for start in found if start.day is not None]
    if not begun:
        return []
    first = min(beginning, *begun)
    return [part.start.replace(day=1) for part in slices(first, day, Period.MONTH)]


def _started_table(months: list[date], wijken: list[float], people: list[float]) -> Table:
    columns = [Column("Maand"), Column("% van de wijken", 0), Column("% van de inwoners", 0)]
    rows = zip(map(short_month, months), wijken, people, strict=True)
    return Table("Gestarte wijken per maand", columns, [Line(row) for row in rows])


def starts_strip(answers: Answers, view: View) -> Card:
    """uitrol.tijdlijn: when each wijk started, with what happened around it."""
    day = questions.as_of(view, answers.known)
    begun = [start for start in answers.of(starts, day) if start.day is not None]
    title = "Wanneer begon elke wijk?"
    if not begun:
        return Card("uitrol.tijdlijn", title, note=NOT_STARTED)
    chosen = _chosen(answers, view)
    first, last = begun[0], begun[-1]
    sentence = (
        f"{first.name} begon als eerste ({_day(first)}), {last.name} als laatste ({_day(last)})."
    )
    return Card(
        id="uitrol.tijdlijn",
        title=title,
        subtitle="van de dag van de start tot de peildatum · pilot in paars",
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


def _chosen(answers: Answers, view: View) -> tuple[str, ...]:
    """The wijken of the chosen area."""
    if not view.area:
        return ()
    level = answers.known.areas[view.area].level
    return answers.progress(level, questions.as_of(view, answers.known))[view.area].wijken


def _stretch(start: Start, chosen: tuple[str, ...], until: date) -> Stretch:
    ink = "accent" if start.code in chosen else "pilot" if start.is_pilot else "line"
    detail = f"gestart op {_day(start)}, {start.team}"
    # A stretch of no length would not be seen: the day of the start counts.
    end = max(until, (start.day or until) + timedelta(days=1))
    return Stretch(start.name, start.day or until, end, ink, detail)


def _day(start: Start) -> str:
    return long_date(start.day) if start.day else ""


def _starts_table(begun: list[Start], chosen: tuple[str, ...]) -> Table:
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


def stand_table(answers: Answers, view: View) -> Card:
    """uitrol.stand: every area with its age, phase, figures, and what it reached of its targets."""
    found = standings(answers, view)
    day = questions.as_of(view, answers.known)
    targets = sorted({name for area in found for name in area.reached})
    agreed = "" if targets else f" · er zijn nu geen doelen per {view.level}"
    return Card(
        id="uitrol.stand",
        title=f"De stand per {view.level}",
        subtitle=f"bereikt sinds de start; open en lopend op {short_date(day)}{agreed}",
        source=source_words(
            find("inwoners_bereikt"),
            view,
            answers.known,
            days=[questions.as_of(view, answers.known)],
        ),
        sentence=phase_words(),
        file_name=file_words("stand", view, answers.known),
        indicators=[*FIGURES, *targets],
        table=_stand_table(found, view, targets),
    )


def phase_words() -> str:
    """The rule of the phases."""
    parts = [f"{phase.name}: {phase.explanation}" for phase in phases()]
    text = f"nog niet gestart: geen startdatum; {'; '.join(parts)}"
    return f"Fases. {text[0].upper()}{text[1:]}."


def _stand_table(found: list[Standing], view: View, targets: list[str]) -> Table:
    columns = [
        Column(view.level.capitalize()),
        Column("Gestart"),
        Column("Maanden", 0),
        Column("Fase"),
        Column("Bereikt per 1.000", 1, has_bars=True),
        Column("Open vacatures", 0, has_bars=True),
        Column("Lopende matches", 0, has_bars=True),
        *(Column(f"% van doel {find(name).label}", 0, has_bars=True) for name in targets),
    ]
    lines = [
        Line(
            [
                area.name,
                _since(area, view.level),
                area.months,
                area.phase,
                *area.figures.values(),
                *(_percent(area.reached.get(name)) for name in targets),
            ],
            code=area.code,
            is_chosen=area.code == view.area,
            is_pilot=area.progress.is_pilot,
        )
        for area in found
    ]
    return Table(f"De stand per {view.level}", columns, lines)


def _since(area: Standing, level: Level) -> Value:
    if area.progress.since is None:
        return None
    month = short_month(area.progress.since)
    parts = len(area.progress.wijken)
    if level in (Level.STADSDEEL, Level.TEAM) and area.progress.started < parts:
        return f"{month} ({area.progress.started} van {parts} wijken)"
    return month


def _percent(share: float | None) -> float | None:
    return None if share is None else 100 * share


def not_started_words(answers: Answers, view: View) -> str:
    """Which wijken have not started, in a sentence; "" when all have."""
    idle = [
        start.name
        for start in answers.of(starts, questions.as_of(view, answers.known))
        if start.day is None
    ]
    return f"Nog niet gestart: {listed(idle)}." if idle else ""
