"""Rounded figures of a whole country as Parquet by gemeente: `python -m tests.bench.lake COUNTRY`.

COUNTRY is a folder of `bloei.py demo --country`, or the beginning of one: a gemeente that is not
made yet gets the figures of one that is, of about its size. Asked is what the map asks (a measure
per wijk at the end of twelve months), and one figure of every gemeente.
"""

import sys
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path
from statistics import median

import duckdb

from data.demo.country import DATA_FILE, Gemeente, gemeenten

TIMES = 15
ONE = """
SELECT month, area_code, total FROM {source}
WHERE {where} measure = 'matches' AND level = 'wijk' AND month >= DATE '2020-10-01'
"""
EVERY = """
SELECT gemeente, total FROM {source}
WHERE measure = 'matches' AND level = 'gemeente' AND month = DATE '2021-09-01'
"""


def main(country: Path) -> None:
    """Makes the Parquet files and one DuckDB file of the same, and prints sizes and times."""
    made = {one: country / one.code / DATA_FILE for one in gemeenten()}
    made = {one: path for one, path in made.items() if path.exists()}
    print(f"{len(made)} gemeenten gemaakt; de andere hebben de cijfers van een daarvan")
    with tempfile.TemporaryDirectory(dir=country.parent) as folder, duckdb.connect() as con:
        _fill(con, made)
        _write(con, Path(folder))
        _ask(Path(folder), *next(iter(made.items())))


def _fill(con: duckdb.DuckDBPyConnection, made: Mapping[Gemeente, Path]) -> None:
    """Fills the table months with the rounded months of every gemeente."""
    for number, path in enumerate(made.values()):
        con.execute(f"ATTACH '{path.resolve()}' AS made{number} (READ_ONLY)")
    for one in gemeenten():
        near = min(made, key=lambda other: abs(other.records - one.records))
        source = f"made{list(made).index(near)}.protected_months"
        rows = (
            f"SELECT '{one.code}' AS gemeente, measure, level,"
            f" replace(area_code, '{near.code[2:]}', '{one.code[2:]}') AS area_code,"
            f" month, delta, total FROM {source} ORDER BY measure, level, month, area_code"
        )
        first = "CREATE TABLE months AS" if one.number == 0 else "INSERT INTO months"
        con.execute(f"{first} {rows}")


def _write(con: duckdb.DuckDBPyConnection, folder: Path) -> None:
    began = time.perf_counter()
    con.execute(f"COPY months TO '{folder}/lake' (FORMAT parquet, PARTITION_BY (gemeente))")
    took = time.perf_counter() - began
    con.execute(f"ATTACH '{folder}/land.duckdb' AS land")
    con.execute("CREATE TABLE land.months AS SELECT * FROM months")
    con.execute("DETACH land")
    files = list((folder / "lake").rglob("*.parquet"))
    [rows] = con.execute("SELECT count(*) FROM months").fetchall()
    print(f"{rows[0]:,} rijen; {len(files)} Parquet-bestanden in {took:.1f} s")
    print(f"Parquet {_megabytes(files):.0f} MB, een DuckDB-bestand ", end="")
    print(f"{_megabytes([folder / 'land.duckdb']):.0f} MB")


def _megabytes(files: list[Path]) -> float:
    return sum(file.stat().st_size for file in files) / 1e6


def _ask(folder: Path, gemeente: Gemeente, path: Path) -> None:
    """Asks the same of each kind of file, in turn."""
    everywhere = f"read_parquet('{folder}/lake/*/*.parquet', hive_partitioning = true)"
    own = f"read_parquet('{folder}/lake/gemeente={gemeente.code}/*.parquet')"
    only = f"gemeente = '{gemeente.code}' AND"
    with (
        duckdb.connect(str(path.resolve()), read_only=True) as city,
        duckdb.connect(f"{folder}/land.duckdb", read_only=True) as land,
        duckdb.connect() as lake,
    ):
        asked = {
            "een gemeente, haar eigen gegevensbestand": (
                city, ONE.format(source="protected_months", where="")
            ),
            "een gemeente, Parquet, haar map": (lake, ONE.format(source=own, where="")),
            "een gemeente, Parquet, alle mappen": (lake, ONE.format(source=everywhere, where=only)),
            "een gemeente, een DuckDB-bestand": (land, ONE.format(source="months", where=only)),
            "elke gemeente, Parquet": (lake, EVERY.format(source=everywhere)),
            "elke gemeente, een DuckDB-bestand": (land, EVERY.format(source="months")),
        }  # fmt: skip
        taken = {words: list[float]() for words in asked}
        for _ in range(TIMES):
            for words, (con, sql) in asked.items():
                began = time.perf_counter()
                con.execute(sql).fetchall()
                taken[words].append((time.perf_counter() - began) * 1000)
    for words, times in taken.items():
        print(f"{words}: {median(times):.1f} ms ({min(times):.1f} tot {max(times):.1f})")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
