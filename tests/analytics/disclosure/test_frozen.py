"""Published months stay: what is corrected later comes in the first open month."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from analytics.disclosure.ledger import About, LedgerRefused
from analytics.disclosure.protector import CubeProtector, protector_for, protector_of
from analytics.disclosure.published import Published, as_bytes, read_published
from analytics.disclosure.series.place import FIRST_NAME, FOLDER, OpenSeries, new_series
from data.demo import make_demo
from data.file.database import write_database
from data.file.store import Store
from data.models.meta import Meta
from tests import twin

JUNE, JULY, AUGUST = date(2021, 6, 30), date(2021, 7, 31), date(2021, 8, 31)
KEYS = ["measure", "level", "area_code", "month"]
FLOWS = ("scans", "residents", "matches")
STOCKS = ("running_matches", "waiting", "free_positions")
KEY = b"een sleutel die alleen in deze tests bestaat"

Frames = dict[str, pd.DataFrame]
Publish = Callable[[Frames, date], "File"]


class File:
    """One publication: its months and its spells."""

    def __init__(self, target: Path, protector: CubeProtector) -> None:
        store = Store(target)
        self.months = store.query("SELECT * FROM protected_months ORDER BY ALL", {})
        self.spells = store.query("SELECT * FROM protected_spells ORDER BY ALL", {})
        store.close()
        self.protector = protector

    def of(self, measures: tuple[str, ...], level: str, until: date) -> pd.DataFrame:
        rows = self.months
        chosen = rows["measure"].isin(measures) & (rows["level"] == level)
        return rows[chosen & (rows["month"] <= pd.Timestamp(until))].set_index(KEYS)

    def city(self, measure: str, month: date) -> tuple[int, int]:
        row = self.of((measure,), "gemeente", month).iloc[-1]
        return int(row["delta"]), int(row["total"])


@pytest.fixture(scope="module")
def frames() -> Frames:
    return dict(twin.prepared(make_demo(seed=11, scale=0.2)))


def publication(target: Path, frames: Frames, as_of: date) -> File:
    """Published in the series beside it, or as its first file."""
    begun = target.exists()
    protector = protector_for(target) if begun else protector_of(_first_series(target.parent))
    write_database(target, frames, Meta(as_of, True, ()), protector=protector)
    return File(target, protector)


def _first_series(folder: Path) -> OpenSeries:
    return new_series(folder / FOLDER, About(5, FIRST_NAME), KEY)


@pytest.fixture(scope="module")
def first(frames: Frames, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, File]:
    """The folder in which June is published, and what went out: every test goes on from there."""
    folder = tmp_path_factory.mktemp("juni")
    return folder, publication(folder / "x.duckdb", known(frames, JUNE), JUNE)


@pytest.fixture
def before(first: tuple[Path, File]) -> File:
    return first[1]


@pytest.fixture
def publish(first: tuple[Path, File], tmp_path: Path) -> Publish:
    """Publishes after June, in a copy of its folder."""
    copy = shutil.copytree(first[0], tmp_path / "copy", symlinks=True)
    return partial(publication, copy / "x.duckdb")


def known(frames: Frames, as_of: date) -> Frames:
    return {**twin.known_on(frames, as_of), "rollout": frames["rollout"]}


def weighted(frames: Frames, protector: CubeProtector, until: date) -> pd.DataFrame:
    """The matches that carry weight and run on the last day, as the publication had them."""
    matches = frames["matches"]
    runs = matches["ended_on"].isna() & (matches["matched_on"] <= pd.Timestamp(until))
    assert protector.weights
    weights = protector.weights.matches.set_index("match_id")["weight"]
    return matches[runs & (matches["match_id"].map(weights) > 0)]


def running(frames: Frames, protector: CubeProtector) -> int:
    """The weights of all matches that run at the end."""
    assert protector.weights
    weights = protector.weights.matches.set_index("match_id")["weight"]
    matches = frames["matches"]
    begins = matches["started_on"].fillna(matches["matched_on"])
    runs = matches["ended_on"].isna() & (begins <= pd.Timestamp(JULY))
    return int(matches["match_id"].map(weights).where(runs, 0).sum())


def assert_published(before: File, after: File, until: date) -> None:
    for level in ("buurt", "wijk", "stadsdeel", "team", "gemeente"):
        first, second = (file.of((*FLOWS, *STOCKS), level, until) for file in (before, after))
        pd.testing.assert_frame_equal(first, second.loc[first.index])


def test_a_lone_record_that_is_removed_shows_in_no_published_month(
    frames: Frames, publish: Publish, before: File
) -> None:
    july = known(frames, JULY)
    lone = weighted(july, before.protector, JUNE).iloc[0]["match_id"]
    less = july | {"matches": july["matches"][july["matches"]["match_id"] != lone]}
    after = publish(less, JULY)
    assert_published(before, after, JUNE)
    assert after.city("matches", JUNE) == before.city("matches", JUNE)


def test_a_stock_goes_where_the_records_say_in_the_first_open_month(
    frames: Frames, publish: Publish, before: File
) -> None:
    july = known(frames, JULY)
    gone = weighted(july, before.protector, JUNE)["match_id"]
    assert len(gone) > 5
    less = july | {"matches": july["matches"][~july["matches"]["match_id"].isin(gone)]}
    after = publish(less, JULY)
    assert_published(before, after, JUNE)
    assert after.city("matches", JULY)[0] >= 0
    assert after.city("running_matches", JULY)[1] == running(less, after.protector)
    assert after.city("running_matches", JULY)[1] < before.city("running_matches", JUNE)[1]
    people = after.of(("running_matches", "waiting", *FLOWS), "buurt", JULY)["total"]
    assert not people.between(1, 4).any()
    assert (people >= 0).all()


def test_a_late_record_counts_once_and_in_the_first_open_month(
    frames: Frames, publish: Publish, before: File
) -> None:
    late = frames["scans"].head(40).copy()
    late["scan_id"] = [f"laat-{n}" for n in range(len(late))]
    late["resident_id"] = late["scan_id"]
    july, august = (known(frames, day) for day in (JULY, AUGUST))
    plain = publish(july, JULY)
    files = []
    for month, day in ((july, JULY), (august, AUGUST)):
        more = month | {"scans": pd.concat([month["scans"], late], ignore_index=True)}
        files.append(publish(more, day))
    same, after = files
    assert_published(before, after, JUNE)
    assert_published(plain, same, JULY)  # July had gone out: there is no open month yet
    assert_published(plain, after, JULY)
    own = (august["scans"]["scanned_on"] > pd.Timestamp(JULY)).sum()
    assert after.city("scans", AUGUST)[0] == pytest.approx(own + 40, abs=8)
    again = publish(known(frames, date(2021, 9, 30)), date(2021, 9, 30))
    assert_published(after, again, AUGUST)


def test_an_older_scan_of_who_was_reached_reaches_nobody_anew(
    frames: Frames, publish: Publish, before: File
) -> None:
    july, august = (known(frames, day) for day in (JULY, AUGUST))
    first = july["scans"].sort_values("scanned_on").drop_duplicates("resident_id")
    older = first[first["scanned_on"] <= pd.Timestamp(JUNE)].head(60).copy()
    older["scanned_on"] -= pd.Timedelta(days=70)
    older["scan_id"] = [f"ouder-{n}" for n in range(len(older))]
    new = first["scanned_on"].between(pd.Timestamp(2021, 7, 1), pd.Timestamp(JULY)).sum()
    for month, day in ((july, JULY), (august, AUGUST)):
        after = publish(
            month | {"scans": pd.concat([month["scans"], older], ignore_index=True)}, day
        )
        assert_published(before, after, JUNE)
        assert after.city("residents", JULY)[0] == pytest.approx(new, abs=8)
    assert after.city("scans", JULY)[0] > after.city("residents", JULY)[0] + 40
    assert len(older) == 60


def test_a_record_that_gets_a_later_date_is_not_counted_again(
    frames: Frames, publish: Publish, before: File
) -> None:
    july = known(frames, JULY)
    own = (july["matches"]["matched_on"] > pd.Timestamp(JUNE)).sum()
    later = july["matches"].copy()
    there = later["matched_on"] <= pd.Timestamp(JUNE)
    chosen = later.index[there & later["ended_on"].isna()][:40]
    later.loc[chosen, ["matched_on", "started_on"]] = pd.Timestamp(2021, 7, 10)
    changed = july | {"matches": later}
    for day in (JULY, AUGUST):  # also when it is published again
        after = publish(changed, JULY) if day == JULY else publish(known(frames, day), day)
        assert_published(before, after, JUNE)
        assert after.city("matches", JULY)[0] == pytest.approx(own, abs=8)
    assert len(chosen) == 40


def test_how_long_things_lasted_stays_as_it_was_told(
    frames: Frames, publish: Publish, before: File
) -> None:
    july = known(frames, JULY)
    after = publish(july | {"matches": july["matches"].iloc[::2]}, JULY)
    kept = after.spells[after.spells["known_in"] == pd.Timestamp(2021, 6, 1)]
    pd.testing.assert_frame_equal(kept.reset_index(drop=True), before.spells)
    assert set(after.spells["known_in"].dt.month) == {6, 7}


def test_the_same_month_again_and_an_older_one_change_nothing(
    frames: Frames, publish: Publish
) -> None:
    july = publish(known(frames, JULY), JULY)
    odd = known(frames, JULY)
    again = publish(odd | {"matches": odd["matches"].iloc[::2]}, JULY)
    assert_published(july, again, JULY)
    older = publish(known(frames, JUNE), JUNE)
    assert_published(older, july, JUNE)
    last = publish(known(frames, JULY), JULY)
    pd.testing.assert_frame_equal(last.months, july.months)
    pd.testing.assert_frame_equal(last.spells, july.spells)


def test_what_was_published_is_read_back_and_damage_is_noticed(tmp_path: Path) -> None:
    path = tmp_path / "x.maanden"
    with pytest.raises(LedgerRefused, match="ontbreekt"):
        read_published(path, KEY)
    known = np.array(["a" * 20, "b" * 20], dtype="S20")
    for told in (Published(), Published(JUNE, {}, known, {"a": 24258})):
        path.write_bytes(as_bytes(told, KEY))
        found = read_published(path, KEY)
        assert found.known.tolist() == told.known.tolist()
        assert replace(found, known=known) == replace(told, known=known)
    text = path.read_bytes()
    for damaged in (text.replace(b"24258", b"24259"), text[:-9], b"", text.upper()):
        path.write_bytes(damaged)
        with pytest.raises(LedgerRefused, match="beschadigd"):
            read_published(path, KEY)
    path.write_bytes(text)
    with pytest.raises(LedgerRefused, match="hoort er niet"):
        read_published(path, KEY + b"x")
