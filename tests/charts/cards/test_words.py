"""The line under a card: a map names its boundaries with their year, other cards do not."""

import json
from datetime import date

from analytics.catalog import INDICATORS
from analytics.view import Known, View
from charts.cards.words import source_words
from geo.boundaries import SOURCE_FILE

KNOWN = Known({}, date(2018, 11, 1), date(2021, 10, 1))


def test_a_map_names_the_year_and_the_source_of_its_boundaries() -> None:
    year = json.loads(SOURCE_FILE.read_text(encoding="utf-8"))["year"]
    line = source_words(INDICATORS[0], View(), KNOWN, with_map=True)
    assert line.endswith(
        f"peildatum 1 oktober 2021 · grenzen {year}. Bron: CBS/Kadaster (CC BY 4.0)"
    )


def test_a_card_without_map_names_no_boundaries() -> None:
    assert "CBS/Kadaster" not in source_words(INDICATORS[0], View(), KNOWN)
