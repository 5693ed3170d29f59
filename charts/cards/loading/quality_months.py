"""The cards of Gegevenskwaliteit over time: when what is odd now became so."""

from datetime import date

from analytics.quality.findings import of_team, per_month, teams
from analytics.scope import questions
from analytics.scope.answers import Answers
from analytics.scope.view import View
from analytics.scope.windows import whole_months
from charts.card import Card, Column, Line, Table
from charts.cards.gaps.words import inside_source, internal
from charts.cards.loading.quality import NOTHING, found_in, total, where_words
from charts.cards.words import file_words
from charts.pictures import Heat, Series, Trend
from data.dutch import month, number, short_month
from data.grammar import counted, plural
from data.periods import MONTHS_IN_YEAR

MONTHS, MONTHS_TITLE = "kwaliteit.maanden", "Wanneer het begon"
BY_MONTH, BY_MONTH_TITLE = "kwaliteit.team_maanden", "Per team en maand"
TREND_MONTHS = 24


@internal(MONTHS, MONTHS_TITLE)
def months_trend(answers: Answers, view: View) -> Card:
    """kwaliteit.maanden: in which of the last months the records became odd."""
    found = found_in(answers, view)
    day = questions.as_of(view, answers.known)
    asked = whole_months(TREND_MONTHS, day, answers.known.beginning)
    if asked is None or asked.start is None or not total(found):
        note = NOTHING if not total(found) else "Er is nog geen hele maand om te tonen."
        return Card(MONTHS, MONTHS_TITLE, where_words(answers, view), note=note)
    every = per_month(found, asked.start, asked.end)
    heavy = per_month([f for f in found if f.rule.is_heavy], asked.start, asked.end)
    last = list(every)[-1]
    sentence = _last_words(last, every[last])
    return Card(
        id=MONTHS,
        title=MONTHS_TITLE,
        subtitle="rijen die nu opvallen, naar de maand waarin dat begon"
        f" · {where_words(answers, view)}",
        source=inside_source(view, answers.known),
        alt=sentence,
        sentence=sentence,
        file_name=file_words("kwaliteit-maanden", view, answers.known),
        picture=Trend(
            list(every),
            [
                Series("alle regels", "accent", list(every.values())),
                Series("zware regels", "worse", list(heavy.values()), is_dashed=True),
            ],
        ),
        table=_months_table(every, heavy),
    )


def _last_words(last: date, amount: int) -> str:
    begun = plural(amount, "begon er", "begonnen er")
    rows = counted(amount, "rij", "rijen")
    words = f"{begun} {rows}" if amount else "begon niets"
    return f"Van wat nu opvalt, {words} in {month(last)}."


def _months_table(every: dict[date, int], heavy: dict[date, int]) -> Table:
    columns = [Column("Maand"), Column("Alle regels", 0), Column("Zware regels", 0)]
    lines = [Line([short_month(step), every[step], heavy[step]]) for step in every]
    return Table(MONTHS_TITLE, columns, lines)


@internal(BY_MONTH, BY_MONTH_TITLE)
def team_months_heat(answers: Answers, view: View) -> Card:
    """kwaliteit.team_maanden: how many records of each team became odd in each of twelve months."""
    found = found_in(answers, view)
    day = questions.as_of(view, answers.known)
    asked = whole_months(MONTHS_IN_YEAR, day, answers.known.beginning)
    rows = [team for team in teams(found) if team]
    if asked is None or asked.start is None or not rows:
        return Card(BY_MONTH, BY_MONTH_TITLE, where_words(answers, view), note=NOTHING)
    counts = {team: per_month(of_team(found, team), asked.start, asked.end) for team in rows}
    steps = [short_month(step) for step in counts[rows[0]]]
    values = [[float(count) for count in counts[team].values()] for team in rows]
    words = _busiest(counts)
    return Card(
        id=BY_MONTH,
        title=BY_MONTH_TITLE,
        subtitle="rijen die nu opvallen, naar de maand waarin dat begon, in de laatste"
        f" {MONTHS_IN_YEAR} maanden · {where_words(answers, view)}",
        source=inside_source(view, answers.known),
        alt=f"Tabel in kleuren van teams en maanden. {words}",
        sentence=words,
        file_name=file_words("kwaliteit-team-maanden", view, answers.known),
        picture=Heat(rows, steps, values, "Purples", "rijen", top=max(1.0, *map(max, values))),
    )


def _busiest(counts: dict[str, dict[date, int]]) -> str:
    """The team and month in which most began, when that is one."""
    cells = [(amount, team, step) for team, row in counts.items() for step, amount in row.items()]
    most = max(amount for amount, _, _ in cells)
    found = [(team, step) for amount, team, step in cells if amount == most]
    if not most:
        return "In deze maanden begon niets van wat nu opvalt."
    rows = counted(most, "rij", "rijen")
    if len(found) > 1:
        return f"Het meest in een maand is {rows}; dat was {number(len(found))} keer zo."
    [(team, step)] = found
    return f"Het meest begon bij {team} in {month(step)}: {rows}."
