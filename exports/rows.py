"""Results as text for other programs: the result columns, row by row."""

import json

from analytics.marts import Marts
from analytics.result import Result


def as_json(result: Result[Marts]) -> str:
    """A JSON list with an object a row; what is not shown is null."""
    rows = [row._asdict() for row in result.rows()]
    return json.dumps(rows, ensure_ascii=False, indent=1) + "\n"


def as_csv(result: Result[Marts]) -> str:
    """Lines with commas and decimal points, headings first; what is not shown is empty."""
    return result.frame.to_csv(index=False)
