"""The cards of Gegevenskwaliteit over time: when what is odd became so."""

from datetime import date

from analytics.figures.doors.marts import Audience
from analytics.loading.findings import of_team, per_month, teams
from analytics.scope.scope import Scope
from analytics.scope.windows import whole_months
from charts.card import Card, Column, Kind, Line, Table, empty
from charts.cards.inside import inside_source
from charts.cards.loading.quality import NOTHING, found_in, total, where_words
from charts.pictures import Heat, Series, Trend
from charts.registry import card
from data.dutch import month, number, short_month
from data.grammar import counted, plural
from data.periods import MONTHS_IN_YEAR

MONTHS_TITLE = "Wanneer het begon"
BY_MONTH_TITLE = "Per team en maand"
TREND_MONTHS = 24


@card("kwaliteit.maanden", MONTHS_TITLE, Audience.INTERN)
def months_trend(scope: Scope) -> Card:
    """In which of the last months the records became odd."""
    found = found_in(scope)
    day = scope.day
    asked = whole_months(TREND_MONTHS, day, scope.known.beginning)
    if asked is None or asked.start is None or not total(found):
        note = NOTHING if not total(found) else "Er is nog geen hele maand om te tonen."
        return empty(note, subtitle=where_words(scope))
    every = per_month(found, asked.start, asked.end)
    heavy = per_month([f for f in found if f.rule.is_heavy], asked.start, asked.end)
    last = list(every)[-1]
    sentence = _last_words(last, every[last])
    return Card(
        subtitle=f"rijen die opvallen, naar de maand waarin dat begon · {where_words(scope)}",
        source=inside_source(scope),
        alt=sentence,
        sentence=sentence,
        file_name=scope.file_name("kwaliteit-maanden"),
        picture=_months_lines(every, heavy),
        table=_months_table(every, heavy),
    )


def _months_lines(every: dict[date, int], heavy: dict[date, int]) -> Trend:
    lines = [
        Series("alle regels", "accent", list(every.values())),
        Series("zware regels", "worse", list(heavy.values()), is_dashed=True),
    ]
    return Trend(list(every), lines)


def _last_words(last: date, amount: int) -> str:
    begun = plural(amount, "begon er", "begonnen er")
    rows = counted(amount, "rij", "rijen")
    words = f"{begun} {rows}" if amount else "begon niets"
    return f"Van wat opvalt, {words} in {month(last)}."


def _months_table(every: dict[date, int], heavy: dict[date, int]) -> Table:
    columns = [Column("Maand", kind=Kind.MONTH)]
    columns += [Column("Alle regels", 0), Column("Zware regels", 0)]
    lines = [Line([step, every[step], heavy[step]]) for step in every]
    return Table(MONTHS_TITLE, columns, lines)


@card("kwaliteit.team_maanden", BY_MONTH_TITLE, Audience.INTERN)
def team_months_heat(scope: Scope) -> Card:
    """How many records of each team became odd in each of twelve months."""
    found = found_in(scope)
    day = scope.day
    asked = whole_months(MONTHS_IN_YEAR, day, scope.known.beginning)
    rows = [team for team in teams(found) if team]
    if asked is None or asked.start is None or not rows:
        return empty(NOTHING, subtitle=where_words(scope))
    counts = {team: per_month(of_team(found, team), asked.start, asked.end) for team in rows}
    steps = [short_month(step) for step in counts[rows[0]]]
    values = [[float(count) for count in counts[team].values()] for team in rows]
    words = _busiest(counts)
    return Card(
        subtitle="rijen die opvallen, naar de maand waarin dat begon, in de laatste"
        f" {MONTHS_IN_YEAR} maanden · {where_words(scope)}",
        source=inside_source(scope),
        alt=f"Tabel in kleuren van teams en maanden. {words}",
        sentence=words,
        file_name=scope.file_name("kwaliteit-team-maanden"),
        picture=Heat(rows, steps, values, "Purples", "rijen", top=max(1.0, *map(max, values))),
        table=_team_table(counts),
    )


def _team_table(counts: dict[str, dict[date, int]]) -> Table:
    steps = next(iter(counts.values()))
    columns = [Column("Team")]
    columns += [Column(short_month(step), 0, iso=f"{step:%Y-%m}") for step in steps]
    lines = [Line([team, *row.values()], code=team) for team, row in counts.items()]
    return Table(BY_MONTH_TITLE, columns, lines)


def _busiest(counts: dict[str, dict[date, int]]) -> str:
    """The team and month in which most began, when that is one."""
    cells = [(amount, team, step) for team, row in counts.items() for step, amount in row.items()]
    most = max(amount for amount, _, _ in cells)
    found = [(team, step) for amount, team, step in cells if amount == most]
    if not most:
        return "In deze maanden begon niets van wat opvalt."
    rows = counted(most, "rij", "rijen")
    if len(found) > 1:
        begun = plural(most, "begon", "begonnen")
        return (
            f"Bij geen team {begun} er in een maand meer dan {rows}; dat was"
            f" {number(len(found))} keer zo."
        )
    [(team, step)] = found
    return f"Het meest begon bij {team} in {month(step)}: {rows}."
