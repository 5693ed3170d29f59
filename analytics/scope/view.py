"""What a reader looks at, as it stands in the address of a page."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import TypeVar

from analytics.catalog import INDICATORS
from analytics.catalog.indicator import Time
from analytics.figures.doors.marts import Audience, Marts
from analytics.scope.areas import NamedArea, all_areas, find_area
from analytics.scope.calendar import calendar_period, parse_calendar
from analytics.scope.windows import ONE_DAY, Window
from analytics.statistics.classes import Scheme
from analytics.statistics.spells import Facet
from data.dutch import day_of
from data.models.marts import last_closed_month
from data.reference.areas import Level
from data.reference.code_lists import code_lists

LEVELS = (Level.STADSDEEL, Level.WIJK, Level.BUURT, Level.TEAM)
DEFAULT_INDICATOR = "inwoners_bereikt_per_1000"
REST, EARLIER = "rest", "eerder"  # the rest of the city; the same area a year earlier
MOST_BESIDE = 3
BETWEEN = "|"
_SORT = re.compile(r"[\w.-]{1,80}~\d{1,2}~(?:op|af)", re.ASCII)


class Form(StrEnum):
    """How the map page shows an indicator; the value stands in addresses."""

    MAP = "kaart"
    BARS = "staven"
    TABLE = "tabel"
    SERIES = "reeks"
    CHANGE = "verandering"


Choice = TypeVar("Choice", bound=StrEnum | None)


class Catchment(StrEnum):
    """How far a resident goes for a position, in metres; the value stands in addresses."""

    NEAR = "1000"
    WALK = "1500"
    FAR = "2500"
    BIKE = "4000"

    @property
    def metres(self) -> float:
        """The distance as a number."""
        return float(self)


class Balance(StrEnum):
    """What a table of supply and demand shows; the value stands in addresses."""

    DIFFERENCE = "verschil"
    RATIO = "verhouding"
    WAITING = "wachtend"
    FREE = "vrij"


@dataclass(frozen=True)
class Known:
    """What a data file can show an audience: its areas by code, and its first and last day.

    `beginning` is where every axis begins (see `Marts.beginning`), `counted_from` where counting
    does. `early` says by measure how much the city had before `beginning`. `years` are those of
    which the inhabitants are known.
    """

    areas: Mapping[str, NamedArea]
    beginning: date
    as_of: date
    audience: Audience = Audience.INTERN
    years: tuple[int, ...] = ()
    counted_from: date | None = None
    early: Mapping[str, int] = field(default_factory=dict)

    @property
    def city(self) -> NamedArea:
        """The gemeente, which is the area of a view without one."""
        return next(area for area in self.areas.values() if area.level is Level.GEMEENTE)

    def area(self, code: str) -> NamedArea:
        """The area with a code; "" is the whole city."""
        return self.areas[code] if code else self.city


def known_of(marts: Marts) -> Known:
    """What the door of an audience shows."""
    areas = {area.code: area for area in all_areas(marts)}
    return Known(
        areas,
        marts.beginning,
        marts.as_of,
        marts.audience,
        marts.population_years,
        marts.counted_from,
        _early(marts),
    )


def _early(marts: Marts) -> dict[str, int]:
    """By measure what the city had before the first start, where that is something."""
    if marts.counted_from == marts.beginning:
        return {}
    eve = marts.beginning - ONE_DAY
    flows = {each.measure for each in INDICATORS if each.time is Time.FLOW and not each.duration}
    counts = {
        name: int(marts.standing(name, Level.GEMEENTE, [eve])["total"].sum()) for name in flows
    }
    return {name: count for name, count in sorted(counts.items()) if count}


@dataclass(frozen=True)
class View:
    """The selection of all pages. `area` "" is the whole city, `as_of` None the file's last day.

    For maps: their form, how classes are found (None: as the indicator wants), whether
    ontwikkelplaatsen are on them, and the day to compare with (None: a year earlier).

    `talent` "" is all talents; `catchment` and `balance` belong to the pages on supply and demand.
    `sort` is the order of one table, as `card~column~op` or `card~column~af`. `beside` is what the
    area is compared with: codes of areas, REST or EARLIER. `moment` is where the slider of the map
    stands (None: at the peildatum), `facet` by what durations are told apart.
    """

    level: Level = Level.WIJK
    area: str = ""
    window: Window = Window.ALL
    as_of: date | None = None
    indicator: str = DEFAULT_INDICATOR
    audience: Audience = Audience.INTERN
    form: Form = Form.MAP
    scheme: Scheme | None = None
    spots: bool = False
    since: date | None = None
    talent: str = ""
    catchment: Catchment = Catchment.WALK
    balance: Balance = Balance.DIFFERENCE
    sort: str = ""
    beside: tuple[str, ...] = ()
    moment: date | None = None
    facet: Facet = Facet.NONE


def parse(query: Mapping[str, str], known: Known) -> View:
    """The view of an address; whatever makes no sense in it becomes the default."""
    indicator, talent = query.get("indicator", ""), query.get("talent", "")
    window, as_of = _time(query, known)
    return View(
        level=_choice(LEVELS, query.get("niveau"), View.level),
        area=_area(query.get("gebied", ""), known),
        window=window,
        as_of=as_of,
        indicator=indicator if indicator in _indicator_ids() else View.indicator,
        audience=parse_audience(query),
        form=_choice(tuple(Form), query.get("vorm"), View.form),
        scheme=_choice((*Scheme, None), query.get("klassen"), View.scheme),
        spots=query.get("plaatsen") == "ja",
        since=_day(query.get("vanaf", ""), known),
        talent=talent if talent in code_lists()["talent"] else View.talent,
        catchment=_choice(tuple(Catchment), query.get("bereik"), View.catchment),
        balance=_choice(tuple(Balance), query.get("stand"), View.balance),
        beside=_beside(query.get("naast", ""), known),
        sort=text if _SORT.fullmatch(text := query.get("sorteer", "")) else View.sort,
        moment=_day(query.get("moment", ""), known),
        facet=_choice(tuple(Facet), query.get("per"), View.facet),
    )


def parse_audience(query: Mapping[str, str]) -> Audience:
    """The audience of an address: read first, because it decides which days there are."""
    return _choice(tuple(Audience), query.get("publiek"), View.audience)


def to_query(view: View) -> dict[str, str]:
    """The address of a view, with codes and without what is default; `parse` undoes it."""
    default = View()
    calendar = calendar_period(view.window, view.as_of) if view.as_of else None
    day = view.as_of.isoformat() if view.as_of and calendar is None else ""
    parts = {
        "niveau": (view.level, default.level),
        "gebied": (view.area, default.area),
        "periode": (calendar.code if calendar else view.window, default.window),
        "peildatum": (day, ""),
        "indicator": (view.indicator, default.indicator),
        "publiek": (view.audience, default.audience),
        "vorm": (view.form, default.form),
        "klassen": (view.scheme or "", ""),
        "plaatsen": ("ja" if view.spots else "", ""),
        "vanaf": (view.since.isoformat() if view.since else "", ""),
        "talent": (view.talent, default.talent),
        "bereik": (view.catchment, default.catchment),
        "stand": (view.balance, default.balance),
        "sorteer": (view.sort, default.sort),
        "naast": (BETWEEN.join(view.beside), ""),
        "moment": (view.moment.isoformat() if view.moment else "", ""),
        "per": (view.facet, default.facet),
    }
    return {key: str(value) for key, (value, usual) in parts.items() if value != usual}


def _choice(choices: tuple[Choice, ...], text: str | None, default: Choice) -> Choice:
    return next((choice for choice in choices if choice == text), default)


def _area(text: str, known: Known) -> str:
    """The code of the area that an address names by its code or its name."""
    area = find_area(list(known.areas.values()), text)
    return "" if area is None or area.level is Level.GEMEENTE else area.code


def _beside(text: str, known: Known) -> tuple[str, ...]:
    """What is compared with: each once, and no more than fit beside each other."""
    found = (one if one in (REST, EARLIER) else _area(one, known) for one in text.split(BETWEEN))
    return tuple(dict.fromkeys(one for one in found if one))[:MOST_BESIDE]


def _time(query: Mapping[str, str], known: Known) -> tuple[Window, date | None]:
    """Window and peildatum; a year or quarter names both, when the records hold it."""
    text, day = query.get("periode", ""), query.get("peildatum", "")
    calendar = parse_calendar(text)
    if calendar is None:
        return _choice(tuple(Window), text, View.window), _day(day, known)
    if calendar.end == known.as_of:
        return calendar.window, None
    as_of = _day(calendar.end.isoformat(), known)
    return (calendar.window, as_of) if as_of else (View.window, _day(day, known))


def _day(text: str, known: Known) -> date | None:
    day = day_of(text)
    if day is None:
        return None
    if known.audience is Audience.GEMEENTE:  # sees whole months only
        day = last_closed_month(day)
    return day if known.beginning <= day < known.as_of else None


def _indicator_ids() -> set[str]:
    return {indicator.id for indicator in INDICATORS}
