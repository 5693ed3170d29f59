"""The sentences of one indicator: about the chosen area, and the extremes among its parts."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from analytics.scope.extremes import Standing, extremes_sentence
from analytics.scope.ranking import Mark
from charts.cards.map import area_maps
from charts.cards.map.asked import Asked
from charts.cards.words import place_words, subject_words, when_words
from data.dutch import number, signed
from data.grammar import capital, lower_first


def level_words(asked: Asked) -> str:
    """The figure of the area, and the highest and the lowest of its parts."""
    when = when_words(asked.indicator, asked.view, asked.answers.known)
    [own] = own_values(asked, (asked.day,))
    told = own if isinstance(own, str) else number(own, asked.indicator.decimals)
    return _sentence(asked, when, told, extremes_sentence(asked.standing(), asked.scale))


def change_words(asked: Asked) -> str:
    """What changed in the area, and where among its parts most."""
    own = own_change(asked)
    told = own if isinstance(own, str) else signed(own, asked.indicator.decimals)
    moments = asked.at(area_maps.change_days(asked))
    changes, sharp = area_maps.compared(asked, moments), moments.differences()
    names = {area.code: area.name for area in asked.answers.known.areas.values()}
    found = [
        Standing(names[code], sharp[code])
        for code, change in changes.items()
        if not isinstance(change, Mark)
    ]
    scale = replace(asked.scale, is_change=True)
    return _sentence(asked, area_maps.change_words(asked), told, extremes_sentence(found, scale))


def _sentence(asked: Asked, when: str, told: str, extremes: str) -> str:
    """Of the city the parts only: its own figure stands in no table."""
    subject = capital(subject_words(asked.indicator))
    head = f"{subject} in {place_words(asked.place)}, {when}"
    if not asked.view.area:
        return f"{head}: {lower_first(extremes)}"
    return f"{head}: {told}. {_within(asked)}: {lower_first(extremes)}"


def _within(asked: Asked) -> str:
    """Where the parts lie: in the area, or around it when it has none."""
    if asked.around == asked.place.code:
        return "Daarbinnen"
    around = asked.answers.known.areas.get(asked.around, asked.answers.known.city)
    return f"In {place_words(around)}"


def own_values(asked: Asked, days: tuple[date, ...]) -> Sequence[float | Mark]:
    """The figure of the area itself on some days, or the mark why there is none.

    Where it stands among its like, it has the mark that they have.
    """
    own = asked.own_at(days)
    has_parts = asked.around == asked.place.code
    [values] = (own.values if has_parts else area_maps.marked(asked, own)).values()
    return values


def own_change(asked: Asked) -> float | Mark:
    """What the area itself has more or less than on the day to compare with."""
    [change] = area_maps.compared(asked, asked.own_at(area_maps.change_days(asked))).values()
    return change
