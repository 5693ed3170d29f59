"""The change report against a naive count, and its words for 0, 1, 2 and many."""

import doctest
import json
from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from analytics.catalog import INDICATORS, Indicator
from analytics.figures.compute import figures
from analytics.figures.doors.marts import ExactMarts
from analytics.figures.selection import Selection
from analytics.loading import warnings, words
from analytics.loading.compare import change_report
from analytics.loading.figures import MOST_WIJKEN
from analytics.loading.report import ChangeReport, FigureChange, Subject, report_of
from analytics.loading.warnings import Rule, busy_months, changed, rules, silent_teams, vanished
from data.contract.tables import SCANS, TABLES
from data.file.database import write_database
from data.file.store import Store
from data.history.compare import RecordChange
from data.models.meta import Meta
from data.reference.areas import Level
from tests.cities import ODD_AS_OF, odd_frames

LATER = date(2020, 4, 30)


def changed_frames() -> dict[str, pd.DataFrame]:
    """The odd city with a scan gone, two changed and three new ones."""
    frames = odd_frames()
    scans = frames["scans"]
    scans = scans[scans["scan_id"] != "S6"]
    scans.loc[scans["scan_id"] == "S4", "left_on"] = "2019-02-03"
    scans.loc[scans["scan_id"] == "S5", "channel"] = None
    new = [(f"S{n}", f"R{n}", "2020-04-01", "BU07724100", None, None, None) for n in (17, 18, 19)]
    frames["scans"] = pd.concat([scans, pd.DataFrame(new, columns=scans.columns)], axis=0)
    talents = frames["scan_talents"]
    frames["scan_talents"] = talents[talents["scan_id"] != "S6"]
    return frames


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    folder = tmp_path_factory.mktemp("o'neil")  # a sign that SQL takes for the end of a text
    write_database(folder / "oud.duckdb", odd_frames(), Meta(ODD_AS_OF, False, ()))
    write_database(folder / "nieuw.duckdb", changed_frames(), Meta(LATER, False, ()))
    return folder / "oud.duckdb", folder / "nieuw.duckdb"


@pytest.fixture(scope="module")
def report(files: tuple[Path, Path]) -> ChangeReport:
    return change_report(*files)


def test_records_are_counted_as_a_naive_look_counts_them(report: ChangeReport) -> None:
    old, new = odd_frames(), changed_frames()
    for table, found in zip(TABLES, report.tables, strict=True):
        one, other = (rows_by_key(frames[table.name], table.key) for frames in (old, new))
        assert found.table == table.name
        assert (found.before, found.now) == (len(one), len(other))
        assert found.new == len(other.keys() - one.keys())
        assert found.vanished == len(one.keys() - other.keys())
        assert found.changed == sum(one[key] != other[key] for key in one.keys() & other.keys())
    scans = next(table for table in report.tables if table.table == "scans")
    assert (scans.new, scans.changed, scans.vanished) == (3, 2, 1)


def rows_by_key(frame: pd.DataFrame, key: tuple[str, ...]) -> dict[object, list[object]]:
    rows = frame.astype(object).where(frame.notna(), None).to_dict("records")
    return {tuple(row[name] for name in key): list(row.values()) for row in rows}


def test_every_figure_of_the_catalogue_is_what_each_file_says(
    report: ChangeReport, files: tuple[Path, Path]
) -> None:
    assert [subject.city.indicator for subject in report.subjects] == [i.id for i in INDICATORS]
    old, new = (ExactMarts(Store(path)) for path in files)
    for subject, indicator in zip(report.subjects, INDICATORS, strict=True):
        for change in (subject.city, *subject.wijken):
            level = Level.GEMEENTE if change is subject.city else Level.WIJK
            asked = (indicator, level, change.area_code)
            assert change.before == value_of(old, ODD_AS_OF, *asked)
            assert change.now == value_of(new, LATER, *asked)
            assert change.same_day == value_of(new, ODD_AS_OF, *asked)


def value_of(
    marts: ExactMarts, day: date, indicator: Indicator, level: Level, code: str
) -> float | None:
    rows = figures(marts, indicator, Selection(level, day)).rows()
    return next(row.value for row in rows if row.area_code == code)


def test_the_wijken_that_change_most_come_first(report: ChangeReport) -> None:
    scans = report.subjects[0]
    assert (scans.city.before, scans.city.now, scans.city.same_day) == (6, 8, 5)
    assert [(w.area_code, w.before, w.now) for w in scans.wijken] == [
        ("WK077241", 2, 5), ("WK077231", 2, 1),
    ]  # fmt: skip
    for subject in report.subjects:
        assert len(subject.wijken) <= MOST_WIJKEN
        assert all(wijk.is_changed for wijk in subject.wijken)


def test_the_report_survives_its_own_json(report: ChangeReport) -> None:
    assert report_of(json.loads(json.dumps(report.as_json()))) == report


def test_a_file_against_itself_changes_nothing(files: tuple[Path, Path]) -> None:
    same = change_report(files[0], files[0])
    told = words.lines(same)
    assert told[0] == "De peildatum blijft 15 maart 2020."
    assert told[1] == words.NO_WARNINGS
    assert told[-1] == words.SAME
    assert all(line.endswith("niets veranderd") for line in told[2:-1])


def test_a_first_file_is_all_new(files: tuple[Path, Path]) -> None:
    first = change_report(None, files[0])
    assert first.before is None
    assert all((table.before, table.new) == (0, table.now) for table in first.tables)
    assert "talentenscans: 6" in words.lines(first)
    assert report_of(first.as_json()) == first


def test_an_earlier_peildatum_is_warned_for(files: tuple[Path, Path]) -> None:
    back = change_report(files[1], files[0])
    assert "dat is eerder dan die van het bestand in gebruik" in back.warnings[0]
    assert not any(subject.city.is_corrected for subject in back.subjects)


# --- Words.


def figure(before: float | None, now: float | None, same: float | None) -> FigureChange:
    return FigureChange("x", "cijfer", "u", 1, "A", "Aanschot", before, now, same)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (figure(1, 1, 1), "1,0 (onveranderd)"),
        (figure(1.01, 1.04, 1.0), "1,0 (onveranderd)"),  # a reader sees no difference
        (figure(1, 2, 1), "2,0 (was 1,0, +1,0)"),
        (figure(2, 1, 2), "1,0 (was 2,0, −1,0)"),
        (figure(2, 2, 3), "2,0 (was 2,0, 0,0); op de oude peildatum nu 3,0 in plaats van 2,0"),
        (figure(None, 2, None), "2,0 (was geen cijfer)"),
        (figure(2, None, 2), "geen cijfer (was 2,0)"),
        (figure(None, None, None), "geen cijfer (onveranderd)"),
    ],
)
def test_a_figure_in_words(change: FigureChange, said: str) -> None:
    assert words.figure_words(change) == said


def test_what_does_not_change_has_no_line() -> None:
    assert list(words.subject_lines(Subject(figure(1, 1, 1)))) == []
    told = list(words.subject_lines(Subject(figure(1, 1, 1), (figure(1, 2, 1),))))
    assert told == ["cijfer: 1,0 (onveranderd)", "  Aanschot: 2,0 (was 1,0, +1,0)"]


# --- Warnings.

RULE = Rule(least=10, share=0.1, months=3)


def scans(before: int, changed: int, days: list[date]) -> RecordChange:
    return RecordChange(SCANS, before, 0, 0, changed, len(days), tuple(days))


@pytest.mark.parametrize(
    ("count", "there", "is_told"), [(9, 9, False), (10, 100, True), (10, 101, False)]
)
def test_a_warning_needs_enough_records_and_a_part_that_counts(
    count: int, there: int, *, is_told: bool
) -> None:
    gone = scans(there, count, [date(2020, 1, 1)] * count)
    assert bool(list(vanished(gone, LATER, RULE))) is is_told
    assert bool(list(changed(gone, RULE))) is is_told


@pytest.mark.parametrize(
    ("days", "said"),
    [
        ([date(2018, 1, 1), date(2020, 12, 31)], " van voor 2021"),
        ([date(2018, 1, 1), date(2021, 1, 1)], " van januari 2018 tot en met januari 2021"),
        ([date(2021, 3, 1), date(2021, 3, 31)], " van maart 2021"),
        ([date(2020, 3, 1), date(2020, 3, 31)], " van maart 2020"),
    ],
)
def test_the_days_of_what_vanishes(days: list[date], said: str) -> None:
    gone = scans(2, 0, days)
    told = list(vanished(gone, date(2021, 10, 1), Rule(2, 0, 0)))
    assert told == [f"2 talentenscans{said} verdwijnen."]


def test_one_record_vanishes_in_the_singular() -> None:
    gone = scans(1, 1, [date(2020, 3, 1)])
    assert list(vanished(gone, LATER, Rule(1, 0, 0))) == [
        "1 talentenscan van maart 2020 verdwijnt."
    ]
    assert list(changed(gone, Rule(1, 0, 0))) == [
        "1 talentenscan verandert, van de 1 die er al is."
    ]


def rows(*pairs: tuple[str, str]) -> pd.DataFrame:
    frame = pd.DataFrame(pairs, columns=["team", "day"])
    return frame.assign(day=pd.to_datetime(frame["day"]))


def test_a_team_is_silent_when_the_others_are_not() -> None:
    told = rows(("Team Strijp", "2021-02-12"), ("Centrum", "2021-09-01"))
    assert list(silent_teams(told, date(2021, 10, 1), Rule(1, 0, 3))) == [
        "Van Team Strijp kwam niets binnen sinds maart 2021; het laatste was van 12 februari 2021."
    ]
    alone = rows(("Team Strijp", "2021-02-12"))
    assert list(silent_teams(alone, date(2021, 10, 1), Rule(1, 0, 3))) == []
    assert list(silent_teams(told, date(2021, 10, 1), Rule(2, 0, 3))) == []
    assert list(silent_teams(told[:0], date(2021, 10, 1), RULE)) == []


@pytest.mark.parametrize(("last", "is_told"), [("2021-06-30", True), ("2021-07-01", False)])
def test_a_team_is_silent_after_whole_months(last: str, *, is_told: bool) -> None:
    told = rows(("Noord", last), ("Centrum", "2021-09-30"))
    assert bool(list(silent_teams(told, date(2021, 10, 1), Rule(1, 0, 3)))) is is_told


def months(*counts: tuple[int, int]) -> pd.DataFrame:
    first = pd.date_range("2021-01-01", periods=len(counts), freq="MS")
    frame = pd.DataFrame(counts, columns=["before", "now"])
    return frame.assign(month=first)[["month", "before", "now"]]


@pytest.mark.parametrize(
    ("before", "now", "said"),
    [
        (0, 120, ["In maart 2021 staan 120 matches: 3 keer zo veel als in een gewone maand (40)."]),
        (0, 119, []),  # not three times
        (120, 120, []),  # it was so already
    ],
)
def test_a_month_with_many_times_the_usual(before: int, now: int, said: list[str]) -> None:
    table = months((40, 40), (40, 40), (before, now))
    assert list(busy_months("matches", table, Rule(20, 3, 4))) == said


def test_too_few_months_or_rows_tell_nothing() -> None:
    assert list(busy_months("matches", months((1, 1), (0, 99)), Rule(20, 3, 4))) == []
    table = months((5, 5), (5, 5), (0, 19))
    assert list(busy_months("matches", table, Rule(20, 3, 4))) == []


def test_the_thresholds_are_data() -> None:
    assert set(rules()) == {"vanished", "changed", "silent_team", "busy_month"}
    assert all(rule.least > 0 for rule in rules().values())


def test_the_examples_hold() -> None:
    for module in (words, warnings):
        outcome = doctest.testmod(module)
        assert outcome.attempted > 0
        assert outcome.failed == 0
