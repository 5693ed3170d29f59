"""Protections that look safe are broken; a table summed from rounded cells is not."""

from pathlib import Path

import pytest

from data.reference.areas import Level
from exports.audit import audit
from exports.audit.findings import Kind
from tests.exports.audit import naive
from tests.exports.audit.city import (
    SENTENCE,
    Counts,
    Row,
    all_tables,
    as_of_tables,
    itself,
    quarter,
    random_counts,
    small_count_rounded,
    table,
    until,
    write_csv,
    year,
)

MOST = 0.9


@pytest.fixture(scope="module")
def counts() -> Counts:
    return random_counts(1)


def kinds(*paths: Path) -> set[Kind]:
    return {finding.kind for finding in audit(paths).findings}


def test_most_blanked_cells_are_recovered(tmp_path: Path, counts: Counts) -> None:
    rows = [*all_tables(counts), *as_of_tables(counts)]
    report = audit([write_csv(tmp_path / "a.csv", naive.blanked(rows))])
    assert report.failed
    assert report.withheld > 900
    assert report.recovered > MOST * report.withheld


def test_recovered_counts_are_the_true_ones(tmp_path: Path, counts: Counts) -> None:
    rows = table(counts, Level.BUURT, itself) + table(counts, Level.BUURT, year)
    report = audit([write_csv(tmp_path / "a.csv", naive.blanked(rows))])
    truth = {
        f"matches, {row.area.name} ({row.area.code}), {row.period}-01 t/m ": row.value
        for row in table(counts, Level.BUURT, itself)
    }
    pinned = [f for f in report.findings if f.kind is Kind.PINNED and "-12-31" not in f.what]
    months = [(f, truth[f.what.rpartition("t/m ")[0] + "t/m "]) for f in pinned]
    assert len(months) > 20
    assert all(finding.low == count for finding, count in months)


def test_two_exports_that_hide_different_cells_are_one(tmp_path: Path, counts: Counts) -> None:
    months = naive.blanked(table(counts, Level.BUURT, itself), mark="")
    quarters = naive.blanked(table(counts, Level.BUURT, quarter), mark="")
    alone = audit([write_csv(tmp_path / "a.csv", months)])
    together = audit([tmp_path / "a.csv", write_csv(tmp_path / "b.csv", quarters)])
    assert alone.recovered == 0
    assert together.recovered > 10


def test_a_cell_hidden_in_one_export_and_told_in_another_is_found(tmp_path: Path) -> None:
    row = table(random_counts(1), Level.BUURT, itself)[0]
    rows = [Row(row.area, "2021-01", "<5")]
    told = write_csv(tmp_path / "b.csv", [Row(row.area, "2021-01", 3)])
    report = audit([write_csv(tmp_path / "a.csv", rows), told])
    assert (report.withheld, report.recovered) == (1, 1)


def test_figures_rounded_apart_contradict_each_other(tmp_path: Path, counts: Counts) -> None:
    path = write_csv(tmp_path / "a.csv", naive.rounded_apart(all_tables(counts)))
    assert kinds(path) == {Kind.CONTRADICTION}


def test_the_year_to_date_told_twice_gives_the_month_between(
    tmp_path: Path, counts: Counts
) -> None:
    first = write_csv(tmp_path / "a.csv", [r for r in until(counts, "2021-08") if int(r.value) > 4])
    later = write_csv(tmp_path / "b.csv", [r for r in until(counts, "2021-09") if int(r.value) > 4])
    assert not audit([first]).failed
    assert not audit([later]).failed
    assert Kind.PINNED in kinds(first, later)


def test_a_rerun_with_another_value_is_a_contradiction(tmp_path: Path, counts: Counts) -> None:
    area = table(counts, Level.WIJK, year)[0].area
    first = write_csv(tmp_path / "a.csv", [Row(area, "2021", 40)])
    again = write_csv(tmp_path / "b.csv", [Row(area, "2021", 42)])
    report = audit([first, again])
    assert [finding.kind for finding in report.findings] == [Kind.CONTRADICTION]
    assert "een verschil van 2" in report.findings[0].what


def test_tables_summed_from_rounded_cells_pass(tmp_path: Path, counts: Counts) -> None:
    rounded = small_count_rounded(counts, 2)
    rows = [*all_tables(rounded), *as_of_tables(rounded)]
    path = write_csv(tmp_path / "a.csv", rows, above=[SENTENCE])
    report = audit([path])
    assert report.findings == ()
    assert report.complete
    assert report.protected == ("a.csv",)


def test_two_rounded_exports_of_different_cuts_pass_together(
    tmp_path: Path, counts: Counts
) -> None:
    rounded = small_count_rounded(counts, 2)
    first = write_csv(tmp_path / "a.csv", table(rounded, Level.BUURT, year), above=[SENTENCE])
    other = write_csv(tmp_path / "b.csv", table(rounded, Level.WIJK, itself), above=[SENTENCE])
    assert not audit([first, other]).failed


def test_two_roundings_of_one_city_give_themselves_away(tmp_path: Path, counts: Counts) -> None:
    paths = [
        write_csv(
            tmp_path / f"{seed}.csv",
            table(small_count_rounded(counts, seed), Level.BUURT, itself),
            above=[SENTENCE],
        )
        for seed in (2, 3)
    ]
    assert Kind.CONTRADICTION in kinds(*paths)


def test_the_sentence_alone_protects_nothing(tmp_path: Path, counts: Counts) -> None:
    path = write_csv(tmp_path / "a.csv", all_tables(counts), above=[SENTENCE])
    assert {Kind.CLAIM, Kind.SMALL} <= kinds(path)


def test_exact_totals_beside_rounded_cells_can_narrow_them(tmp_path: Path) -> None:
    rows = [Row(table_row.area, "2021-01", 0) for table_row in _one_wijk()]
    cells = write_csv(tmp_path / "a.csv", rows, above=[SENTENCE])
    wijk = table(random_counts(1), Level.WIJK, year)[0].area
    total = write_csv(tmp_path / "b.csv", [Row(wijk, "2021-01", 4 * len(rows) - 1)])
    report = audit([cells, total])
    assert {finding.kind for finding in report.findings} == {Kind.NARROW}
    assert {(finding.low, finding.high) for finding in report.findings} == {(3, 4)}


def _one_wijk() -> list[Row]:
    """The buurten of the first wijk."""
    rows = table(random_counts(1), Level.BUURT, year)
    return [row for row in rows if row.area.parent == rows[0].area.parent]
