"""The bar with the selection, above every page: drawn by static/scripts/selection_bar.js.

A choice is an entry in a list that only grows, with a number, and not the state of a control: so
nothing is lost when clicks come faster than pages are drawn, and nothing old comes back.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import streamlit as st

from analytics.figures.doors.marts import Audience
from analytics.scope.areas import NamedArea
from analytics.scope.calendar import calendar_period, closed_periods
from analytics.scope.sentences import PLURALS, day_words, place_words
from analytics.scope.steps import drill
from analytics.scope.steps.choices import chosen
from analytics.scope.steps.undo import narrowed
from analytics.scope.view import LEVELS, Known, View, parse
from analytics.scope.windows import Window
from data.grammar import capital
from data.reference.areas import Level
from data.reference.own_area import short_code
from pages._parts import access, script, state
from pages._parts.markup import data_html

AUDIENCES = {Audience.INTERN: "exact (intern)", Audience.GEMEENTE: "afgerond"}
KEY = "selection_bar"
UNDO, UNDO_ALL = "wis", "wis_alles"
AREA, INTO = "gebied", "erin"  # to an area, and to the parts of one
_TAKEN = "taken"  # the page in a browser that chose, and the number of its last choice

_component = st.components.v2.component(
    KEY,
    html='<div class="bloei-bar"></div>',
    js=script.loader("selection_bar.js"),
    isolate_styles=False,
)


def draw(view: View, known: Known) -> None:
    """The bar with what the view holds; a choice shows on every page."""
    _component(
        key=KEY,
        data=_shown(view, known),
        default={"choices": {}},
        on_choices_change=lambda: _take(st.session_state[KEY].choices, known),
    )


def lists(known: Known) -> str:
    """The HTML of what can be chosen, out of sight, from which selection_bar.js takes.

    It is the same for every view: apart from the bar, a browser keeps it (`global` in
    .streamlit/config.toml says from which size), and a choice does not send it again.
    """
    return data_html("bloei-lists", {AREA: _areas(known), "periode": _periods(known)})


def _take(sent: Mapping[str, Any], known: Known) -> None:
    """Takes the choices that were not taken before, in the order in which they were made."""
    page, entries = str(sent.get("page", "")), sent.get("made", [])
    last = _last_taken(page)
    for entry in (entry for entry in entries if entry["number"] > last):
        _choose(entry["part"], entry["text"], known)
        last = entry["number"]
    st.session_state[_TAKEN] = (page, last)


def _last_taken(page: str) -> int:
    last_page, number = st.session_state.get(_TAKEN, ("", 0))
    return number if page == last_page else 0


def _choose(part: str, text: str, known: Known) -> None:
    if part == UNDO:
        state.undo_last()
    elif part == UNDO_ALL:
        state.undo_all()
    elif part == INTO:
        state.keep(drill.into(state.view(), known.area(parse({AREA: text}, known).area)))
    else:
        state.keep(chosen(state.view(), known, part, text))


def _shown(view: View, known: Known) -> dict[str, Any]:
    page, number = st.session_state.get(_TAKEN, ("", 0))
    return {
        "taken": {"page": page, "number": number},
        "controls": [
            _area(view, known),
            _period(view, known),
            _day(view, known),
            _level(view),
            *([_audience(known)] if access.may_see_exact() else []),
        ],
        "undo": _undo(view, known),
    }


def _area(view: View, known: Known) -> dict[str, Any]:
    label = place_words(known.area(view.area))
    return {
        "part": AREA, "name": "Gebied", "kind": "search", "value": view.area, "label": label,
    }  # fmt: skip


def _areas(known: Known) -> dict[str, Any]:
    """All areas by level, and the buurten of which one's own can be made."""
    groups = [
        {"title": capital(PLURALS[level]), "options": _of_level(known, level)}
        for level in (Level.OWN, Level.STADSDEEL, Level.TEAM, Level.WIJK, Level.BUURT)
    ]
    everywhere = {"title": "", "options": [("", place_words(known.city))]}
    buurten = _of_level(known, Level.BUURT)
    return {
        "groups": [everywhere, *(group for group in groups if group["options"])],
        "buurten": [(short_code(code), name) for code, name in buurten],
    }


def _of_level(known: Known, level: Level) -> list[tuple[str, str]]:
    found: Iterable[NamedArea] = (area for area in known.areas.values() if area.level is level)
    return [(area.code, area.name) for area in found]


def _period(view: View, known: Known) -> dict[str, Any]:
    day = view.as_of or known.as_of
    calendar = calendar_period(view.window, day) if view.as_of else None
    return {
        "part": "periode",
        "name": "Periode",
        "kind": "list",
        "value": calendar.code if calendar else view.window,
        "label": calendar.label if calendar else view.window.label,
    }


def _periods(known: Known) -> dict[str, Any]:
    """The windows up to the peildatum, and the years and quarters that are over."""
    years, quarters = (
        [(one.code, one.label) for one in closed_periods(window, known.beginning, known.as_of)]
        for window in (Window.YEAR, Window.QUARTER)
    )
    return {
        "groups": [
            {"title": "", "options": [(window, window.label) for window in Window]},
            {"title": "Jaren", "options": years},
            {"title": "Kwartalen", "options": quarters},
        ],
    }


def _day(view: View, known: Known) -> dict[str, Any]:
    day = view.as_of or known.as_of
    return {
        "part": "peildatum",
        "name": "Peildatum",
        "kind": "day",
        "value": day.isoformat(),
        "label": day_words(day),
        "first": known.beginning.isoformat(),
        "last": known.as_of.isoformat(),
        "help": "Alle cijfers tonen wat op deze dag bekend was.",
    }


def _level(view: View) -> dict[str, Any]:
    options = [(level, PLURALS[level]) for level in LEVELS]
    return _listed("niveau", "Per", view.level, str(view.level), options)


def _audience(known: Known) -> dict[str, Any]:
    help_ = "Afgerond is wat de gemeente ziet: kleine aantallen blijven onherkenbaar."
    label = AUDIENCES[known.audience]
    options = list(AUDIENCES.items())
    return _listed("publiek", "Aantallen", known.audience, label, options) | {"help": help_}


def _listed(
    part: str, name: str, value: str, label: str, options: Sequence[tuple[str, str]]
) -> dict[str, Any]:
    groups = [{"title": "", "options": options}]
    return {
        "part": part, "name": name, "kind": "list", "value": value, "label": label,
        "groups": groups,
    }  # fmt: skip


def _undo(view: View, known: Known) -> dict[str, Any]:
    """What the button to undo names, and whether there is more than that."""
    newest = state.newest_choice()
    if not newest:
        return {"last": "", "more": False}
    words = place_words(known.area(view.area)) if "area" in newest else _time_name(view, known)
    return {"last": words, "more": narrowed(view) != newest}


def _time_name(view: View, known: Known) -> str:
    day = view.as_of or known.as_of
    calendar = calendar_period(view.window, day)
    is_window = state.newest_choice() != {"as_of"} and view.window is not Window.ALL
    return calendar.label if calendar else view.window.label if is_window else day_words(day)
