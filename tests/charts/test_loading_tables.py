"""The tables of Gegevens laden and Versies say what the report says."""

from datetime import date, datetime
from pathlib import Path

from analytics.loading.report import ChangeReport, FigureChange, Subject, TableChange
from charts.loading_tables import (
    SHOWN_REFUSALS,
    columns_table,
    counts_table,
    figures_table,
    records_table,
    refused_table,
    sources_of,
    versions_table,
)
from data.delivery.overview import Recognised, SheetOverview
from data.history.listing import History, StoredVersion
from data.models.meta import Source


def figure(area: str, before: float | None, now: float | None) -> FigureChange:
    return FigureChange("scans", "talentenscans", "scans", 0, area, area, before, now, before)


def test_the_counts_stand_in_the_order_of_the_headings() -> None:
    counts = {"read": 10, "accepted": 7, "rejected": 2, "duplicate": 1}
    table = counts_table({"tables": {"scans": counts}})
    assert [column.heading for column in table.columns][1:] == [
        "Gelezen", "Overgenomen", "Dubbel", "Geweigerd",
    ]  # fmt: skip
    assert [list(line.cells) for line in table.lines] == [["Talentenscans", 10, 7, 1, 2]]


def test_a_long_list_of_refusals_is_cut() -> None:
    row = {"file": "a.csv", "row": 3, "key": "S1", "column": "Buurt", "value": "x", "reason": "r"}
    table = refused_table({"rejected": [row] * (SHOWN_REFUSALS + 1)})
    assert len(table.lines) == SHOWN_REFUSALS
    assert list(table.lines[0].cells) == ["a.csv", 3, "S1", "Buurt", "x", "r"]


def test_a_guess_is_marked() -> None:
    columns = (
        Recognised("Naam", "name", is_guessed=False),
        Recognised("Vertrekdatm", "left_on", is_guessed=True),
    )
    table = columns_table(SheetOverview("blad", "places", columns))
    assert [list(line.cells) for line in table.lines] == [
        ["Naam", "Naam", ""],
        ["Vertrekdatm", "Vertrokken op", "geraden"],
    ]


def test_what_changes_stands_beside_what_was() -> None:
    tables = (TableChange("scans", "talentenscans", 5, 6, 3, 1, 2),)
    subjects = (
        Subject(figure("Eindhoven", 5, 6), (figure("Erp", None, 2),)),
        Subject(figure("Eindhoven", 5, 5)),
    )
    report = ChangeReport(date(2021, 9, 1), date(2021, 10, 1), tables, subjects)
    assert list(records_table(report).lines[0].cells) == ["Talentenscans", 5, 6, 3, 1, 2]
    assert [list(line.cells)[1:] for line in figures_table(report).lines] == [
        ["Eindhoven", "5", "6"],
        ["Erp", "geen cijfer", "2"],
    ]


def test_the_newest_version_stands_first_and_the_one_in_use_is_marked() -> None:
    moment = datetime(2021, 10, 2, 9, 30)
    rows = {"scans": 3, "vacancies": 4, "matches": 5}
    sources = (Source("a.csv", "abc"),)
    used = StoredVersion(
        1, Path("a"), True, 1_500_000, moment, date(2021, 10, 1), "full", "x", sources, rows
    )
    broken = StoredVersion(2, Path("b"), False, 10, problem="Beschadigd.")
    table = versions_table(History((used, broken), ()))
    assert [line.is_chosen for line in table.lines] == [False, True]
    assert list(table.lines[0].cells[:3]) == ["2", "Beschadigd.", ""]
    assert list(table.lines[1].cells) == [
        "1 (in gebruik)", "2 oktober 2021 om 09:30 uur (UTC)", "volledig", date(2021, 10, 1),
        3, 4, 5, "1,5 MB",
    ]  # fmt: skip
    assert sources_of(used) == ["a.csv: SHA-256 abc"]
