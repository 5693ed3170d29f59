"""The audit reads a kijkdoos: it is silent about ours, and finds what is put into it."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from data.file.store import Store
from exports.audit import AuditReport, audit_made
from exports.audit.readers.web import scripts
from exports.viewer.page import html
from tests.exports.viewer.conftest import data_of, flat_of

NAME = "kijkdoos_gemeente.html"


@pytest.fixture(scope="module")
def page(store: Store) -> bytes:
    return html(flat_of(store))


def audited(page: bytes) -> AuditReport:
    return audit_made({NAME: page})


def test_ours_is_silent_and_complete(page: bytes) -> None:
    report = audited(page)
    assert (report.findings, report.unread) == ((), ())
    assert report.protected
    assert report.figures > 1_000


def leak_value(box: Any) -> None:
    first = next(one for one in box["layers"] if one["indicator"] == "matches")
    first["map"]["areas"][0]["values"][-1] = 3


def leak_whole(box: Any) -> None:
    first = next(one for one in box["layers"] if one["indicator"] == "lopende_matches")
    first["whole"][0] = 3


def leak_beside(box: Any) -> None:
    box["layers"][0]["exact"] = [{"wijk": "Kortonjo", "matches": 3}]


def leak_in_map(box: Any) -> None:
    box["layers"][0]["map"]["areas"][0]["detail"] = "Kortonjo: 3 matches"


def leak_in_words(box: Any) -> None:
    box["layers"][0]["sentence"] = "In Kortonjo zijn 3 inwoners bereikt."


@pytest.mark.parametrize("leak", [leak_value, leak_whole, leak_beside, leak_in_map, leak_in_words])
def test_a_small_count_in_it_is_found(page: bytes, leak: Callable[[Any], None]) -> None:
    box = data_of(page)
    before = json.dumps(box, ensure_ascii=False, separators=(",", ":"))
    leak(box)
    after = json.dumps(box, ensure_ascii=False, separators=(",", ":"))
    changed = page.decode().replace(before, after)
    assert changed != page.decode()
    assert audited(changed.encode()).failed


def test_data_in_a_page_is_read_however_long_it_is() -> None:
    rows = [{"wijk": "Kortonjo", "matches": 40, "toelichting": "-" * 1_000}] * 400
    told = scripts.content_of("a.html", json.dumps(rows), "")
    assert [len(table.rows) for table in told.tables] == [401]


@pytest.mark.parametrize(
    ("script", "count"),
    [("a = rows[3].name", 0), ("f(x)[2]", 0), ("return[3]", 1), ("const a = [3]", 1)],
)
def test_an_index_in_a_program_is_no_list(script: str, count: int) -> None:
    assert len(scripts.content_of("a.html", script, "").tables) == count
