"""The cards of waits and stays against the naive twin, and by rules that hold on any selection."""

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
import pandas as pd
import pytest

from analytics.figures.doors.marts import Audience, open_marts
from analytics.figures.durations import difference
from analytics.scope.answers import DirectAnswers
from analytics.scope.scope import Scope
from analytics.scope.view import LEVELS, View
from analytics.scope.windows import Window, span
from analytics.statistics.spells import Asked, Facet, Spell
from charts.card import Card, Table
from charts.cards import CARDS
from charts.cards.outcomes.stays import stay_answer, stay_curve
from charts.cards.outcomes.waits import wait_answer, wait_curve
from charts.pictures import Panels, Trend
from data.delivery.importer import read_delivery
from data.delivery.sources import find_files
from data.demo import make_demo
from data.dutch import number
from data.file.store import Store
from data.reference.areas import Level
from tests import twin, twin_durations
from tests.cities import ODD_AS_OF, odd_frames, write_city
from tests.paths import SAMPLE
from tests.twin_durations import Ended

AS_OF = date(2021, 10, 1)
OUTCOMES = {name: build for name, build in CARDS.items() if name.startswith("uitkomsten.")}
MONTH = 365.25 / 12


@dataclass
class City:
    frames: twin.Frames
    store: Store

    def answers(self, audience: Audience = Audience.INTERN) -> DirectAnswers:
        return DirectAnswers(open_marts(self.store, audience), is_demo=True)


@pytest.fixture(scope="module")
def cities(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, City]]:
    folder = tmp_path_factory.mktemp("cities")
    delivery = read_delivery(
        find_files([SAMPLE]), as_of=None, mapping=None, progress=lambda step: None
    )
    frames = {
        "demo": (make_demo(), AS_OF),
        "sample": (delivery.frames, AS_OF),
        "odd": (odd_frames(), ODD_AS_OF),
    }
    made = {
        name: City(
            twin.prepared(found), write_city(folder / f"{name}.duckdb", twin.prepared(found), day)
        )
        for name, (found, day) in frames.items()
    }
    yield made
    for city in made.values():
        city.store.close()


def rows_of(city: City, view: View, spell: Spell, frames: twin.Frames | None = None) -> list[Ended]:
    """The spells of the view's own area, person by person, as they are followed in its window."""
    scope = Scope(city.answers(), view)
    place, day = scope.area, scope.day
    records = twin.known_on(frames or city.frames, day)
    listed = {Spell.WAIT: twin_durations.waits, Spell.STAY: twin_durations.stays}[spell]
    first = span(view.window, day).start or date(1900, 1, 2)
    since = pd.Timestamp(first - timedelta(days=1))
    around = twin.parents(place.level, city.frames)
    found = [
        twin_durations.followed(one, since)
        for one in listed(records, pd.Timestamp(day))
        if around[one[0]] == place.code
    ]
    return [one for one in found if one]


def known_months(rows: list[Ended]) -> list[int]:
    """How many were followed for 0, 1, 2, ... months, as long as there are five at every moment."""
    days = [round(month * MONTH) for month in range(25)]
    came, lasted = (np.array([row[n] for row in rows]) for n in (0, 1))
    there = [int(((came <= day) & (day <= lasted)).sum()) for day in range(days[-1] + 1)]
    first_few = next((day for day, count in enumerate(there) if count < 5), len(there))
    return [there[day] for day in days if day < first_few]


def shares(rows: list[Ended], outcome: str, months: int) -> list[float]:
    """The percentage that has ended by the outcome after 0, 1, ... months."""
    steps = twin_durations.chances(rows, outcome)
    return [
        100 * max((chance for time, chance in steps if time <= round(month * MONTH)), default=0)
        for month in range(months)
    ]


def cells(table: Table | None, column: int) -> list[object]:
    assert table is not None
    return [line.cells[column] for line in table.lines]


VIEWS = [
    ("demo", View()),
    ("demo", View(window=Window.YEAR)),
    ("demo", View(window=Window.QUARTER, as_of=date(2020, 8, 17))),
    ("demo", View(area="SD2", as_of=date(2019, 12, 27))),
    ("demo", View(area="SD2", as_of=date(2019, 7, 11))),
    ("demo", View(area="WK077231", window=Window.YEAR, as_of=date(2021, 2, 1))),
    ("demo", View(area="Tongelre-Centrum", as_of=date(2021, 6, 30))),
    ("sample", View()),
    ("sample", View(area="SD6", window=Window.YEAR)),
    ("sample", View(area="BU07723120")),
    ("odd", View()),
    ("odd", View(area="WK077231", as_of=date(2019, 12, 31))),
]


@pytest.mark.parametrize(("name", "view"), VIEWS)
def test_the_curve_of_stays_is_that_of_the_twin(
    cities: dict[str, City], name: str, view: View
) -> None:
    city, answers = cities[name], cities[name].answers()
    rows = rows_of(city, view, Spell.STAY)
    card, counts = stay_curve(Scope(answers, view)), known_months(rows)
    if len(counts) < 4:
        assert card.note
        assert not card.picture
        return
    wanted = [100 - part for part in shares(rows, "ended", len(counts))]
    assert isinstance(card.picture, Trend)
    assert list(card.picture.counts) == counts == cells(card.table, 4)
    assert list(card.picture.series[0].values) == pytest.approx(wanted)
    assert cells(card.table, 1) == pytest.approx(wanted)
    reached, middle = twin_durations.half(
        twin_durations.chances(rows, "ended"), max(lasted for _, lasted, _ in rows)
    )
    is_told = reached is not None and twin_durations.is_told(rows, reached)
    assert (card.title != "Hoe lang matches lopen") == is_told
    if is_told:
        assert re.findall(r"na ([\d,.]+) dag", card.title)[0].replace(",", ".") == f"{middle:g}"
    for month, value in list(enumerate(wanted))[3:7:3]:
        assert f"{month} maanden loopt nog {number(value)}% (" in card.sentence or (
            f"na {month} maanden {number(value)}% (" in card.sentence
        )


@pytest.mark.parametrize(("name", "view"), VIEWS)
def test_the_curve_of_waits_is_that_of_the_twin(
    cities: dict[str, City], name: str, view: View
) -> None:
    city, answers = cities[name], cities[name].answers()
    rows = rows_of(city, view, Spell.WAIT)
    card, counts = wait_curve(Scope(answers, view)), known_months(rows)
    if len(counts) < 2:
        assert card.note
        assert not card.picture
        return
    assert isinstance(card.picture, Trend)
    matched, alone, left = (list(series.values) for series in card.picture.series)
    assert list(card.picture.counts) == counts == cells(card.table, 5)
    assert matched == pytest.approx(shares(rows, "match", len(counts)))
    assert left == pytest.approx(shares(rows, "left", len(counts)))
    as_if = [(came, lasted, how.replace("left", "")) for came, lasted, how in rows]
    assert alone == pytest.approx(shares(as_if, "match", len(counts)))
    assert (cells(card.table, 1), cells(card.table, 4)) == (matched, left)
    for month in (month for month in (3, 6) if month < len(counts)):
        assert f"a {month} maanden {number(matched[month] or 0)}% (" in card.sentence
    assert wait_answer(Scope(answers, view)).split(": ", 1)[1] == card.sentence.split(": ", 1)[1]


@pytest.mark.parametrize(("name", "view"), VIEWS[::2])
def test_the_table_per_kind_is_that_of_the_twin(
    cities: dict[str, City], name: str, view: View
) -> None:
    city = cities[name]
    card = OUTCOMES["uitkomsten.looptijd_soort"](Scope(city.answers(), view))
    if card.note:
        return
    assert card.table is not None
    matches = city.frames["matches"]
    for line in card.table.lines:
        kind = {**city.frames, "matches": matches[matches["kind"] == line.cells[0]]}
        rows = rows_of(city, view, Spell.STAY, kind)
        counts, ended = known_months(rows), shares(rows, "ended", 13)
        assert line.cells[1] == (len(rows) if len(rows) >= 5 else "te weinig om te zeggen")
        for column, month in ((3, 3), (4, 6), (5, 12)):
            told = len(counts) > month
            wanted = 100 - ended[month] if told else "te weinig om te zeggen"
            if len(rows) >= 5:
                assert line.cells[column] == (pytest.approx(wanted) if told else wanted)


def test_the_parts_of_an_area_are_its_own_and_add_up(cities: dict[str, City]) -> None:
    answers = cities["demo"].answers()
    for area, part, names in (
        ("", "stadsdeel", {"Centrum", "Stratum", "Tongelre", "Strijp", "Gestel"}),
        ("SD3", "wijk", {"Oud-Tongelre", "De Laak"}),
        ("WK077231", "buurt", set[str]()),
        ("Tongelre-Centrum", "wijk", {"Centrum", "Oud-Tongelre", "De Laak"}),
    ):
        card = OUTCOMES["uitkomsten.looptijd_stadsdeel"](Scope(answers, View(area=area)))
        assert card.title.endswith(f"per {part}")
        assert card.table is not None
        assert names <= set(cells(card.table, 0))
        told = [count for count in cells(card.table, 1) if isinstance(count, int)]
        whole = len(rows_of(cities["demo"], View(area=area), Spell.STAY))
        assert whole - 4 * (len(card.table.lines) - len(told)) <= sum(told) <= whole
    assert (
        "geen delen"
        in OUTCOMES["uitkomsten.looptijd_stadsdeel"](Scope(answers, View(area="BU07723120"))).note
    )


def test_the_sentence_of_groups_says_what_the_test_over_all_says(cities: dict[str, City]) -> None:
    answers = cities["demo"].answers()
    for spell, name in ((Spell.STAY, "looptijd_talent"), (Spell.WAIT, "wachttijd_talent")):
        asked = Asked(spell, Level.GEMEENTE, AS_OF, "GM0772", Facet.TALENT)
        is_real = answers.of(difference, asked) <= 0.05
        sentence = OUTCOMES[f"uitkomsten.{name}"](Scope(answers, View())).sentence
        assert ("meer dan door toeval" in sentence) == is_real
        assert ("kunnen toeval zijn" in sentence) == (not is_real)


def test_durations_honour_the_chosen_period(cities: dict[str, City]) -> None:
    """Within 3 and 6 months: 47.9 and 57.5 of all, 52.0 and 59.5 of the last twelve months."""
    answers = cities["demo"].answers()
    for window, wanted in ((Window.ALL, (47.9, 57.5)), (Window.YEAR, (52.0, 59.5))):
        view = View(window=window)
        table = wait_curve(Scope(answers, view)).table
        assert table is not None
        assert [table.lines[month].cells[1] for month in (3, 6)] == pytest.approx(wanted, abs=0.05)
        for months, value in zip((3, 6), wanted, strict=True):
            rows = Scope(answers, view).figures(f"match_binnen_{months}_maanden").rows()
            assert rows[0].value == pytest.approx(value, abs=0.05)


@pytest.mark.parametrize("day", [date(2019, 7, 11), date(2019, 12, 27)])
def test_of_stratum_nothing_is_said_on_days_with_few(cities: dict[str, City], day: date) -> None:
    answers, view = cities["demo"].answers(), View(area="SD2", as_of=day)
    assert "te weinig" in stay_answer(Scope(answers, view))
    assert "na 6 maanden" not in stay_answer(Scope(answers, view))
    for name in ("looptijd_stadsdeel", "wachttijd_stadsdeel"):
        found = CARDS[f"uitkomsten.{name}"](Scope(answers, View(as_of=day))).table
        assert found is not None
        stratum = next(line for line in found.lines if line.cells[0] == "Stratum")
        assert all(cell is None or isinstance(cell, str) for cell in stratum.cells[4:6])


def selections(city: City, audience: Audience, count: int) -> list[View]:
    """Areas of every level on days from the first to the last, over every window."""
    dice, known = random.Random(5), city.answers(audience).known
    by_level = {
        level: [a.code for a in known.areas.values() if a.level is level] for level in LEVELS
    }
    span_days = (known.as_of - known.beginning).days
    found = [View(audience=audience, as_of=known.beginning), View(audience=audience)]
    while len(found) < count:
        day = known.beginning + timedelta(days=dice.randrange(span_days))
        if audience is Audience.GEMEENTE:
            day = (day.replace(day=1) - timedelta(days=1)) if day > known.beginning else day
        level = dice.choice(LEVELS)
        area = dice.choice(["", dice.choice(by_level[level])])
        window = dice.choice(list(Window))
        found.append(View(level=level, area=area, as_of=day, window=window, audience=audience))
    return found


@pytest.mark.parametrize("audience", list(Audience))
@pytest.mark.parametrize("name", ["demo", "sample"])
def test_no_selection_breaks_a_rule(cities: dict[str, City], name: str, audience: Audience) -> None:
    answers = cities[name].answers(audience)
    for view in selections(cities[name], audience, 12):
        subject = answers.known.area(view.area).name
        for build in OUTCOMES.values():
            assert_rules(
                build(Scope(answers, view)), subject, 5 if audience is Audience.INTERN else 20
            )
        for said in (stay_answer(Scope(answers, view)), wait_answer(Scope(answers, view))):
            assert subject in said.split(":")[0]
            assert_bands(said)


def assert_rules(card: Card, subject: str, fewest: int) -> None:
    """Nothing from too few, bands with width, figures beside the sentence, the area its subject."""
    if card.note:
        assert (card.picture, card.table, card.sentence) == (None, None, "")
        assert not re.search(r"\d", card.title)
        return
    assert card.table is not None
    assert subject in card.sentence.split(":")[0]
    assert subject in card.subtitle
    assert_bands(card.sentence)
    panels = card.picture.panels.values() if isinstance(card.picture, Panels) else [card.picture]
    for trend in panels:
        if isinstance(trend, Trend):
            assert_trend(trend, fewest)
    shown = {text(cell) for line in card.table.lines for cell in line.cells}
    for value, low, high in re.findall(r"(\d+)% \((\d+)% tot (\d+)%\)", card.sentence):
        assert value in shown
        assert {low, high} <= shown or f"{low}% tot {high}%" in shown


def text(cell: object) -> str:
    return number(cell) if isinstance(cell, int | float) else str(cell)


def assert_trend(trend: Trend, fewest: int) -> None:
    assert all(count >= fewest for count in trend.counts)
    for series in trend.series:
        told = [value for value in series.values if value is not None]
        assert len(told) > 1 or series.name == "afgesproken" or series.is_quiet
        for value, low, high in zip(series.values, series.low, series.high, strict=False):
            assert (value is None) == (low is None) == (high is None)
            if value is not None and low is not None and high is not None:
                assert 0 <= low <= value <= high <= 100
                assert low < high


def assert_bands(sentence: str) -> None:
    """No band without width, and nothing that is no number."""
    for low, high in re.findall(r"\((\d+)% tot (\d+)%\)", sentence):
        assert int(low) < int(high)
    assert not re.search(r"nan|None|inf\b|  ", sentence)
