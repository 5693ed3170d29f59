"""A data file of Buurt in Bloei: only the tables that the protected audience gets."""

from functools import cache
from pathlib import Path

from data.store import DataFileProblem, Store
from exports.audit.content import Content, Table, Value

_QUERIES = Path(__file__).parent.parent / "queries"


@cache
def _query(name: str) -> str:
    return (_QUERIES / f"{name}.sql").read_text(encoding="utf-8")


def read(name: str, path: Path) -> Content:
    """The protected months of all measures, and which wijken are in which team."""
    try:
        store = Store(path)
    except DataFileProblem as problem:
        return Content(unread=(f"{name}: {problem}",))
    try:
        tables = (
            _table(store, name, "protected_months", True),
            _table(store, name, "team_wijken", False),
        )
    finally:
        store.close()
    note = f"{name}: alleen de beschermde tabellen; de andere zijn niet voor buitenstaanders"
    return Content(tables=tables, unread=(note,))


def _table(store: Store, name: str, query: str, protected: bool) -> Table:
    frame = store.query(_query(query), {})
    plain = frame.astype(object).where(frame.notna(), None)
    rows = tuple(tuple(_plain(value) for value in row) for row in plain.itertuples(index=False))
    headings = tuple(str(column) for column in frame.columns)
    return Table(
        f"{name}, tabel {query}", (headings, *rows), query, decimal=".", protected=protected
    )


def _plain(value: object) -> Value:
    return value if value is None or isinstance(value, str | int | float) else str(value)
