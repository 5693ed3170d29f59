"""Selections that nobody chose: drawn by a seed from all that a reader can set."""

from datetime import date, timedelta
from random import Random

from analytics.catalog import INDICATORS
from analytics.figures.doors.marts import Audience
from analytics.scope.view import (
    EARLIER,
    LEVELS,
    MOST_BESIDE,
    REST,
    Balance,
    Catchment,
    Form,
    Known,
    View,
)
from analytics.scope.windows import Window
from analytics.statistics.spells import Facet
from data.periods import month_end
from data.reference.areas import Level
from data.reference.code_lists import code_lists


def drawn(seed: int, known: Known, amount: int) -> list[View]:
    """Views for both audiences; the same seed gives the same ones of the same file."""
    draw = Random(seed)
    return [_view(draw, known) for _ in range(amount)]


def _view(draw: Random, known: Known) -> View:
    day = _day(draw, known)
    return View(
        level=draw.choice(LEVELS),
        area=_area(draw, known),
        window=draw.choice(list(Window)),
        as_of=day,
        indicator=draw.choice(INDICATORS).id,
        audience=draw.choice(list(Audience)),
        form=draw.choice(list(Form)),
        spots=draw.random() < 0.5,
        since=draw.choice((None, _day(draw, known))),
        talent=draw.choice(("", *code_lists()["talent"])),
        catchment=draw.choice(list(Catchment)),
        balance=draw.choice(list(Balance)),
        beside=_beside(draw, known),
        facet=draw.choice(list(Facet)),
    )


def _area(draw: Random, known: Known) -> str:
    """An area of a level that is drawn first: else nearly all would be buurten."""
    level = draw.choice(list(Level))
    codes = [area.code for area in known.areas.values() if area.level is level]
    return "" if level is Level.GEMEENTE else draw.choice(codes)


def _day(draw: Random, known: Known) -> date | None:
    """Any day from the first to the last, often the end of its month, sometimes the last of all."""
    day = known.beginning + timedelta(draw.randrange((known.as_of - known.beginning).days))
    return draw.choice((day, day, month_end(day), None))


def _beside(draw: Random, known: Known) -> tuple[str, ...]:
    some = (REST, EARLIER, *(_area(draw, known) for _ in range(MOST_BESIDE)))
    chosen = draw.sample(some, draw.randint(0, MOST_BESIDE))
    return tuple(dict.fromkeys(filter(None, chosen)))
