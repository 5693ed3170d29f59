"""The record of use: only added to, thirteen months, and nothing leaves when it cannot be kept."""

import json
import os
import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from data.access import record
from data.access.record import CannotRecord, Event, What

EVENT = Event(
    "2026-11-27 10:00:00", "anna", "intern", What.EXPORT, "overzicht.trend", "intern", "v1"
)


def test_events_are_added_and_read_the_newest_first(tmp_path: Path) -> None:
    file = tmp_path / "bloei.duckdb"
    for moment in ("2026-10-31 23:59:59", "2026-11-01 00:00:00", "2026-11-27 10:00:00"):
        record.write(file, replace(EVENT, moment=moment))
    assert [event.moment[:10] for event in record.events(file)] == [
        "2026-11-27", "2026-11-01", "2026-10-31",
    ]  # fmt: skip
    assert {path.name for path in (tmp_path / "bloei.gebruik").iterdir()} == {
        "2026-10.jsonl", "2026-11.jsonl",
    }  # fmt: skip


def test_thirteen_months_are_kept(tmp_path: Path) -> None:
    file = tmp_path / "bloei.duckdb"
    for month in ("2025-10", "2025-11", "2026-10", "2026-11"):
        record.write(file, replace(EVENT, moment=f"{month}-15 10:00:00"))
    kept = sorted(path.stem for path in (tmp_path / "bloei.gebruik").iterdir())
    assert kept == ["2025-11", "2026-10", "2026-11"]


def test_a_name_with_a_line_break_is_no_second_event(tmp_path: Path) -> None:
    file = tmp_path / "bloei.duckdb"
    record.write(file, replace(EVENT, subject='x"}\n{"moment":"y'))
    assert len(record.events(file)) == 1


def test_a_damaged_line_hides_no_other(tmp_path: Path) -> None:
    file = tmp_path / "bloei.duckdb"
    record.write(file, EVENT)
    path = tmp_path / "bloei.gebruik" / "2026-11.jsonl"
    with path.open("a", encoding="utf-8") as text:
        text.write('{"moment": \n')
    record.write(file, EVENT)
    assert len(record.events(file)) == 2


def test_a_full_disk_leaves_no_half_line_and_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "bloei.duckdb"
    record.write(file, EVENT)
    whole, real = len(record.events(file)), os.write
    monkeypatch.setattr(os, "write", lambda descriptor, line: real(descriptor, line[:10]))
    with pytest.raises(CannotRecord, match="Er kan nu niets worden meegenomen"):
        record.write(file, EVENT)
    monkeypatch.undo()
    for line in (tmp_path / "bloei.gebruik" / "2026-11.jsonl").read_text().splitlines():
        json.loads(line)
    assert len(record.events(file)) == whole


def test_without_room_nothing_is_begun(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "bloei.duckdb"
    record.refuse_full(file)

    class Full:
        free = 1_000

    def full(_: Any) -> Full:
        return Full()

    monkeypatch.setattr(shutil, "disk_usage", full)
    with pytest.raises(CannotRecord, match="geen ruimte"):
        record.refuse_full(file)


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "bloei.gebruik").write_text("in de weg")
    for attempt in (record.refuse_full, lambda file: record.write(file, EVENT)):
        with pytest.raises(CannotRecord):
            attempt(tmp_path / "bloei.duckdb")
