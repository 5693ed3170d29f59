"""The line under a card: a map names its boundaries with their year, other cards do not."""

import json
from dataclasses import replace
from datetime import date

import pytest

from analytics.catalog import INDICATORS, find
from analytics.figures.compute import INHABITANTS
from analytics.scope.answers import Answers
from analytics.scope.scope import Scope
from analytics.scope.view import Known, View
from charts.cards import CARDS
from charts.cards.boundaries import with_boundaries
from geo.boundaries import SOURCE_FILE
from tests.analytics.scope.fixed import Fixed

KNOWN = Known({}, date(2018, 11, 1), date(2021, 10, 1))


def scope_of(view: View, known: Known) -> Scope:
    return Scope(Fixed(known), view)


def test_a_map_names_the_year_and_the_source_of_its_boundaries() -> None:
    year = json.loads(SOURCE_FILE.read_text(encoding="utf-8"))["year"]
    line = with_boundaries(scope_of(View(), KNOWN).source(INDICATORS[0]))
    assert line.endswith(
        f"peildatum 1 oktober 2021 · grenzen {year}. Bron: CBS/Kadaster (CC BY 4.0)"
    )


def test_a_card_without_map_names_no_boundaries() -> None:
    assert "CBS/Kadaster" not in scope_of(View(), KNOWN).source(INDICATORS[0])


YEARS = replace(KNOWN, years=(2018, 2019, 2020, 2021, 2023))
RATE = find("matches_per_1000")


@pytest.mark.parametrize(
    ("view", "days", "said"),
    [
        (View(), [], "inwoners begin 2021"),
        (View(as_of=date(2018, 12, 31)), [], "inwoners begin 2018"),
        (View(as_of=date(2012, 12, 31)), [], "inwoners begin 2018"),
        (View(), [date(2022, 5, 1), date(2023, 1, 1)], "inwoners begin 2021 en 2023"),
        (
            View(),
            [date(year, 6, 30) for year in range(2018, 2022)],
            "inwoners begin 2018 tot en met begin 2021",
        ),
    ],
)
def test_a_rate_names_the_year_of_its_inhabitants(view: View, days: list[date], said: str) -> None:
    assert scope_of(view, YEARS).source(RATE, days).split(" · ")[-1] == said


def test_a_count_names_no_inhabitants_unless_a_card_divides_by_them() -> None:
    assert "inwoners van" not in scope_of(View(), YEARS).source(INDICATORS[0])
    line = scope_of(View(), YEARS).source(INDICATORS[0], [date(2019, 1, 1)])
    assert line.endswith("peildatum 1 oktober 2021 · inwoners begin 2019")


@pytest.mark.parametrize("name", [name for name in CARDS if not name.startswith("witte_")])
def test_every_card_with_figures_per_1000_inhabitants_names_the_year(
    answers: Answers, name: str
) -> None:
    card = CARDS[name](Scope(answers, View(area="WK077231", indicator=RATE.id)))
    rates = {i.id for i in INDICATORS if i.denominator == INHABITANTS}
    heads = [column.heading for column in card.table.columns] if card.table else []
    told = " ".join([card.title, card.subtitle, *heads])
    if card.source and (rates & set(card.indicators) or "1.000 inwoners" in told):
        assert "inwoners begin" in card.source
