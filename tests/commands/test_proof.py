"""`bloei.py check`: a sound file passes, and each kind of damage is told in Dutch."""

import shutil
from pathlib import Path

import duckdb
import pytest
from typer.testing import CliRunner, Result

from bloei import app
from data.file.check import problems, quick_problems
from data.file.database import write_database
from data.file.store import Store
from data.file.switches import add_sum
from data.models.meta import Meta
from geo.boundaries import GEO_FOLDER
from geo.coverage import drawn_faults
from tests.cities import ODD_AS_OF, odd_frames
from tests.data.delivery.deliveries import small_rows, write_delivery


def run(*words: object) -> Result:
    return CliRunner().invoke(app, [str(word) for word in words])


def said(answer: Result) -> str:
    return " ".join(answer.output.split())


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("nakijken")
    source = write_delivery(folder / "levering", small_rows())
    assert run("import", source, "--to", folder / "b" / "b.duckdb").exit_code == 0
    return folder / "b"


@pytest.fixture
def target(loaded: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(loaded, tmp_path / "b", symlinks=True)) / "b.duckdb"


def changed(target: Path, sql: str) -> str:
    """What is said of a file in which somebody changed something."""
    with duckdb.connect(str(target.resolve())) as con:
        con.execute(sql)
    add_sum(target, target.resolve())  # so that it is not just the checksum that tells
    answer = run("check", target)
    assert answer.exit_code == 1, answer.output
    assert "Traceback" not in answer.output
    return said(answer)


def test_a_sound_file_passes(target: Path) -> None:
    answer = run("check", target)
    assert answer.exit_code == 0, answer.output
    assert "is in orde" in said(answer)


@pytest.mark.parametrize(
    ("sql", "told"),
    [
        ("UPDATE mart_months SET total = total + 1 WHERE measure = 'scans'", "sommen volgen niet"),
        (
            "DELETE FROM mart_days WHERE measure = 'matches'",
            "volgen niet uit de records (mart_days",
        ),
        ("UPDATE protected_months SET total = total + 5", "niet uit het grootboek"),
        ("DELETE FROM scan_talents", "sommen volgen niet"),
        ("UPDATE population SET inhabitants = 1", "Wat het bestand weet van de inwoners"),
        ("UPDATE areas SET area_ha = area_ha + 1", "Wat het bestand weet van de gebieden"),
        ("INSERT INTO kinds VALUES ('stage', 99)", "de codelijst kind"),
        ("UPDATE protection SET ledger = 'ander'", "De afronding is niet nagekeken"),
        ("DROP TABLE mart_days", "eerdere versie van het dashboard"),
    ],
)
def test_what_was_changed_by_hand_is_found(target: Path, sql: str, told: str) -> None:
    assert told in changed(target, sql)


def test_records_that_break_the_contract_are_found(target: Path) -> None:
    loose = "CREATE OR REPLACE TABLE {0} AS SELECT * FROM {0}"  # without its constraints
    drop = "DROP VIEW residents; DROP TABLE scan_talents; DROP TABLE matches;"
    with duckdb.connect(str(target.resolve())) as con:
        matches = con.execute("FROM matches").df()
        assert len(matches) == 2
        con.execute("CREATE TABLE kept AS FROM matches; CREATE TABLE pairs AS FROM scan_talents")
        view = "SELECT sql FROM duckdb_views() WHERE view_name = 'residents'"
        [residents] = con.execute(view).fetchone() or ("",)
        con.execute(drop)
        con.execute("ALTER TABLE kept RENAME TO matches; ALTER TABLE pairs RENAME TO scan_talents")
        con.execute(loose.format("matches"))
        con.execute(residents)
    told = changed(target, "UPDATE matches SET scan_id = 'S9' WHERE match_id = 'M1'")
    assert "De matches voldoen niet aan het contract" in told


def test_a_ledger_that_is_gone_or_a_file_that_is_none_is_told(target: Path) -> None:
    shutil.rmtree(target.parent / "reeksen")
    told = said(run("check", target))
    assert "De afronding is niet nagekeken" in told
    (target.parent / "foto.duckdb").write_bytes(b"geen database" * 1000)
    assert "beschadigd" in said(run("check", target.parent / "foto.duckdb"))
    assert "Er is geen gegevensbestand" in said(run("check", target.parent / "weg.duckdb"))


def test_one_byte_on_the_disk_is_found(target: Path) -> None:
    file = target.resolve()
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 255
    file.write_bytes(content)
    answer = run("check", target)
    assert answer.exit_code == 1
    assert "het controlegetal klopt niet" in said(answer)


def test_a_file_without_rounding_is_checked_as_far_as_it_goes(tmp_path: Path) -> None:
    path = tmp_path / "x.duckdb"
    write_database(path, odd_frames(), Meta(ODD_AS_OF, False, ()))
    assert problems(path, None) == []


def test_the_quick_look_sees_totals_that_do_not_fit(target: Path) -> None:
    assert quick_problems(Store(target)) == []
    with duckdb.connect(str(target.resolve())) as con:
        con.execute("DELETE FROM mart_days WHERE measure = 'matches'")
    [told] = quick_problems(Store(target))
    assert told.startswith("De sommen van matches passen niet bij de records")


def test_demo_data_needs_no_ledger(tmp_path: Path) -> None:
    assert run("demo", "--to", tmp_path / "demo.duckdb", "--scale", "0.02").exit_code == 0
    answer = run("check", tmp_path / "demo.duckdb")
    assert answer.exit_code == 0, answer.output


def test_the_drawn_boundaries_are_checked(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(GEO_FOLDER, tmp_path / "geo"))
    assert drawn_faults(folder) == ()
    wijken = (folder / "wijk.json").read_text(encoding="utf-8")
    (folder / "wijk.json").write_text(wijken.replace("WK077231", "WK077299"), encoding="utf-8")
    assert drawn_faults(folder) != ()
