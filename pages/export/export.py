"""Naar buiten: figures and reports to take along, for whom and in which form."""

import streamlit as st

from analytics.figures.doors.marts import Audience
from analytics.scope.sentences import audience_words
from data.problems import DataFileProblem
from exports.formats import FLAT_FORMS, FlatForm
from pages._parts import cards
from pages._parts.drawing import taking
from pages._parts.session import PageScope
from pages.export import _figures, _layers, _reports

REPORT, LAYER = "rapport", "kaartlaag"
OTHERS = {
    REPORT: ("Rapport", "Lezen en bespreken: dia's, een document of een werkmap over een gebied."),
    LAYER: ("Kaartlaag", "De kaart met zijn kleuren in QGIS of een ander kaartprogramma."),
}
FLAT = {form.name: form for form in FLAT_FORMS}
ROUNDED, EXACT = "afgerond, om te delen", "exact, INTERN"
ONLY_ROUNDED = ("html",)


def show() -> None:
    """Draws the page."""
    scope = cards.begin("export/export")
    cards.lead("Kies wat er naar buiten gaat. Gebied, periode en peildatum zijn die hierboven.")
    what = _what()
    scope = _audience(scope, only_rounded=what in ONLY_ROUNDED)
    st.caption(audience_words(scope.audience, scope.threshold))
    if what in FLAT:
        _figures.draw(scope, FLAT[what])
    elif what == LAYER:
        _layers.draw(scope)
    else:
        _reports.draw(scope)


def _what() -> str:
    """What is to be made, each with what it is good for."""
    choices = {REPORT: OTHERS[REPORT], **{form.name: _told(form) for form in FLAT_FORMS}}
    choices[LAYER] = OTHERS[LAYER]
    return st.radio(
        "Wat",
        list(choices),
        format_func=lambda name: choices[name][0],
        captions=[use for _, use in choices.values()],
        key="outward-what",
    )


def _told(form: FlatForm) -> tuple[str, str]:
    return form.label, form.use


def _audience(scope: PageScope, *, only_rounded: bool) -> PageScope:
    """The figures that it is made of: rounded, unless who may see exact ones asks."""
    if scope.audience is Audience.GEMEENTE:
        return scope
    try:
        rounded = taking.protected(scope)
    except DataFileProblem as problem:
        words = "Dit is er dan niet." if only_rounded else "Tot dan kan alleen iets voor intern."
        cards.note(f"{problem} {problem.advice} {words}")
        return scope
    if only_rounded:
        return rounded
    exact = st.segmented_control(
        "Aantallen",
        [ROUNDED, EXACT],
        default=ROUNDED,
        required=True,
        key="report-audience",
    )
    return scope if exact == EXACT else rounded


show()
