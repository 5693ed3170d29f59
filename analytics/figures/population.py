"""Of which year the inhabitants are that rates divide by, in words."""

from collections.abc import Iterable
from datetime import date
from itertools import pairwise

from data.grammar import listed
from data.reference.population import nearest_year

FEW_YEARS = 2


def years_of(known: Iterable[int], days: Iterable[date]) -> tuple[int, ...]:
    """The years of the inhabitants on some days, in order: their own or the nearest known.

    >>> years_of((2015, 2021), [date(2021, 10, 1), date(2016, 5, 1)])
    (2015, 2021)
    """
    years = tuple(known)
    return tuple(sorted({nearest_year(years, day.year) for day in days}))


def population_words(years: Iterable[int]) -> str:
    """The years in words; nothing for no years.

    >>> population_words([2021]), population_words([2015, 2017, 2021])
    ('inwoners begin 2021', 'inwoners begin 2015, 2017 en 2021')
    >>> population_words([2018, 2019, 2020, 2021])
    'inwoners begin 2018 tot en met begin 2021'
    """
    told = sorted(years)
    if not told:
        return ""
    follow = all(later == one + 1 for one, later in pairwise(told))
    if follow and len(told) > FEW_YEARS:
        return f"inwoners begin {told[0]} tot en met begin {told[-1]}"
    return f"inwoners begin {listed([str(year) for year in told])}"
