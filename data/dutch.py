"""Dutch numbers and dates, the one place where they are formatted (Babel, nl_NL)."""

import re
from collections.abc import Mapping
from contextlib import suppress
from datetime import date
from decimal import ROUND_HALF_EVEN, Decimal
from functools import cache, lru_cache

from babel.dates import format_date, get_month_names
from babel.numbers import format_decimal

LOCALE = "nl_NL"
KEPT = 20_000  # numbers of which is remembered how they are written: a page writes many twice
_NUMERIC_DAY = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})")
_NAMED_DAY = re.compile(r"(\d{1,2})[- ]+([a-z]+)\.?[- ]+(\d{4})")


@lru_cache(maxsize=KEPT)
def number(value: float, decimals: int = 0) -> str:
    """A number as readers write it: 1.234,5, with a true minus; what reads as nothing has none.

    >>> number(1234.5, 1), number(-3), number(-0.04, 1)
    ('1.234,5', '−3', '0,0')
    """
    pattern = "#,##0" + ("." + "0" * decimals if decimals else "")
    text = format_decimal(value, format=pattern, locale=LOCALE)
    return text.replace("-", "−") if text.strip("-0,") else text.removeprefix("-")


def rounded(value: float, decimals: int = 0) -> float:
    """The value that `number` writes: what reads as equal is equal.

    >>> rounded(2.675, 2), rounded(-0.04, 1)
    (2.68, 0.0)
    """
    step = Decimal(1).scaleb(-decimals)
    return float(Decimal(str(value)).quantize(step, ROUND_HALF_EVEN)) + 0.0


def signed(value: float, decimals: int = 0) -> str:
    """A change with its sign, with a true minus: +12, −3, 0."""
    text = number(abs(value), decimals)
    if float(f"{value:.{decimals}f}") == 0:
        return text
    return ("+" if value > 0 else "−") + text


def long_date(day: date) -> str:
    """A date for running text: 14 april 2021."""
    return format_date(day, "d MMMM y", locale=LOCALE)


def short_date(day: date) -> str:
    """A date for tables: 14-04-2021."""
    return format_date(day, "dd-MM-y", locale=LOCALE)


def month(day: date) -> str:
    """A month for running text: april 2021."""
    return format_date(day, "MMMM y", locale=LOCALE)


def short_month(day: date) -> str:
    """A month for an axis: apr 2021."""
    return format_date(day, "MMM y", locale=LOCALE).replace(".", "")


def quarter(day: date) -> str:
    """The quarter in which a day lies, for running text: 3e kwartaal van 2021."""
    return format_date(day, "QQQQ 'van' y", locale=LOCALE)


@cache
def month_numbers() -> Mapping[str, int]:
    """Dutch month names and abbreviations with their number, all in lower case."""
    names: dict[str, int] = {}
    for width in ("wide", "abbreviated"):
        for index, name in get_month_names(width, locale=LOCALE).items():
            names[name.rstrip(".").lower()] = index
    return names


def day_of(text: str) -> date | None:
    """The day that a reader means; None when it is not clear.

    >>> day_of("1-9-2021") == day_of("1 september 2021") == day_of("2021-09-01")
    True
    >>> day_of("31-2-2021")
    """
    typed = text.strip().casefold()
    with suppress(ValueError):
        if found := _NUMERIC_DAY.fullmatch(typed):
            day, number_, year = map(int, found.groups())
            return date(year, number_, day)
        if found := _NAMED_DAY.fullmatch(typed):
            named = month_numbers().get(found[2], 0)
            return date(int(found[3]), named, int(found[1]))
        return date.fromisoformat(typed)
    return None
