"""Halen we de doelen: figures equal a naive count, every branch of a sentence has its example."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from analytics.catalog import find
from analytics.figures.doors.marts import Audience, ExactMarts, open_marts
from analytics.rollout.forecast.draws import Forecast, forecast
from analytics.rollout.forecast.foreseen import Departure, departure
from analytics.rollout.forecast.path import Plans
from analytics.rollout.outlook import Answer, Outlook
from analytics.rollout.targets import Pace, Target
from analytics.rollout.timeline import Start
from analytics.scope.answers import DirectAnswers
from analytics.scope.scope import Scope
from analytics.scope.view import View
from analytics.scope.windows import Span
from charts.card import Card
from charts.cards.rollout import outlook_words, targets_words
from charts.cards.rollout.outlook import MEANING, expected_chart, targets_table
from charts.cards.rollout.outlook_words import (
    WILL,
    amount,
    chance_words,
    expected_sentence,
    remarks,
    target_sentence,
)
from charts.cards.rollout.targets_words import (
    NO_TARGETS,
    answer_words,
    expected_words,
    targets_sentence,
)
from charts.pictures import Trend
from data.demo import make_demo
from data.dutch import number
from data.file.store import Store
from data.reference.areas import Level
from tests import twin
from tests.analytics.rollout.forecast.test_history import planned_frames
from tests.cities import ODD_AS_OF, odd_frames, write_city

AS_OF = date(2021, 10, 1)
YEAR_END = date(2020, 12, 31)
SUBJECTS = {"matches": "matches", "vacatures": "geopende vacatures", "scans": "talentenscans"}


@pytest.fixture(scope="module")
def frames() -> dict[str, pd.DataFrame]:
    return make_demo()


@pytest.fixture(scope="module")
def store(
    tmp_path_factory: pytest.TempPathFactory, frames: dict[str, pd.DataFrame]
) -> Iterator[Store]:
    found = write_city(tmp_path_factory.mktemp("outlook") / "demo.duckdb", frames, AS_OF)
    yield found
    found.close()


@pytest.fixture(scope="module")
def answers(store: Store) -> DirectAnswers:
    return DirectAnswers(ExactMarts(store), is_demo=True)


def trend_of(card: Card) -> Trend:
    assert isinstance(card.picture, Trend)
    return card.picture


@pytest.mark.parametrize("area", ["", "SD5", "WK077231"])
@pytest.mark.parametrize("subject", list(SUBJECTS))
def test_what_was_counted_equals_a_naive_count(
    answers: DirectAnswers, frames: dict[str, pd.DataFrame], area: str, subject: str
) -> None:
    card = expected_chart(Scope(answers, View(area=area, indicator=subject)))
    level = answers.known.areas[area].level if area else Level.GEMEENTE
    code = area or "GM0772"
    ready = twin.prepared(frames)
    ends = pd.date_range("2021-01-31", "2021-09-30", freq="ME").date
    measure = find(subject).measure
    naive = [twin.amount(ready, measure, level, date(2021, 1, 1), end)[code] for end in ends]
    assert card.table is not None
    cells = [line.cells for line in card.table.lines]
    assert [row[1] for row in cells[:9]] == naive
    assert [row[1] for row in cells[9:]] == [None] * 3
    assert [row[0] for row in cells][::11] == [date(2021, 1, 1), date(2021, 12, 1)]
    counted = (f" {naive[-1]} van het doel", f" {naive[-1]} {SUBJECTS[subject]} geteld")
    assert any(words in card.sentence for words in counted)


def test_picture_table_and_sentence_are_one(answers: DirectAnswers) -> None:
    view = View(area="SD5", indicator="matches_per_1000")
    card, found = expected_chart(Scope(answers, view)), answers.of(forecast, "matches", AS_OF)
    picture, table = trend_of(card), card.table
    assert table is not None
    assert [series.name for series in picture.series] == ["verwacht", "geteld", "doel"]
    expected, counted, goal = picture.series
    for place, series in ((1, counted.values), (2, expected.low), (4, expected.high)):
        assert [line.cells[place] for line in table.lines] == list(series)
    assert [line.cells[3] for line in table.lines] == list(expected.values)
    wijken = answers.progress(Level.STADSDEEL, AS_OF)["SD5"].wijken
    last = 65 + int(found.middle(wijken)[2])
    assert expected.values[-1] == last
    assert f"worden het er {last} (met 80% zekerheid {expected.low[-1]:.0f} tot" in card.sentence
    assert set(goal.values) == {125.0}
    assert [column.decimals for column in table.columns] == [None, 0, 0, 0, 0, 0, 1, 1, None]
    assert {tuple(line.cells[5:]) for line in table.lines[:-1]} == {(None,) * 4}
    assert [series.is_dashed for series in picture.series] == [True, False, True]
    assert card.title == "Matches in Woensel-Noord"
    assert card.subtitle == "opgeteld vanaf januari 2021 · band: 80% van wat kan komen"
    assert card.source.endswith(f" · {MEANING}")
    assert card.file_name == "verwachting_matches_wijk_SD5_2021-10-01"
    assert [event.label for event in picture.events]


def test_the_target_of_the_sentence_stands_on_the_last_line(answers: DirectAnswers) -> None:
    card = expected_chart(Scope(answers, View(area="SD5", indicator="matches")))
    assert card.table is not None
    goal, pace, needed, answer = card.table.lines[-1].cells[5:]
    assert goal == 125
    assert isinstance(pace, float)
    assert isinstance(needed, float)
    assert f"Nodig is {number(needed, 1)} per maand; gehaald is {number(pace, 1)}." in card.sentence
    assert isinstance(answer, str)
    word, _, chance = answer.partition(" ")
    assert f"{WILL[Answer(word)]} {chance}." in card.sentence


def test_the_targets_of_the_chosen_area_and_its_parts_are_marked(answers: DirectAnswers) -> None:
    table = targets_table(Scope(answers, View(area="SD5"))).table
    assert table is not None
    inside = {"SD5", *(code for code, area in answers.known.areas.items() if area.parent == "SD5")}
    assert {line.code for line in table.lines if line.is_chosen} <= inside
    assert {line.is_chosen for line in table.lines if line.code in inside} == {True}
    city = targets_table(Scope(answers, View())).table
    assert city is not None
    assert not any(line.is_chosen for line in city.lines)


def test_no_reader_is_sent_to_the_documentation(answers: DirectAnswers) -> None:
    card = expected_chart(Scope(answers, View(indicator="matches")))
    assert "docs" not in card.source + card.sentence + card.subtitle


def test_the_year_is_named_and_the_last_whole_month(answers: DirectAnswers) -> None:
    assert expected_sentence(Scope(answers, View(indicator="vacatures"))).startswith(
        "In 2021 zijn tot en met september in Eindhoven 267 geopende vacatures geteld."
        " Over heel 2021 worden het er naar verwachting 3"
    )
    assert expected_sentence(Scope(answers, View(indicator="matches", as_of=YEAR_END))).startswith(
        "In 2020 zijn in Eindhoven 441 matches geteld. Over heel 2021 worden het er naar"
        " verwachting "
    )
    assert expected_sentence(
        Scope(answers, View(area="WK077231", indicator="matches", as_of=date(2018, 2, 20)))
    ).startswith(
        "In 2018 zijn tot en met januari in De Laak 0 matches geteld. Er is geen verwachting"
    )


def test_a_city_of_months_too_few_has_no_empty_picture(answers: DirectAnswers) -> None:
    """One month that was counted is no line; nothing at all is a note."""
    card = expected_chart(Scope(answers, View(indicator="vacatures", as_of=date(2018, 2, 1))))
    assert card.picture is None
    assert card.table is not None
    assert card.subtitle == "opgeteld vanaf januari 2018"
    assert card.source.endswith("2018")
    march = expected_chart(Scope(answers, View(indicator="vacatures", as_of=date(2018, 3, 1))))
    assert [series.name for series in trend_of(march).series] == ["geteld"]
    idle = expected_chart(Scope(answers, View(area="WK077241", indicator="matches")))
    assert idle.note == (
        "Er is geen verwachting voor Oud-Woensel: hier is Buurt in Bloei nog niet gestart."
    )
    assert (idle.sentence, idle.picture) == ("", None)  # it is said once


def test_only_what_is_expected_is_a_picture_too(answers: DirectAnswers) -> None:
    card = expected_chart(Scope(answers, View(indicator="matches", as_of=YEAR_END)))
    [expected] = trend_of(card).series
    assert expected.name == "verwacht"
    assert len(expected.values) == 12
    assert card.table is not None
    assert card.table.lines[0].cells == ["heel 2020", 441, None, None, None]
    assert "In 2020 zijn in Eindhoven 441 matches geteld." in card.sentence
    assert len(card.table.lines) == 1 + 12
    assert None not in expected.values


BASE = Target(
    "SD5", "Woensel", Level.STADSDEEL, "matches", date(2021, 1, 1), date(2021, 12, 31), 120
)
SEPTEMBER, DECEMBER = date(2021, 9, 30), date(2021, 12, 31)


def sentence_of(done: float | None, day: date = SEPTEMBER, **parts: object) -> str:
    value = parts.pop("value", 120)
    return target_sentence(Outlook(Pace(BASE._replace(value=value), day, done), **parts))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (
            "Woensel: 90 van het doel van 120 matches tot en met december 2021. Nodig is 10,0 per"
            " maand; gehaald is 10,0. Naar verwachting worden het er 118 (met 80% zekerheid 110 tot"
            " 126). Of het doel wordt gehaald, is onzeker (kans ongeveer 40%).",
            sentence_of(90, low=110, middle=118, high=126, probability=0.4),
        ),
        (
            "Woensel: het doel is 120 matches tot en met december 2021. Nodig is 10,0 per maand;"
            " er is nog geen hele maand om. Naar verwachting worden het er 150 (met 80%"
            " zekerheid 140 tot 160). Het doel wordt naar verwachting gehaald (kans meer dan 95%).",
            sentence_of(None, date(2020, 12, 31), low=140, middle=150, high=160, probability=0.99),
        ),
        (
            "Woensel: 10 van het doel van 120 matches tot en met december 2021. Nodig is 36,7 per"
            " maand; gehaald is 1,1. Naar verwachting worden het er 13 (met 80% zekerheid 11 tot"
            " 16). Het doel wordt naar verwachting niet gehaald (kans minder dan 5%).",
            sentence_of(10, low=11, middle=13, high=16, probability=0.0),
        ),
        (
            "Woensel: 125 van het doel van 120 matches tot en met december 2021. Het doel is"
            " gehaald.",
            sentence_of(125, probability=1.0),
        ),
        (
            "Woensel: 0 van het doel van 1 match tot en met december 2021. Het doel is niet"
            " gehaald.",
            sentence_of(0, DECEMBER, value=1, probability=0.0),
        ),
        (
            "Woensel: het doel is 120 matches tot en met december 2021. Er is geen verwachting: er"
            " is geen cijfer om te tonen.",
            sentence_of(None, reason="er is geen cijfer om te tonen"),
        ),
        (
            "Woensel: 1 van het doel van 2 matches tot en met december 2021. Nodig is 0,3 per"
            " maand; gehaald is 0,1. Er is geen verwachting: daarom.",
            sentence_of(1, value=2, reason="daarom"),
        ),
    ],
)
def test_every_sentence_of_a_target(words: str, found: str) -> None:
    assert found == words


@pytest.mark.parametrize(
    ("probability", "words"),
    [
        (0.0, "kans minder dan 5%"),
        (0.049, "kans minder dan 5%"),
        (0.05, "kans ongeveer 5%"),
        (0.1, "kans ongeveer 10%"),
        (0.11, "kans ongeveer 15%"),
        (0.52, "kans ongeveer 50%"),
        (0.53, "kans ongeveer 55%"),
        (0.89, "kans ongeveer 85%"),
        (0.9, "kans ongeveer 90%"),
        (0.95, "kans ongeveer 95%"),
        (0.951, "kans meer dan 95%"),
    ],
)
def test_a_chance_is_no_surer_than_its_answer(probability: float, words: str) -> None:
    assert chance_words(probability) == words


def test_the_words_of_a_row() -> None:
    pace = Pace(BASE, SEPTEMBER, 90)
    open_row = Outlook(pace, "", 1100, 1180, 1260, 0.95)
    assert (expected_words(open_row), answer_words(open_row)) == (
        "1.180 (1.100 tot 1.260)",
        "ja (kans ongeveer 95%)",
    )
    reached, missed = Outlook(pace, probability=1.0), Outlook(pace, probability=0.0)
    assert (expected_words(reached), answer_words(reached)) == (None, "gehaald")
    assert answer_words(missed) == "niet gehaald"
    assert answer_words(Outlook(pace, "daarom")) == "daarom"


@pytest.mark.parametrize(
    ("value", "indicator", "words"),
    [
        (0, "matches", "0 matches"),
        (1, "vacatures", "1 geopende vacature"),
        (1, "scans", "1 talentenscan"),
        (1, "inwoners_bereikt", "1 bereikte inwoner"),
        (1200, "matches", "1.200 matches"),
        (1, "lopende_matches", "1 lopende matches"),
    ],
)
def test_an_amount_goes_with_its_noun(value: float, indicator: str, words: str) -> None:
    assert amount(value, indicator) == words


def rows_of(areas: list[str], probabilities: list[float | None]) -> list[Outlook]:
    """Decided targets of 0 and 1, open ones between, without a forecast None."""
    found = []
    for area, probability in zip(areas, probabilities, strict=True):
        level = {"GM": Level.GEMEENTE, "SD": Level.STADSDEEL, "WK": Level.WIJK, "BU": Level.BUURT}
        target = BASE._replace(area=area, level=level[area[:2]])
        is_open = probability is not None and 0 < probability < 1
        middle = 5 if is_open else None
        reason = "" if probability is not None else "daarom"
        found.append(Outlook(Pace(target, SEPTEMBER, 3), reason, 4, middle, 6, probability))
    return found


@pytest.mark.parametrize(
    ("area", "words"),
    [
        (
            "",
            "6 doelen: 1 gehaald, 1 haalbaar, 1 onzeker, 1 niet haalbaar, 1 niet gehaald en"
            " 1 zonder verwachting.",
        ),
        ("SD3", "3 doelen van Tongelre: 1 haalbaar, 1 onzeker en 1 zonder verwachting."),
        ("WK077231", "2 doelen van De Laak: 1 onzeker en 1 zonder verwachting."),
        ("BU07723120", "Voor het enige doel van Lakerlopen is er geen verwachting."),
        ("SD7", "Voor Gestel loopt geen doel; de tabel toont die van andere gebieden."),
    ],
)
def test_targets_are_counted_in_the_chosen_area(
    answers: DirectAnswers, area: str, words: str
) -> None:
    areas = ["GM0772", "SD3", "WK077231", "SD1", "SD5", "BU07723120"]
    rows = rows_of(areas, [1.0, 0.95, 0.5, 0.05, 0.0, None])
    assert targets_sentence(Scope(answers, View(area=area)), rows) == words


def test_targets_of_a_team_are_those_of_its_wijken(answers: DirectAnswers) -> None:
    rows = rows_of(["WK077231", "WK077211", "SD5", "BU07723120"], [0.5, 0.5, 0.5, 0.5])
    team = next(
        code
        for code, area in answers.progress(Level.TEAM, AS_OF).items()
        if "WK077231" in area.wijken
    )
    wijken = answers.progress(Level.TEAM, AS_OF)[team].wijken
    own = sum(code in wijken for code in ("WK077231", "WK077211"))
    words = targets_sentence(Scope(answers, View(area=team)), rows)
    every = {1: "het enige doel van", 2: "beide doelen van"}[own]
    assert words.startswith(f"Of {every}")


@pytest.mark.parametrize(
    ("probability", "amount", "words"),
    [
        (0.5, 1, "Of het enige doel van Stratum wordt gehaald, is onzeker."),
        (0.5, 2, "Of beide doelen van Stratum worden gehaald, is onzeker."),
        (0.95, 2, "Beide doelen van Stratum zijn haalbaar."),
        (0.05, 3, "Alle 3 doelen van Stratum zijn niet haalbaar."),
        (0.0, 1, "Het enige doel van Stratum is niet gehaald."),
        (None, 2, "Voor beide doelen van Stratum is er geen verwachting."),
    ],
)
def test_targets_that_are_all_alike_are_not_counted_twice(
    answers: DirectAnswers, probability: float | None, amount: int, words: str
) -> None:
    rows = rows_of(["SD2"] * amount, [probability] * amount)
    assert targets_sentence(Scope(answers, View(area="SD2")), rows) == words


def test_the_table_of_targets_equals_what_was_delivered(
    answers: DirectAnswers, frames: dict[str, pd.DataFrame]
) -> None:
    card, ready = targets_table(Scope(answers, View(area="SD5"))), twin.prepared(frames)
    assert card.table is not None
    assert len(card.table.lines) == len(frames["targets"])
    for line in card.table.lines:
        delivered = frames["targets"][frames["targets"]["area_code"] == line.code]
        indicator = "matches" if line.cells[1] == "matches" else "inwoners_bereikt"
        measure = find(indicator).measure
        [value] = delivered[delivered["indicator"] == indicator]["value"]
        level = Level.GEMEENTE if line.code == "GM0772" else Level.STADSDEEL
        done = twin.amount(ready, measure, level, date(2021, 1, 1), SEPTEMBER)[line.code]
        assert line.cells[2:6] == [date(2021, 12, 31), value, done, done / 9]
        assert line.cells[6] == (None if done >= value else (value - done) / 3)
        assert line.is_chosen is (line.code == "SD5")
    decimals = [column.decimals for column in card.table.columns]
    assert decimals == [None, None, None, 0, 0, 1, 1, None, None]
    assert card.subtitle.startswith(
        "alle gebieden van Eindhoven met een doel, die van Woensel-Noord gemarkeerd · geteld tot en"
        " met september 2021 · "
    )
    assert card.indicators == ["inwoners_bereikt", "matches"]


def test_targets_of_other_months_are_not_denied(answers: DirectAnswers, store: Store) -> None:
    card = targets_table(Scope(answers, View(as_of=date(2019, 12, 27))))
    assert card.note == (
        "Op 27 december 2019 loopt geen doel: de doelen in de levering gaan over januari 2021"
        " tot en met december 2021. Kies een peildatum in die maanden."
    )
    assert targets_words.no_targets_words([], AS_OF) == NO_TARGETS


THIS_YEAR = Span(date(2021, 1, 1), date(2021, 12, 31))


def test_what_is_counted_in_and_not_is_said(
    answers: DirectAnswers, monkeypatch: pytest.MonkeyPatch
) -> None:
    city = answers.known.city
    monkeypatch.setattr(outlook_words, "departure", lambda *asked: None)

    def said(planned: int, unknown: int, end: date = date(2022, 1, 31)) -> str:
        starts = [Start(f"W{n}", f"Wijk {n}", 9, "", date(2022, 1, n + 1), False) for n in range(4)]
        idle = [Start(f"V{n}", f"Dorp {n}", 9, "", None, False) for n in range(4)]
        found = Plans(tuple(starts[:planned]), tuple(idle[:unknown]))
        monkeypatch.setattr(outlook_words, "plans", lambda *asked: found)
        return remarks(Scope(answers, View()), city, "matches", Span(date(2021, 1, 1), end))

    assert said(0, 0) == ""
    assert said(1, 0) == " Daarin telt mee: Wijk 0 (start januari 2022)."
    assert said(2, 1) == (
        " Daarin tellen mee: Wijk 0 (start januari 2022) en Wijk 1 (start januari 2022)."
        " Niet meegeteld: Dorp 0, zonder start in de komende 12 maanden."
    )
    assert said(4, 4) == (
        " Daarin tellen mee: 4 wijken die nog starten."
        " Niet meegeteld: 4 wijken, zonder start in de komende 12 maanden."
    )
    # A start after the end of the forecast counts for nothing in it.
    assert said(4, 0, date(2021, 12, 31)) == ""
    assert said(4, 0, date(2022, 1, 1)) == said(1, 0)
    wijk = answers.known.areas["WK077231"]
    assert remarks(Scope(answers, View()), wijk, "matches", THIS_YEAR) == ""


@pytest.mark.parametrize(("came", "verb"), [(0, "kwamen"), (1, "kwam"), (45, "kwamen")])
def test_months_that_were_not_foreseen_are_told(
    answers: DirectAnswers, monkeypatch: pytest.MonkeyPatch, came: int, verb: str
) -> None:
    monkeypatch.setattr(outlook_words, "departure", lambda *asked: Departure(3, came, 90, 1400))
    wijk = answers.known.areas["WK077231"]
    assert remarks(Scope(answers, View()), wijk, "matches", THIS_YEAR) == (
        f" Let op: de laatste 3 maanden {verb} er {came} bij, terwijl 90 tot 1.400 was voorzien;"
        " deze verwachting is daarom minder zeker."
    )


def test_a_planned_start_is_in_the_city_and_a_break_is_told(tmp_path: Path) -> None:
    """The demo of a tenth with a planned start, in which nothing came for six months."""
    frames = planned_frames()
    early = pd.to_datetime(frames["matches"]["matched_on"]) < pd.Timestamp(2021, 4, 1)
    broken = frames | {"matches": frames["matches"][early], "targets": frames["targets"].head(0)}
    store = write_city(tmp_path / "broken.duckdb", broken, AS_OF)
    answers = DirectAnswers(ExactMarts(store), is_demo=True)
    words = expected_sentence(Scope(answers, View(indicator="matches")))
    assert "Daarin telt mee: Oud-Woensel (start december 2021)." in words
    assert "Niet meegeteld: Gestelse Ontginning, zonder start" in words
    assert "Let op: de laatste" in words
    city = answers.progress(Level.GEMEENTE, AS_OF)["GM0772"].wijken
    assert departure(answers, city, "matches", AS_OF) is not None
    assert departure(answers, city, "matches", AS_OF, least=10_000) is None
    found: Forecast = answers.of(forecast, "scans", AS_OF)
    assert found.totals(("WK077241",))[2].mean() > found.totals(("WK077241",))[1].mean() == 0
    store.close()


@pytest.mark.parametrize("audience", list(Audience))
def test_an_odd_city_is_told_what_it_lacks(tmp_path: Path, audience: Audience) -> None:
    store = write_city(tmp_path / "odd.duckdb", odd_frames(), ODD_AS_OF)
    answers = DirectAnswers(open_marts(store, audience), is_demo=True)
    for area in ("", "SD3", "WK077231", "BU07723120"):
        for subject in SUBJECTS:
            card = expected_chart(Scope(answers, View(area=area, indicator=subject)))
            assert "Er is geen verwachting voor " in (card.note or card.sentence)
            assert card.note or card.table
            assert targets_table(Scope(answers, View(area=area))).note == NO_TARGETS
    store.close()
