"""Row rules: every rule refuses the row that breaks it, with one reason, and counts it once."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data.contract.tables import TABLES
from data.delivery.files.raw import clean_text
from data.delivery.importer import Delivery
from data.delivery.report import Counts, Rejection
from data.reference.code_lists import code_lists
from tests.data.delivery.deliveries import Rows, read, small_rows, write_delivery

Change = Callable[[dict[str, Rows]], None]


def _read(tmp_path: Path, sheets: dict[str, Rows], as_of: date | None = None) -> Delivery:
    folder = write_delivery(tmp_path / "levering", sheets)
    return read(folder, as_of=as_of or date(2021, 10, 1))


def _set(sheet: str, row: int, heading: str, value: str) -> Change:
    def change(sheets: dict[str, Rows]) -> None:
        rows = sheets[sheet]
        rows[row][rows[0].index(heading)] = value

    return change


def _add(sheet: str, *row: object) -> Change:
    return lambda sheets: sheets[sheet].append([*row])


def test_a_sound_delivery_has_no_refused_row(tmp_path: Path) -> None:
    delivery = _read(tmp_path, small_rows())
    assert delivery.report.rejected == ()
    assert delivery.frames["vacancies"]["positions"].tolist() == [2]
    assert delivery.frames["targets"].to_numpy().tolist()[0][:2] == ["Team Noord", "scans"]
    assert delivery.frames["targets"]["value"].tolist() == [1250.5]
    assert delivery.frames["targets"]["to_month"].dt.strftime("%Y-%m-%d").tolist() == ["2021-12-01"]
    assert delivery.frames["scan_talents"].shape == (3, 2)


BROKEN: dict[str, tuple[Change, str, int, str]] = {
    "empty required cell": (
        _set("talentenscans", 1, "Inwoner", " "),
        "Inwoner",
        2,
        "inwoner is leeg",
    ),
    "unreadable cell": (_set("vacatures", 1, "Plekken", "twee"), "Plekken", 2, "aantal plekken"),
    "future date": (_set("gebeurtenissen", 1, "Datum", "2-10-2021"), "Datum", 2, "in de toekomst"),
    "future optional date": (
        _set("ontwikkelplaatsen", 1, "Vertrokken op", "1-1-2022"),
        "Vertrokken op",
        2,
        "peildatum 01-10-2021",
    ),
    "wrong order": (
        _set("ontwikkelplaatsen", 1, "Vertrokken op", "31-1-2020"),
        "Vertrokken op",
        2,
        "vertrokken voor aangesloten",
    ),
    "start before the match": (
        _set("matches", 1, "Gestart op", "30-4-2020"),
        "Gestart op",
        2,
        "gestart voor de matchdatum",
    ),
    "unknown reference": (_set("matches", 2, "Scan-ID", "S9"), "Scan-ID", 3, "talentenscans"),
    "match before the scan": (
        _set("matches", 2, "Datum match", "1-4-2020"),
        "Datum match",
        3,
        "voor de scan",
    ),
    "months in the wrong order": (
        _set("doelen", 1, "Tot en met maand", "12-2020"),
        "Tot en met maand",
        2,
        "laatste maand ligt voor de eerste",
    ),
    "conflicting key": (
        _add("uitrol", "Aanschot", "Team Zuid", "1-1-2020"),
        "Wijkcode",
        3,
        "ook op rij 2 van uitrol.csv, met andere inhoud",
    ),
    "ambiguous area": (_set("doelen", 1, "Gebied", "Centrum"), "Gebied", 2, "Vul de code in"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_rule_refuses_the_row(name: str, tmp_path: Path) -> None:
    change, column, row, reason = BROKEN[name]
    sheets = small_rows()
    change(sheets)
    first = _read(tmp_path, sheets).report.rejected[0]
    assert (first.column, first.row) == (column, row)
    assert reason in first.reason


def test_a_refused_row_takes_along_what_refers_to_it(tmp_path: Path) -> None:
    sheets = small_rows()
    _set("ontwikkelplaatsen", 1, "Sector", "ruimtevaart")(sheets)
    report = _read(tmp_path, sheets).report
    assert [(r.table, r.key) for r in report.rejected] == [
        ("places", "OP1"),
        ("vacancies", "V1"),
        ("matches", "M1"),
    ]


def test_a_row_with_two_faults_has_one_reason(tmp_path: Path) -> None:
    sheets = small_rows()
    _set("talentenscans", 1, "Datum scan", "31-02-2020")(sheets)
    _set("talentenscans", 1, "Buurt", "Nergens")(sheets)
    rejected = [r for r in _read(tmp_path, sheets).report.rejected if r.table == "scans"]
    assert [r.column for r in rejected] == ["Datum scan"]


def test_plans_and_months_may_lie_after_the_peildatum(tmp_path: Path) -> None:
    sheets = small_rows()
    sheets["matches"] = [[*row, "1-1-2030"] for row in sheets["matches"]]
    sheets["matches"][0][-1] = "Afgesproken tot"
    _set("doelen", 1, "Tot en met maand", "december 2030")(sheets)
    assert _read(tmp_path, sheets).report.rejected == ()


def test_the_same_row_in_another_notation_is_a_duplicate(tmp_path: Path) -> None:
    sheets = small_rows()
    _add(
        "talentenscans",
        "S2",
        "R2",
        "2020-04-02",
        "BU07725450",
        "groen en tuin|Taal en onderwijs",
        "67+",
        "",
    )(sheets)
    _add("vacatures", "V1", "OP1", "Groen-en-tuin", "VRIJWILLIGERSWERK", "2,0", "1 maart 2020")(
        sheets
    )
    report = _read(tmp_path, sheets).report
    assert report.rejected == ()
    assert report.tables["scans"] == Counts(3, 2, 0, 1)
    assert report.tables["vacancies"] == Counts(2, 1, 0, 1)


def test_the_first_sound_row_of_a_key_counts(tmp_path: Path) -> None:
    sheets = small_rows()
    _set("talentenscans", 1, "Buurt", "Nergens")(sheets)
    _add("talentenscans", "S1", "R1", "1-4-2020", "Tempel", "groen en tuin", "27-44", "buurtbus")(
        sheets
    )
    _add("talentenscans", "S1", "R7", "1-4-2020", "Tempel", "groen en tuin", "27-44", "buurtbus")(
        sheets
    )
    report = _read(tmp_path, sheets).report
    assert report.tables["scans"] == Counts(4, 2, 2, 0)
    assert "rij 4" in report.rejected[1].reason


def test_keys_from_excel_numbers_meet_their_references(tmp_path: Path) -> None:
    sheets = small_rows()
    _set("talentenscans", 1, "Scan-ID", "12")(sheets)
    _set("matches", 1, "Scan-ID", "12")(sheets)
    assert _read(tmp_path, sheets).report.rejected == ()


def _with_talents(*rows: list[object]) -> dict[str, Rows]:
    sheets = small_rows()
    sheets["talenten per scan"] = [["Scan-ID", "Talent"], *rows]
    return sheets


def test_talents_of_cell_and_sheet_add_up_to_five(tmp_path: Path) -> None:
    talents = [talent for talent in code_lists()["talent"] if talent != "groen en tuin"]
    rows: Rows = [["S1", talent] for talent in (*talents[:5], "groen en tuin", talents[0])]
    delivery = _read(tmp_path, _with_talents(*rows))
    assert delivery.report.tables["scan_talents"] == Counts(7, 4, 1, 2)
    [refused] = delivery.report.rejected
    assert (refused.row, refused.key) == (6, f"S1 / {talents[4]}")
    assert "al 5 talenten" in refused.reason
    stored = delivery.frames["scan_talents"]
    assert len(stored[stored["scan_id"] == "S1"]) == 5


def test_a_scan_without_any_talent_is_refused(tmp_path: Path) -> None:
    sheets = _with_talents(["S1", "groen en tuin"])
    for row in (1, 2):
        _set("talentenscans", row, "Talenten", "")(sheets)
    rejected = _read(tmp_path, sheets).report.rejected
    assert [(r.table, r.key) for r in rejected] == [("scans", "S2"), ("matches", "M2")]


def test_a_text_row_with_a_cell_too_many_is_refused(tmp_path: Path) -> None:
    sheets = small_rows()
    _add("gebeurtenissen", "G2", "1-8-2020", "", "Bustour", "Woensel")(sheets)
    _add("gebeurtenissen", "G3", "1-8-2020", "", "Bustour", "", " ")(sheets)
    [refused] = _read(tmp_path, sheets).report.rejected
    assert (refused.key, refused.row) == ("G2", 3)
    assert "meer cellen dan er koppen zijn" in refused.reason


def test_every_reason_is_a_sentence_with_advice(tmp_path: Path) -> None:
    rejected: list[Rejection] = []
    for change, *_ in BROKEN.values():
        sheets = small_rows()
        change(sheets)
        rejected += _read(tmp_path, sheets).report.rejected
    assert len(rejected) >= len(BROKEN)
    for rejection in rejected:
        assert rejection.reason[0].isupper()
        assert rejection.reason.endswith((".", "?"))
        assert rejection.reason.count(". ") + rejection.reason.count("? ") >= 1


CELLS = st.one_of(
    st.sampled_from(
        ["", " ", "S1", "OP1", "V1", "Tempel", "1-4-2020", "31-2-2020", "groen en tuin"]
    ),
    st.sampled_from(
        ["burenhulp", "werkplaats", "3", "2030-01-01", "WK077253", "44300", "0", "mei 2021"]
    ),
    st.text(
        st.characters(codec="utf-8", exclude_characters="\x00@\r\n", exclude_categories=["Cs"]),
        max_size=6,
    ),
)


@st.composite
def _garbage(draw: st.DrawFn) -> dict[str, Rows]:
    sheets: dict[str, Rows] = {}
    for table in draw(st.lists(st.sampled_from(TABLES), unique=True, min_size=1, max_size=4)):
        headings: list[object] = [column.name for column in table.columns]
        row = st.lists(CELLS, min_size=len(headings), max_size=len(headings) + 1)
        sheets[table.name] = [headings, *draw(st.lists(row, max_size=6))]
    return sheets


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(sheets=_garbage())
def test_no_row_is_ever_lost(
    sheets: dict[str, Rows], tmp_path_factory: pytest.TempPathFactory
) -> None:
    delivery = _read(tmp_path_factory.mktemp("garbage"), sheets)
    report = delivery.report
    for name, rows in sheets.items():
        counts = report.tables[name]
        filled = [row for row in rows[1:] if any(clean_text(str(cell)) for cell in row)]
        assert counts.read == len(filled)
        assert counts.read == counts.accepted + counts.rejected + counts.duplicate
        assert counts.rejected == len([r for r in report.rejected if r.table == name])
        if name != "scan_talents":
            assert counts.accepted == len(delivery.frames[name])
