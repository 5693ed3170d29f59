"""What the product makes for the gemeente is silent in the audit, and examined completely."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from analytics.catalog import INDICATORS, find
from analytics.figures.compute import figures
from analytics.figures.doors.marts import Audience, open_marts
from analytics.figures.selection import Selection
from analytics.scope.answers import DirectAnswers
from analytics.scope.scope import Scope
from analytics.scope.view import View
from analytics.scope.windows import Window
from charts.cards import CARDS
from data.file.store import Store
from data.periods import Period
from data.reference.areas import Level
from exports.audit import AuditReport, audit, audit_made
from exports.formats import CARD_FORMS, REPORT_FORMS, CardForm, file_name
from exports.formats.batch import Order, documents
from exports.house import house
from exports.report.parts import PARTS
from exports.setting import setting_of
from exports.tables.rows import as_csv, as_json

AUDIENCE = Audience.GEMEENTE
VIEWS = (View(audience=AUDIENCE), View(level=Level.BUURT, area="SD3", audience=AUDIENCE))
DRAWN = tuple(form for form in CARD_FORMS if form.name not in ("csv", "png"))
File = tuple[str, bytes]


@pytest.fixture(scope="module")
def answers(store: Store) -> DirectAnswers:
    return DirectAnswers(open_marts(store, AUDIENCE), is_demo=True)


def forms_of(place: int) -> list[CardForm]:
    """The table of every card as CSV, and one other format, so that all take turns."""
    return [form for form in CARD_FORMS if form.name == "csv"] + [DRAWN[place % len(DRAWN)]]


def files_of(answers: DirectAnswers, name: str, place: int) -> Iterator[File]:
    for number, view in enumerate(VIEWS):
        card, setting = CARDS[name](Scope(answers, view)), setting_of(Scope(answers, view))
        for form in forms_of(place + number):
            if form.applies(card):
                named = file_name(f"{card.file_name or name}-{view.level}", setting, form)
                yield named, form.make(card, setting, house())


def told(report: AuditReport) -> str:
    found = [f"{one.kind}: {one.what} ({one.where})" for one in report.findings]
    return "\n".join([*found, *report.unread])


@pytest.mark.parametrize("place", range(len(CARDS)), ids=list(CARDS))
def test_every_card_is_silent_and_complete(answers: DirectAnswers, place: int) -> None:
    files = dict(files_of(answers, list(CARDS)[place], place))
    assert told(audit_made(files)) == ""


WINDOWED = (
    "kaart.reeks", "kaart.kaart", "gebied.indicatoren", "rapport.cijfers", "overzicht.uitrol",
    "overzicht.trend", "rapport.kwartalen",
)  # fmt: skip


@pytest.mark.parametrize(
    "window", [Window.YEAR, pytest.param(Window.MONTH, marks=pytest.mark.slow)]
)
def test_figures_of_a_window_do_not_clash_with_others(
    answers: DirectAnswers, window: Window
) -> None:
    """Each says from which day it counts: in its rows, or in words above them."""
    scope = Scope(answers, View(audience=AUDIENCE, window=window, indicator="scans"))
    setting = setting_of(scope)
    forms = [form for form in CARD_FORMS if form.name in ("csv", "xlsx", "pptx")]
    files = {
        f"{name}.{form.name}": form.make(CARDS[name](scope), setting, house())
        for name in WINDOWED
        for form in forms
    }
    report = audit_made(files)
    assert told(report) == ""
    assert report.figures > 100


@pytest.mark.parametrize(("level", "code"), [(Level.STADSDEEL, "SD3"), (Level.WIJK, "WK077233")])
def test_reports_are_silent_and_complete(answers: DirectAnswers, level: Level, code: str) -> None:
    area = answers.known.areas[code]
    assert area.level is level
    order = Order(VIEWS[0], [area], list(PARTS.values()), REPORT_FORMS)
    found = audit_made(dict(documents(answers, order, house())))
    assert told(found) == ""
    assert found.figures > 50


@pytest.mark.parametrize("indicator", [indicator.id for indicator in INDICATORS])
def test_figures_of_any_name_are_silent_and_complete(
    store: Store, tmp_path: Path, indicator: str
) -> None:
    marts = open_marts(store, AUDIENCE)
    for level in (Level.GEMEENTE, Level.WIJK):
        asked = Selection(level, marts.as_of, period=Period.QUARTER)
        result = figures(marts, find(indicator), asked)
        (tmp_path / f"{level}.csv").write_text(as_csv(result), encoding="utf-8")
        (tmp_path / f"{level}.json").write_text(as_json(result), encoding="utf-8")
    assert told(audit([tmp_path])) == ""
