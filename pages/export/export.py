"""Export: a report of one or more areas, to take along."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import streamlit as st

from analytics.figures.marts import Audience
from analytics.scope.areas import NamedArea
from analytics.scope.sentences import PLURALS, audience_words
from analytics.scope.view import View
from data.file.store import Version
from data.grammar import all_of, capital
from data.problems import DataFileProblem
from data.reference.areas import Level
from exports.formats import REPORT_FORMS, Form, file_name
from exports.house import HouseProblem, house
from exports.manifest import Origin, told_of
from exports.report.batch import Order, documents
from exports.report.kinds import KINDS, USUAL, Kind
from exports.report.parts import PARTS
from exports.safe import Unsafe, refuse_unsafe
from exports.setting import setting_of
from exports.zips import zipped
from pages._parts import cards, handing
from pages._parts.drawing import taking
from pages._parts.handing import Offer
from pages._parts.session import PageScope

LONGEST_TEXT = 5_000  # letters
ZIP = Form("zip", "Alles in een zip", "application/zip")
ROUNDED, EXACT = "afgerond, om te delen", "exact, INTERN"
USUAL_FORMS = ("pdf",)


@dataclass(frozen=True)
class Made:
    """What was made: for which order, from which version of the data, and how it is called."""

    order: Order
    version: Version
    name: str
    mime: str
    data: bytes


def show() -> None:
    """Draws the page."""
    scope = cards.begin("export/export")
    cards.lead("Een rapport over een of meer gebieden, als dia's, document of werkmap.")
    scope = _audience(scope)
    order = _order(scope)
    st.caption(audience_words(scope.audience, scope.threshold))
    if not len(order) or not order.parts:
        cards.note("Kies minstens een gebied, een deel en een formaat.")
        return
    _make(scope, order)
    made: Made | None = st.session_state.get("report")
    if made and (made.order, made.version) == (order, scope.answers.version):
        _hand_over(made, scope)


def _audience(scope: PageScope) -> PageScope:
    """The figures that the report is made of: rounded, unless who may see exact ones asks."""
    if scope.audience is Audience.GEMEENTE:
        return scope
    try:
        rounded = taking.protected(scope)
    except DataFileProblem as problem:
        cards.note(f"{problem} {problem.advice} Tot dan is alleen een intern rapport mogelijk.")
        return scope
    exact = st.segmented_control(
        "Aantallen in het rapport",
        [ROUNDED, EXACT],
        default=ROUNDED,
        required=True,
        key="report-audience",
    )
    if exact == EXACT:
        return scope
    return rounded


def _order(scope: PageScope) -> Order:
    """What the reader chose."""
    kind = _kind()
    left, right = st.columns(2, gap="large")
    with left:
        areas = _areas(scope, kind)
    with right:
        names = st.multiselect(
            "Formaat",
            [form.name for form in REPORT_FORMS],
            default=list(USUAL_FORMS),
            format_func=lambda name: _labels()[name],
            placeholder="Kies een formaat",
            key="report-forms",
        )
        text = st.text_area(
            "Toelichting",
            max_chars=LONGEST_TEXT,
            key="report-text",
            placeholder="Wat moet wie dit leest erbij weten? Dit komt als tekst in het rapport.",
        )
    parts = st.multiselect(
        "Delen, in deze volgorde",
        list(PARTS),
        default=list(kind.parts),
        format_func=lambda name: PARTS[name].label,
        placeholder="Kies de delen",
        key="report-parts" if kind.name == USUAL else f"report-parts-{kind.name}",
        help="Haal een deel weg en kies het opnieuw om het achteraan te zetten.",
    )
    forms = [form for form in REPORT_FORMS if form.name in names]
    chosen = [PARTS[name] for name in parts]
    view = replace(scope.view, level=View.level, area=View.area, audience=scope.audience)
    return Order(view, tuple(areas), tuple(chosen), tuple(forms), text or "", kind.plan)


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
        kind.levels,
        default=_level(scope, kind),
        required=True,
        key="report-level" if kind.name == USUAL else f"report-level-{kind.name}",
    )
    areas = [area for area in scope.known.areas.values() if area.level == level]
    if level is Level.GEMEENTE:
        return areas
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


def _level(scope: PageScope, kind: Kind) -> Level:
    usual = Level.STADSDEEL if Level.STADSDEEL in kind.levels else kind.levels[0]
    return scope.area.level if scope.area.level in kind.levels else usual


def _make(scope: PageScope, order: Order) -> None:
    """Makes the documents when asked; stopping leaves nothing, because all is kept at the end."""
    count = len(order)
    words = "Maak rapport" if count == 1 else f"Maak {count} documenten"
    if not st.button(words, type="primary", key="report-make"):
        return
    place = st.empty()
    with place.container():
        bar = st.progress(0.0, text="Het rapport wordt gemaakt")
        st.button("Stop", key="report-stop", help="Er blijft niets half achter.")
    files: dict[str, bytes] = {}
    try:
        for number, (name, data) in enumerate(documents(scope.answers, order, house()), 1):
            files[name] = data
            bar.progress(number / count, text=f"{number} van {count}: {name}")
    except HouseProblem as problem:
        place.empty()
        cards.note(str(problem))
        return
    place.empty()
    try:
        refuse_unsafe(files, setting_of(scope.seen(order.view)))
    except Unsafe as unsafe:
        cards.note(str(unsafe))
        return
    st.session_state["report"] = _packed(scope, order, files)


def _packed(scope: PageScope, order: Order, files: Mapping[str, bytes]) -> Made:
    """One document as it is; several as a zip with their manifest and hashes."""
    if len(files) == 1:
        [(name, data)] = files.items()
        return Made(order, scope.answers.version, name, order.forms[0].mime, data)
    setting = setting_of(scope.seen(order.view))
    asked = {
        "rapport": order.plan.name,
        "niveau": str(order.areas[0].level),
        "gebieden": str(len(order.areas)),
    }
    told = told_of(Origin(scope.answers.version.path, setting, asked), files)
    stem = "rapporten" if order.plan.name == USUAL else order.plan.name
    name = file_name(f"{stem}_{order.areas[0].level}_{setting.as_of}", setting, ZIP)
    return Made(
        order, scope.answers.version, name, ZIP.mime, zipped([*sorted(files.items()), *told])
    )


def _hand_over(made: Made, scope: PageScope) -> None:
    offer = Offer(f"Bewaar {made.name}", made.name, made.mime, "report-save", "rapport")
    handing.button(offer, scope.answers, lambda: made.data)


show()
