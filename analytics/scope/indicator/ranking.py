"""Areas from high to low, with a word for every area that has no figure to rank."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from analytics.catalog import MIN_INHABITANTS, Indicator
from analytics.figures.compute import INHABITANTS
from analytics.figures.doors.marts import Marts
from analytics.figures.progress import Progress
from analytics.figures.result import Result, Row, Status
from analytics.figures.selection import Selection
from analytics.scope.answers import Answers
from data.dutch import rounded


class Mark(StrEnum):
    """Why an area has no figure; the value is what a reader sees."""

    NOT_STARTED = "nog niet gestart"
    JUST_STARTED = "nog geen hele maand gestart"
    NO_INHABITANTS = "geen inwoners"
    NO_SCANS = "nog geen talentenscans"
    FEW_INHABITANTS = f"minder dan {MIN_INHABITANTS} inwoners"
    NOT_APPLICABLE = "niet van toepassing"
    WITHHELD = "te weinig mensen om te tonen"
    BETWEEN_QUARTERS = "alleen aan het eind van een kwartaal"
    TOO_EARLY = "nog niet te zeggen"
    TOO_SMALL = "te klein om te vergelijken"
    NOT_YET = "toen nog niet gestart"


@dataclass(frozen=True)
class Ranked:
    """One area of a result: its place from 1 (the highest; equals share it), or a mark."""

    row: Row
    rank: int | None
    mark: Mark | None


def ranked_areas(answers: Answers, indicator: Indicator, selection: Selection) -> list[Ranked]:
    """The areas of a selection from high to low."""
    result = answers.get(indicator.id, selection)
    return ranking(result, answers.progress(selection.level, selection.as_of))


def ranking(result: Result[Marts], progress: Mapping[str, Progress]) -> list[Ranked]:
    """The areas of a result of one slice of time, high to low, those with a mark at the end."""
    rows = result.rows()
    started = {code: area.has_started for code, area in progress.items()}
    marks = {
        row.area_code: mark_of(row, result.indicator, has_started=started[row.area_code])
        for row in rows
    }
    return ranked_rows(rows, marks, result.indicator.decimals)


def ranked_rows(
    rows: Sequence[Row], marks: Mapping[str, Mark | None], decimals: int
) -> list[Ranked]:
    """Rows from high to low by what is shown of their values; those with a mark at the end."""
    values = [_shown(row, decimals) for row in rows if not marks[row.area_code]]
    ranked = [_ranked(row, marks[row.area_code], values, decimals) for row in rows]
    return sorted(ranked, key=lambda area: _place(area, len(rows)))


def _place(area: Ranked, last: int) -> tuple[int, float, str]:
    return area.rank or last + 1, -(area.row.value or 0.0), area.row.area_name


def mark_of(row: Row, indicator: Indicator, *, has_started: bool) -> Mark | None:
    """Why an area has no figure, or None. Where nothing has started, nothing is not zero."""
    if row.status is Status.WITHHELD:
        return Mark.WITHHELD if indicator.duration else Mark.BETWEEN_QUARTERS
    if not has_started and not row.numerator:
        return Mark.NOT_STARTED
    if row.value is not None:
        return None
    if indicator.duration:
        return Mark.TOO_EARLY
    if indicator.denominator != INHABITANTS:
        return Mark.NOT_APPLICABLE
    return Mark.FEW_INHABITANTS if row.denominator else Mark.NO_INHABITANTS


def _ranked(row: Row, mark: Mark | None, values: Sequence[float], decimals: int) -> Ranked:
    if mark:
        return Ranked(row, None, mark)
    return Ranked(row, 1 + sum(value > _shown(row, decimals) for value in values), None)


def _shown(row: Row, decimals: int) -> float:
    return rounded(row.value or 0.0, decimals)
