"""The sample delivery as rows of the two cubes, as an import hands them to the protection."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pandas as pd

from analytics.disclosure import rows
from analytics.disclosure.rows import Rows
from data.delivery.importer import read_delivery
from data.delivery.sources import find_files
from data.file.database import write_database
from data.models.marts import Records, Seal, Weights
from data.models.meta import Meta
from tests.paths import SAMPLE

DEMO_META = Meta(date(2021, 10, 1), True, ())


class Recorder:
    """A protector that keeps what it was given to weigh."""

    records: Records

    def weigh(self, records: Records) -> Weights:
        self.records = records
        return Weights(
            records.scans[["scan_id"]].assign(weight=1),
            records.matches[["match_id"]].assign(weight=1),
        )

    def seal(self) -> Seal:
        return Seal(0, "")

    def keep(self) -> None:
        pass


@cache
def records() -> Records:
    """The records of the sample delivery up to September 2021."""
    delivery = read_delivery(
        find_files([SAMPLE]), as_of=None, mapping=None, progress=lambda step: None
    )
    return records_of(delivery.frames, delivery.meta)


def records_of(frames: Mapping[str, pd.DataFrame], meta: Meta = DEMO_META) -> Records:
    """The records of some tables, as an import hands them to the protection."""
    recorder = Recorder()
    with TemporaryDirectory() as folder:
        write_database(Path(folder) / "records.duckdb", frames, meta, protector=recorder)
    return recorder.records


def match_rows() -> Rows:
    """One row a match, where the resident lives."""
    return rows.match_rows(records())


def scan_rows() -> Rows:
    """One row a scan; the resident waits on the row of the first scan."""
    return rows.scan_rows(records())
