"""Twin cities: other records behind the same figures that the protected audience gets.

A twin keeps the representatives (the records that carry weight) and what they carry along, and
the public tables. All other scans and matches are taken away, and those of another city are put
in their place. Its protected tables are made anew from those records, with the same weights.
"""

from datetime import date
from pathlib import Path

import duckdb
import numpy as np
import pandas as pd

from analytics.disclosure.protector import demo_protector
from data.demo import make_demo
from data.file.database import write_database
from data.file.store import Store
from data.models.marts import Records, Seal, Weights
from data.models.meta import Meta
from tests.twin import Frames


class Remembering:
    """The protection of demo data, that keeps what it gave."""

    weights: Weights
    given: Seal

    def __init__(self) -> None:
        self._protector = demo_protector()

    def weigh(self, records: Records) -> Weights:
        self.weights = self._protector.weigh(records)
        return self.weights

    def seal(self) -> Seal:
        self.given = self._protector.seal()
        return self.given

    def keep(self) -> None:
        self._protector.keep()


class Same:
    """A protection that gives every record the weight that it had elsewhere."""

    def __init__(self, first: Remembering) -> None:
        self._first = first

    def weigh(self, records: Records) -> Weights:
        return self._first.weights

    def seal(self) -> Seal:
        return self._first.given

    def keep(self) -> None:
        pass


def write_twin(path: Path, frames: Frames, as_of: date) -> Store:
    """Writes the twin of a demo city, and opens it."""
    first, meta = Remembering(), Meta(as_of, True, ())
    write_database(path.with_name(f"first-{path.name}"), frames, meta, protector=first)
    write_database(path, others_behind(frames, first.weights), meta, protector=Same(first))
    return Store(path)


def others_behind(frames: Frames, weights: Weights) -> dict[str, pd.DataFrame]:
    """The tables of the twin: other scans and matches wherever none carries weight."""
    scans, matches = frames["scans"], frames["matches"]
    bearing = {*_bearing(weights.matches), *_bearing(weights.fills)}
    of_scan = scans.set_index("scan_id")["resident_id"]
    residents = set(of_scan.loc[_bearing(weights.scans)])
    kept_matches = matches[
        matches["match_id"].isin(bearing) | matches["scan_id"].map(of_scan).isin(residents)
    ]
    kept_scans = scans[
        scans["resident_id"].isin(residents) | scans["scan_id"].isin(kept_matches["scan_id"])
    ]
    other = _strangers(frames)
    talents = frames["scan_talents"]
    kept_talents = talents[talents["scan_id"].isin(kept_scans["scan_id"])]
    return dict(frames) | {
        "scans": pd.concat([kept_scans, other["scans"]], ignore_index=True),
        "matches": pd.concat([kept_matches, other["matches"]], ignore_index=True),
        "scan_talents": pd.concat([kept_talents, other["scan_talents"]], ignore_index=True),
    }


def _bearing(weights: pd.DataFrame | None) -> list[str]:
    assert weights is not None
    return list(weights.iloc[:, 0][weights["weight"] > 0])


def _strangers(frames: Frames) -> dict[str, pd.DataFrame]:
    """The scans and matches of another city, on the vacatures of this one."""
    other = make_demo(seed=99, scale=0.3)
    found = {
        table: other[table].assign(
            **{
                column: "anders-" + other[table][column]
                for column in ("scan_id", "resident_id", "match_id")
                if column in other[table]
            }
        )
        for table in ("scans", "matches", "scan_talents")
    }
    drawn = np.random.default_rng(7).integers(0, len(frames["vacancies"]), len(found["matches"]))
    vacancies = frames["vacancies"]["vacancy_id"].to_numpy()[drawn]
    has_none = found["matches"]["vacancy_id"].isna()
    found["matches"]["vacancy_id"] = pd.Series(vacancies).mask(has_none.to_numpy(), None).to_numpy()
    return found


def protected_tables(con: duckdb.DuckDBPyConnection) -> list[str]:
    """What the protected audience may see: every table that is made from protected weights."""
    found = con.execute(
        "SELECT table_name FROM duckdb_tables()"
        " WHERE table_name LIKE 'protected\\_%' ESCAPE '\\' AND database_name = current_database()"
    ).fetchall()
    return [table for (table,) in found]


def tables_of(path: Path) -> dict[str, pd.DataFrame]:
    """Every protected table of a data file, its rows in one order."""
    with duckdb.connect(str(path), read_only=True) as con:
        return {
            table: con.execute(f"SELECT * FROM {table} ORDER BY ALL").df()
            for table in protected_tables(con)
        }
