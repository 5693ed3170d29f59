"""Numbers that are no counts of residents pass."""

import json
from pathlib import Path

import pytest

from exports.audit import AuditReport, audit
from exports.audit.content import Table
from exports.audit.extraction.columns import figure_columns
from exports.audit.extraction.grids import split
from exports.audit.extraction.labels import Labels
from exports.audit.words.geography import Geography

RATE = "bereikte inwoners per 1.000 inwoners"


def audited(path: Path, name: str, content: str) -> AuditReport:
    (path / name).write_text(content)
    return audit([path / name])


@pytest.mark.parametrize(
    ("headings", "row"),
    [
        ("gebiedscode;periode;vacatures", "WK077211;2021-09;3"),
        ("gebiedscode;periode;ontwikkelplaatsen", "WK077211;2021-09;1"),
        ("area_code;period;open_vacancies", "WK077211;2021-09-30;2"),
        ("gebiedscode;periode;wijken_gestart", "SD1;2021-09-30;4"),
        ("gebiedscode;oppervlakte_ha;matches", "WK077211;2;40"),
        ("gebiedscode;jaar;maand_nummer;matches", "WK077211;2021;3;40"),
        ("gebied;rang;klasse;matches", "Binnenstad;1;4;40"),
        ("gebied;inwoners;huishoudens;postcode", "Binnenstad;4;3;5611"),
        ("gebied;periode;matches per 1.000 inwoners", "WK077211;2021;3,0"),
        ("gebied;mediaan dagen tot match", "WK077211;3"),
        ("gebied;inwoners per hectare;eenzaam (%)", "WK077211;12;8"),
    ],
)
def test_columns_of_another_kind(tmp_path: Path, headings: str, row: str) -> None:
    assert audited(tmp_path, "cijfers.csv", f"{headings}\n{row}\n").findings == ()


@pytest.mark.parametrize(
    ("heading", "wijk", "buurten"),
    [
        ("Bereikte inwoners, verschil met september 2020", "10", ("5", "0")),
        (f"{RATE.capitalize()}, verschil met september 2020", "0,7", ("1,8", "-1,0")),
    ],
)
def test_a_difference_with_another_day_is_no_count_of_that_day(
    tmp_path: Path, heading: str, wijk: str, buurten: tuple[str, str]
) -> None:
    rows = zip(("WK077231", "BU07723120", "BU07723110"), (wijk, *buurten), strict=True)
    lines = [f"{code};{value};2021-09-30;gemeente" for code, value in rows]
    table = "\n".join([f"gebiedscode;{heading};peildatum;publiek", *lines])
    assert audited(tmp_path, "verschil.csv", table).findings == ()


@pytest.mark.parametrize("stock", ["lopende matches", "inwoners die wachten op een plek"])
def test_a_stock_of_another_day_is_no_part_of_a_stock_without_a_day(
    tmp_path: Path, stock: str
) -> None:
    told = "Peildatum 30 september 2021. Aantallen onder 5 zijn afgerond op 0 of 5.\n"
    (tmp_path / "leesmij.txt").write_text(told)
    (tmp_path / "wijken.csv").write_text(f"gebiedscode;{stock}\nWK077231;25\nWK077232;35\n")
    moments = f"gebiedscode;peildatum;{stock}\nWK077231;2021-06-30;40\nWK077231;2021-09-30;25\n"
    (tmp_path / "momenten.csv").write_text(moments)
    assert audit([tmp_path]).findings == ()


@pytest.mark.parametrize(("audience", "is_told"), [("gemeente", False), ("iedereen", True)])
def test_a_difference_of_two_large_counts_beside_it_is_nobody(
    tmp_path: Path, audience: str, is_told: bool
) -> None:
    """Rounded cells of the threshold and more are exact, and so is their difference."""
    rows = f"stadsdeel;Laatste;Eerder;Verschil;publiek\nStratum;181;180;+1;{audience}\n"
    assert audited(tmp_path, "veranderd.csv", rows).failed is is_told


def test_a_row_can_say_that_it_tells_a_difference(tmp_path: Path) -> None:
    standing = "gebiedscode;lopende matches;peildatum;publiek\nWK077231;55;2021-06-30;gemeente\n"
    (tmp_path / "stand.csv").write_text(standing)
    changed = "WK077231;{};25;2021-06-30;gemeente\n"
    headings = "gebiedscode;moment;lopende matches;peildatum;publiek\n"
    (tmp_path / "a.csv").write_text(headings + changed.format("verschil met 2020"))
    assert audit([tmp_path]).findings == ()
    (tmp_path / "a.csv").write_text(headings + changed.format("op 30 juni"))
    assert audit([tmp_path]).failed


def test_lines_that_go_on_below_are_one_sentence(tmp_path: Path) -> None:
    lines = (
        "Matches per 1.000 inwoners en scans: 8,8 in Kortonjo en 0,3 in",
        "Eindhoven.",
        "Eindhoven, in het 2e kwartaal van 2021: 319 scans en 95 matches; eerder 35 scans, 4",
        "vacatures en 20 matches.",
    )
    drawn = "".join(f"<text>{line}</text>" for line in lines)
    svg = f'<svg xmlns="http://www.w3.org/2000/svg">{drawn}</svg>'
    assert audited(tmp_path, "a.svg", svg).findings == ()


def test_a_small_difference_that_is_not_rounded_is_found(tmp_path: Path) -> None:
    table = "gebiedscode;matches, verschil met september 2020;peildatum\nBU07723120;3;2021-09-30\n"
    [found] = audited(tmp_path, "verschil.csv", table).findings
    assert (found.low, found.high) == (3, 3)


@pytest.mark.parametrize(
    "sentence",
    [
        "In 3 wijken is Buurt in Bloei gestart.",
        "Er staan 2 vacatures open in Binnenstad.",
        "Op 1 januari 2024 telde de stad 246.417 inwoners.",
        "Aantallen onder 5 zijn afgerond op 0 of 5; totalen kloppen met elkaar.",
        "Aantallen van minder dan 3 matches zijn weggelaten.",
        "Figuur 2: matches per wijk in kwartaal 3 van 2021",
        "Per 1.000 inwoners waren er 3,2 matches.",
        "In 3 van de 20 wijken liep het goed.",
        "Leeftijd 0-17 en 67+; peildatum 1-10-2021, 14:03",
        "Bladzijde 2 van 4",
        "Bereikte inwoners per wijk (1 van 2)",
        "Bereikte inwoners per wijk (2 van 2)",
        "Binnenstad 40 matches, Bergen 25 matches, 4% meer",
    ],
)
def test_sentences_without_small_counts_of_people(tmp_path: Path, sentence: str) -> None:
    assert audited(tmp_path, "leesmij.txt", sentence).findings == ()


@pytest.mark.parametrize(
    "sentence",
    [
        "In Binnenstad zijn 3 inwoners bereikt.",
        "Binnenstad: 2 matches",
        "Matches in Bergen: 4",
        "Van de 40 wachten er 3 op een plek",
        "Bergen 1",
    ],
)
def test_sentences_with_small_counts_of_people(tmp_path: Path, sentence: str) -> None:
    assert len(audited(tmp_path, "leesmij.txt", sentence).findings) == 1


def test_a_chart_of_vacatures_may_show_small_numbers(tmp_path: Path) -> None:
    trace = {"type": "bar", "x": ["Binnenstad"], "y": [3], "customdata": [[3, 1]]}
    figure = {"data": [trace], "layout": {"title": {"text": "Open vacatures per wijk"}}}
    assert audited(tmp_path, "figuur.json", json.dumps(figure)).findings == ()


def test_a_denominator_of_people_is_a_count_of_people(tmp_path: Path) -> None:
    headings = "indicator;area_code;period;numerator;denominator;value;status"
    row = "open_vacatures_per_wachtende;WK077211;2021-09-30;{};{};0,3;shown"
    assert not audited(tmp_path, "a.csv", f"{headings}\n{row.format(3, 10)}").failed
    assert audited(tmp_path, "b.csv", f"{headings}\n{row.format(10, 3)}").failed


@pytest.mark.parametrize("heading", ["categorie", None])
@pytest.mark.parametrize(
    ("ages", "is_axis"),
    [([0, 1, 2, 3, 4, 4, 4], True), ([0, 1, 3, 4], False), ([0, 1, 1, 2, 3, 4], False)],
)
def test_the_axis_of_a_chart_may_repeat_its_end(
    heading: str | None, ages: list[float], is_axis: bool
) -> None:
    rows = tuple((age, 40.0) for age in ages)
    table = Table("a", ((heading, "midden"), *rows), hidden=True, decimal=".", chart=True)
    (grid,), _ = split(table)
    assert figure_columns(Labels(grid, Geography({})))[0].fractional is is_axis


@pytest.mark.parametrize(
    ("heading", "value", "is_axis"),
    [("categorie", 40.0, True), (None, 40.0, False), (None, 0.4, True)],
)
def test_a_line_may_end_at_the_first_step(heading: str | None, value: float, is_axis: bool) -> None:
    """A curve of one month repeats 1; without a heading 0, 1, 1 can be counts, beside counts."""
    rows = tuple((age, value) for age in (0, 1, 1, 1, 1))
    (grid,), _ = split(Table("a", ((heading, "midden"), *rows), decimal=".", chart=True))
    assert figure_columns(Labels(grid, Geography({})))[0].fractional is is_axis


def test_the_classes_of_a_map_are_no_ranges_of_residents(tmp_path: Path) -> None:
    labels = "".join(f"<text>{n} tot {n + 1}</text>" for n in range(1, 4))
    title = "Bereikte inwoners per 1.000 inwoners, Kortonjo"
    drawn = f'<svg xmlns="http://www.w3.org/2000/svg"><title>{title}</title>{labels}</svg>'
    assert audited(tmp_path, "kaart.svg", drawn).findings == ()


def test_a_measure_of_nearly_nothing_is_no_count(tmp_path: Path) -> None:
    """In a small city every measure per 1.000 inwoners is written as 0,0."""
    table = "Indicator;Aantal;Eindhoven\nMatches;5;0,0\nTalentenscans;10;0,0\n"
    words = "\nHeel Eindhoven · tot en met februari 2020\n"
    assert audited(tmp_path, "a.csv", table + words).findings == ()


def test_rows_that_do_not_apply_tell_nothing(tmp_path: Path) -> None:
    rows = [
        {"indicator": "matches", "area_code": code, "period": "2021-09", "numerator": number,
         "denominator": None, "value": number, "status": status}
        for code, number, status in (("SD1", None, "not applicable"), ("SD2", 12, "shown"))
    ]  # fmt: skip
    report = audited(tmp_path, "cijfers.json", json.dumps(rows))
    assert (report.failed, report.figures) == (False, 2)


def test_the_month_in_which_a_wijk_started_is_no_month_of_its_figures(tmp_path: Path) -> None:
    (tmp_path / "verloop.csv").write_text("wijk;maand;matches\nOud-Tongelre;2017-09;0\n")
    table = "wijk;{};matches\nOud-Tongelre;sep 2017;165\n"
    (tmp_path / "uitrol.csv").write_text(table.format("gestart"))
    assert not audit([tmp_path]).failed
    (tmp_path / "uitrol.csv").write_text(table.format("maand"))
    assert audit([tmp_path]).failed


@pytest.mark.parametrize("status", ["withheld", "not applicable"])
def test_a_number_beside_a_status_that_hides_it_is_still_told(tmp_path: Path, status: str) -> None:
    rows = f"indicator;area_code;period;numerator;value;status\nmatches;SD2;2021;3;;{status}\n"
    assert audited(tmp_path, "cijfers.csv", rows).failed


def test_a_period_in_a_heading_is_nearer_than_the_day_of_the_file(tmp_path: Path) -> None:
    table = "indicator;gebiedscode;2021-Q2;2021-Q3;Peildatum\nmatches;SD3;10;20;2021-09-30\n"
    assert audited(tmp_path, "veranderd.csv", table).findings == ()


@pytest.mark.parametrize(("told", "adds_up"), [("2020-10-01", True), ("", False)])
def test_a_row_that_says_from_which_day_it_counts_is_no_running_total(
    tmp_path: Path, told: str, adds_up: bool
) -> None:
    """Of the last twelve months there can be fewer than of those a year before."""
    rows = ["WK077222;moment;2019-10-01;2020-09-30;40;gemeente"]
    rows.append(f"WK077222;moment;{told};2021-09-30;20;gemeente")
    headings = "gebiedscode;moment;vanaf;peildatum;matches;publiek"
    report = audited(tmp_path, "a.csv", "\n".join([headings, *rows]))
    assert (report.findings == ()) is adds_up
