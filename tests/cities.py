"""Data files for tests: the demo city, and a small odd one written out by hand.

A city that was written before in the same run is copied: `KEPT` names the folder that all workers
of a run share (tests/conftest.py makes it and takes it away).
"""

import os
import pickle
import shutil
from datetime import date
from hashlib import sha256
from pathlib import Path

import pandas as pd

from analytics.disclosure.protector import demo_protector
from data.contract.tables import TABLES
from data.file.database import write_database
from data.file.store import Store
from data.file.versions import FEWEST_KEPT, new_version
from data.models.meta import Meta
from tests.twin import Frames

KEPT = "BLOEI_TEST_CITIES"
ODD_AS_OF = date(2020, 3, 15)  # not the end of a month

# Same day ends, a place that left, a wijk without inhabitants, an overfull vacature, a resident
# who left and came back, a scan in a wijk that never started, a month without any record.
ODD_ROWS: dict[str, list[tuple[object, ...]]] = {
    "places": [
        ("P1", "Tuin van iedereen", "tuin en groen", "BU07723120", "2019-01-10", None),
        ("P2", "Buurthuis", "buurthuis", "BU07726380", "2019-01-31", "2019-12-31"),
    ],
    "vacancies": [
        ("V1", "P1", "groen en tuin", "vrijwilligerswerk", 1, "2019-01-10", None, None),
        ("V2", "P1", "groen en tuin", "burenhulp", 5, "2019-02-01", "2019-02-01", "dubbel"),
        ("V3", "P2", "taal en onderwijs", "betaald werk", 2, "2019-02-28", "2019-12-31", None),
    ],
    "scans": [
        ("S1", "R1", "2019-01-31", "BU07723120", "27-44", "buurtbus", "2019-03-01"),
        ("S2", "R1", "2019-06-30", "BU07724100", "27-44", None, None),
        ("S3", "R2", "2019-02-01", "BU07724100", None, None, None),
        ("S4", "R3", "2019-02-01", "BU07726380", None, None, "2019-02-01"),
        ("S5", "R4", "2020-03-15", "BU07721110", "67+", "wijkteam", None),
        ("S6", "R4", "2020-03-15", "BU07723120", "67+", "wijkteam", None),
    ],
    "scan_talents": [(f"S{n}", "groen en tuin") for n in range(1, 7)],
    "matches": [
        ("M1", "S3", "V1", "2019-03-01", "vrijwilligerswerk", None, None, "2019-03-01", None),
        ("M2", "S3", "V1", "2019-03-02", "vrijwilligerswerk", "2019-03-31", None, None, None),
        ("M3", "S1", "V1", "2019-07-01", "vrijwilligerswerk", "2019-07-01", None, None, None),
        ("M4", "S3", None, "2019-12-31", "burenhulp", None, "2021-01-01", "2020-01-01", "klaar"),
        ("M5", "S3", "V3", "2020-01-02", "betaald werk", "2020-01-05", None, None, None),
    ],
    "rollout": [
        ("WK077231", "Tongelre-Centrum", "2017-09-04"),
        ("WK077211", "Tongelre-Centrum", "2019-03-31"),
        ("WK077263", "Team Strijp", "2020-03-15"),
    ],
    "targets": [],
    "events": [("E1", "2019-05-01", None, "Bustour")],
}


def odd_frames() -> dict[str, pd.DataFrame]:
    frames = {}
    for table in TABLES:
        names = [column.name for column in table.stored]
        frames[table.name] = pd.DataFrame(ODD_ROWS[table.name], columns=names)
    return frames


def write_city(path: Path, frames: Frames, as_of: date) -> Store:
    """Writes a data file with the protection of demo data, and opens it."""
    kept = _kept(frames, as_of)
    if kept and kept.exists():
        with new_version(path, FEWEST_KEPT) as version:
            shutil.copyfile(kept, version)
    else:
        write_database(path, frames, Meta(as_of, True, ()), protector=demo_protector())
        _keep(path, kept)
    return Store(path)


def _kept(frames: Frames, as_of: date) -> Path | None:
    """Where this city stands once it was written; None outside a run of tests."""
    if folder := os.environ.get(KEPT):
        name = sha256(pickle.dumps((as_of, sorted(frames.items())))).hexdigest()
        return Path(folder) / f"{name}.duckdb"
    return None


def _keep(path: Path, kept: Path | None) -> None:
    """Keeps a copy for who asks for the same city; whole at once, as other workers look."""
    if kept:
        copy = kept.with_name(f"{kept.stem}-{os.getpid()}")
        shutil.copyfile(path, copy)
        copy.replace(kept)
