"""Areas from high to low, with a word for every area that has no figure to rank."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from analytics.answers import Answers
from analytics.catalog import MIN_INHABITANTS, Indicator
from analytics.figures import INHABITANTS
from analytics.marts import Marts
from analytics.result import Result, Row, Status
from analytics.rollout import Progress
from analytics.selection import Selection
from data.dutch import number


class Mark(StrEnum):
    """Why an area has no figure; the value is what a reader sees."""

    NOT_STARTED = "nog niet gestart"
    NO_INHABITANTS = "geen inwoners"
    NO_SCANS = "nog geen talentenscans"
    FEW_INHABITANTS = f"minder dan {MIN_INHABITANTS} inwoners"
    NOT_APPLICABLE = "niet van toepassing"
    WITHHELD = "te weinig mensen om te tonen"
    BETWEEN_QUARTERS = "alleen aan het eind van een kwartaal"
    TOO_EARLY = "nog niet te zeggen"


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
    values = [_shown(row) for row in rows if not marks[row.area_code]]
    ranked = [_ranked(row, marks[row.area_code], values) for row in rows]
    return sorted(ranked, key=lambda area: (area.rank or len(rows) + 1, area.row.area_name))


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


def _ranked(row: Row, mark: Mark | None, values: Sequence[float]) -> Ranked:
    if mark:
        return Ranked(row, None, mark)
    return Ranked(row, 1 + sum(value > _shown(row) for value in values), None)


def _shown(row: Row) -> float:
    return row.value or 0.0


def finding(ranked: Sequence[Ranked], indicator: Indicator) -> str:
    """Which area stands highest, in words: Het hoogst: De Laak (12,2)."""
    first = [area.row for area in ranked if area.rank == 1]
    if not first or not first[0].value:
        return "Nog nergens iets te zien"
    others = f" en nog {len(first) - 1}" if len(first) > 1 else ""
    value = number(first[0].value, indicator.decimals)
    return f"Het hoogst: {first[0].area_name}{others} ({value})"
