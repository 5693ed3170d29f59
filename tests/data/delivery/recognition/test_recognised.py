"""What a delivery is recognised as, and choices that are there again next month."""

import doctest
from pathlib import Path

import pytest

from data.delivery.importer import Taking, take_delivery
from data.delivery.overview import Recognised, Unsure, overviews
from data.delivery.recognition import mapping
from data.delivery.recognition.mapping import kept_mapping, read_mapping, with_choice, write_mapping
from data.problems import DeliveryRefused
from tests.data.delivery.deliveries import small_rows, write_csv, write_delivery


def test_every_sheet_and_heading_is_told(tmp_path: Path) -> None:
    rows = small_rows()
    rows["matches"][0][5] = "Gestart opp"  # misspelt
    rows["matches"][0][4] = "Zomaar iets"  # a required column under another name
    source = write_delivery(tmp_path / "l", rows)
    write_csv(source / "notities.csv", [["van", "wie"], ["een", "twee"]])
    found = {sheet.title: sheet for sheet in overviews([source], None)}
    assert found["notities.csv"].table == ""
    matches = found["matches.csv"]
    assert (matches.table, matches.missing) == ("matches", ("kind",))
    assert Recognised("Match-ID", "match_id", is_guessed=False) in matches.columns
    assert Recognised("Gestart opp", "started_on", is_guessed=True) in matches.columns
    [left] = matches.unsure
    assert (left.heading, left.suggested) == ("Zomaar iets", "")
    assert "kind" in left.free
    assert not found["talentenscans.csv"].unsure


def test_a_choice_is_kept_and_counts_next_time(tmp_path: Path) -> None:
    rows = small_rows()
    rows["matches"][0][4] = 'Soort "nieuw"'
    rows["matches"] = [[*row, *extra] for row, extra in zip(
        rows["matches"], [["Eind plaatsing"], ["9-6-2020"], [""]], strict=True)]  # fmt: skip
    source = write_delivery(tmp_path / "l", rows)
    [sheet] = [one for one in overviews([source], None) if one.title == "matches.csv"]
    [asked] = [heading for heading in sheet.unsure if heading.suggested]
    assert asked == Unsure("Eind plaatsing", "end_reason", asked.free)
    kept = kept_mapping(tmp_path / "b.duckdb")
    own = with_choice({}, "matches", 'Soort "nieuw"', "kind")
    own = with_choice(own, "matches", "Eind plaatsing", "")
    own = with_choice(own, "matches", "eind plaatsing", "ended_on")  # another choice
    write_mapping(kept, own)
    assert kept.name == "b.koppen.toml"
    assert read_mapping(kept) == own
    [sheet] = [one for one in overviews([source], kept) if one.title == "matches.csv"]
    assert (sheet.unsure, sheet.missing) == ((), ())
    taken = take_delivery([source], tmp_path / "b.duckdb", Taking(mapping=kept), lambda step: None)
    assert not taken.report.rejected
    assert taken.frames["matches"]["ended_on"].notna().sum() == 1


@pytest.mark.parametrize("heading", ["a\\b", 'a"b', "a\nb", "é \U0001f600", "x\x7fy", "[red]"])
def test_any_heading_survives_the_file(tmp_path: Path, heading: str) -> None:
    own = with_choice({}, "scans", heading, "channel")
    write_mapping(tmp_path / "k.toml", own)
    assert read_mapping(tmp_path / "k.toml") == own


def test_choices_that_clash_change_nothing(tmp_path: Path) -> None:
    path = tmp_path / "k.toml"
    write_mapping(path, {("scans", "channel"): ("Weg",)})
    clash = {("scans", "channel"): ("Weg",), ("scans", "age_band"): ("weg",)}
    with pytest.raises(DeliveryRefused, match="twee kolommen"):
        write_mapping(path, clash)
    assert read_mapping(path) == {("scans", "channel"): ("Weg",)}


def test_the_examples_hold() -> None:
    assert doctest.testmod(mapping).failed == 0
