"""Cells by the kind of their column: keys, counts, numbers, code values, talents and areas."""

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.contract.columns import Column, Kind
from data.contract.tables import TABLES
from data.delivery.files.coded import Coded
from data.delivery.files.raw import Cell, clean
from data.delivery.postcodes import Postcodes
from data.delivery.reading.area_names import AreaNames
from data.delivery.reading.cells import read_column, read_key, reader
from data.delivery.reading.numbers import read_number
from data.delivery.reading.suggestions import Suggestions
from data.delivery.refusal import CellProblem
from data.delivery.text import squash
from data.plain import plain
from data.reference.areas import Level, areas, at_level
from data.reference.code_lists import code_lists
from tests.hostile import NAMES

NOWHERE = Postcodes(Path("bestaat-niet.csv"))
NAMES_OF_AREAS = AreaNames(NOWHERE, {"Team Noord"})


def _column(kind: Kind, refers_to: str = "") -> Column:
    columns = (column for table in TABLES for column in table.columns)
    return next(c for c in columns if c.kind is kind and c.refers_to.startswith(refers_to))


def _read(kind: Kind, cell: Cell, refers_to: str = "") -> object:
    return reader(_column(kind, refers_to), NAMES_OF_AREAS)(cell)


@pytest.mark.parametrize(
    ("cell", "key"),
    [("S00012", "S00012"), (12, "12"), ("000123", "000123"), ("a/b_c.d-e", "a/b_c.d-e")],
)
def test_keys_are_kept_as_written(cell: Cell, key: str) -> None:
    assert read_key(cell) == key


@pytest.mark.parametrize("cell", ["Jan Jansen", "S1;S2", "é", "x" * 65, "a@b", "S\n1"])
def test_other_signs_make_no_key(cell: Cell) -> None:
    with pytest.raises(CellProblem, match="nummer"):
        read_key(cell)


@pytest.mark.parametrize("cell", [3, "3", 3.0, "3,0", "3.0", " 3 "])
def test_a_count_in_any_notation(cell: Cell) -> None:
    assert _read(Kind.COUNT, cell) == 3


@pytest.mark.parametrize("cell", [0, -1, 2.5, "2,5", "drie", "1e3", 10**12, "nan", float("inf")])
def test_no_count(cell: Cell) -> None:
    with pytest.raises(CellProblem, match="aantal plekken"):
        _read(Kind.COUNT, cell)


@pytest.mark.parametrize(
    ("cell", "number"),
    [
        ("1.234,5", 1234.5),
        ("1.234", 1234),
        ("0,5", 0.5),
        ("12.5", 12.5),
        (7, 7),
        ("-1.000.000", -1e6),
    ],
)
def test_numbers_in_dutch_and_english(cell: Cell, number: float) -> None:
    assert read_number(cell) == number


@pytest.mark.parametrize("cell", ["veel", "1,2,3", "inf", "5%", "9" * 400])
def test_no_number(cell: Cell) -> None:
    with pytest.raises(CellProblem, match="getal"):
        read_number(cell)


def _disturbed(name: str) -> st.SearchStrategy[str]:
    plain = "".join(s for s in unicodedata.normalize("NFD", name) if not unicodedata.combining(s))
    dashes = st.sampled_from(["-", " - ", "–", " ", "‑", ""])
    texts = st.sampled_from([name, plain, name.upper(), name.lower(), plain.title()])
    return st.builds(
        lambda text, dash, before, after: (
            before + text.replace("-", dash).replace(" ", "  ") + after
        ),
        texts,
        dashes,
        st.sampled_from(["", " ", "\t"]),
        st.sampled_from(["", "  "]),
    )


@given(st.data())
def test_any_buurt_is_found_however_it_is_typed(data: st.DataObject) -> None:
    area = data.draw(st.sampled_from(at_level(Level.BUURT)))
    assert _read(Kind.BUURT, data.draw(_disturbed(area.name))) == area.code


@given(st.data())
def test_any_wijk_is_found_however_it_is_typed(data: st.DataObject) -> None:
    area = data.draw(st.sampled_from(at_level(Level.WIJK)))
    assert _read(Kind.WIJK, data.draw(_disturbed(area.name))) == area.code


@given(st.data())
def test_any_code_value_is_found_however_it_is_typed(data: st.DataObject) -> None:
    name, values = data.draw(st.sampled_from(sorted(code_lists().items())))
    value = data.draw(st.sampled_from(values))
    assert _read(Kind.CODE, data.draw(_disturbed(value)), name) == value


def test_names_stay_apart_when_case_and_signs_do_not_matter() -> None:
    for level in Level:
        names = [squash(area.name) for area in at_level(level)]
        assert len(set(names)) == len(names)
    for values in code_lists().values():
        assert len({squash(value) for value in values}) == len(values)


@pytest.mark.parametrize("cell", ["BU07725340", "bu07725340", "07725340", 7725340])
def test_a_buurt_by_code(cell: Cell) -> None:
    assert _read(Kind.BUURT, cell) == "BU07725340"


@pytest.mark.parametrize("cell", ["WK077253", "077253", 77253, "Aanschot"])
def test_a_wijk_by_code_or_name(cell: Cell) -> None:
    assert _read(Kind.WIJK, cell) == "WK077253"


def test_any_area_by_its_code_or_by_a_name_that_only_it_has() -> None:
    assert [_read(Kind.AREA, area.code.lower()) for area in areas()] == [a.code for a in areas()]
    assert _read(Kind.AREA, "eindhoven") == "GM0772"
    assert _read(Kind.AREA, "team noord") == "Team Noord"
    with pytest.raises(CellProblem, match=r"SD1 \(stadsdeel\) of WK077211 \(wijk\)"):
        _read(Kind.AREA, "Centrum")


@pytest.mark.parametrize(
    ("cell", "hint"),
    [
        ("Blixembosch Oosd", "Bedoelt u Blixembosch-Oost?"),
        ("Castilielan", "Bedoelt u Castiliëlaan?"),
        ("Blixemdorp", "Bedoelt u Blixembosch-Oost of Blixembosch-West?"),
        ("xqz", "Vul de naam of de CBS-code in."),
    ],
)
def test_an_unknown_buurt_gets_a_suggestion(cell: str, hint: str) -> None:
    with pytest.raises(CellProblem) as problem:
        _read(Kind.BUURT, cell)
    assert str(problem.value) == f"Deze buurt is niet bekend in Eindhoven. {hint}"


def test_an_unknown_wijk_area_or_value_gets_a_suggestion() -> None:
    with pytest.raises(CellProblem, match=r"wijk .* Bedoelt u Aanschot\?"):
        _read(Kind.WIJK, "Aanschott")
    with pytest.raises(CellProblem, match=r"gebied .* Bedoelt u Tongelre\?"):
        _read(Kind.AREA, "Tongelree")
    with pytest.raises(CellProblem, match=r"Bedoelt u groen en tuin\?"):
        _read(Kind.CODE, "groen en tuinn", "talent")
    with pytest.raises(CellProblem, match=r"Kies uit: betaald werk, .* of cursus of training"):
        _read(Kind.CODE, "xqz", "kind")


def test_a_file_full_of_foreign_values_gets_a_limited_number_of_hints() -> None:
    suggestions = Suggestions(["Tempel"])
    hints = [suggestions.hint("Tempell") for _ in range(1001)]
    assert hints[999] == "Bedoelt u Tempel?"
    assert hints[1000] == ""


@pytest.mark.parametrize("separator", [";", ",", "|", "\n", " ; ", ",\r\n"])
def test_talents_are_split(separator: str) -> None:
    cell = separator.join(["Groen en tuin", "taal en onderwijs", "groen en tuin", ""])
    assert _read(Kind.CODES, cell) == ("groen en tuin", "taal en onderwijs")


def test_one_to_five_talents() -> None:
    five = code_lists()["talent"][:5]
    assert _read(Kind.CODES, ";".join(five)) == five
    for cell in (";", ";".join(code_lists()["talent"][:6])):
        with pytest.raises(CellProblem, match="1 tot 5 talenten"):
            _read(Kind.CODES, cell)
    with pytest.raises(CellProblem, match="niet bekend"):
        _read(Kind.CODES, "groen en tuin; paardrijden")


@pytest.fixture
def postcodes(tmp_path: Path) -> AreaNames:
    file = tmp_path / "postcodes.csv"
    file.write_text(
        "postcode;buurt_code\n5629AA;BU07725330\n5629 ab;BU07725340\n5611AA;BU07721110\n"
        "5611AB;BU07721110\n5612AA;BU07721110\n5612AA;BU07721120\n",
        encoding="utf-8",
    )
    return AreaNames(Postcodes(file))


def test_a_postcode_gives_its_buurt(postcodes: AreaNames) -> None:
    cells = ("5629AA", "5629 ab", "5611aa", "5611", 5611)
    codes = ["BU07725330", "BU07725340", "BU07721110", "BU07721110", "BU07721110"]
    assert [postcodes.buurt(cell) for cell in cells] == codes


@pytest.mark.parametrize(
    ("cell", "reason"),
    [("5629", "liggen 2 buurten"), ("5612AA", "liggen 2 buurten"), ("1011AA", "niet in Eindhoven")],
)
def test_a_postcode_that_names_no_single_buurt(
    cell: str, reason: str, postcodes: AreaNames
) -> None:
    with pytest.raises(CellProblem, match=reason):
        postcodes.buurt(cell)


def test_without_the_table_the_reason_says_how_to_load_it() -> None:
    with pytest.raises(CellProblem, match=r"python bloei\.py geo postcodes BESTAND"):
        NAMES_OF_AREAS.buurt("5629AA")


def test_a_column_is_read_once_a_value() -> None:
    seen: list[Cell] = []

    def read(cell: Cell) -> str:
        seen.append(cell)
        return read_key(cell)

    values, wrong = read_column(Coded.of(["a", None, "b c", "a", "b c"]), read)
    assert [*values] == ["a", None, None, "a", None]
    assert wrong.keys() == {2, 4}
    assert sorted(map(str, seen)) == ["a", "b c"]


@given(st.text(max_size=40) | st.sampled_from(NAMES))
def test_every_text_is_plain_or_refused(text: str) -> None:
    """No sign that steers a program, or that nobody sees, gets into the file."""
    cell = clean(text)
    if cell is None:
        return
    for table in TABLES:
        for column in table.columns:
            if column.kind is Kind.TEXT:
                try:
                    value = reader(column, NAMES_OF_AREAS)(cell)
                except CellProblem:
                    assert not plain(str(cell))
                else:
                    assert value == plain(str(value)) != ""
