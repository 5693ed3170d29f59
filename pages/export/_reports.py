"""A report of one or more areas, to take along."""

from collections.abc import Mapping
from dataclasses import replace

import streamlit as st

from analytics.scope.areas import NamedArea
from analytics.scope.sentences import PLURALS
from analytics.scope.view import View
from data.grammar import all_of, capital
from data.reference.areas import Level
from exports.formats import REPORT_FORMS, ReportForm
from exports.formats.batch import Order, documents
from exports.house import house
from exports.report.kinds import KINDS, USUAL, Kind
from exports.report.parts import PARTS
from exports.report.report import Part
from pages._parts import cards
from pages._parts.session import PageScope
from pages.export import _making
from pages.export._making import Job, Tell

LONGEST_TEXT = 5_000  # letters
USUAL_FORMS = ("pdf",)
OTHER_AREAS = "Kies hieronder een ander gebied."


def draw(scope: PageScope) -> None:
    """What can be chosen of a report, the button that makes it, and what was made."""
    order = _order(scope)
    if not len(order) or not order.parts:
        cards.note("Kies minstens een gebied, een deel en een formaat.")
        return
    count = len(order)
    stem = "rapporten" if order.plan.name == USUAL else order.plan.name
    job = Job(
        key="report",
        button="Maak rapport" if count == 1 else f"Maak {count} documenten",
        asked=order,
        scope=scope.seen(order.view),
        make=lambda tell: _documents(scope, order, tell),
        form=order.forms[0],
        stem=f"{stem}_{order.areas[0].level}",
        told={
            "rapport": order.plan.name,
            "niveau": str(order.areas[0].level),
            "gebieden": str(len(order.areas)),
        },
        begun="Het rapport wordt gemaakt",
        subject="rapport",
    )
    _making.draw(job)


def _documents(scope: PageScope, order: Order, tell: Tell) -> dict[str, bytes]:
    files: dict[str, bytes] = {}
    for number, (name, data) in enumerate(documents(scope.answers, order, house()), 1):
        files[name] = data
        tell(number / len(order), f"{number} van {len(order)}: {name}")
    return files


def _order(scope: PageScope) -> Order:
    """What the reader chose."""
    kind = _kind()
    _say_without_report(scope, kind)
    left, right = st.columns(2, gap="large")
    with left:
        areas = _areas(scope, kind)
    with right:
        forms, text = _forms(), _text()
    parts = _parts(kind)
    view = replace(scope.view, level=View.level, area=View.area, audience=scope.audience)
    return Order(view, tuple(areas), tuple(parts), tuple(forms), text, kind.plan)


def _forms() -> list[ReportForm]:
    names = st.multiselect(
        "Formaat",
        [form.name for form in REPORT_FORMS],
        default=list(USUAL_FORMS),
        format_func=lambda name: _labels()[name],
        placeholder="Kies een formaat",
        key="report-forms",
    )
    return [form for form in REPORT_FORMS if form.name in names]


def _text() -> str:
    text = st.text_area(
        "Toelichting",
        max_chars=LONGEST_TEXT,
        key="report-text",
        placeholder="Wat moet wie dit leest erbij weten? Dit komt als tekst in het rapport.",
    )
    return text or ""


def _parts(kind: Kind) -> list[Part]:
    names = st.multiselect(
        "Delen, in deze volgorde",
        list(PARTS),
        default=list(kind.parts),
        format_func=lambda name: PARTS[name].label,
        placeholder="Kies de delen",
        key="report-parts" if kind.name == USUAL else f"report-parts-{kind.name}",
        help="Haal een deel weg en kies het opnieuw om het achteraan te zetten.",
    )
    return [PARTS[name] for name in names]


def _kind() -> Kind:
    """Which of the reports of the house."""
    name = st.selectbox(
        "Rapport",
        list(KINDS),
        format_func=lambda name: KINDS[name].label,
        key="report-kind",
        help="Een vast rapport heeft eigen delen, die u nog kunt veranderen.",
    )
    return KINDS[name]


def _labels() -> Mapping[str, str]:
    return {form.name: form.label for form in REPORT_FORMS}


def _areas(scope: PageScope, kind: Kind) -> list[NamedArea]:
    """The areas of the report: the one of the page, others, or all of a level."""
    level = st.segmented_control(
        "Rapport per",
        [level for level in kind.levels if level is not Level.OWN or scope.area.level is level],
        default=_level(scope, kind),
        required=True,
        key="report-level" if kind.name == USUAL else f"report-level-{kind.name}",
    )
    areas = [area for area in scope.known.areas.values() if area.level == level]
    if level in (Level.GEMEENTE, Level.OWN):
        return areas  # there is one
    every = all_of(len(areas), level, PLURALS[Level(level)])
    if st.checkbox(capital(every), key=f"report-all-{level}"):
        return areas
    own = [area for area in areas if area.code == scope.view.area] or areas[:1]
    codes = st.multiselect(
        capital(PLURALS[Level(level)]),
        [area.code for area in areas],
        default=[area.code for area in own],
        format_func=lambda code: scope.known.areas[code].name,
        placeholder="Kies een gebied",
        key=f"report-areas-{level}-{scope.view.area}",
    )
    return [area for area in areas if area.code in codes]


def _say_without_report(scope: PageScope, kind: Kind) -> None:
    """Says it where there is no such report of the chosen area, as of a buurt."""
    if scope.view.area and scope.area.level not in kind.levels:
        cards.note(f"Over {scope.area.in_sentence} is er geen rapport. {OTHER_AREAS}")


def _level(scope: PageScope, kind: Kind) -> Level:
    usual = Level.STADSDEEL if Level.STADSDEEL in kind.levels else kind.levels[0]
    return scope.area.level if scope.area.level in kind.levels else usual
