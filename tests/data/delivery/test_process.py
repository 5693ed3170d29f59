"""A job in a child process: what it leaves lies in its own folder."""

import sys
from pathlib import Path

from data.delivery.process import Child, Job

UNPACKS = "import os, tempfile; tempfile.mkdtemp(prefix='levering-'); os.abort()"


def test_what_a_killed_job_had_unpacked_lies_in_its_own_folder(tmp_path: Path) -> None:
    folder = tmp_path / "proef-1"
    folder.mkdir()
    job = Job((tmp_path / "scans.csv",), tmp_path / "stad.duckdb")
    assert Child(job, folder, (sys.executable, "-c", UNPACKS)).wait().code == 1
    assert len([*folder.glob("levering-*")]) == 1
