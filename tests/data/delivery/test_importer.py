"""The whole import: report as JSON, strictness, nothing written when refused, the terminal."""

import io
import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from rich.console import Console

from data.delivery import importer
from data.delivery.importer import StrictRefused, import_delivery
from data.delivery.report import ImportReport
from data.delivery.terminal import print_report
from data.problems import DeliveryRefused
from tests.data.delivery.deliveries import AS_OF, read, small_rows, write_delivery
from tests.paths import SAMPLE


def _import(source: Path, target: Path, *, strict: bool = False) -> ImportReport:
    return import_delivery(
        [source], target, as_of=AS_OF, mapping=None, strict=strict, progress=lambda step: None
    )


def test_the_report_is_json_in_the_agreed_shape() -> None:
    report = read(SAMPLE).report.as_json()
    again = json.loads(json.dumps(report))
    assert list(again)[:2] == ["tables", "rejected"]
    assert list(again["tables"]) == ["places", "vacancies", "scans", "matches", "rollout"]
    assert list(again["tables"]["scans"]) == ["read", "accepted", "rejected", "duplicate"]
    keys = ["table", "file", "row", "key", "column", "value", "reason"]
    assert all(list(rejection) == keys for rejection in again["rejected"])
    assert again["as_of"] == "2021-10-01"
    assert len(again["sources"]) == 5


def test_strict_refuses_and_hands_over_the_report(tmp_path: Path) -> None:
    target = tmp_path / "bloei.duckdb"
    with pytest.raises(StrictRefused, match="11 rijen zijn niet goed") as refusal:
        _import(SAMPLE, target, strict=True)
    assert len(refusal.value.report.rejected) == 11
    assert list(tmp_path.iterdir()) == []


def test_strict_takes_a_delivery_without_a_fault(tmp_path: Path) -> None:
    folder = write_delivery(tmp_path / "levering", small_rows())
    report = _import(folder, tmp_path / "bloei.duckdb", strict=True)
    assert report.rejected == ()
    assert (tmp_path / "bloei.duckdb").exists()


def test_a_refused_delivery_leaves_the_old_file(tmp_path: Path) -> None:
    folder = write_delivery(tmp_path / "levering", small_rows())
    target = tmp_path / "bloei.duckdb"
    _import(folder, target)
    before = target.read_bytes()
    sheets = small_rows()
    sheets["talentenscans"][0][6] = "Telefoon"
    write_delivery(folder, sheets)
    with pytest.raises(DeliveryRefused):
        _import(folder, target)
    assert target.read_bytes() == before


def test_what_stands_in_the_file_is_not_held_in_memory_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken: list[importer.Delivery] = []
    held: dict[str, int] = {}
    take = importer.take_delivery

    def taking(*given: Any) -> importer.Delivery:
        taken.append(take(*given))
        return taken[0]

    def progress(step: str) -> None:
        held[step] = len(taken[0].frames) if taken else 0

    monkeypatch.setattr(importer, "take_delivery", taking)
    sources = [write_delivery(tmp_path / "levering", small_rows())]
    target = tmp_path / "bloei.duckdb"
    import_delivery(sources, target, as_of=AS_OF, mapping=None, strict=False, progress=progress)
    assert held["Opslaan: ontwikkelplaatsen"] > 0
    assert held["Cijfers vooraf optellen"] == 0


def test_a_delivery_beside_its_target_is_read_alone(tmp_path: Path) -> None:
    write_delivery(tmp_path, small_rows())
    first = _import(tmp_path, tmp_path / "bloei.duckdb")
    second = _import(tmp_path, tmp_path / "bloei.duckdb")
    assert second.tables == first.tables
    assert second.left_out_sheets == ()


def test_the_peildatum_is_the_latest_date_that_is_not_in_the_future(tmp_path: Path) -> None:
    sheets = small_rows()
    sheets["gebeurtenissen"].append(["G2", "1-1-2999", "", "Feest"])
    sheets["matches"] = [[*row, "1-1-2021"] for row in sheets["matches"]]
    sheets["matches"][0][-1] = "Afgesproken tot"
    report = read(write_delivery(tmp_path / "levering", sheets), as_of=None).report
    assert report.as_of == date(2020, 7, 1)
    assert not report.as_of_given
    assert ["toekomst" in rejection.reason for rejection in report.rejected] == [True]


def test_without_any_date_the_peildatum_must_be_given(tmp_path: Path) -> None:
    sheets = {"doelen": small_rows()["doelen"]}
    sheets["doelen"][1][0] = "Eindhoven"
    folder = write_delivery(tmp_path / "levering", sheets)
    with pytest.raises(DeliveryRefused, match="--as-of"):
        read(folder, as_of=None)
    assert read(folder, as_of=date(2021, 1, 1)).report.as_of_given


def _printed(report: ImportReport) -> str:
    console = Console(file=io.StringIO(), width=100)
    print_report(console, report)
    output = console.file
    assert isinstance(output, io.StringIO)
    return output.getvalue()


def test_the_terminal_shows_counts_reasons_and_what_was_left_out() -> None:
    text = _printed(read(SAMPLE).report)
    assert "Peildatum: 1 oktober 2021 (opgegeven)" in text
    assert "1.107" in text
    assert "Niet gelezen, want geen bekende tabel: truth.json" in text
    assert "talentenscans.xlsx, rij 1.103, Datum scan: 31-02-2020" in text
    assert "Bedoelt u Blixembosch-Oost" in text


def test_the_terminal_groups_reasons_and_stays_short(tmp_path: Path) -> None:
    sheets = small_rows()
    sheets["talentenscans"][0].append("[Kleur]")
    sheets["talentenscans"] += [[f"X{n}", "", "", "", "", "", ""] for n in range(5)]
    sheets["talentenscans"] += [
        [f"Y{n}", "R1", "1-4-2020", "Tempel", f"{n}|\n[onbekend{n}]", "", ""] for n in range(2)
    ]
    text = _printed(read(write_delivery(tmp_path / "levering", sheets)).report)
    assert "talentenscans, 5 geweigerd: De cel voor nummer van de inwoner is leeg." in text
    assert text.count("Inwoner: leeg") == 3
    assert "en nog 2" in text
    assert "Kolommen weggelaten uit talentenscans.csv, blad talentenscans: [Kleur]" in text
    assert "Talenten: 0| [onbekend0]" in text


def test_many_different_reasons_are_summed_up(tmp_path: Path) -> None:
    sheets = small_rows()
    for n in range(2, 22):
        scan = ["S1", f"R{n}", "1-4-2020", "Tempel", "groen en tuin", "", ""]
        sheets["talentenscans"].append([f"D{n}", *scan[1:]])
        sheets["talentenscans"].append([f"D{n}", "R0", *scan[2:]])
    text = _printed(read(write_delivery(tmp_path / "levering", sheets)).report)
    assert "Nog 5 rijen zijn om andere redenen geweigerd; zie --report." in text
