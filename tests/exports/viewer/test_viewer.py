"""The kijkdoos: one file, rounded figures only, and the same figures as `bloei.py figures`."""

import re
from collections.abc import Callable
from datetime import date
from html.parser import HTMLParser
from typing import Any

import pytest

from analytics.catalog import find
from analytics.figures.doors.marts import Audience, open_marts
from analytics.scope.search.question import Question, ask
from data.file.store import Store
from exports.flat.collect import NoFigures
from exports.viewer.box import OnlyRounded
from exports.viewer.page import html
from tests.exports.viewer.conftest import INDICATORS, LEVELS, data_of, flat_of

LARGEST = 3_000_000  # bytes
NAMESPACE = "http://www.w3.org/2000/svg"


def layer(box: Any, indicator: str, level: str) -> Any:
    [found] = [
        one for one in box["layers"] if (one["indicator"], one["level"]) == (indicator, level)
    ]
    return found


@pytest.mark.parametrize("indicator", INDICATORS)
@pytest.mark.parametrize("level", LEVELS)
def test_it_holds_what_figures_tells(store: Store, box: Any, indicator: str, level: str) -> None:
    told, marts = layer(box, indicator, level), open_marts(store, Audience.GEMEENTE)
    values = {area["code"]: area["values"] for area in told["map"]["areas"]}
    compared = 0
    for place in (len(told["days"]) // 2, -1):
        day = date.fromisoformat(told["days"][place])
        for row in ask(marts, Question(indicator, level, as_of=day)).rows():
            value = values[row.area_code][place]
            if not isinstance(value, str):
                compared += 1
                assert row.value is not None
                assert value == pytest.approx(row.value, abs=0.51 * 10 ** -find(indicator).decimals)
    assert compared or level == "buurt" or indicator.startswith("match_")


def test_the_line_of_the_area_itself_is_its_figure(store: Store, box: Any) -> None:
    told, marts = layer(box, "matches", "stadsdeel"), open_marts(store, Audience.GEMEENTE)
    assert [told["whole"][-1]] == [row.value for row in ask(marts, Question("matches")).rows()]
    assert told["whole"] == sorted(told["whole"])


def test_exact_figures_have_no_kijkdoos(store: Store) -> None:
    with pytest.raises(OnlyRounded, match="afgeronde cijfers"):
        html(flat_of(store, Audience.INTERN))


def test_of_a_part_it_shows_the_parts_of_that(store: Store) -> None:
    box = data_of(html(flat_of(store, area="SD3")))
    assert [level["id"] for level in box["levels"]] == ["buurt"]
    assert box["areaCode"] == "SD3"
    areas = layer(box, "matches", "buurt")["map"]["areas"]
    assert 0 < len(areas) < 60


def test_what_has_no_parts_is_told_in_a_sentence(store: Store) -> None:
    with pytest.raises(NoFigures, match="Kies een groter gebied"):
        html(flat_of(store, area="BU07721110"))


class _Addresses(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found += [str(value) for name, value in attrs if name in ("src", "href", "action")]


def test_it_is_one_small_file_that_asks_for_nothing(page: bytes) -> None:
    assert len(page) <= LARGEST
    reader = _Addresses()
    reader.feed(page.decode())
    assert reader.found == []
    assert set(re.findall(r"https?://[^\s\"'<)]*", page.decode())) <= {NAMESPACE}
    assert set(re.findall(r"url\((?!#|\$|data:font)[^)]*", page.decode())) == set()
    assert "default-src 'none'" in page.decode()


def test_the_same_figures_give_the_same_bytes(store: Store, page: bytes) -> None:
    assert html(flat_of(store)) == page


def test_names_cannot_end_the_data(monkeypatch: pytest.MonkeyPatch, store: Store) -> None:
    flat = flat_of(store)
    monkeypatch.setattr("exports.viewer.box.PLURALS", {level: "</script><b>" for level in LEVELS})
    made = html(flat)
    assert data_of(made)["levels"][0]["label"] == "</script><b>"
    assert b"</script><b>" not in made


@pytest.mark.parametrize("name", ["klein en vreemd", "een scan"])
def test_odd_cities_have_one_too(city: Callable[[str], Store], name: str) -> None:
    asked = ("matches", "match_binnen_6_maanden")
    assert data_of(html(flat_of(city(name), names=asked)))["layers"]
