"""An outsider who has two publications, with a correction of one record between them.

Every figure of a published month is told again as it was, and the two together tell nothing.
"""

from collections.abc import Callable, Iterator
from datetime import date
from itertools import product
from pathlib import Path
from shutil import copytree

import pandas as pd
import pytest

from analytics.catalog import find
from analytics.disclosure.ledger import About
from analytics.disclosure.protector import protector_for, protector_of
from analytics.disclosure.series.place import FIRST_NAME, FOLDER, new_series
from analytics.figures.compute import figures
from analytics.figures.doors.marts import Audience, open_marts
from analytics.figures.selection import Selection
from data.demo import make_demo
from data.file.database import write_database
from data.file.store import Store
from data.models.meta import Meta
from data.periods import Period
from data.reference.areas import Level, areas
from exports.audit import audit
from exports.tables.rows import as_csv
from tests import twin

KEY = b"een sleutel die alleen in deze tests bestaat"
START, JUNE, JULY = date(2021, 5, 1), date(2021, 6, 30), date(2021, 7, 31)
ASKED = (
    *("inwoners_bereikt", "matches", "lopende_matches", "wachtend", "vrije_plekken"),
    *("mediaan_dagen_tot_match", "mediaan_dagen_looptijd"),
)
LEVELS = (Level.BUURT, Level.STADSDEEL, Level.GEMEENTE)

Frames = dict[str, pd.DataFrame]
Change = Callable[[Frames, str], Frames]


def removed(frames: Frames, lone: str) -> Frames:
    matches = frames["matches"]
    return frames | {"matches": matches[matches["match_id"] != lone]}


def moved(frames: Frames, lone: str) -> Frames:
    """Its resident lives in a buurt without any match."""
    scans, matches = frames["scans"].copy(), frames["matches"]
    scan = matches.set_index("match_id").loc[lone, "scan_id"]
    taken = set(scans[scans["scan_id"].isin(matches["scan_id"])]["buurt_code"])
    empty = next(a.code for a in areas() if a.level is Level.BUURT and a.code not in taken)
    scans.loc[scans["scan_id"] == scan, "buurt_code"] = empty
    return frames | {"scans": scans}


def redated(frames: Frames, lone: str) -> Frames:
    matches = frames["matches"].copy()
    matches.loc[matches["match_id"] == lone, ["matched_on", "started_on"]] = pd.Timestamp(JULY)
    return frames | {"matches": matches}


def late(frames: Frames, _lone: str) -> Frames:
    one = frames["scans"].head(1).assign(scan_id="laat", resident_id="laat")
    return frames | {"scans": pd.concat([frames["scans"], one], ignore_index=True)}


@pytest.fixture(scope="module")
def frames() -> Frames:
    return dict(twin.prepared(make_demo(seed=11, scale=0.2)))


def known(frames: Frames, day: date) -> Frames:
    return {**twin.known_on(frames, day), "rollout": frames["rollout"]}


def lone_match(frames: Frames, weights: pd.DataFrame) -> str:
    """A match that stands for others and still runs."""
    given = weights.set_index("match_id")["weight"]
    matches = frames["matches"]
    runs = matches["ended_on"].isna() & (matches["match_id"].map(given) > 0)
    return str(matches[runs].iloc[0]["match_id"])


def told(target: Path, folder: Path) -> Iterator[tuple[str, str]]:
    """Every line of every export, with the file and the month and area that it is of."""
    folder.mkdir()
    store = Store(target)
    marts = open_marts(store, Audience.GEMEENTE)
    for name, level in product(ASKED, LEVELS):
        asked = Selection(level, marts.as_of, period=Period.MONTH, start=START)
        text = as_csv(figures(marts, find(name), asked))
        (folder / f"{name}-{level}.csv").write_text(text, encoding="utf-8")
        for line in text.splitlines()[1:]:
            yield f"{name} {' '.join(line.split(',')[:2])}", line
    store.close()


@pytest.fixture(scope="module")
def june(frames: Frames, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """The folder of the first publication, and a match that stands for others in it."""
    folder = tmp_path_factory.mktemp("juni")
    protector = protector_of(new_series(folder / FOLDER, About(5, FIRST_NAME), KEY))
    target = folder / "x.duckdb"
    write_database(target, known(frames, JUNE), Meta(JUNE, True, ()), protector=protector)
    assert protector.weights
    return folder, lone_match(known(frames, JUNE), protector.weights.matches)


@pytest.mark.parametrize("change", [removed, moved, redated, late])
def test_nothing_is_learned_from_a_correction(
    frames: Frames, june: tuple[Path, str], tmp_path: Path, change: Change
) -> None:
    published, lone = june
    folder = copytree(published, tmp_path / "map", symlinks=True)
    target = folder / "x.duckdb"
    first = dict(told(target, tmp_path / "juni"))
    corrected = change(known(frames, JULY), lone)
    again = protector_for(target)
    write_database(target, corrected, Meta(JULY, True, ()), protector=again)
    second = dict(told(target, tmp_path / "juli"))
    assert {name: second[name] for name in first} == first
    assert len(second) > len(first) > 1000
    report = audit([tmp_path / "juni", tmp_path / "juli"])
    assert [finding.what for finding in report.findings] == []
    assert report.complete
