"""Dates: every style reads back the same day, nonsense is refused."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.delivery.files.raw import Cell
from data.delivery.reading.dates import read_date, read_month
from data.delivery.refusal import CellProblem
from data.dutch import long_date, month, short_month

STYLES: dict[str, Callable[[date], Cell]] = {
    "14-4-2021": lambda d: f"{d.day}-{d.month}-{d.year}",
    "14-04-21": lambda d: f"{d:%d-%m-%y}",
    "14/4/2021": lambda d: f"{d.day}/{d.month}/{d.year}",
    "14.4.2021": lambda d: f"{d.day}.{d.month}.{d.year}",
    "14 – 4 – 2021": lambda d: f"{d.day} – {d.month} – {d.year}",
    "2021-04-14": lambda d: d.isoformat(),
    "with a time": lambda d: f"{d.isoformat()} 13:45:10.123",
    "with T": lambda d: f"{d.isoformat()}T00:00:00",
    "14-4-2021 0:00": lambda d: f"{d.day}-{d.month}-{d.year} 0:00",
    "20210414": lambda d: f"{d:%Y%m%d}",
    "20210414 as number": lambda d: int(f"{d:%Y%m%d}"),
    "14 april 2021": long_date,
    "14 apr 2021": lambda d: f"{d.day} {short_month(d)}",
    "14 APR. 2021": lambda d: f"{d.day} {short_month(d).upper().replace(' ', '. ')}",
    "wo 14 april 2021": lambda d: f"wo {long_date(d)}",
    "14-apr-21": lambda d: f"{d.day}-{short_month(d)[:3]}-{d:%y}",
    "serial": lambda d: (d - date(1899, 12, 30)).days,
    "serial as text": lambda d: str((d - date(1899, 12, 30)).days),
    "serial with a time": lambda d: (d - date(1899, 12, 30)).days + 0.75,
    "date": lambda d: d,
}


@pytest.mark.parametrize("style", STYLES)
@given(day=st.dates(date(2000, 1, 1), date(2060, 12, 31)))
def test_every_style_reads_back_the_same_day(style: str, day: date) -> None:
    assert read_date(STYLES[style](day)) == day


def test_midnight_elsewhere_is_the_day_in_amsterdam() -> None:
    assert read_date("2021-04-13T22:00:00Z") == date(2021, 4, 14)
    assert read_date("2021-04-14T00:00:00+02:00") == date(2021, 4, 14)


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ("13-7-2021 23:30 CEST", date(2021, 7, 13)),
        ("13-7-2021 23:30 MEST", date(2021, 7, 13)),
        ("13-7-2021 23:30 CET", date(2021, 7, 14)),
        ("14-1-2021 0:30 CET", date(2021, 1, 14)),
        ("14-1-2021 0:30 MET", date(2021, 1, 14)),
        ("14-1-2021 0:30 CEST", date(2021, 1, 13)),
    ],
)
def test_a_zone_with_a_name_is_one_or_two_hours_ahead(cell: str, day: date) -> None:
    assert read_date(cell) == day


def test_short_forms_of_september() -> None:
    assert {read_date(f"1 {name} 2020") for name in ("sep", "sept", "september")} == {
        date(2020, 9, 1)
    }


@pytest.mark.parametrize(
    "cell",
    [
        *("31-02-2020", "gisteren", "14-13-2021", "0-0-2020", "99999", "12", 3, -1, "1 foo 2020"),
        *("2021-04-14T25:00:00Z", "1 ju 2020", "14-4-1899", date(1900, 1, 1), "14-4-021", "12:30"),
    ],
)
def test_nonsense_is_refused_with_the_word_datum(cell: Cell) -> None:
    with pytest.raises(CellProblem, match="datum"):
        read_date(cell)


@given(st.one_of(st.text(max_size=30), st.integers(), st.floats(allow_nan=False)))
def test_any_cell_is_a_day_or_a_problem(cell: Cell) -> None:
    try:
        day = read_date(cell)
    except CellProblem:
        return
    assert date(1980, 1, 1) <= day <= date.max


@given(day=st.dates(date(1980, 1, 1), date(2060, 12, 31)))
def test_a_month_in_any_style_is_its_first_day(day: date) -> None:
    first = day.replace(day=1)
    styles = (month(day), f"{day:%Y-%m}", f"{day.month}/{day.year}", int(f"{day:%Y%m}"), day)
    assert {read_month(cell) for cell in styles} == {first}


@pytest.mark.parametrize("cell", ["13-2021", "ooit", "april", "00-2021", date(1900, 1, 1)])
def test_nonsense_is_no_month(cell: Cell) -> None:
    with pytest.raises(CellProblem, match="maand"):
        read_month(cell)


def test_serials_outside_the_sensible_years_are_no_dates() -> None:
    first = (date(1980, 1, 1) - date(1899, 12, 30)).days
    assert read_date(first) == date(1980, 1, 1)
    assert read_date((date(2060, 12, 31) - date(1899, 12, 30)).days) == date(2060, 12, 31)
    for serial in (first - 1, first + timedelta(days=366 * 81).days):
        with pytest.raises(CellProblem):
            read_date(serial)
