"""The order of day and month: the values of a column decide together, never one by one."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time

from data.contract.columns import Column, Kind
from data.delivery.files.raw import AMSTERDAM, Cell, Origin, RawSheet
from data.delivery.reading.dates import (
    USUAL,
    Style,
    any_date,
    figures_of,
    in_order,
    is_utc_midnight,
)
from data.delivery.reading.moments import moment_of
from data.delivery.reading.nothing import is_open_end
from data.problems import DeliveryRefused

_ORDERS = {"last": ("dmy", "mdy"), "first": ("ymd", "ydm")}
_WORDS = {
    "dmy": "dag-maand-jaar",
    "mdy": "maand-dag-jaar",
    "ymd": "jaar-maand-dag",
    "ydm": "jaar-dag-maand",
}
_FEWEST_MIDNIGHTS = 3
_SHORT_YEARS_FROM = 2010
_PLANNED_YEARS = 15


@dataclass
class Evidence:
    """Of one place of the year (first or last): a value for each order that fits no other."""

    usual: Cell = None
    turned: Cell = None
    either: Cell = None  # a value that is another day in the other order


@dataclass
class DateColumn:
    """What the values of one column say about how its dates are written."""

    heading: str
    evidence: dict[str, Evidence] = field(default_factory=dict)
    has_days: bool = False  # real dates, which a program has already put in an order


@dataclass
class Signs:
    """Which orders the sheets of a delivery show, by where the year stands and the sign between."""

    usual: set[tuple[str, str]] = field(default_factory=set)
    turned: set[tuple[str, str]] = field(default_factory=set)

    def look_at(self, cells: Iterable[Cell]) -> None:
        """Takes in what the cells of one column show."""
        for place, evidence in _looked_at("", cells).evidence.items():
            self.usual |= {(place, _sign(cell)) for cell in (evidence.usual,) if cell}
            self.turned |= {(place, _sign(cell)) for cell in (evidence.turned,) if cell}


def _sign(cell: Cell) -> str:
    return next((sign for sign in moment_of(str(cell)).day if not sign.isdigit()), "")


def styles(
    raw: RawSheet, columns: Mapping[str, tuple[Column, str, Sequence[Cell]]], signs: Signs
) -> tuple[dict[str, Style], list[str]]:
    """The style of every date column of a sheet, and what the report has to say about it.

    `columns` gives by name the column, its heading and its cells. A column with values that fit
    only month first is read so; when other values of it fit only day first, the delivery is
    refused (DeliveryRefused). A column without such values follows the others of its sheet, and
    a sheet without them the others of the delivery (`signs`) that are written with the same sign.
    """
    known = {name: _looked_at(heading, cells) for name, (_, heading, cells) in columns.items()}
    found: dict[str, Style] = {}
    remarks: list[str] = []
    for name, (column, heading, cells) in columns.items():
        last, said = _order(raw, known, name, "last", signs)
        first, also = _order(raw, known, name, "first", signs)
        remarks += [*said, *also]
        style = Style(last, first, raw.from_1904)
        _refuse_short_years(raw, column, heading, set(cells))
        found[name] = style
    remarks += _settle_clocks(raw, columns, found)
    if raw.from_1904 and any(_has_serials(cells) for _, _, cells in columns.values()):
        remarks.append(f"{raw.title()}: de dagnummers zijn geteld vanaf 1904, zoals de map zegt.")
    return found, remarks


def _looked_at(heading: str, cells: Iterable[Cell]) -> DateColumn:
    column = DateColumn(heading, {place: Evidence() for place in _ORDERS})
    for cell in dict.fromkeys(cells):
        if isinstance(cell, date):
            column.has_days = column.has_days or not is_open_end(cell, USUAL)
        elif isinstance(cell, str) and not is_open_end(cell, USUAL):
            figures = figures_of(moment_of(cell).day)
            if figures:
                place = "first" if len(figures[0]) == len("2021") else "last"
                _note(column.evidence[place], cell, figures, _ORDERS[place])
    return column


def _note(
    evidence: Evidence, cell: Cell, figures: tuple[str, str, str], orders: tuple[str, str]
) -> None:
    usual, turned = (in_order(figures, order) for order in orders)
    if usual and not turned:
        evidence.usual = evidence.usual or cell
    elif turned and not usual:
        evidence.turned = evidence.turned or cell
    elif usual != turned:
        evidence.either = evidence.either or cell


def _order(
    raw: RawSheet, known: Mapping[str, DateColumn], name: str, place: str, signs: Signs
) -> tuple[str, list[str]]:
    usual, turned = _ORDERS[place]
    own = known[name].evidence[place]
    if own.turned and (own.usual or (known[name].has_days and raw.origin is Origin.WORKBOOK)):
        raise _both_ways(raw, known[name], own, turned)
    shown = {own.turned is not None} if own.turned or own.usual else set()
    shown = shown or _shown_by_others(known, place) or _shown_elsewhere(own, place, signs)
    if own.either and len(shown) > 1:
        raise _unclear(raw, known[name], own)
    if shown != {True} or not (own.turned or own.either):
        return usual, []
    because = f"want {own.turned} kan niet anders" if own.turned else "net als de andere datums"
    said = f"{raw.title()}, kolom {known[name].heading}: gelezen als {_WORDS[turned]}, {because}."
    return turned, [said]


def _shown_by_others(known: Mapping[str, DateColumn], place: str) -> set[bool]:
    evidence = [column.evidence[place] for column in known.values()]
    turned, usual = any(e.turned for e in evidence), any(e.usual for e in evidence)
    return {is_turned for is_turned, is_shown in ((True, turned), (False, usual)) if is_shown}


def _shown_elsewhere(own: Evidence, place: str, signs: Signs) -> set[bool]:
    written = (place, _sign(own.either))
    turned, usual = written in signs.turned, written in signs.usual
    return {is_turned for is_turned, is_shown in ((True, turned), (False, usual)) if is_shown}


def _both_ways(
    raw: RawSheet, column: DateColumn, evidence: Evidence, turned: str
) -> DeliveryRefused:
    other = (
        f"{evidence.usual} alleen andersom" if evidence.usual else "andere cellen al datums zijn"
    )
    return DeliveryRefused(
        f"{raw.title()}, kolom {column.heading}: {evidence.turned} is alleen te lezen als"
        f" {_WORDS[turned]}, terwijl {other}. Zo is niet te zien welke dag en maand bedoeld zijn."
        " Zet de hele kolom in de vorm 14-4-2021 of 2021-04-14 en lever opnieuw aan."
    )


def _unclear(raw: RawSheet, column: DateColumn, evidence: Evidence) -> DeliveryRefused:
    return DeliveryRefused(
        f"{raw.title()}, kolom {column.heading}: is {evidence.either} dag-maand of maand-dag? De"
        " andere kolommen met datums zijn het niet eens. Zet de hele kolom in de vorm 14-4-2021"
        " of 2021-04-14 en lever opnieuw aan."
    )


def _refuse_short_years(raw: RawSheet, column: Column, heading: str, cells: set[Cell]) -> None:
    # 21-04-14 is 21 April 2014 or 14 April 2021: the years of the whole column tell.
    last = date.today().year + (_PLANNED_YEARS if column.kind is Kind.PLANNED_DATE else 0)
    years = range(_SHORT_YEARS_FROM, last + 1)
    texts = sorted(c for c in cells if isinstance(c, str) and not is_open_end(c, USUAL))
    known = {text: found for text in texts if (found := figures_of(moment_of(text).day))}
    short = {text: f for text, f in known.items() if len(f[0]) < len("2021") > len(f[2])}
    strange = [text for text, f in short.items() if not _falls_in(f, "dmy", years)]
    if strange and all(_falls_in(figures, "ymd", years) for figures in short.values()):
        raise DeliveryRefused(
            f"{raw.title()}, kolom {heading}: is {strange[0]} dag-maand-jaar of jaar-maand-dag?"
            " Schrijf de jaren met vier cijfers, zoals 14-4-2021, en lever opnieuw aan."
        )


def _falls_in(figures: tuple[str, str, str], order: str, years: range) -> bool:
    day = in_order(figures, order)
    return day is not None and day.year in years


def _settle_clocks(
    raw: RawSheet,
    columns: Mapping[str, tuple[Column, str, Sequence[Cell]]],
    found: dict[str, Style],
) -> list[str]:
    # Midnight in Amsterdam is 22:00 or 23:00 of the day before in UTC, by the season.
    late = {
        name: moments
        for name, (_, _, cells) in columns.items()
        if (moments := _moments(cells, found[name])) and all(map(_is_late, moments))
    }
    together = set[datetime]().union(*late.values())
    is_utc = len(together) >= _FEWEST_MIDNIGHTS and all(map(_is_midnight, together))
    for name in late:
        found[name] = replace(found[name], is_utc=is_utc)
    said = (
        "gelezen als middernacht in UTC, dus als de dag erna."
        if is_utc
        else "gelezen als die dag. Zijn het tijden in UTC, dan is elke datum een dag te vroeg."
    )
    return [
        f"{raw.title()}, kolom {columns[name][1]}: alle tijden zijn 22:00 of 23:00; {said}"
        for name in late
    ]


def _moments(cells: Iterable[Cell], style: Style) -> set[datetime]:
    known = (_moment(cell, style) for cell in set(cells) if cell is not None)
    return {moment for moment in known if moment}


def _is_late(moment: datetime) -> bool:
    return is_utc_midnight(moment.time())


def _is_midnight(moment: datetime) -> bool:
    return moment.replace(tzinfo=UTC).astimezone(AMSTERDAM).time() == time(0)


def _moment(cell: Cell, style: Style) -> datetime | None:
    if isinstance(cell, datetime):
        return cell
    day = any_date(cell, style)
    if day is None:
        return None
    written = moment_of(cell) if isinstance(cell, str) else None
    if written is None or written.zone or written.clock is None:
        return datetime.combine(day, time(0))
    return datetime.combine(day, written.clock)


def _has_serials(cells: Iterable[Cell]) -> bool:
    return any(isinstance(cell, int | float) and any_date(cell) for cell in set(cells))
