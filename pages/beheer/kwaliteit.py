"""Gegevenskwaliteit: what is accepted but odd, at which team, since when, and who mends it."""

from functools import partial

import streamlit as st

from analytics.quality.findings import teams
from analytics.scope.view import View
from charts.cards.gaps.words import INTERNAL
from charts.cards.loading.quality import (
    WHOLE_CITY,
    found_in,
    quality_sentence,
    records_of,
    rules_table,
    teams_table,
)
from charts.cards.loading.quality_months import months_trend, team_months_heat
from data.grammar import capital
from exports.formats import WORKBOOK, Form, file_name
from exports.house import house
from exports.setting import setting_of
from exports.workbook.quality import team_workbook
from pages._parts import cards, handing, session, state
from pages._parts.handing import Offer
from pages._parts.session import Results

XLSX = Form("xlsx", "Werkmap (Excel)", WORKBOOK)
EVERY_RULE = "alle regels"


def show() -> None:
    """Draws the page."""
    results, view = session.results(), state.view()
    cards.page_head("Wat valt op in de gegevens?", view, results.known)
    if not results.is_whole:
        cards.note(INTERNAL)
        return
    cards.lead(quality_sentence(results, view, found_in(results, view)))
    _hand_out(results, view)
    cards.draw(rules_table(results, view), results, view)
    cards.draw(teams_table(results, view), results, view)
    cards.draw(months_trend(results, view), results, view)
    with st.container(key="heat"):
        cards.draw(team_months_heat(results, view), results, view)
    _records(results, view)


def _hand_out(results: Results, view: View) -> None:
    """The choice of a team, and its workbook to hand to whoever can mend the records."""
    found = found_in(results, view)
    choices = teams(found)
    if not choices:
        return
    with st.container(horizontal=True, vertical_alignment="bottom"):
        team = st.selectbox(
            "Werkmap voor wie het kan verbeteren",
            choices,
            format_func=lambda team: team or WHOLE_CITY,
            key="quality-team",
            width=320,
        )
        setting = setting_of(results, view)
        name = f"nakijken_{team or WHOLE_CITY}_{setting.as_of}"
        offer = Offer(
            "Bewaar de werkmap",
            file_name(name, setting, XLSX),
            XLSX.mime,
            "quality-save",
            "kwaliteit.werkmap",
        )
        make = partial(team_workbook, results, found, team, setting, house())
        handing.button(offer, results, make)


def _records(results: Results, view: View) -> None:
    """The records by their keys, of the chosen rule."""
    broken = {f.rule.id: f.rule.label for f in found_in(results, view) if f.records}
    if not broken:
        return
    rule = st.selectbox(
        "Rijen van",
        ["", *broken],
        format_func=lambda rule: capital(broken.get(rule, EVERY_RULE)),
        key="quality-rule",
    )
    cards.draw(records_of(results, view, rule), results, view)


show()
