"""The cards of Gegevenskwaliteit: the rules, what breaks them per team, and the records."""

from collections.abc import Sequence
from datetime import date

from analytics.figures.marts import Audience
from analytics.quality.findings import (
    Finding,
    findings,
    heavy_counts,
    of_team,
    per_team,
    teams,
)
from analytics.scope import questions
from analytics.scope.answers import Answers
from analytics.scope.view import View
from analytics.scope.windows import ONE_DAY
from charts.card import Card, Column, Line, Table
from charts.cards.gaps.words import day_words, inside_source, internal
from charts.cards.words import file_words, place_words
from data.dutch import long_date
from data.grammar import capital, counted, listed, plural
from data.periods import MONTHS_IN_YEAR, add_months
from data.quality import rules

RULES, RULES_TITLE = "kwaliteit.regels", "Wat opvalt in de registratie"
TEAMS, TEAMS_TITLE = "kwaliteit.teams", "Bij welk team"
RECORDS, RECORDS_TITLE = "kwaliteit.rijen", "Welke rijen"
WHOLE_CITY = "Hele stad"
SHOWN_RECORDS = 200
NAMED_RULES = 2
NOTHING = "Er valt op deze dag niets op."
RULE_COLUMNS = (
    Column("Wat opvalt"),
    Column("Rijen", 0),
    Column("Erbij in 12 maanden", 0),
    Column("Gewicht"),
    Column("Wat te doen"),
)
RECORD_COLUMNS = (
    Column("Sleutel"),
    Column("Wat opvalt"),
    Column("Team"),
    Column("Buurt"),
    Column("Sinds"),
    Column("Toelichting"),
)


def found_in(answers: Answers, view: View) -> tuple[Finding, ...]:
    """What breaks the rules in the area of a view on its day."""
    place, day = questions.area(view, answers.known), questions.as_of(view, answers.known)
    return answers.of(findings, day, place.level, place.code)


def heed_words(answers: Answers, view: View, card: Card) -> str:
    """Which rules of weight touch the figures of a card, in words; "" for none or for outside.

    They are counted on the peildatum of the file: of an earlier day nothing is said.
    """
    if answers.audience is not Audience.INTERN or card.note or view.as_of:
        return ""
    place = questions.area(view, answers.known)
    found = answers.of(heavy_counts, place.level, place.code)
    touched = [
        rule.counted(found[rule.id])
        for rule in rules()
        if rule.id in found and not rule.indicators.isdisjoint(card.indicators)
    ]
    return f"Let op: {listed(touched)}." if touched else ""


def total(found: Sequence[Finding]) -> int:
    """How many records are odd, once per rule."""
    return sum(len(finding.records) for finding in found)


@internal(RULES, RULES_TITLE)
def rules_table(answers: Answers, view: View) -> Card:
    """kwaliteit.regels: every rule with how many records break it, those of weight first."""
    found = found_in(answers, view)
    since = add_months(questions.as_of(view, answers.known), -MONTHS_IN_YEAR) + ONE_DAY
    return Card(
        id=RULES,
        title=RULES_TITLE,
        subtitle=f"rijen die zijn overgenomen en toch vreemd zijn · {where_words(answers, view)}",
        source=inside_source(view, answers.known, "een rij telt mee bij elke regel die zij breekt"),
        sentence=quality_sentence(answers, view, found),
        file_name=file_words("kwaliteit", view, answers.known),
        table=Table(RULES_TITLE, RULE_COLUMNS, _rule_lines(found, since)),
    )


def where_words(answers: Answers, view: View) -> str:
    """In which area, on which day."""
    place = place_words(questions.area(view, answers.known))
    return f"in {place} · {day_words(view, answers.known)}"


def _rule_lines(found: Sequence[Finding], since: date) -> list[Line]:
    recent = sum(finding.since(since) for finding in found)
    every = Line(["Alles samen", total(found), recent, "", ""])
    return [*(_rule_line(finding, since) for finding in found), every]


def _rule_line(finding: Finding, since: date) -> Line:
    rule = finding.rule
    weight = "zwaar" if rule.is_heavy else "gewoon"
    amounts = (len(finding.records), finding.since(since))
    return Line([capital(rule.label), *amounts, weight, rule.advice])


def quality_sentence(answers: Answers, view: View, found: Sequence[Finding]) -> str:
    """How many records are odd, and which rules are broken most."""
    place = questions.area(view, answers.known).in_sentence
    day = long_date(questions.as_of(view, answers.known))
    amount = total(found)
    if not amount:
        return f"Op {day} valt in {place} geen rij van de registratie op."
    rows = counted(amount, "rij", "rijen")
    words = f"Op {day} {plural(amount, 'valt', 'vallen')} in {place} {rows} op"
    broken = sorted((f for f in found if f.records), key=lambda f: -len(f.records))
    parts = [finding.rule.counted(len(finding.records)) for finding in broken[:NAMED_RULES]]
    lead = "" if len(broken) <= NAMED_RULES else "vooral "
    return f"{words}: {lead}{listed(parts)}."


@internal(TEAMS, TEAMS_TITLE)
def teams_table(answers: Answers, view: View) -> Card:
    """kwaliteit.teams: the rules that are broken, per team."""
    found = [finding for finding in found_in(answers, view) if finding.records]
    if not found:
        return Card(TEAMS, TEAMS_TITLE, where_words(answers, view), note=NOTHING)
    columns = teams(found)
    lines = [_team_line(finding, columns) for finding in found]
    headings = [Column("Wat opvalt"), *(Column(team or WHOLE_CITY, 0) for team in columns)]
    return Card(
        id=TEAMS,
        title=TEAMS_TITLE,
        subtitle=f"rijen per regel en team · {where_words(answers, view)}",
        source=inside_source(view, answers.known, "het team van de buurt waar de rij over gaat"),
        sentence=_most_words(found),
        file_name=file_words("kwaliteit-teams", view, answers.known),
        table=Table(TEAMS_TITLE, [*headings, Column("Samen", 0)], lines),
    )


def _team_line(finding: Finding, columns: Sequence[str]) -> Line:
    counts = per_team(finding)
    amounts = [counts[team] for team in columns]
    return Line([capital(finding.rule.label), *amounts, len(finding.records)])


def _most_words(found: Sequence[Finding]) -> str:
    """Which team has the most odd records; of more all, in one sentence."""
    amounts = {team: total(of_team(found, team)) for team in teams(found)}
    most = max(amounts.values())
    first = [team or "de hele stad" for team, amount in amounts.items() if amount == most]
    each = " elk" if len(first) > 1 else ""
    rows = counted(most, "rij", "rijen")
    return f"De meeste rijen vallen op bij {listed(first)}:{each} {rows}."


@internal(RECORDS, RECORDS_TITLE)
def records_list(answers: Answers, view: View) -> Card:
    """kwaliteit.rijen: the records by their keys, of all rules, newest first."""
    return records_of(answers, view, "")


def records_of(answers: Answers, view: View, rule_id: str) -> Card:
    """The records of one rule ("": of all); NotPublished but for internal readers."""
    found = [f for f in found_in(answers, view) if rule_id in ("", f.rule.id)]
    lines = record_lines(answers, found)
    if not lines:
        return Card(RECORDS, RECORDS_TITLE, where_words(answers, view), note=NOTHING)
    amount = counted(len(lines), "rij", "rijen")
    if len(lines) > SHOWN_RECORDS:
        amount = f"de nieuwste {SHOWN_RECORDS} van {amount}; de werkmap per team heeft ze alle"
    return Card(
        id=RECORDS,
        title=RECORDS_TITLE,
        subtitle=f"{amount} · {where_words(answers, view)}",
        source=inside_source(view, answers.known),
        file_name=file_words("kwaliteit-rijen", view, answers.known),
        table=Table(RECORDS_TITLE, RECORD_COLUMNS, lines[:SHOWN_RECORDS]),
    )


def record_lines(answers: Answers, found: Sequence[Finding]) -> list[Line]:
    """A line per record, newest first."""
    called = {code: area.name for code, area in answers.known.areas.items()}
    rows = [(odd, finding.rule) for finding in found for odd in finding.records]
    return [
        Line(
            [
                odd.record,
                capital(rule.label),
                odd.team or WHOLE_CITY,
                called.get(odd.buurt, ""),
                odd.since,
                odd.detail,
            ],
            code=odd.buurt,
        )
        for odd, rule in sorted(rows, key=lambda row: row[0].since, reverse=True)
    ]
