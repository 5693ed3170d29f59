"""The queries of analytics/figures/queries, by name."""

from functools import cache
from pathlib import Path

QUERIES_FOLDER = Path(__file__).parent / "queries"


@cache
def query(name: str) -> str:
    """The text of one query; FileNotFoundError when there is none of that name."""
    return (QUERIES_FOLDER / f"{name}.sql").read_text(encoding="utf-8")
