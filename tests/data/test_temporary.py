"""Temporary folders hold records: none is left of a process that is gone."""

import os
import tempfile
from pathlib import Path

import pytest

from data.temporary import forget, prefix

GONE = 2**22 + 1  # more than a process can be numbered


def test_what_is_ones_own_and_what_was_left_goes_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    gone = [tempfile.mkdtemp(prefix=name) for name in (prefix(), f"bloei-{GONE}-")]
    Path(gone[0], "scans.csv").write_bytes(b"a")
    kept = {tmp_path / name for name in (f"bloei-{os.getppid()}-a", "bloei-anders", "iets")}
    for folder in kept:
        folder.mkdir()
    forget()
    assert set(tmp_path.iterdir()) == kept
