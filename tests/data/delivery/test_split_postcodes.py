"""A postcode that fits its buurt badly is told and kept as a share; the postcode itself never."""

from functools import partial
from pathlib import Path

import duckdb
import pytest

from data.delivery.importer import Delivery, import_delivery
from data.delivery.postcodes import Postcodes
from data.file.check import problems
from tests.data.delivery.deliveries import Rows, read, small_rows, write_delivery


@pytest.fixture(autouse=True)
def border(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A table with a postcode that is just too much on a border, and one that is just not."""
    table = tmp_path / "postcodes.csv"
    lines = ("postcode;buurt_code;share", "5651AA;BU07726380;0.799", "5651AB;BU07726380;0.8")
    table.write_text("\n".join(lines), encoding="utf-8")
    monkeypatch.setattr("data.delivery.checking.delivered.Postcodes", partial(Postcodes, table))


def scans_with(*buurten: str) -> dict[str, Rows]:
    """The small delivery, with these as the buurten of its scans."""
    rows = small_rows()
    for row, buurt in zip(rows["talentenscans"][1:], buurten, strict=True):
        row[3] = buurt
    return rows


def split(delivery: Delivery) -> list[list[object]]:
    rows: list[list[object]] = delivery.frames["split_postcodes"].to_numpy().tolist()
    return rows


def test_rows_with_a_postcode_on_a_border_are_named(tmp_path: Path) -> None:
    rows = scans_with("5651 aa", "5651AB")
    rows["talentenscans"].append([*rows["talentenscans"][1]])  # a duplicate is no second one
    rows["talentenscans"].append(["S9", "R9", "geen dag", "5651AA", "groen en tuin", "27-44", ""])
    delivery = read(write_delivery(tmp_path / "levering", rows))
    assert [one.key for one in delivery.report.rejected] == ["S9"]
    [said] = [remark for remark in delivery.report.remarks if "postcode" in remark]
    assert said == (
        "1 talentenscan heeft een postcode die voor minder dan 80% in de gekozen buurt ligt: S1."
        " Vul daar liever de buurt in, of kijk na of de twee bij elkaar horen."
    )
    assert split(delivery) == [["scans", "S1", 0.799]]


def test_a_postcode_beside_a_buurt_is_held_against_it(tmp_path: Path) -> None:
    rows = small_rows()
    headings, first = rows["ontwikkelplaatsen"]
    headings.append("Postcode")
    first[3:] = ["Eindhoven Airport", "1-2-2020", "", "5651AB"]
    rows["ontwikkelplaatsen"].append(["OP2", "De Tuin", *first[2:3], "Tempel", *first[4:]])
    delivery = read(write_delivery(tmp_path / "levering", rows))
    assert delivery.report.tables["places"].accepted == 2
    [[table, key, share]] = split(delivery)
    assert (table, key, share) == ("places", "OP2", pytest.approx(0.2))


def load(folder: Path, rows: dict[str, Rows], target: Path, *, add: bool = False) -> set[object]:
    """What a file says of postcodes after a load."""
    import_delivery(
        [write_delivery(folder, rows)], target, as_of=None, mapping=None, strict=False, add=add,
        progress=lambda step: None, accept_less=True,
    )  # fmt: skip
    with duckdb.connect(str(target.resolve()), read_only=True) as con:
        return set(con.execute("FROM split_postcodes").fetchall())


def test_the_file_holds_no_postcode(tmp_path: Path) -> None:
    target = tmp_path / "b.duckdb"
    load(tmp_path / "a", scans_with("5651 aa", "5651AB"), target)
    with duckdb.connect(str(target.resolve()), read_only=True) as con:
        tables = [
            name for (name,) in con.execute("SELECT table_name FROM duckdb_tables()").fetchall()
        ]
        told = " ".join(str(con.execute(f"FROM {name}").fetchall()) for name in tables)
    assert "BU07726380" in told
    assert "5651A" not in told.upper()


def test_a_record_that_is_delivered_again_fits_as_it_does_now(tmp_path: Path) -> None:
    target = tmp_path / "b.duckdb"
    first = {("scans", "S1", 0.799), ("scans", "S2", 0.799)}
    assert load(tmp_path / "a", scans_with("5651AA", "5651AA"), target) == first
    part = {"talentenscans": scans_with("Tempel", "5651AA")["talentenscans"][:2]}
    assert load(tmp_path / "b", part, target, add=True) == {("scans", "S2", 0.799)}
    again = {"talentenscans": scans_with("5651AA", "5651AA")["talentenscans"][:2]}
    assert load(tmp_path / "c", again, target, add=True) == first
    other = {"ontwikkelplaatsen": small_rows()["ontwikkelplaatsen"]}
    assert load(tmp_path / "d", other, target, add=True) == first
    assert problems(target, None) == []
