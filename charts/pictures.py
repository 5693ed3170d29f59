"""The kinds of picture, as data: what is drawn, not how.

A colour is named by what it means: a field of the palette ("accent", "pilot", "line"), a ramp
("YlGn": the colour of the indicators drawn in it) or the code of a stadsdeel ("SD1"). What it
looks like in a dress is decided in charts/theme.py.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from analytics.statistics.classes import Classes
from data.reference.areas import Level

Step = date | float  # a place on a horizontal axis: the first day of a month, or a number


@dataclass(frozen=True)
class Series:
    """One line: a value per step, None where there is none.

    `low` and `high` are the ends of its band of uncertainty, as long as `values` when given.
    """

    name: str
    ink: str
    values: Sequence[float | None]
    low: Sequence[float | None] = ()
    high: Sequence[float | None] = ()
    is_dashed: bool = False  # a reference, a forecast
    is_stepped: bool = False  # a standing that jumps
    is_quiet: bool = False  # context: thin, without a name at its end


@dataclass(frozen=True)
class Event:
    """A note on the horizontal axis: a bus tour, a lockdown, a council decision."""

    at: Step
    label: str


@dataclass(frozen=True)
class Trend:
    """Lines from zero over time or over a number (months since the start, days since the scan).

    `x_title` is "" for months of the calendar. `top` is the end of the vertical axis when several
    pictures share it. `counts` says on how many areas or people every step rests; they stand
    under the axis.
    """

    steps: Sequence[Step]
    series: Sequence[Series]
    x_title: str = ""
    unit: str = ""
    decimals: int = 0
    events: Sequence[Event] = ()
    top: float | None = None
    counts: Sequence[int] = ()


@dataclass(frozen=True)
class Bar:
    """One bar: a value, or a mark that says in words why there is none.

    `low` and `high` are the ends of its interval; `code` is the area that it is about.
    """

    name: str
    value: float | None
    ink: str = "line"
    mark: str = ""
    low: float | None = None
    high: float | None = None
    code: str = ""


@dataclass(frozen=True)
class Bars:
    """Horizontal bars from zero, in the order in which they are read."""

    bars: Sequence[Bar]
    unit: str
    decimals: int = 0


@dataclass(frozen=True)
class Dot:
    """One point of a scatter plot, with the words that it shows when pointed at."""

    name: str
    x: float
    y: float
    ink: str = "line"
    detail: str = ""
    is_named: bool = False  # its name stands beside it


@dataclass(frozen=True)
class Curve:
    """A line behind the points of a scatter plot: a limit, an average."""

    name: str
    x: Sequence[float]
    y: Sequence[float]
    ink: str = "line"
    is_dashed: bool = False


@dataclass(frozen=True)
class Scatter:
    """Points against two axes of numbers."""

    dots: Sequence[Dot]
    x_title: str
    y_title: str
    curves: Sequence[Curve] = ()
    decimals: int = 0


@dataclass(frozen=True)
class Heat:
    """A table in colours: `values` has a row per name in `rows`, a value per name in `columns`.

    `ramp` "PuOr" is for values around `middle`. From `top` up (None: the highest value) all have
    the last colour. `chosen` is the name of the row that is marked.
    """

    rows: Sequence[str]
    columns: Sequence[str]
    values: Sequence[Sequence[float | None]]
    ramp: str
    unit: str
    decimals: int = 0
    middle: float = 0.0
    top: float | None = None
    chosen: str = ""


@dataclass(frozen=True)
class Stretch:
    """A bar on a time line, from its first day to its last."""

    name: str
    start: date
    end: date
    ink: str = "line"
    detail: str = ""


@dataclass(frozen=True)
class TimeStrip:
    """Stretches of time under each other, with the events of the same days."""

    stretches: Sequence[Stretch]
    events: Sequence[Event] = ()


@dataclass(frozen=True)
class Panels:
    """The same picture for several subjects, on shared axes."""

    panels: Mapping[str, Trend]


@dataclass(frozen=True)
class MapArea:
    """An area on a map: a value per moment, or the word of a mark where there is none.

    `shapes` are the codes of the boundaries that show it: its own, or of a team its wijken.
    """

    code: str
    name: str
    shapes: Sequence[str]
    values: Sequence[float | str]
    is_chosen: bool = False
    is_pilot: bool = False


@dataclass(frozen=True)
class Spot:
    """A point on a map in degrees: an ontwikkelplaats. `size` decides how large it is."""

    name: str
    longitude: float
    latitude: float
    group: str
    size: float
    detail: str


@dataclass(frozen=True)
class Flow:
    """A line on a map from one area to another, as wide as its amount."""

    origin: str
    destination: str
    amount: float
    detail: str


@dataclass(frozen=True)
class AreaMap:
    """A choropleth map, for one moment or several with the same classes.

    `level` is that of the boundaries that are coloured (never team). `around` is the code of the
    area that fills the frame, "" for all of Eindhoven. `moments` are words, one per value of every
    area; `days` are their dates where a reader may choose one, `starts` from which day each counts
    (None: since the beginning, or a stock), and `shown` is the moment to begin with. `groups` are
    all groups that spots can be in, in their order, so that each keeps its symbol and colour.
    `classes` may lie around zero (`ramp` PuOr). `is_series` draws every moment beside each other
    instead of one after another.
    """

    level: Level
    areas: Sequence[MapArea]
    classes: Classes
    ramp: str
    unit: str
    moments: Sequence[str]
    days: Sequence[date] = ()
    starts: Sequence[date | None] = ()
    shown: int = 0
    around: str = ""
    is_series: bool = False
    spots: Sequence[Spot] = ()
    groups: Sequence[str] = ()
    flows: Sequence[Flow] = ()


Picture = Trend | Bars | Scatter | Heat | TimeStrip | Panels | AreaMap
