"""The cards on chance equal a naive twin: in the sample, in the demo and in an odd city.

And over many selections: rows and sentence agree, and nothing is claimed that is not there.
"""

import re
from collections.abc import Iterator
from datetime import date
from itertools import product
from pathlib import Path
from typing import NamedTuple

import pandas as pd
import pytest

from analytics.catalog import find
from analytics.disclosure.protector import demo_protector
from analytics.figures.doors.marts import Audience, open_marts
from analytics.scope.answers import DirectAnswers
from analytics.scope.scope import Scope
from analytics.scope.view import View
from analytics.scope.windows import Window
from charts.card import Card, Value
from charts.cards import CARDS
from charts.cards.rollout.funnel import funnel_of
from charts.pictures import Panels, Scatter, Trend
from data.delivery.importer import read_delivery
from data.delivery.sources import find_files
from data.demo import make_demo
from data.dutch import number, rounded
from data.file.database import write_database
from data.file.store import Store
from data.models.meta import Meta
from data.reference.areas import Level
from tests import twin
from tests.cities import ODD_AS_OF, odd_frames
from tests.paths import SAMPLE

AS_OF = date(2021, 10, 1)


class City(NamedTuple):
    frames: twin.Frames
    store: Store

    def answers(self, audience: Audience = Audience.INTERN) -> DirectAnswers:
        return DirectAnswers(open_marts(self.store, audience), is_demo=True)


def stored(path: Path, frames: dict[str, pd.DataFrame], day: date) -> Store:
    """The data file of a city; only that of the demo is protected too, which takes long."""
    protector = demo_protector() if path.stem == "demo" else None
    write_database(path, frames, Meta(day, True, ()), protector=protector)
    return Store(path)


def sample_frames() -> dict[str, pd.DataFrame]:
    found = find_files([SAMPLE], Path("x.duckdb"))
    delivery = read_delivery(found, as_of=AS_OF, mapping=None, progress=lambda _: None)
    return dict(delivery.frames)


@pytest.fixture(scope="module")
def cities(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, City]]:
    folder = tmp_path_factory.mktemp("chance")
    made = {
        "sample": (sample_frames(), AS_OF),
        "demo": (make_demo(seed=3, scale=0.2), AS_OF),
        "odd": (odd_frames(), ODD_AS_OF),
    }
    found = {
        name: City(twin.prepared(frames), stored(folder / f"{name}.duckdb", frames, day))
        for name, (frames, day) in made.items()
    }
    yield found
    for city in found.values():
        city.store.close()


def rows(card: Card) -> list[dict[str, Value]]:
    assert card.table
    headings = [column.heading for column in card.table.columns]
    return [
        dict(zip(headings, line.cells, strict=True)) | {"code": line.code}
        for line in card.table.lines
    ]


def months_since(day: pd.Timestamp, last: date) -> int:
    return 12 * (last.year - day.year) + last.month - day.month + 1


def last_of(city: City) -> date:
    return date(2020, 2, 29) if city.store.meta.as_of == ODD_AS_OF else date(2021, 9, 30)


def started(city: City) -> dict[str, pd.Timestamp]:
    rollout, last = city.frames["rollout"], pd.Timestamp(last_of(city))
    pairs = zip(rollout["wijk_code"], rollout["started_on"], strict=True)
    return {code: day for code, day in pairs if day <= last}


PLACES = ["sample", "demo"]


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("indicator", ["matches", "scans"])
def test_the_funnel_equals_a_naive_twin(
    cities: dict[str, City], place: str, indicator: str
) -> None:
    city = cities[place]
    view = View(Level.WIJK, indicator=indicator, window=Window.YEAR)
    card = CARDS["uitrol.trechter"](Scope(city.answers(), view))
    measure = find(indicator).measure
    counts = twin.amount(city.frames, measure, Level.WIJK, date(2020, 10, 1), date(2021, 9, 30))
    people = twin.inhabitants(Level.WIJK, city.frames, date(2021, 9, 30))
    years = {
        code: min(months_since(day, date(2021, 9, 30)), 12) / 12 * (people[code] or 0) / 1000
        for code, day in started(city).items()
    }
    others = [code for code, day in started(city).items() if day >= pd.Timestamp(2017, 10, 1)]
    total, exposed = sum(counts[code] for code in others), sum(years[code] for code in others)
    average = total / exposed
    spread = sum(years[c] * (counts[c] / years[c] - average) ** 2 for c in others) / exposed
    variance = max(spread - average / (exposed / len(others)), 0)
    assert {row["code"] for row in rows(card)} == set(years)
    for row in rows(card):
        code = str(row["code"])
        rate = counts[code] / years[code]
        weight = variance / (variance + average / years[code])
        smoothed = weight * rate + (1 - weight) * average
        assert row["Geteld"] == counts[code]
        assert row["Per jaar"] == pytest.approx(rate)
        assert row["Met grootte"] == pytest.approx(smoothed)
        assert row["Verschoven (%)"] == pytest.approx(100 * (1 - weight))
    assert isinstance(card.picture, Scatter)
    assert [dot.x for dot in card.picture.dots] == pytest.approx([years[c] for c in _codes(city)])
    assert f"{number(average, 1)} {find(indicator).label}" in card.sentence
    assert "oktober 2020 tot en met september 2021" in card.subtitle
    assert f"de {len(years)} wijken van Eindhoven met een cijfer" in card.subtitle
    middle = next(line for line in card.picture.curves if line.name == "gemiddelde")
    assert middle.y == pytest.approx([average] * 2)
    assert middle.x == pytest.approx([min(years.values()) / 2, max(years.values()) * 1.06])


def _codes(city: City) -> list[str]:
    found = funnel_of(
        Scope(city.answers(), View(Level.WIJK, indicator="matches", window=Window.YEAR))
    )
    return [point.code for point in found.points]


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("level", [Level.WIJK, Level.STADSDEEL, Level.TEAM])
def test_same_age_equals_a_naive_twin(cities: dict[str, City], place: str, level: Level) -> None:
    city, last = cities[place], date(2021, 9, 30)
    card = CARDS["uitrol.leeftijd_tabel"](Scope(city.answers(), View(level, indicator="matches")))
    ends = pd.date_range("2017-08-31", last, freq="ME")
    people = twin.inhabitants(Level.WIJK, city.frames, date(2021, 9, 30))
    pilots = [code for code, day in started(city).items() if day < pd.Timestamp(2017, 10, 1)]
    line = []
    for end in ends:
        counts = twin.amount(city.frames, "matches", Level.WIJK, None, end.date())
        line.append(sum(counts[c] for c in pilots) / sum(people[c] or 0 for c in pilots))
    around = twin.parents(level, city.frames)
    expected: dict[str, float] = {}
    living: dict[str, int] = {}
    for code, day in started(city).items():
        area = around[code] if level is not Level.WIJK else code
        expected[area] = expected.get(area, 0) + (people[code] or 0) * line[months_since(day, last)]
        living[area] = living.get(area, 0) + (people[code] or 0)
    observed = twin.amount(city.frames, "matches", level, None, last)
    found = rows(card)
    assert found
    for row in found:
        code = str(row["code"])
        assert row["Geteld"] == observed[code]
        assert row["Als de pilot"] == pytest.approx(expected[code])
        assert row["Tegen pilot"] == pytest.approx(observed[code] / expected[code])
        assert row["Per 1.000"] == pytest.approx(observed[code] / living[code] * 1000)
        assert (row["Achter op pilot sinds"] is not None) is (observed[code] < expected[code])
    behind = sum(observed[str(row["code"])] < expected[str(row["code"])] for row in found)
    real = sum(row["Oordeel"] == "meer dan toeval" and row["Tegen pilot"] < 1 for row in found)  # type: ignore[operator]
    said = card.sentence.lower()
    assert said.startswith((f"{behind} van de {len(found)}", "alle", "beide", "geen", "de enige"))
    if behind > 1:
        assert f"bij {real or 'geen'} is dat meer dan toeval" in said
    curves = CARDS["uitrol.leeftijd"](Scope(city.answers(), View(level, indicator="matches")))
    assert [row["Pilot"] for row in rows(curves)][: len(line)] == pytest.approx(
        [rate * 1000 for rate in line][: len(rows(curves))]
    )
    assert isinstance(curves.picture, Trend)
    assert [series.name for series in curves.picture.series][-1] == "pilot"
    panels = CARDS["uitrol.leeftijd_per_gebied"](
        Scope(city.answers(), View(level, indicator="matches"))
    )
    assert isinstance(panels.picture, Panels)
    assert set(panels.picture.panels) == {row[level.capitalize()] for row in found}
    assert panels.sentence == card.sentence


def test_a_chosen_wijk_stands_beside_the_stadsdelen_in_every_card(cities: dict[str, City]) -> None:
    answers = cities["demo"].answers()
    area = "WK077263"
    cards = [
        CARDS[n](Scope(answers, View(Level.STADSDEEL, area, indicator="matches")))
        for n in _SAME_AGE
    ]
    curves, table, panels = cards
    assert table.table is not None
    assert panels.table is not None
    own = dict(
        zip((c.heading for c in table.table.columns), table.table.lines[0].cells, strict=True)
    )
    assert own["Gebied"] == "Meerhoven"
    assert {own["Tegen midden"], own["Plaats"]} == {None}
    assert [(line.code, line.is_chosen) for line in table.table.lines[:1]] == [(area, True)]
    assert panels.table.lines == table.table.lines
    assert isinstance(panels.picture, Panels)
    assert next(iter(panels.picture.panels)) == "Meerhoven (wijk)"
    assert all("Meerhoven gemarkeerd" in card.subtitle for card in (table, panels))
    [now] = [row for row in rows(curves) if row["Leeftijd"]]
    assert [now["Geteld"], now["Tegen pilot"]] == [own["Geteld"], own["Tegen pilot"]]
    assert now["Maanden"] == own["Maanden (oudste wijk)"]
    assert len({card.sentence for card in cards}) == 1


def month_after(day: date, months: int) -> date:
    index = 12 * day.year + day.month - 1 + months
    return date(index // 12, index % 12 + 1, 1)


@pytest.mark.parametrize("place", ["sample", "demo", "odd"])
@pytest.mark.parametrize("name", ["uitrol.veranderd", "uitrol.veranderd_jaar"])
@pytest.mark.parametrize("window", [Window.QUARTER, Window.YEAR, Window.MONTH])
def test_changes_equal_a_naive_twin(
    cities: dict[str, City], place: str, name: str, window: Window
) -> None:
    city = cities[place]
    view = View(Level.WIJK, indicator="matches", window=window)
    card = CARDS[name](Scope(city.answers(), view))
    last, months = last_of(city), window.months or 0
    back = 12 if name.endswith("jaar") else months
    now = (month_after(last, 1 - months), last)
    then = (month_after(last, 1 - months - back), _day_before(month_after(last, 1 - back)))
    counts = [
        twin.amount(city.frames, "matches", Level.WIJK, first, until)
        for first, until in (now, then)
    ]
    assert card.table, card.note
    assert {line.code for line in card.table.lines} == set(started(city))
    for row in rows(card):
        code = str(row["code"])
        ages = [
            min(max(months_since(began, until), 0), months)
            if (began.year, began.month) != (until.year, until.month) or began.day == 1
            else 0  # less than a full month
            for began in [started(city)[code]]
            for _, until in (now, then)
        ]
        assert row["Laatste"] == counts[0][code]
        assert row["Eerder"] == (counts[1][code] if ages[1] else None)
        if not ages[1]:
            assert (row["Verschil"], row["Oordeel"]) == (None, "toen nog geen hele maand gestart")
            continue
        paces = [count[code] / age for count, age in zip(counts, ages, strict=True)]
        difference = counts[0][code] - counts[1][code]
        like = ages[0] == ages[1]
        shown = f"{abs(difference)}" if like else f"{number(abs(paces[0] - paces[1]), 1)} per maand"
        assert str(row["Verschil"]).lstrip("+−") == shown
        if "Per maand, laatste" in row:
            assert [row["Per maand, laatste"], row["Per maand, eerder"]] == pytest.approx(paces)
        else:
            assert like
    real = [row for row in rows(card) if row["Oordeel"] == "meer dan toeval"]
    assert ("Meer dan toeval veranderd" in card.sentence) is bool(real)
    assert all(f"{row['Wijk']} ({row['Verschil']})" in card.sentence for row in real[:3])


def _day_before(day: date) -> date:
    return date.fromordinal(day.toordinal() - 1)


@pytest.mark.parametrize("place", ["sample", "demo", "odd"])
@pytest.mark.parametrize("area", ["", "SD3", "WK077211"])
def test_the_quarter_equals_a_naive_twin(cities: dict[str, City], place: str, area: str) -> None:
    city, last = cities[place], last_of(cities[place])
    card = CARDS["gebied.veranderd"](Scope(city.answers(), View(area=area)))
    now = (date(2021, 7, 1), last) if last.year == 2021 else (date(2019, 10, 1), date(2019, 12, 31))
    then = (month_after(now[0], -3), _day_before(now[0]))
    level = {"": Level.GEMEENTE, "S": Level.STADSDEEL, "W": Level.WIJK}[area[:1]]
    code = area or "GM0772"
    found = {str(row["Indicator"]): row for row in rows(card)}
    for name in ("matches", "scans", "lopende_matches", "open_vacatures", "wachtend"):
        indicator = find(name)
        row = found[indicator.label[0].upper() + indicator.label[1:]]
        is_stock = name in ("lopende_matches", "open_vacatures", "wachtend")
        before, after = (
            twin.amount(city.frames, indicator.measure, level, None if is_stock else first, until)[
                code
            ]
            for first, until in (then, now)
        )
        cells = list(row.values())
        assert cells[1:3] == [before, after]
        more = after - before
        words = f"{number(abs(more))} {'meer' if more > 0 else 'minder'}" if more else "evenveel"
        assert row["Verschil"] == words
        percent = pytest.approx(100 * more / before) if before >= 10 else None
        assert row["In %"] == percent


VIEWS = [
    View(level, area, window, day, indicator)
    for (level, area), window, (day, indicator) in product(
        [
            (Level.WIJK, ""),
            (Level.STADSDEEL, "SD3"),
            (Level.WIJK, "SD5"),
            (Level.BUURT, "WK077211"),
            (Level.TEAM, ""),
        ],
        [Window.ALL, Window.QUARTER],
        [(date(2019, 6, 30), "vacatures"), (date(2021, 9, 30), "matches")],
    )
]


@pytest.mark.parametrize("audience", list(Audience))
def test_over_many_selections_rows_and_sentence_agree(
    cities: dict[str, City], audience: Audience
) -> None:
    answers = cities["demo"].answers(audience)
    for view in VIEWS:
        funnel = CARDS["uitrol.trechter"](Scope(answers, view))
        ranking = CARDS["uitrol.rangorde"](Scope(answers, view))
        if funnel.table:
            assert_funnel(funnel, ranking)
        for name in ("uitrol.veranderd", "uitrol.veranderd_jaar"):
            changes = CARDS[name](Scope(answers, view))
            if changes.table:
                assert_changes(changes, view, audience)
        if view.area == "SD3":
            for card in (funnel, ranking, *(CARDS[n](Scope(answers, view)) for n in _SAME_AGE)):
                words = card.sentence or card.note
                assert "Tongelre" in words or "geen rangorde" in words or not card.sentence


_SAME_AGE = ("uitrol.leeftijd", "uitrol.leeftijd_tabel", "uitrol.leeftijd_per_gebied")


def assert_funnel(funnel: Card, ranking: Card) -> None:
    verdicts = {str(row["Oordeel"]) for row in rows(funnel)}
    assert rows(funnel) == rows(ranking)
    if "passen bij toeval" in funnel.sentence:
        assert verdicts == {"past bij toeval"}
        assert ranking.sentence.startswith(("Er is geen rangorde", "Voor"))
    if "op zichzelf uit" in funnel.sentence:
        assert not verdicts & {"duidelijk hoger", "duidelijk lager", "past bij toeval"}
    if "Duidelijk" in funnel.sentence.split("per jaar.")[-1]:
        assert verdicts & {"duidelijk hoger", "duidelijk lager"}
    placed = [row for row in rows(ranking) if isinstance(row["Nr."], int)]
    values = [rounded(float(str(row["Met grootte"])), 1) for row in placed]
    assert [row["Nr."] for row in placed] == [1 + sum(v > own for v in values) for own in values]
    assert values == sorted(values, reverse=True)
    if ranking.sentence.startswith("Bovenaan"):
        first = [str(row[next(iter(list(row)[1:2]))]) for row in placed if row["Nr."] == 1]
        assert all(name in ranking.sentence for name in first[:3]) or len(first) > 3
        assert number(values[0], 1) in ranking.sentence


def assert_changes(card: Card, view: View, audience: Audience) -> None:
    is_rounded = audience is Audience.GEMEENTE and view.indicator == "matches"
    for row in rows(card):
        now, then = row["Laatste"], row["Eerder"]
        if not is_rounded or not isinstance(now, int) or not isinstance(then, int):
            continue
        if row["Verschil"] is not None and "Per maand, laatste" not in row:
            assert min(now, then) >= 20 or abs(now - then) > 10
        if row["Verschil"] is None:
            assert row["Oordeel"] == "te klein om te vergelijken"
    if re.search(r"geen van de|niet meer dan toeval", card.sentence) and not view.area:
        assert all(row["Oordeel"] != "meer dan toeval" for row in rows(card))
