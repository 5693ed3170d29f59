"""What is odd in the records of one team, as a workbook to hand to whoever can mend it."""

from collections.abc import Sequence
from dataclasses import replace
from io import BytesIO

from analytics.loading.findings import Finding, of_team
from analytics.scope.scope import Scope
from charts.card import Card, Column, Line, Table
from charts.cards.loading.quality import RECORD_COLUMNS, WHOLE_CITY, record_lines
from data.grammar import capital
from exports.house import House
from exports.setting import Setting
from exports.workbook.book import opened
from exports.workbook.cards import add_card
from exports.workbook.notes import add_notes

OVERVIEW = "Overzicht"
OVERVIEW_COLUMNS = (Column("Wat opvalt"), Column("Rijen", 0), Column("Wat te doen"))


def team_workbook(
    scope: Scope, found: Sequence[Finding], team: str, setting: Setting, house: House
) -> bytes:
    """A sheet that says what to do, and one with the keys for every rule that the team breaks.

    `team` is "" for what concerns the whole city.
    """
    broken = [finding for finding in of_team(found, team) if finding.records]
    cards = [_overview(team, broken), *(_card(scope, finding) for finding in broken)]
    file = BytesIO()
    own = replace(setting, area=setting.areas.get(team, setting.area))
    with opened(cards[0].title, own, house, file) as book:
        for card in cards:
            add_card(book, card, card.file_name)
        add_notes(book, cards)
    return file.getvalue()


def _overview(team: str, broken: Sequence[Finding]) -> Card:
    lines = [
        Line([capital(finding.rule.label), len(finding.records), finding.rule.advice])
        for finding in broken
    ]
    title = f"Na te kijken: {team or WHOLE_CITY}"
    subtitle = "Kijk de rijen na, verbeter ze in de registratie en lever opnieuw aan."
    table = Table(title, OVERVIEW_COLUMNS, lines)
    return Card(title=title, subtitle=subtitle, file_name=OVERVIEW, table=table)


def _card(scope: Scope, finding: Finding) -> Card:
    name = capital(finding.rule.label)
    table = Table(name, RECORD_COLUMNS, record_lines(scope, [finding]))
    return Card(title=name, subtitle=finding.rule.advice, file_name=name, table=table)
