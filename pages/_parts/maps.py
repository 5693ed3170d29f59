"""The map of both pages: areas in their class, the legend, and a click that selects."""

from collections.abc import Sequence
from html import escape

import streamlit as st

from analytics import questions
from analytics.catalog import Indicator
from analytics.classes import round_classes
from analytics.ranking import Ranked
from analytics.rollout import Progress
from analytics.sentences import extremes_sentence
from analytics.view import View
from charts.choropleth import Outline, choropleth
from charts.shading import Key, Scale, Shade, legend, on_wijken, shades
from charts.theme import PALETTES
from data.areas import Level
from pages._parts import cards, state
from pages._parts.session import Results


def draw(
    results: Results, view: View, indicator: Indicator, ranked: Sequence[Ranked], key: str
) -> None:
    """The map with its legend; a click on an area selects it everywhere."""
    scale = _scale(results, view, indicator)
    figure = choropleth(
        view.level,
        _shapes(results, view, shades(ranked, scale)),
        _pilot(results, view),
        _chosen(results, view),
        scale.mode,
    )
    subject = f"Kaart van Eindhoven, {indicator.label} per {view.level}"
    alt = f"{subject}. {_extremes(ranked, view, indicator)}"
    chart_key = f"{key}-{state.changes()}"
    with st.container(key="map"):
        cards.chart(figure, alt, chart_key, on_select=lambda: _choose_clicked(chart_key))
    st.html(_legend_html(legend(ranked, scale), PALETTES[scale.mode].pilot))


def _scale(results: Results, view: View, indicator: Indicator) -> Scale:
    """Classes of the file's last day, so that the colours stay when the peildatum moves."""
    last = results.get(indicator.id, questions.all_areas(view, results.known.as_of))
    values = [row.value for row in last.rows() if row.value is not None]
    return Scale(indicator, round_classes(values, indicator.decimals), cards.mode())


def _shapes(results: Results, view: View, drawn: Sequence[Shade]) -> dict[str, Shade]:
    if view.level is not Level.TEAM:
        return {shade.code: shade for shade in drawn}
    return on_wijken(
        drawn, {code: area.wijken for code, area in _progress(results, view, view.level).items()}
    )


def _progress(results: Results, view: View, level: Level) -> dict[str, Progress]:
    return results.progress(level, questions.as_of(view, results.known))


def _pilot(results: Results, view: View) -> Outline:
    wijken = _progress(results, view, Level.WIJK)
    return Outline(Level.WIJK, [code for code, area in wijken.items() if area.is_pilot])


def _chosen(results: Results, view: View) -> Outline:
    area = questions.area(view, results.known)
    if not view.area:
        return Outline(area.level, [])
    if area.level is Level.TEAM:
        return Outline(Level.WIJK, _progress(results, view, Level.TEAM)[area.code].wijken)
    return Outline(area.level, [area.code])


def _choose_clicked(chart_key: str) -> None:
    points = st.session_state[chart_key]["selection"]["points"]
    if points:
        state.choose_area(points[0]["customdata"][0])


def _extremes(ranked: Sequence[Ranked], view: View, indicator: Indicator) -> str:
    rows = [area.row for area in ranked if area.mark is None]
    return extremes_sentence(rows, view.level, indicator.decimals)


def _legend_html(keys: Sequence[Key], pilot: str) -> str:
    items = "".join(
        f'<li><i style="background:{key.colour}"></i>{escape(key.text)}</li>' for key in keys
    )
    ring = f'<li><i class="ring" style="border-color:{pilot}"></i>pilot, hier begon het</li>'
    return f'<ul class="bloei-legend" aria-label="Legenda">{items}{ring}</ul>'
