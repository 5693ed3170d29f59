"""Questions as readers type them, with the page and the view that answer them."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analytics.scope.areas import NamedArea
from analytics.scope.search.matching import search
from analytics.scope.search.words import fixed_words
from analytics.scope.view import Known, View, parse, to_query
from data.reference.areas import Level, at_level

PAGES = {meaning.target for meaning in fixed_words().values() if meaning.kind == "page"}
LEVELS = (Level.GEMEENTE, Level.STADSDEEL, Level.WIJK, Level.BUURT)
AREAS = [NamedArea(level, area.code, area.name) for level in LEVELS for area in at_level(level)]
TEAM = NamedArea(Level.TEAM, "Team Strijp", "Team Strijp")
KNOWN = Known({a.code: a for a in (*AREAS, TEAM)}, date(2017, 9, 1), date(2021, 10, 1))

# A question, the page that comes first, and the address of its view.
QUESTIONS = [
    ("open vacatures strijp 2020", "kaart", "indicator=open_vacatures gebied=SD6 periode=2020"),
    ("wachtend 't hofke", "kaart", "indicator=wachtend gebied=BU07723350"),
    ("wachtend hofke", "kaart", "indicator=wachtend gebied=BU07723350"),
    ("funnel", "vergelijken", ""),
    ("trend woensel-noord 2020", "", "gebied=SD5 periode=2020"),
    ("Woensel Noord", "gebied", "gebied=SD5"),
    ("woensel norod", "gebied", "gebied=SD5"),
    ("meerhofen", "gebied", "gebied=WK077263"),
    ("Meerhoven per buurt", "gebied", "gebied=WK077263 niveau=buurt"),
    ("centrum", "gebied", "gebied=SD1"),
    ("wijk centrum", "gebied", "gebied=WK077211"),
    ("team strijp", "gebied", "gebied=Team~Strijp"),
    ("strijp s", "gebied", "gebied=BU07726160"),
    ("muschberg", "gebied", "gebied=BU07723330"),
    ("castilielaan", "gebied", "gebied=BU07725350"),
    ("hele stad", "gebied", ""),
    ("2e kwartaal 2021", "", "periode=2021-Q2"),
    ("matches kwartaal 3 2020 gestel", "kaart", "indicator=matches gebied=SD7 periode=2020-Q3"),
    ("scans september 2020", "kaart", "indicator=scans periode=maand peildatum=2020-09-30"),
    ("vorig jaar", "", "periode=2020"),
    ("lopende matches afgelopen jaar", "kaart", "indicator=lopende_matches periode=jaar"),
    ("laatste 3 maanden stratum", "gebied", "gebied=SD2 periode=kwartaal"),
    ("hoeveel vrije plekken zijn er", "kaart", "indicator=vrije_plekken"),
    ("vrije plekken per stadsdeel", "kaart", "indicator=vrije_plekken niveau=stadsdeel"),
    ("wachtlijst gestel", "kaart", "indicator=wachtend gebied=SD7"),
    ("wachtenden per buurt tongelre", "kaart", "indicator=wachtend niveau=buurt gebied=SD3"),
    ("bedrijven", "kaart", "indicator=ontwikkelplaatsen"),
    ("bereikt per 1000", "kaart", ""),
    ("bereikte inwoners 2019", "kaart", "indicator=inwoners_bereikt periode=2019"),
    ("wat betekent wachtend", "begrippen", "indicator=wachtend"),
    ("prognose", "doelen", ""),
    ("halen we de doelen strijp", "doelen", "gebied=SD6"),
    ("witte vlekken", "te_weinig", ""),
    ("tekort doornakkers", "te_weinig", "gebied=WK077232"),
    ("vraag en aanbod", "vraag_aanbod", ""),
    ("advies woensel-zuid", "advies", "gebied=SD4"),
    ("rapport gestel", "export", "gebied=SD7"),
    ("powerpoint", "export", ""),
    ("op de kaart", "kaart", ""),
    ("gegevens laden", "laden", ""),
    ("waar staan we", "stand", ""),
    ("hoe gaat het in Tongelre", "gebied", "gebied=SD3"),
    ("vakatures stratum", "kaart", "indicator=vacatures gebied=SD2"),
    ("uitval", "blijven", ""),
    ("strijp en gestel", "vergelijk", "gebied=SD6 naast=SD7"),
    ("vergelijk meerhoven met erp", "vergelijk", "gebied=WK077263 naast=WK077242"),
    ("matches stratum gestel", "vergelijk", "indicator=matches gebied=SD2 naast=SD7"),
]  # fmt: skip


def query(words: str) -> dict[str, str]:
    pairs = (word.split("=") for word in words.split())
    return {key: value.replace("~", " ") for key, value in pairs}


@pytest.mark.parametrize(("text", "page", "address"), QUESTIONS)
def test_a_question_finds_its_page(text: str, page: str, address: str) -> None:
    [first, *_] = search(text, KNOWN, PAGES)
    assert (first.page, to_query(first.view)) == (page, query(address))


@pytest.mark.parametrize("text", ["", "qqq", "de het een", "!!", "x1y2z3"])
def test_what_nobody_knows_finds_nothing(text: str) -> None:
    assert search(text, KNOWN, PAGES) == []


@pytest.mark.parametrize("area", AREAS, ids=lambda area: str(area.code))
def test_every_area_is_found_by_its_name_and_level(area: NamedArea) -> None:
    [first, *_] = search(f"{area.level} {area.name}", KNOWN, PAGES)
    assert first.view.area == ("" if area.level is Level.GEMEENTE else area.code)


def test_what_is_not_named_stays_as_it_is() -> None:
    kept = replace(parse({"periode": "2020", "gebied": "SD5"}, KNOWN), level=Level.BUURT)
    [first, *_] = search("matches", KNOWN, PAGES, kept)
    assert first.view == replace(kept, indicator="matches")


def test_only_pages_that_the_reader_has_are_offered() -> None:
    assert [found.page for found in search("advies", KNOWN, {"", "kaart"})] == ["", "kaart"]


@given(st.text(max_size=40))
def test_any_text_gives_views_that_can_be_shown(text: str) -> None:
    for found in search(text, KNOWN, PAGES):
        assert parse(to_query(found.view), KNOWN) == found.view
    assert search(text, KNOWN, PAGES, View()) == search(text, KNOWN, PAGES)
