"""A delivery of a part: the same as a full delivery of everything, and never a loose reference."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import duckdb
import pandas as pd
import pytest

from data.contract.tables import TABLES
from data.delivery.importer import Taking, import_delivery, take_delivery
from data.delivery.report import AddedCounts, ImportReport
from data.demo import write_demo
from data.file.store import Store
from data.problems import DeliveryRefused
from tests.data.delivery.deliveries import Rows, small_rows, write_delivery


def load(
    folder: Path, rows: Mapping[str, Rows], target: Path, *, add: bool = False
) -> ImportReport:
    source = write_delivery(folder, rows)
    return import_delivery(
        [source], target, as_of=None, mapping=None, strict=False, add=add,
        progress=lambda step: None, accept_less=True,
    )  # fmt: skip


def taken(folder: Path, rows: Mapping[str, Rows], target: Path) -> ImportReport:
    """The report of what would be added; nothing is written."""
    source = write_delivery(folder, rows)
    return take_delivery([source], target, Taking(add=True), lambda step: None).report


@pytest.fixture(scope="module")
def target(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("er-is-al")
    load(folder / "eerst", small_rows(), folder / "b.duckdb")
    return folder / "b.duckdb"


def part(name: str, *rows: list[str]) -> dict[str, Rows]:
    """A delivery of one table, with the headings of the small one."""
    return {name: [small_rows()[name][0], *rows]}


def records(file: Path) -> dict[str, set[tuple[object, ...]]]:
    with duckdb.connect(str(file.resolve()), read_only=True) as con:
        return {t.name: set(con.execute(f"FROM {t.name}").fetchall()) for t in TABLES}


NEW_SCAN = ["S3", "R3", "3-4-2020", "Esp", "groen en tuin", "67+", ""]
CHANGED = ["S1", "R1", "1-4-2020", "Esp", "techniek en klussen", "27-44", "buurtbus"]
SAME = small_rows()["talentenscans"][2]


def test_adding_a_part_gives_what_a_full_delivery_of_everything_gives(tmp_path: Path) -> None:
    whole = small_rows()
    whole["talentenscans"] = [whole["talentenscans"][0], CHANGED, SAME, NEW_SCAN]
    load(tmp_path / "alles", whole, tmp_path / "alles.duckdb")
    load(tmp_path / "eerst", small_rows(), tmp_path / "b.duckdb")
    done = load(tmp_path / "deel", part("talentenscans", CHANGED, SAME, NEW_SCAN),
                tmp_path / "b.duckdb", add=True)  # fmt: skip
    assert records(tmp_path / "b.duckdb") == records(tmp_path / "alles.duckdb")
    assert done.added["scans"] == AddedCounts(new=1, replaced=1, same=1, kept=0)
    assert done.added["matches"] == AddedCounts(new=0, replaced=0, same=0, kept=2)
    counts = done.tables["scans"]
    assert counts.read == counts.accepted + counts.rejected + counts.duplicate == 3
    marts = "SELECT * FROM mart_months ORDER BY ALL"
    one, other = (Store(tmp_path / f"{name}.duckdb") for name in ("b", "alles"))
    pd.testing.assert_frame_equal(one.query(marts, {}), other.query(marts, {}))
    assert (one.meta.kind, other.meta.kind) == ("added", "full")
    assert len(one.meta.sources) == 8


def test_rows_may_refer_to_what_is_there_and_to_nothing_else(tmp_path: Path, target: Path) -> None:
    rows = part(
        "matches",
        ["M3", "S1", "V1", "1-6-2020", "vrijwilligerswerk", ""],
        ["M4", "S9", "V1", "1-6-2020", "vrijwilligerswerk", ""],
        ["M5", "S1", "V9", "1-6-2020", "vrijwilligerswerk", ""],
        ["M6", "S1", "V1", "31-3-2020", "vrijwilligerswerk", ""],
    )
    report = taken(tmp_path / "deel", rows, target)
    reasons = {rejection.key: rejection.reason for rejection in report.rejected}
    assert set(reasons) == {"M4", "M5", "M6"}
    assert "De scan staat niet bij" in reasons["M4"]
    assert "De vacature staat niet bij" in reasons["M5"]
    assert "voor de scan van 01-04-2020" in reasons["M6"]
    assert report.added["matches"] == AddedCounts(new=1, replaced=0, same=0, kept=2)


def test_a_scan_cannot_move_to_after_a_match_that_stays(tmp_path: Path, target: Path) -> None:
    late = ["S1", "R1", "2-5-2020", "Tempel", "groen en tuin", "27-44", "buurtbus"]
    report = taken(tmp_path / "a", part("talentenscans", late), target)
    assert "na een match van 01-05-2020 die er al is" in report.rejected[0].reason
    on_the_day = [*late[:2], "1-5-2020", *late[3:]]
    assert not taken(tmp_path / "b", part("talentenscans", on_the_day), target).rejected
    with_match = part("talentenscans", late) | part(
        "matches", ["M1", "S1", "V1", "3-5-2020", "vrijwilligerswerk", "8-5-2020"]
    )
    assert not taken(tmp_path / "c", with_match, target).rejected


def test_a_scan_that_moves_while_its_match_is_refused_stops_the_delivery(
    tmp_path: Path, target: Path
) -> None:
    rows = part(
        "talentenscans", ["S1", "R1", "2-5-2020", "Tempel", "groen en tuin", "27-44", "buurtbus"]
    ) | part("matches", ["M1", "S1", "V9", "3-5-2020", "vrijwilligerswerk", "8-5-2020"])
    with pytest.raises(DeliveryRefused, match="Match M1 zou voor zijn scan komen te liggen"):
        taken(tmp_path / "deel", rows, target)


def test_the_peildatum_never_goes_back(tmp_path: Path, target: Path) -> None:
    source = write_delivery(tmp_path / "deel", part("talentenscans", NEW_SCAN))
    assert taken(tmp_path / "deel", {}, target).as_of == date(2020, 7, 1)
    early = Taking(as_of=date(2020, 6, 30), add=True)
    with pytest.raises(DeliveryRefused, match="ligt voor die van wat er al is"):
        take_delivery([source], target, early, lambda step: None)


def test_a_key_that_a_spreadsheet_changed_is_the_key_that_is_there(tmp_path: Path) -> None:
    rows = small_rows()
    rows["talentenscans"][1][:2] = ["000101", "007"]
    rows["matches"][1][1] = "000101"
    load(tmp_path / "eerst", rows, tmp_path / "b.duckdb")
    again = ["101.0", "7", *CHANGED[2:]]
    done = load(tmp_path / "deel", part("talentenscans", again), tmp_path / "b.duckdb", add=True)
    assert done.added["scans"] == AddedCounts(new=0, replaced=1, same=0, kept=1)
    assert {row[:2] for row in records(tmp_path / "b.duckdb")["scans"]} == {
        ("000101", "007"), ("S2", "R2"),
    }  # fmt: skip


def test_a_scan_has_the_talents_that_it_names_now_and_never_more_than_five(
    tmp_path: Path, target: Path
) -> None:
    head = ["Scan-ID", "Talent"]
    talents = ["techniek en klussen", "zorg en ondersteuning", "koken en gastvrijheid",
               "creatief en ambacht", "sport en bewegen"]  # fmt: skip
    more = {"scan_talents": [head, *(["S1", talent] for talent in talents)]}
    report = taken(tmp_path / "deel", more, target)
    assert [row.reason for row in report.rejected] == [
        "De scan noemt al 5 talenten. Haal er een weg."
    ]
    assert report.added["scan_talents"] == AddedCounts(new=4, replaced=0, same=0, kept=3)


def test_a_team_that_is_there_may_get_a_target(tmp_path: Path, target: Path) -> None:
    head = small_rows()["doelen"][0]
    report = taken(
        tmp_path / "deel",
        {"doelen": [head, ["Team Noord", "scans", "1-2022", "12-2022", "5"]]},
        target,
    )
    assert report.added["targets"] == AddedCounts(new=1, replaced=0, same=0, kept=1)


def test_there_must_be_something_to_add_to(tmp_path: Path) -> None:
    rows = part("talentenscans", NEW_SCAN)
    with pytest.raises(DeliveryRefused, match=r"niets om aan toe te voegen.*zonder --add"):
        taken(tmp_path / "deel", rows, tmp_path / "weg.duckdb")
    write_demo(tmp_path / "demo.duckdb", seed=1, scale=0.02, progress=lambda step: None)
    with pytest.raises(DeliveryRefused, match="demogegevens"):
        taken(tmp_path / "deel", rows, tmp_path / "demo.duckdb")
