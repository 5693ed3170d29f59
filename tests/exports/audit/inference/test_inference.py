"""What follows from rates, teams, stocks, attributes and talents."""

from pathlib import Path

import pytest

from data.reference.code_lists import code_lists
from exports.audit import AuditReport, audit
from exports.audit.findings import Finding, Kind


def audited(path: Path, *files: str, threshold: int = 5) -> AuditReport:
    """Each text is a file of its own."""
    paths = [path / f"{number}.csv" for number in range(len(files))]
    for target, content in zip(paths, files, strict=True):
        target.write_text(content, encoding="utf-8")
    return audit(paths, threshold=threshold)


def pinned(report: AuditReport) -> list[Finding]:
    return [finding for finding in report.findings if finding.kind is Kind.PINNED]


def test_a_rate_and_the_inhabitants_give_the_count(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("gebiedscode;periode;matches_per_1000\nWK077211;2021;0,5\n")
    report = audit([path], population={"WK077211": 6_000})
    assert [(f.kind, f.low, f.high) for f in report.findings] == [(Kind.SMALL, 3, 3)]
    assert not audit([path], population={"WK077211": 30_000}).failed


def test_a_rate_for_unknown_inhabitants_is_reported(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("gebiedscode;periode;matches_per_1000\nWK077211;2021;0,5\n")
    assert not audit([path], population={}).complete


def test_teams_are_the_wijken_that_an_export_names(tmp_path: Path) -> None:
    teams = "team;wijk_code\nNoord;WK077211\nNoord;WK077221\n"
    figures = "level;area_code;period;matches\nteam;Noord;2021;43\nwijk;WK077211;2021;40\n"
    assert [finding.low for finding in pinned(audited(tmp_path, teams, figures))] == [3]
    assert not audited(tmp_path, figures).failed


def test_a_stock_and_its_flows_give_each_other_away(tmp_path: Path) -> None:
    heading = "gebiedscode;periode;{}\n"
    stock = heading.format("lopende_matches") + "WK077211;2021-08;10\nWK077211;2021-09;14\n"
    started = heading.format("gestarte matches") + "WK077211;2021-09;<5\n"
    ended = heading.format("beëindigde matches") + "WK077211;2021-09;0\n"
    assert audited(tmp_path, stock, started).recovered == 0
    assert [f.low for f in pinned(audited(tmp_path, stock, started, ended))] == [4]


def test_kinds_add_up_to_the_total(tmp_path: Path) -> None:
    kinds = code_lists()["kind"]
    counts = ["<5", *["10"] * (len(kinds) - 1)]
    rows = [f"WK077211;2021;{kind};{n}" for kind, n in zip(kinds, counts, strict=True)]
    total = f"WK077211;2021;totaal;{10 * len(kinds) - 7}"
    content = "\n".join(["gebiedscode;periode;soort;matches", *rows, total])
    assert [finding.low for finding in pinned(audited(tmp_path, content))] == [3]


@pytest.mark.parametrize(("scans", "expected"), [("3", [3]), ("40", [])])
def test_a_talent_is_named_by_no_more_people_than_there_are(
    tmp_path: Path, scans: str, expected: list[int]
) -> None:
    content = (
        "gebiedscode;periode;talent;scans\nWK077211;2021;techniek en klussen;<5\n"
        f"WK077211;2021;totaal;{scans}\n"
    )
    report = audited(tmp_path, content)
    highest = [f.high for f in report.findings if f.kind is Kind.NARROW and "techniek" in f.what]
    assert [high for high in highest if high != 4] == expected


def test_the_threshold_can_be_another(tmp_path: Path) -> None:
    content = "gebiedscode;periode;matches\nWK077211;2021;7\n"
    assert not audited(tmp_path, content).failed
    assert audited(tmp_path, content, threshold=10).failed


def test_a_lower_rounding_than_the_threshold_is_too_narrow(tmp_path: Path) -> None:
    content = (
        "Aantallen onder 3 zijn afgerond op 0 of 3\n\n"
        "gebiedscode;periode;matches\nWK077211;2021;0\nWK077221;2021;30\n"
    )
    report = audited(tmp_path, content)
    assert [(f.kind, f.high) for f in report.findings] == [(Kind.NARROW, 2)]
