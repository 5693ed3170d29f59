"""Tables and tiles as a screen reader meets them, whatever stands in a name."""

import re
from datetime import date
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analytics.catalog import find
from analytics.scope.indicator.ranking import Mark
from analytics.scope.windows import Window
from charts.card import Column, Kind, Line, Table
from charts.theme import PALETTES, Mode
from pages._parts.drawing import tabs
from pages._parts.drawing.tables import LONG, html_table
from pages._parts.drawing.tiles import Tile, tiles
from pages._parts.serving.style import stylesheet

COLUMNS = [Column("Wijk"), Column("Matches", 0, has_bars=True)]


class Reader(HTMLParser):
    """Notes tags with their attributes, and text by the tag it stands in."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.texts: dict[str, list[str]] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.texts.setdefault(self.tags[-1][0], []).append(data)


def read(html: str) -> Reader:
    reader = Reader()
    reader.feed(html)
    reader.close()
    return reader


def attributes(reader: Reader, tag: str) -> list[dict[str, str | None]]:
    return [found for name, found in reader.tags if name == tag]


@pytest.mark.parametrize(
    ("text", "look"),
    [
        ("kan toeval zijn", "mark"),
        ("sector biedt 15% van zulke plekken", "mark phrase"),
        (
            "Vraag het team of er die maand echt niets was, of dat een bestand ontbreekt.",
            "mark prose",
        ),
    ],
)
def test_a_text_gets_the_room_that_it_needs(text: str, look: str) -> None:
    lines = [Line(["Erp", text])]
    html = html_table(Table("Oordeel", [Column("Wijk"), Column("Oordeel")], lines), lines)
    assert [found["class"] for found in attributes(read(html), "td")] == [look]


def test_a_table_says_what_it_is_and_which_row_is_chosen() -> None:
    lines = [Line(["Erp", 80], is_chosen=True), Line(["Putten", 26], is_pilot=True)]
    html = html_table(Table("Matches per wijk", COLUMNS, lines), lines)
    reader = read(html)
    assert reader.texts["caption"] == ["Matches per wijk"]
    scopes = [found["scope"] for found in attributes(reader, "th")]
    assert scopes == ["col", "col", "row", "row"]
    assert [found.get("aria-current") for found in attributes(reader, "tr")] == [None, "true", None]
    assert [found["class"] for found in attributes(reader, "td")] == ["number", "number"]
    assert attributes(reader, "div")[0]["tabindex"] == "0"
    assert html.count("pilot</span>") == 1


@given(st.text(min_size=1, alphabet=st.characters(codec="utf-8", exclude_characters="\r\x00")))
def test_a_name_is_text_and_never_markup(name: str) -> None:
    lines = [Line([name, name])]
    html = html_table(Table(name, [Column(name), Column(name)], lines), lines)
    reader = read(html)
    tags = [tag for tag, _ in reader.tags]
    assert tags == ["div", "table", "caption", "thead", "tr", "th", "th", "tbody", "tr", "th", "td"]
    assert "".join(reader.texts["td"]) == name
    assert reader.tags[0][1]["aria-label"] == name


def widths(*values: float | str | None) -> list[str]:
    lines = [Line(["naam", value]) for value in values]
    return re.findall(r"--bar:(\d+%)", html_table(Table("t", COLUMNS, lines), lines))


def test_bars_compare_with_the_highest() -> None:
    assert widths(50, 200, None, "nog niet gestart", 0) == ["25%", "100%", "0%"]
    assert widths(0, 0) == ["0%", "0%"]
    assert widths() == []


def test_a_part_of_a_table_keeps_the_bars_of_the_whole() -> None:
    whole = Table("t", COLUMNS, [Line(["Erp", 200]), Line(["Putten", 50])])
    assert "--bar:25%" in html_table(whole, whole.lines[1:])


def test_a_rank_takes_no_more_room_than_it_needs() -> None:
    whole = Table("t", [Column("Nr.", 0, kind=Kind.RANK), Column("Naam")], [Line(["1", "Erp"])], 1)
    assert '<td class="number rank">1</td>' in html_table(whole, whole.lines)


def test_a_day_that_names_a_row_stays_on_its_line() -> None:
    whole = Table("t", [Column("Dag"), Column("Wat")], [Line([date(2026, 11, 28), "gebruik"])])
    assert '<th scope="row" class="day">28-11-2026</th>' in html_table(whole, whole.lines)


def test_a_word_in_the_place_of_a_number_may_take_two_lines() -> None:
    whole = Table("t", COLUMNS, [Line(["Erp", "nog niet te zeggen"]), Line(["Putten", 50])])
    html = html_table(whole, whole.lines)
    assert '<td class="number phrase">nog niet te zeggen</td>' in html
    assert html.count("phrase") == 1


def test_cells_are_written_the_dutch_way() -> None:
    columns = [Column("Naam"), Column("Dag"), Column("Deel", 1), Column("Waarde", 0)]
    lines = [Line(["Erp", date(2021, 4, 14), 1234.56, None])]
    html = html_table(Table("t", columns, lines), lines)
    assert read(html).texts["td"] == ["14-04-2021", "1.234,6", "–"]


def test_a_long_table_of_a_card_has_a_field_to_search_in() -> None:
    rows = [Line([f"Buurt {number}", number]) for number in range(LONG + 1)]
    field = '<input type="search" id="search-een.kaartje"'
    for lines, card, has_field in (
        (rows, "een.kaartje", True),
        (rows[1:], "een.kaartje", False),
        (rows, "", False),
    ):
        assert (field in html_table(Table("t", COLUMNS, lines), lines, card)) is has_field


def test_tabs_say_what_is_open_and_which_belong_together() -> None:
    found = read(tabs.html("lists", {"Een <b>": "<p>a</p>", "Twee": "<p>b</p>"}))
    assert found.texts["button"] == ["Een <b>", "Twee"]
    html = tabs.html("lists", {"Een": "a", "Twee": "b"})
    assert 'id="lists-tab-0" aria-selected="true" tabindex="0" aria-controls="lists-0"' in html
    assert 'id="lists-tab-1" aria-selected="false" tabindex="-1" aria-controls="lists-1"' in html
    assert '<div role="tabpanel" id="lists-0" aria-labelledby="lists-tab-0">a' in html
    assert '<div role="tabpanel" id="lists-1" aria-labelledby="lists-tab-1" hidden>b' in html


def tile(
    value: float | Mark,
    before: float | Mark | None,
    indicator: str = "matches",
    *,
    is_sure: bool = True,
) -> str:
    made = Tile(find(indicator), value, before, [1.0, 2.0], is_sure=is_sure)
    return tiles([made], Window.ALL, Mode.LIGHT)


@pytest.mark.parametrize(
    ("value", "before", "indicator", "look", "words"),
    [
        (1_250, 607, "matches", "better", "↑ 643 meer dan 12 maanden eerder"),
        (13, 12, "matches", "better", "↑ 1 meer dan 12 maanden eerder"),
        (11, 12, "wachtend", "better", "↓ 1 minder dan 12 maanden eerder"),
        (10, 12, "matches", "worse", "↓ 2 minder dan 12 maanden eerder"),
        (10, 12, "wachtend", "better", "↓ 2 minder dan 12 maanden eerder"),
        (12, 10, "wachtend", "worse", "↑ 2 meer dan 12 maanden eerder"),
        (12, 12, "matches", "equal", "evenveel als 12 maanden eerder"),
        (12, None, "matches", "equal", "nog niets om mee te vergelijken"),
        (12, Mark.NOT_STARTED, "matches", "equal", "12 maanden eerder nog niet gestart"),
        (Mark.WITHHELD, 12, "matches", "equal", "te weinig mensen om te tonen"),
        (Mark.NOT_STARTED, Mark.NOT_STARTED, "matches", "equal", "nog niet gestart"),
    ],
)
def test_a_tile_tells_its_change(
    value: float | Mark, before: float | Mark | None, indicator: str, look: str, words: str
) -> None:
    html = tile(value, before, indicator)
    assert f'<dd class="change {look}">{words}</dd>' in html


def test_a_tile_shows_its_figure_the_dutch_way() -> None:
    assert '<dd class="value">1.250</dd>' in tile(1_250, 0)
    assert '<dd class="value">–</dd>' in tile(Mark.WITHHELD, 0)


def test_a_tile_has_a_line_when_there_are_months_to_draw() -> None:
    assert '<dd class="line"><img src="data:image/svg+xml,' in tile(12, 10)
    one = Tile(find("matches"), 12, 10, [12.0])
    assert '<dd class="line">' not in tiles([one], Window.ALL, Mode.LIGHT)


def test_a_change_that_rounding_can_have_made_is_not_told() -> None:
    html = tile(10, 0, is_sure=False)
    assert '<dd class="change equal">te klein om te vergelijken</dd>' in html


def test_every_colour_of_the_style_sheet_is_a_colour_of_the_charts() -> None:
    css = stylesheet()
    sizes = {"bar", "gap", "across"}  # the length of a bar; the grid of the tiles
    named = set(re.findall(r"var\(--([a-z]+)\)", css)) - sizes
    assert named <= set(PALETTES[Mode.LIGHT].__dataclass_fields__)
    rules = css.split("}", 1)[1]
    assert not re.search(r"#[0-9A-Fa-f]{3,8}\b", rules)


@pytest.mark.parametrize(
    ("rows", "letters", "is_folded"),
    [(50, 20, False), (51, 20, True), (18, 60, False), (18, 230, True), (10, 900, False)],
)
def test_a_table_of_more_than_fifty_lines_of_text_is_folded(
    rows: int, letters: int, *, is_folded: bool
) -> None:
    columns = [Column("Wijk"), Column("Waarom")]
    lines = [Line([f"Wijk {number}", "x" * letters]) for number in range(rows)]
    html = html_table(Table("t", columns, lines), lines)
    assert ("folded" in html) == is_folded
    assert (f"Toon alle {rows} rijen" in html) == is_folded
    assert html.count("<tr>") == rows + 1  # all are there, for a search and for paper
