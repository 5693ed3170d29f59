"""The cards of Gegevenskwaliteit: the rules, what breaks them per team, and the records."""

from collections.abc import Sequence
from datetime import date

from analytics.figures.doors.marts import Audience
from analytics.loading.findings import (
    Finding,
    findings,
    heavy_counts,
    of_team,
    per_team,
    teams,
)
from analytics.scope.scope import Scope
from analytics.scope.windows import ONE_DAY
from charts.card import Card, Column, Line, Table, empty
from charts.cards.inside import day_words, inside_source
from charts.registry import card
from data.dutch import long_date, number
from data.grammar import NAMED_AT_MOST, capital, counted, listed, named, plural
from data.periods import MONTHS_IN_YEAR, add_months
from data.quality import rules

RULES_TITLE = "Wat opvalt in de registratie"
TEAMS_TITLE = "Bij welk team"
RECORDS_TITLE = "Welke rijen"
WHOLE_CITY = "Hele stad"
EVERY = "Alles samen"
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


def found_in(scope: Scope) -> tuple[Finding, ...]:
    """What breaks the rules in the area of a view on its day."""
    place, day = scope.area, scope.day
    return scope.of(findings, day, place.level, place.code)


def heed_words(scope: Scope, shown: Card) -> str:
    """Which rules of weight touch the figures of a card, in words; "" for none or for outside.

    They are counted on the peildatum of the file: of an earlier day nothing is said.
    """
    if scope.audience is not Audience.INTERN or shown.note or scope.view.as_of:
        return ""
    found = scope.of(heavy_counts, scope.area.level, scope.area.code)
    touched = [
        rule.counted(found[rule.id])
        for rule in rules()
        if rule.id in found and not rule.indicators.isdisjoint(shown.indicators)
    ]
    return f"Let op: {listed(touched)}." if touched else ""


def total(found: Sequence[Finding]) -> int:
    """How many records are odd, once per rule."""
    return sum(len(finding.records) for finding in found)


@card("kwaliteit.regels", RULES_TITLE, Audience.INTERN)
def rules_table(scope: Scope) -> Card:
    """Every rule with how many records break it, those of weight first."""
    found = found_in(scope)
    since = add_months(scope.day, -MONTHS_IN_YEAR) + ONE_DAY
    return Card(
        subtitle=f"rijen die zijn overgenomen en toch vreemd zijn · {where_words(scope)}",
        source=inside_source(scope, "een rij telt mee bij elke regel die zij breekt"),
        sentence=quality_sentence(scope, found),
        file_name=scope.file_name("kwaliteit"),
        table=Table(RULES_TITLE, RULE_COLUMNS, _rule_lines(found, since)),
    )


def where_words(scope: Scope) -> str:
    """In which area, on which day."""
    place = scope.area.after_in
    return f"in {place} · {day_words(scope)}"


def _rule_lines(found: Sequence[Finding], since: date) -> list[Line]:
    recent = sum(finding.since(since) for finding in found)
    every = Line([EVERY, total(found), recent, "", ""])
    return [*(_rule_line(finding, since) for finding in found), every]


def _rule_line(finding: Finding, since: date) -> Line:
    rule = finding.rule
    weight = "zwaar" if rule.is_heavy else "gewoon"
    amounts = (len(finding.records), finding.since(since))
    return Line([capital(rule.label), *amounts, weight, rule.advice])


def quality_sentence(scope: Scope, found: Sequence[Finding]) -> str:
    """How many records are odd, and which rules are broken most."""
    place = scope.area.in_sentence
    day = long_date(scope.day)
    amount = total(found)
    if not amount:
        return f"Op {day} valt in {place} geen rij van de registratie op."
    rows = counted(amount, "rij", "rijen")
    words = f"Op {day} {plural(amount, 'valt', 'vallen')} in {place} {rows} op"
    broken = sorted((f for f in found if f.records), key=lambda f: -len(f.records))
    most = _broken_most(broken)
    parts = [finding.rule.counted(len(finding.records)) for finding in most]
    lead = "" if len(broken) == len(most) else "vooral "
    spread = f"verdeeld over {number(len(broken))} regels"
    return f"{words}: {lead}{listed(parts)}." if parts else f"{words}, {spread}."


def _broken_most(broken: Sequence[Finding]) -> Sequence[Finding]:
    """The one or two that are broken most, or three that are alike; none where more are alike."""
    if len(broken) <= NAMED_RULES:
        return broken
    second = len(broken[1].records)
    most = [finding for finding in broken if len(finding.records) >= second]
    if len(most) <= NAMED_AT_MOST:
        return most
    return [finding for finding in broken if len(finding.records) > second]


@card("kwaliteit.teams", TEAMS_TITLE, Audience.INTERN)
def teams_table(scope: Scope) -> Card:
    """The rules that are broken, per team."""
    found = [finding for finding in found_in(scope) if finding.records]
    if not found:
        return empty(NOTHING, subtitle=where_words(scope))
    columns = teams(found)
    lines = [*(_team_line(finding, columns) for finding in found), _every_line(found, columns)]
    headings = [Column("Wat opvalt"), *(Column(team or WHOLE_CITY, 0) for team in columns)]
    return Card(
        subtitle=f"rijen per regel en team · {where_words(scope)}",
        source=inside_source(scope, "het team van de buurt waar de rij over gaat"),
        sentence=_most_words(found),
        file_name=scope.file_name("kwaliteit-teams"),
        table=Table(TEAMS_TITLE, [*headings, Column("Samen", 0)], lines),
    )


def _team_line(finding: Finding, columns: Sequence[str]) -> Line:
    counts = per_team(finding)
    amounts = [counts[team] for team in columns]
    return Line([capital(finding.rule.label), *amounts, len(finding.records)])


def _every_line(found: Sequence[Finding], columns: Sequence[str]) -> Line:
    amounts = [total(of_team(found, team)) for team in columns]
    return Line([EVERY, *amounts, total(found)])


def _most_words(found: Sequence[Finding]) -> str:
    """Which team has the most odd records; of more all, in one sentence."""
    amounts = {team: total(of_team(found, team)) for team in teams(found)}
    most = max(amounts.values())
    first = [team or "de hele stad" for team, amount in amounts.items() if amount == most]
    each = " elk" if len(first) > 1 else ""
    rows = counted(most, "rij", "rijen")
    are_most = "Rijen" if len(first) == len(amounts) else "De meeste rijen"
    return f"{are_most} vallen op bij {named(first, 'teams')}:{each} {rows}."


@card("kwaliteit.rijen", RECORDS_TITLE, Audience.INTERN)
def records_list(scope: Scope, rule_id: str = "") -> Card:
    """The records by their keys, of one rule ("": of all), newest first."""
    found = [f for f in found_in(scope) if rule_id in ("", f.rule.id)]
    lines = record_lines(scope, found)
    if not lines:
        return empty(NOTHING, subtitle=where_words(scope))
    amount = counted(len(lines), "rij", "rijen")
    if len(lines) > SHOWN_RECORDS:
        amount = f"de nieuwste {SHOWN_RECORDS} van {amount}; de werkmap per team heeft ze alle"
    return Card(
        subtitle=f"{amount} · {where_words(scope)}",
        source=inside_source(scope),
        file_name=scope.file_name("kwaliteit-rijen"),
        table=Table(RECORDS_TITLE, RECORD_COLUMNS, lines[:SHOWN_RECORDS]),
    )


def record_lines(scope: Scope, found: Sequence[Finding]) -> list[Line]:
    """A line per record, newest first."""
    called = {code: area.name for code, area in scope.known.areas.items()}
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
