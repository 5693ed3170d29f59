"""From ranked areas to what a map shows of them: a colour, a few words, and the legend."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from analytics.catalog import Indicator
from analytics.classes import Classes
from analytics.ranking import Mark, Ranked
from charts.theme import PALETTES, Mode, ramp_colours
from data.dutch import number


@dataclass(frozen=True)
class Shade:
    """One area on a map. `detail` is what its label says on hover, below the name."""

    code: str
    name: str
    colour: str
    detail: str


@dataclass(frozen=True)
class Scale:
    """How values become colours: the indicator's classes and ramp in a dress."""

    indicator: Indicator
    classes: Classes
    mode: Mode

    @property
    def colours(self) -> list[str]:
        """A colour per class, from low to high."""
        return ramp_colours(self.indicator.ramp, self.classes.count, self.mode)

    def mark_colour(self, mark: Mark) -> str:
        """The colour of an area without a figure."""
        palette = PALETTES[self.mode]
        return palette.idle if mark is Mark.NOT_STARTED else palette.empty


@dataclass(frozen=True)
class Key:
    """One entry of a legend."""

    colour: str
    text: str


def shades(ranked: Sequence[Ranked], scale: Scale) -> list[Shade]:
    """Colour and words of every area."""
    total = sum(area.mark is None for area in ranked)
    return [
        Shade(
            area.row.area_code,
            area.row.area_name,
            _colour(area, scale),
            _detail(area, scale, total),
        )
        for area in ranked
    ]


def legend(ranked: Sequence[Ranked], scale: Scale) -> list[Key]:
    """The classes from low to high, then the marks that occur."""
    pairs = zip(scale.colours, scale.classes.labels(), strict=True)
    marks = sorted({area.mark for area in ranked if area.mark})
    return [
        *(Key(colour, label) for colour, label in pairs),
        *(Key(scale.mark_colour(mark), mark) for mark in marks),
    ]


def on_wijken(drawn: Sequence[Shade], wijken: Mapping[str, Sequence[str]]) -> dict[str, Shade]:
    """The shades by the code of the shape that shows them: of a team those of its wijken."""
    return {wijk: shade for shade in drawn for wijk in wijken[shade.code]}


def _colour(area: Ranked, scale: Scale) -> str:
    if area.mark:
        return scale.mark_colour(area.mark)
    return scale.colours[scale.classes.index(area.row.value or 0)]


def _detail(area: Ranked, scale: Scale, total: int) -> str:
    if area.mark:
        return area.mark
    value = number(area.row.value or 0, scale.indicator.decimals)
    return f"{value} {scale.indicator.unit}<br>nummer {area.rank} van {total}"
