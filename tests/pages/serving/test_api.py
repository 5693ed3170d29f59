"""The way in for programs: what it answers, to whom, and that the audit and the record read along.

Tried as a server calls it, with the gate before it.
"""

import csv
import json
from collections.abc import Callable, Iterator
from functools import partial
from io import StringIO
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware

from analytics.figures.doors.marts import open_marts
from analytics.scope.search.question import Question, ask
from data.access import record
from data.file.store import Store
from exports.audit import audit_made
from exports.safe import Unsafe
from pages._api import resources
from pages._api.openapi import description
from pages._api.routes import SWITCH, routes
from pages._parts import access, session
from pages._parts.access import NOBODY
from pages._parts.serving.gate import Gate
from tests.pages.serving import asking

FIGURES = "/api/v1/figures?indicator=matches&level=stadsdeel&period=year"
APP = Starlette(routes=routes(""), middleware=[Middleware(Gate)])


get = partial(asking.get, APP)


@pytest.fixture(autouse=True)
def _switched_on(store: Store, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv(SWITCH, "1")
    monkeypatch.setenv("BLOEI_DATABASE", str(store.path))
    yield
    resources._AUDITED._known.clear()


def test_it_gives_what_figures_tells_with_types(store: Store) -> None:
    told = {(row["period"], row["area_code"]): row for row in get(FIGURES).json()}
    marts = open_marts(store)
    for year in ("2019", "2020"):
        for row in ask(marts, Question("matches", "stadsdeel", period="year")).rows():
            if row.period == year:
                found = told[year, row.area_code]
                assert (found["value"], found["status"]) == (row.value, row.status)
                assert isinstance(found["value"], int)
                assert (found["first_day"], found["audience"]) == (f"{year}-01-01", "gemeente")


def test_csv_and_json_are_the_same_figures() -> None:
    answer = get(FIGURES, accept="text/csv")
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    rows = list(csv.DictReader(StringIO(answer.body.decode())))
    told = get(FIGURES).json()
    assert [list(row) for row in rows] == [list(row) for row in told]
    values = [row["value"] for row in told]
    assert [row["value"] for row in rows] == ["" if one is None else str(one) for one in values]
    assert get(f"{FIGURES}&format=csv").body == answer.body


def test_the_same_version_is_not_sent_twice() -> None:
    answer = get(FIGURES)
    again = get(FIGURES, if_none_match=answer.headers["etag"])
    assert (again.status, again.body) == (304, b"")
    assert again.headers["etag"] == answer.headers["etag"]
    other = get(f"{FIGURES}&format=csv", if_none_match=answer.headers["etag"])
    assert other.status == 200


def test_another_version_has_another_tag(monkeypatch: pytest.MonkeyPatch, store: Store) -> None:
    tag = get(FIGURES).headers["etag"]
    real = session.results_for

    def newer(*asked: Any) -> Any:
        from dataclasses import replace  # noqa: PLC0415 (of this test alone)

        found = real(*asked)
        return replace(found, version=replace(found.version, changed=found.version.changed + 1))

    monkeypatch.setattr(session, "results_for", newer)
    assert get(FIGURES, if_none_match=tag).status == 200


def test_areas_and_catalogue_are_whole() -> None:
    levels = [row["level"] for row in get("/api/v1/areas").json()]
    assert [levels.count(level) for level in ("gemeente", "stadsdeel", "wijk", "buurt")] == [
        1, 7, 20, 116
    ]  # fmt: skip
    assert {"id", "unit", "definition"} <= set(get("/api/v1/catalogue").json()[0])


def test_the_audit_is_silent_about_what_it_gives() -> None:
    data = get("/api/v1/figures?indicator=matches,wachtend&level=wijk&period=quarter").body
    report = audit_made({"figures.json": data})
    assert (report.findings, report.unread) == ((), ())
    assert report.protected
    assert report.figures > 100
    leaked = data.replace(b'"value": 5,', b'"value": 3,', 1)
    assert leaked != data
    assert audit_made({"figures.json": leaked}).failed


def test_what_the_audit_refuses_is_not_given(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(files: Any, setting: Any) -> None:
        raise Unsafe("Kortonjo: 3 inwoners")

    monkeypatch.setattr(resources, "refuse_unsafe", refuse)
    answer = get(FIGURES)
    assert answer.status == 500
    assert b"Kortonjo" not in answer.body


@pytest.mark.parametrize("role", ["gemeente", "team", "intern"])
def test_no_role_gets_more_than_it_has(as_role: Callable[..., None], role: str) -> None:
    as_role(role, *(["Team Noord"] if role == "team" else []))
    exact = get(f"{FIGURES}&audience=intern")
    if role == "intern":
        assert {row["audience"] for row in exact.json()} == {"INTERN"}
    else:
        assert exact.status == 403
    assert {row["audience"] for row in get(FIGURES).json()} == {"gemeente"}


def test_who_is_nobody_gets_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(access, "sender", lambda headers, address: NOBODY)
    for resource in ("figures?indicator=matches", "areas", "catalogue"):
        assert get(f"/api/v1/{resource}").status == 401


def test_what_is_handed_out_stands_in_the_record(store: Store) -> None:
    before = len(record.events(store.path))
    answer = get(FIGURES)
    get(FIGURES, if_none_match=answer.headers["etag"])
    found = record.events(store.path)
    assert len(found) == before + 1
    assert "figures" in found[0].subject


@pytest.mark.parametrize(
    ("address", "status", "word"),
    [
        ("/api/v1/figures", 400, "indicator"),
        ("/api/v1/figures?indicator=matchs", 400, "/api/v1/catalogue"),
        ("/api/v1/figures?indicator=matches&area=Nergens", 400, "/api/v1/areas"),
        ("/api/v1/figures?indicator=matches&level=straat", 400, "gemeente, stadsdeel"),
        ("/api/v1/figures?indicator=matches&period=week", 400, "month, quarter, year"),
        ("/api/v1/figures?indicator=matches&as_of=gisteren", 400, "jjjj-mm-dd"),
        ("/api/v1/figures?indicator=matches&area=SD3&level=team", 400, "geen delen"),
        ("/api/v1/figures?indicator=matches&niveau=wijk", 400, "niveau"),
        ("/api/v1/figures?indicator=matches&audience=pers", 400, "gemeente, intern"),
        ("/api/v1/areas?format=xml", 406, "json, csv"),
        ("/api/v1/areas/", 404, "zonder schuine streep"),
        ("/api/v2/areas", 404, "/api/v1/areas"),
        ("/api/v1", 404, "/api/v1/openapi.json"),
        ("/api", 404, "/api/v1/figures"),
    ],
)
def test_a_problem_says_what_to_do(address: str, status: int, word: str) -> None:
    answer = get(address)
    assert (answer.status, answer.json()["status"]) == (status, status)
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.headers["api-version"] == "1.0.0"
    assert word in answer.json()["detail"]


def test_it_can_only_be_read() -> None:
    for method in ("POST", "PUT", "DELETE", "OPTIONS"):
        answer = get(FIGURES, method)
        assert (answer.status, answer.headers["allow"]) == (405, "GET, HEAD")


def test_it_is_off_unless_switched_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(SWITCH)
    for address in (FIGURES, "/api/v1/openapi.json"):
        answer = get(address)
        assert answer.status == 404
        assert SWITCH in answer.json()["detail"]


def test_a_page_of_another_site_or_another_computer_gets_nothing() -> None:
    assert get(FIGURES, origin="http://elders.invalid").status == 403
    assert get(FIGURES, x_forwarded_for="10.0.0.1").status == 403
    assert get(FIGURES, host="elders.invalid").status == 403


def test_the_description_tells_of_everything_that_is_there() -> None:
    told = get("/api/v1/openapi.json").json()
    assert told == json.loads(json.dumps(description()))
    assert set(told["paths"]) | {"/openapi.json"} == set(resources.RESOURCES)
    named = {one["name"] for one in told["paths"]["/figures"]["get"]["parameters"]}
    assert named == {"indicator", "level", "area", "period", "as_of", "format", "audience"}
    schema = told["paths"]["/figures"]["get"]["responses"]["200"]["content"]["application/json"]
    properties = schema["schema"]["items"]["properties"]
    assert set(properties) == set(get(FIGURES).json()[0])
    assert {name for name, one in properties.items() if one["nullable"]} == {
        name for name, one in properties.items() if one["type"] == "number"
    }
