"""Cards for tests, one per kind of picture, with names and values that are hard to draw."""

from collections.abc import Callable
from datetime import date
from typing import Any

from analytics.figures.doors.marts import Audience
from analytics.scope.indicator.ranking import Mark
from analytics.statistics.classes import round_classes
from charts.card import Card, Column, Line, Table
from charts.pictures import (
    AreaMap,
    Bar,
    Bars,
    Curve,
    Dot,
    Event,
    Flow,
    Heat,
    MapArea,
    Panels,
    Picture,
    Scatter,
    Series,
    Spot,
    Stretch,
    TimeStrip,
    Trend,
)
from data.reference.areas import Area, Level, at_level
from exports.setting import Setting

LONG_NAME = "Vereniging voor buren die samen tuinen & koken in <Woensel-Noord>"  # 60+ letters
MONTHS = [date(2019 + month // 12, month % 12 + 1, 1) for month in range(30)]
SETTING = Setting(
    Audience.GEMEENTE,
    "Heel Eindhoven · tot en met september 2021 · per wijk",
    "Voor de gemeente: aantallen zijn afgerond",
    is_demo=False,
    as_of=date(2021, 9, 30),
)
INTERN = Setting(
    Audience.INTERN, SETTING.selection, "Voor intern gebruik", is_demo=True, as_of=SETTING.as_of
)


def trend() -> Trend:
    values = [float(month) for month in range(30)]
    band = [value + 4 for value in values]
    gap = [None if 5 < month < 9 else 2.0 for month in range(30)]
    return Trend(
        MONTHS,
        [
            Series("matches", "Purples", values, values, band),
            Series(LONG_NAME, "pilot", gap, is_dashed=True, is_stepped=True),
            Series("andere wijken", "line", [1.0] * 30, is_quiet=True),
        ],
        events=[Event(date(2020, 3, 15), "lockdown"), Event(date(2020, 4, 1), "bustour")],
    )


def bars() -> Bars:
    return Bars(
        [
            Bar(LONG_NAME, 1234.5, "accent", low=1000.0, high=1400.0),
            Bar("Nul", 0.0),
            Bar("Gestel", None, mark=Mark.WITHHELD),
            Bar("Minder", -20.0, "worse"),
        ],
        "aantal",
        decimals=1,
    )


def scatter() -> Scatter:
    dots = [Dot(f"Wijk {n}", n * 500.0, n / 2, is_named=n % 5 == 0) for n in range(20)]
    curves = [Curve("gemiddelde", [0, 10_000], [4, 4], is_dashed=True)]
    return Scatter(dots, "inwoners", "per 1.000 inwoners", curves, decimals=1)


def heat(ramp: str = "Blues") -> Heat:
    columns = ["administratie en digitaal"] * 10
    return Heat(["Strijp", LONG_NAME], columns, [[3.0] * 10, [None, *[-3.0] * 9]], ramp, "matches")


def strip() -> TimeStrip:
    stretches = [
        Stretch("De Laak", date(2017, 9, 4), date(2021, 9, 30), "pilot", "vier jaar"),
        Stretch(LONG_NAME, date(2021, 9, 30), date(2021, 9, 30), detail="één dag"),
    ]
    return TimeStrip(stretches, [Event(date(2019, 1, 1), "hele stad")])


def panels() -> Panels:
    return Panels({"Strijp": trend(), LONG_NAME: trend(), "Gestel": trend(), "Centrum": trend()})


def one_value(area: Area, moment: int) -> float | str:
    """Values from 0 up, and two marks."""
    number = int(area.code[-2:], 36) + moment
    return {0: Mark.NOT_STARTED, 1: Mark.WITHHELD}.get(number % 7, float(number % 23))


def area_map(
    level: Level = Level.WIJK,
    value: Callable[[Area, int], float | str] = one_value,
    moments: int = 1,
    **more: Any,
) -> AreaMap:
    areas = [
        MapArea(
            area.code,
            area.name,
            [area.code],
            [value(area, moment) for moment in range(moments)],
            is_chosen=area.code == "WK077241",
            is_pilot=area.parent == "SD3",
        )
        for area in at_level(level)
    ]
    numbers = [v for area in areas for v in area.values if not isinstance(v, str)]
    classes, names = round_classes(numbers, 1), [f"maand {month}" for month in range(moments)]
    return AreaMap(level, areas, classes, "YlGn", "per 1.000 inwoners", names, **more)


def full_map() -> AreaMap:
    spots = [
        Spot("Buurthuis", 5.47, 51.44, "buurthuis", 3, ""),
        Spot("Tuin", 5.5, 51.45, "tuin", 1, ""),
    ]
    return area_map(spots=spots, flows=[Flow("WK077241", "WK077263", 12, "")])


def card(picture: Picture | None = None, **more: Any) -> Card:
    words = {
        "id": "proef.kaart",
        "title": "Bereikte inwoners & matches",
        "subtitle": "per 1.000 inwoners",
        "source": "Bron: registratie Buurt in Bloei",
        "alt": "Wat het plaatje laat zien",
        "file_name": "bereik_wijk_2021-09-30",
    }
    return Card(**words | {"picture": picture} | more)


def table_card() -> Card:
    columns = [Column("Wijk"), Column("Open vacatures", 1, has_bars=True), Column("Sinds")]
    lines = [
        Line([LONG_NAME, 1234.5, date(2019, 3, 1)], is_pilot=True),
        Line(["Nul", 0.0, None], is_chosen=True),
        Line(["Gestel", Mark.WITHHELD, "nog niet gestart"]),
    ]
    return card(table=Table("Wijken", columns, lines))


CARDS: dict[str, Card] = {
    "lijnen": card(trend()),
    "balken": card(bars()),
    "punten": card(scatter()),
    "warmte": card(heat()),
    "verandering": card(heat("PuOr")),
    "tijd": card(strip()),
    "panelen": card(panels()),
    "kaart": card(full_map()),
    "kaarten": card(area_map(moments=12, is_series=True)),
    "deel": card(area_map(Level.BUURT, around="SD5")),
    "tabel": table_card(),
    "leeg": card(note="In deze maanden is hier niets. Kies een ander gebied."),
}
