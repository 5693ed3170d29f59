"""Pictures on paper: everything is in them, in Dutch, well-formed and the same every time."""

import re
from dataclasses import replace
from datetime import date
from functools import cache
from xml.etree import ElementTree

import pytest

from charts.card import Card, Column, Line, Table
from charts.pictures import (
    Bar,
    Bars,
    Event,
    Heat,
    Panels,
    Picture,
    Scatter,
    Series,
    TimeStrip,
    Trend,
)
from data.reference.areas import Level, at_level
from exports import paper
from exports.house import read_house
from exports.paper.elements.shapes import SVG
from exports.paper.elements.sheet import WIDTH
from tests.exports.paper.samples import (
    CARDS,
    INTERN,
    LONG_NAME,
    SETTING,
    area_map,
    card,
    table_card,
)

HOUSE = read_house()
ENGLISH = re.compile(r"\b(January|Oct|axis|mark|undefined|null|NaN|Infinity)\b")
every_name = pytest.mark.parametrize("name", CARDS)
every_card = pytest.mark.parametrize("one", CARDS.values(), ids=list(CARDS))


@cache
def svg_of(name: str) -> str:
    return paper.svg(CARDS[name], SETTING, HOUSE)


def drawn(one: Card) -> ElementTree.Element:
    name = next((name for name, known in CARDS.items() if known is one), "")
    return ElementTree.fromstring(svg_of(name) if name else paper.svg(one, SETTING, HOUSE))


def texts(root: ElementTree.Element) -> list[str]:
    return ["".join(element.itertext()) for element in root.iter(f"{{{SVG}}}text")]


def words(one: Card) -> str:
    return " ".join(texts(drawn(one)))


@every_card
def test_the_svg_says_what_it_is(one: Card) -> None:
    root = drawn(one)
    assert root.findtext(f"{{{SVG}}}title") == one.title
    assert (one.note or one.alt) in (root.findtext(f"{{{SVG}}}desc") or "")
    assert root.attrib["role"] == "img"
    assert root.attrib["lang"] == "nl"
    assert root.attrib["width"] == "160mm"


@every_card
def test_all_that_a_reader_needs_is_in_the_picture(one: Card) -> None:
    said = words(one)
    for part in (one.title, one.subtitle, SETTING.selection, one.source, HOUSE.footer):
        assert part in said
    assert "Peildatum 30 september 2021" in said
    assert SETTING.audience_words in said


@every_name
def test_nothing_english_and_nothing_broken_is_in_it(name: str) -> None:
    svg = re.sub(r"<style>.*?</style>", "", svg_of(name), flags=re.DOTALL)
    assert not ENGLISH.search(re.sub(r' class="[^"]*"', "", svg))


@every_name
def test_the_same_card_gives_the_same_bytes(name: str) -> None:
    assert svg_of(name) == paper.svg(CARDS[name], SETTING, HOUSE)


@every_card
def test_all_text_starts_on_the_sheet(one: Card) -> None:
    root = drawn(one)
    height = float(root.attrib["viewBox"].split()[3])
    for x, y in places(root):
        assert 0 <= x <= WIDTH
        assert 0 <= y <= height


def places(root: ElementTree.Element) -> list[tuple[float, float]]:
    """Where every text stands, with the moves of the groups around it."""
    found = []

    def walk(element: ElementTree.Element, x: float, y: float) -> None:
        moved = re.match(r"translate\(([-\d.e]+),([-\d.e]+)\)", element.get("transform", ""))
        if moved:
            x, y = x + float(moved[1]), y + float(moved[2])
        if element.tag == f"{{{SVG}}}text":
            found.append((x + float(element.get("x", 0)), y + float(element.get("y", 0))))
        for child in element:
            walk(child, x, y)

    walk(root, 0, 0)
    return found


def test_internal_figures_and_demo_figures_are_marked() -> None:
    assert "INTERN · Demogegevens" in paper.svg(card(), INTERN, HOUSE)
    assert "INTERN" not in paper.svg(card(), SETTING, HOUSE)
    assert "Demogegevens" not in paper.svg(card(), SETTING, HOUSE)


def test_a_peildatum_in_the_source_is_not_said_twice() -> None:
    one = card(source="Bron: registratie · peildatum 30 september 2021")
    assert words(one).lower().count("peildatum") == 1


def test_a_sentence_to_quote_is_in_the_picture() -> None:
    assert "Ruim 1.200 inwoners bereikt." in words(card(sentence="Ruim 1.200 inwoners bereikt."))


def test_without_figures_the_note_stands_in_the_picture() -> None:
    note = "Hier is nog niets te zien. Kies een andere periode."
    assert note in words(card(note=note))


@pytest.mark.parametrize(
    "nothing",
    [
        Bars([], "aantal"),
        Trend([], []),
        Trend([date(2021, 4, 1)], [Series("scans", "YlGn", [None])]),
        Scatter([], "x", "y"),
        Heat([], [], [], "Blues", "aantal"),
        Heat(["Strijp"], [], [[]], "Blues", "aantal"),
        TimeStrip([]),
        Panels({}),
        replace(area_map(), areas=[]),
    ],
    ids=lambda picture: type(picture).__name__,
)
def test_an_empty_picture_is_a_sentence_and_no_empty_axes(nothing: Picture) -> None:
    assert "Er zijn hier geen cijfers om te tonen." in words(card(nothing))


def test_a_map_of_one_of_several_moments_says_which() -> None:
    said = words(card(area_map(moments=3, shown=1)))
    assert "maand 1" in said
    assert "maand 2" not in said


def test_a_long_title_is_broken_and_kept_whole() -> None:
    title = "Hoe ver is de uitrol in de wijken van Eindhoven, en welke gaat er het snelst?"
    assert title in words(card(title=title))


def test_numbers_and_words_are_dutch() -> None:
    said = words(CARDS["balken"])
    assert "1.234,5" in said
    assert "te weinig mensen om te tonen" in said
    assert "0,0" in said


def test_a_withheld_bar_is_a_word_and_has_no_length() -> None:
    withheld = Bars([Bar("A", 3.0), Bar("B", None, mark="te weinig mensen om te tonen")], "x")
    rows = [
        path for path in drawn(card(withheld)).iter(f"{{{SVG}}}path") if "h" in path.get("d", "")
    ]
    lengths = [float(m[1]) for row in rows if (m := re.search(r"h([\d.]+)v", row.get("d", "")))]
    assert 0 in lengths


def test_lines_are_named_at_their_end_with_their_last_value() -> None:
    said = words(CARDS["lijnen"])
    assert "29 matches" in said
    assert "andere wijken" not in said
    assert "lockdown" in said


def test_an_event_outside_the_days_is_left_out() -> None:
    lines = CARDS["lijnen"].picture
    assert isinstance(lines, Trend)
    late = replace(lines, events=[Event(date(2030, 1, 1), "ver weg")])
    assert "ver weg" not in words(card(late))


def test_one_month_and_only_zeros_are_drawn() -> None:
    one = card(Trend([date(2021, 4, 1)], [Series("scans", "YlGn", [0.0])]))
    assert "0 scans" in words(one)
    assert "apr" in words(one)


def test_steps_say_on_how_many_they_rest() -> None:
    ages = Trend([0, 1, 2], [Series("matches", "accent", [1, 2, 3])], "maanden", counts=[7, 5, 2])
    said = words(card(ages))
    assert "0(7)" in said
    assert "maanden" in said


def test_the_legend_of_a_map_has_classes_marks_rings_and_spots() -> None:
    said = words(CARDS["kaart"])
    for part in ("nog niet gestart", "te weinig mensen", "pilot", "Oud-Woensel", "buurthuis"):
        assert part in said


def test_where_nothing_has_started_the_legend_has_no_classes() -> None:
    said = words(card(area_map(value=lambda area, moment: "nog niet gestart")))
    assert "of meer" not in said
    assert "nog niet gestart" in said


@pytest.mark.parametrize("level", [Level.STADSDEEL, Level.WIJK, Level.BUURT])
def test_every_area_of_a_level_is_drawn_in_its_colour(level: Level) -> None:
    one = drawn(card(area_map(level, value=lambda area, moment: "nog niet gestart")))
    fills = [path.get("fill", "").lower() for path in one.iter(f"{{{SVG}}}path")]
    for look in (HOUSE.palette.empty.lower(), "url(#bloei-lines)"):
        assert fills.count(look) == len(at_level(level))
    assert one.find(f".//{{{SVG}}}pattern[@id='bloei-lines']") is not None


def test_every_wijk_has_its_name_and_figure_on_a_map_of_the_city() -> None:
    one = card(area_map(value=lambda area, moment: 12.3))
    said = [text.replace("-", "").replace(" ", "") for text in texts(drawn(one))]
    for wijk in at_level(Level.WIJK):
        assert f"{wijk.name}12,3".replace("-", "").replace(" ", "") in said, wijk.name


def test_names_outside_the_part_that_is_shown_are_left_out() -> None:
    said = texts(drawn(CARDS["deel"]))
    assert "Tempel3,0" in said
    assert "Sportpark Aalsterweg" not in said
    assert "Grasrijk" not in said


def test_every_moment_has_its_own_small_map() -> None:
    said = texts(drawn(CARDS["kaarten"]))
    assert [text for text in said if text.startswith("maand")] == [f"maand {n}" for n in range(12)]


def test_change_has_its_sign() -> None:
    assert "−3" in words(CARDS["verandering"])
    assert "+3" in words(CARDS["verandering"])


def test_a_stretch_of_one_day_can_be_seen() -> None:
    assert "één dag" in words(CARDS["tijd"])


def test_a_table_keeps_its_marks_dates_and_pilot() -> None:
    said = words(table_card())
    for part in ("1.234,5", "01-03-2019", "te weinig mensen om te tonen", "pilot", "–"):
        assert part in said


def test_letters_that_mean_something_in_xml_stay_letters() -> None:
    assert LONG_NAME.split()[-1] in " ".join(texts(drawn(card(title=LONG_NAME))))


@pytest.mark.parametrize(("rows", "parts"), [(45, 1), (46, 2)])
def test_a_long_narrow_table_stands_in_two_parts_with_all_rows(rows: int, parts: int) -> None:
    columns = [Column("Buurt"), Column("Matches", 0)]
    lines = [Line([f"Buurt {row}.", float(row)]) for row in range(rows)]
    one = drawn(card(table=Table("x", columns, lines)))
    said = texts(one)
    assert said.count("Buurt") == parts
    assert [text for text in said if text.endswith(".")] == [f"Buurt {row}." for row in range(rows)]
