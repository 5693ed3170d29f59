"""What stands at a place: nothing, ours, somebody else's, or what cannot be read."""

from pathlib import Path

import duckdb

from data.file.standing import Kind, Standing, standing
from tests.cities import ODD_AS_OF, odd_frames, write_city


def test_a_data_file_tells_what_it_is_and_holds(tmp_path: Path) -> None:
    write_city(tmp_path / "x.duckdb", odd_frames(), ODD_AS_OF).close()
    found = standing(tmp_path / "x.duckdb")
    assert (found.kind, found.is_demo, found.ledger) == (Kind.OURS, True, "")
    assert len(found.series) == 8
    assert found.rows == {name: len(frame) for name, frame in odd_frames().items()}


def test_a_file_of_an_earlier_version_is_ours_too(tmp_path: Path) -> None:
    with duckdb.connect(str(tmp_path / "x.duckdb")) as con:
        con.execute("CREATE TABLE meta AS SELECT 1 AS contract_version, current_date AS as_of")
        con.execute("CREATE TABLE protection AS SELECT 5 AS threshold, 'zegel' AS ledger")
        con.execute("CREATE TABLE scans AS SELECT 'S1' AS scan_id")
    expected = Standing(Kind.OURS, ledger="zegel", rows={"scans": 1})
    assert standing(tmp_path / "x.duckdb") == expected


def test_what_is_not_ours_is_told_apart(tmp_path: Path) -> None:
    assert standing(tmp_path / "x.duckdb") == Standing(Kind.ABSENT)
    (tmp_path / "link.duckdb").symlink_to("nergens.duckdb")
    (tmp_path / "foto.duckdb").write_bytes(b"geen database" * 1000)
    for name in ("link", "foto"):
        assert standing(tmp_path / f"{name}.duckdb") == Standing(Kind.DAMAGED)
    with duckdb.connect(str(tmp_path / "ander.duckdb")) as con:
        con.execute("CREATE TABLE iets AS SELECT 1 AS as_of")
        assert standing(tmp_path / "ander.duckdb") == Standing(Kind.BUSY)
    assert standing(tmp_path / "ander.duckdb") == Standing(Kind.FOREIGN)


def test_a_view_is_never_asked(tmp_path: Path) -> None:
    with duckdb.connect(str(tmp_path / "x.duckdb")) as con:
        con.execute("CREATE VIEW meta AS SELECT 1 AS as_of FROM range(1000000000000)")
    assert standing(tmp_path / "x.duckdb") == Standing(Kind.FOREIGN)
