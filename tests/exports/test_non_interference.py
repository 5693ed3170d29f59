"""Non-interference of exports: for the municipality they rest on the representatives alone.

All records without weight are replaced by those of another city (see `tests/twins.py`). The files
must be the same to the last byte; only the hash of the data file in the manifest names that file.
"""

from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from analytics.figures.doors.marts import Audience
from analytics.scope.scope import Scope
from analytics.scope.view import View
from charts.cards import CARDS
from data.demo import make_demo
from data.file.store import Store
from data.reference.areas import Level
from exports.formats import CARD_FORMS, REPORT_FORMS
from exports.house import house
from exports.manifest import Origin, manifest
from exports.report.report import Report
from exports.setting import setting_of
from exports.viewer.page import html
from tests.exports.conftest import AS_OF
from tests.exports.report.city import answers_of, report_of
from tests.exports.viewer.conftest import flat_of
from tests.twins import write_twin

VIEWS = [
    View(level=Level.WIJK),
    pytest.param(View(level=Level.BUURT, area="SD3"), marks=pytest.mark.slow),
]


@pytest.fixture(scope="module")
def twin(store: Store, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Another city behind the same representatives."""
    path = tmp_path_factory.mktemp("twin") / "twin.duckdb"
    twin = write_twin(path, make_demo(seed=11, scale=0.2), AS_OF)
    assert twin.seal == store.seal
    yield twin
    twin.close()


def cards(store: Store, view: View) -> dict[str, bytes]:
    """Every card in every format."""
    scope = Scope(answers_of(store, view.audience), view)
    found: dict[str, bytes] = {}
    for name, builder in CARDS.items():
        card, setting = builder(scope), setting_of(scope)
        found[f"{name} note"] = card.note.encode()  # no file where it has one
        found |= {
            f"{name} {form.name}": form.make(card, setting, house())
            for form in CARD_FORMS
            if form.applies(card)
        }
    return found


def reports(report: Report) -> dict[str, bytes]:
    return {form.name: form.make(report, house()) for form in REPORT_FORMS}


@pytest.mark.parametrize("view", VIEWS)
def test_a_card_for_the_municipality_shows_nothing_of_the_records(
    store: Store, twin: Store, view: View
) -> None:
    asked = replace(view, audience=Audience.GEMEENTE)
    first, second = (cards(one, asked) for one in (store, twin))
    internal = {name for name in CARDS if name.startswith(("witte_vlekken.", "kwaliteit."))}
    internal.add("gebied.ontwikkelplaatsen")
    made = {name.split()[0] for name in first if not name.endswith(" note")}
    assert not made & internal
    assert len(made) > len(CARDS) / 2
    assert {name for name in first if first[name] != second[name]} == set()


@pytest.mark.parametrize("area", ["SD3", "De Laak"])
def test_a_report_for_the_municipality_shows_nothing_of_the_records(
    store: Store, twin: Store, area: str
) -> None:
    assert reports(report_of(store, area)) == reports(report_of(twin, area))


def test_a_manifest_names_the_data_file_and_differs_in_nothing_else(
    store: Store, twin: Store
) -> None:
    told = []
    for one in (store, twin):
        origin = Origin(one.path, report_of(one).setting, {"report": "stadsdeel"})
        own = sha256(Path(one.path).read_bytes()).hexdigest()
        told.append(manifest(origin, {"a.pdf": b"a"}).replace(own.encode(), b"-"))
    assert told[0] == told[1]
    assert "Een gepubliceerde maand blijft zoals hij was" in told[0].decode()


def test_a_kijkdoos_shows_nothing_of_the_records(store: Store, twin: Store) -> None:
    first, second = (html(flat_of(one)) for one in (store, twin))
    assert first == second


def test_an_exact_export_does_differ(store: Store, twin: Store) -> None:
    first, second = (reports(report_of(one, "SD3", Audience.INTERN)) for one in (store, twin))
    assert all(first[name] != second[name] for name in first)
