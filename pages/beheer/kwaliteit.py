"""Gegevenskwaliteit: what is accepted but odd, at which team, since when, and who mends it."""

from functools import partial

import streamlit as st

from analytics.loading.findings import teams
from charts.cards.loading.quality import (
    WHOLE_CITY,
    found_in,
    quality_sentence,
    records_list,
)
from data.grammar import capital
from exports.formats import WORKBOOK, Form, file_name
from exports.house import house
from exports.setting import setting_of
from exports.workbook.quality import team_workbook
from pages._parts import cards, handing
from pages._parts.handing import Offer
from pages._parts.session import PageScope

XLSX = Form("xlsx", "Werkmap (Excel)", WORKBOOK)
EVERY_RULE = "alle regels"


def show() -> None:
    """Draws the page."""
    scope = cards.begin("beheer/kwaliteit")
    cards.lead(quality_sentence(scope, found_in(scope)))
    _hand_out(scope)
    for tab, draw in zip(st.tabs(list(TABS)), TABS.values(), strict=True):
        with tab:
            draw(scope)


def _rules(scope: PageScope) -> None:
    cards.draw("kwaliteit.regels", scope)


def _teams(scope: PageScope) -> None:
    cards.draw("kwaliteit.teams", scope)


def _months(scope: PageScope) -> None:
    cards.draw("kwaliteit.maanden", scope)
    with st.container(key="heat"):
        cards.draw("kwaliteit.team_maanden", scope)


def _hand_out(scope: PageScope) -> None:
    """The choice of a team, and its workbook to hand to whoever can mend the records."""
    found = found_in(scope)
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
        setting = setting_of(scope)
        name = f"nakijken_{team or WHOLE_CITY}_{setting.as_of}"
        label, key = "Bewaar de werkmap", "quality-save"
        full = file_name(name, setting, XLSX)
        offer = Offer(label, full, XLSX.mime, key, "kwaliteit.werkmap")
        make = partial(team_workbook, scope, found, team, setting, house())
        handing.button(offer, scope.answers, make)


def _records(scope: PageScope) -> None:
    """The records by their keys, of the chosen rule."""
    broken = {f.rule.id: f.rule.label for f in found_in(scope) if f.records}
    if not broken:
        return
    rule = st.selectbox(
        "Rijen van",
        ["", *broken],
        format_func=lambda rule: capital(broken.get(rule, EVERY_RULE)),
        key="quality-rule",
    )
    cards.draw(records_list(scope, rule), scope)


TABS = {"Per regel": _rules, "Per team": _teams, "Per maand": _months, "De rijen": _records}

show()
