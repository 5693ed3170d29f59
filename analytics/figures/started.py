"""Figures as they leave this house: nothing of before the start of an area is called shown."""

from dataclasses import replace

from analytics.catalog import Indicator, find
from analytics.figures.compute import figures
from analytics.figures.doors.marts import Marts
from analytics.figures.progress import wijken_of
from analytics.figures.result import Door, Result, Row, Status
from analytics.figures.selection import Selection
from data.reference.areas import Level

STARTS = "wijken_gestart"


def told(marts: Door, indicator: Indicator, selection: Selection) -> Result[Door]:
    """The figures, with a status of their own where nothing is counted and nothing had started.

    An area has started when a wijk in it has, or the wijk around it, by the end of the slice of
    time. How many wijken have started is told always: it is what says so.
    """
    found = figures(marts, indicator, selection)
    if indicator.id == STARTS:
        return found
    running = _started(marts, selection)
    statuses = [
        _status(row, is_running=(row.period, row.area_code) in running) for row in found.rows()
    ]
    return replace(found, frame=found.frame.assign(status=statuses))


def _status(row: Row, *, is_running: bool) -> str:
    is_before = row.status is Status.SHOWN and not row.numerator and not is_running
    return str(Status.NOT_STARTED if is_before else row.status)


def _started(marts: Marts, selection: Selection) -> set[tuple[str, str]]:
    """The slices of time by the end of which an area had started, with its code."""
    asked = replace(selection, level=Level.WIJK, area="")
    wijken = {
        (row.period, row.area_code)
        for row in figures(marts, find(STARTS), asked).rows()
        if row.value
    }
    periods = {period for period, _ in wijken}
    return {
        (period, area)
        for area, inside in wijken_of(marts, selection.level).items()
        for period in periods
        if any((period, wijk) in wijken for wijk in inside)
    }
