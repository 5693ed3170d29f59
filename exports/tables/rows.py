"""Results as text for other programs: the result columns, row by row."""

import json

from analytics.figures.doors.marts import Audience, Marts
from analytics.figures.result import Result
from exports.tables.formulas import safe


def as_json(result: Result[Marts]) -> str:
    """A JSON list with an object a row; what is not shown is null.

    Each row says what it counts and for whom: a file of figures lies about without its question.
    """
    told = {"indicator": result.indicator.id, "audience": audience_word(result.audience)}
    rows = [row._asdict() | told for row in result.rows()]
    return json.dumps(rows, ensure_ascii=False, indent=1) + "\n"


def as_csv(result: Result[Marts]) -> str:
    """Lines with commas and decimal points, headings first; what is not shown is empty.

    The last columns say what is counted and for whom.
    """
    frame = result.frame.assign(
        area_name=result.frame["area_name"].map(safe),
        indicator=result.indicator.id,
        audience=audience_word(result.audience),
    )
    return frame.to_csv(index=False)


def audience_word(audience: Audience) -> str:
    """For whom figures are, at every row: exact ones may not leave the building."""
    return str(audience).upper() if audience is Audience.INTERN else str(audience)
