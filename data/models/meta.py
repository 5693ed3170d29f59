"""What a data file says of itself, in the one row of its table `meta`.

A field of `Meta` is a column of the table: to add one, add it here with its type and comment.
"""

from collections.abc import Mapping
from dataclasses import Field, asdict, dataclass, field, fields
from datetime import UTC, date, datetime
from typing import Any

from duckdb import DuckDBPyConnection

from data.contract.tables import CONTRACT_VERSION
from data.models.measures import measures

FULL, ADDED = "full", "added"  # a delivery that holds everything, or what is new and changed


def _column(sql_type: str, comment: str) -> dict[str, str]:
    return {"type": sql_type, "comment": comment}


def _now() -> datetime:
    return datetime.now(UTC).replace(tzinfo=None, microsecond=0)


@dataclass(frozen=True)
class Source:
    """A delivered file, by name and SHA-256."""

    file: str
    sha256: str


@dataclass(frozen=True)
class Meta:
    """What the file says of itself: peildatum, demo or not, where it came from, what it holds."""

    as_of: date = field(
        metadata=_column("DATE", "Peildatum: tot en met deze dag is bekend wat er gebeurde")
    )
    is_demo: bool = field(
        metadata=_column("BOOLEAN", "Waar als het bestand verzonnen demogegevens bevat")
    )
    sources: tuple[Source, ...] = field(
        metadata=_column(
            "STRUCT(file VARCHAR, sha256 VARCHAR)[]",
            "Geleverde bestanden waaruit dit bestand is gemaakt, met hun SHA-256",
        )
    )
    measures: tuple[str, ...] = field(
        default_factory=measures,
        metadata=_column(
            "VARCHAR[]",
            "Maten die in dit bestand zijn opgeteld: namen van bestanden in data/models/measures",
        ),
    )
    contract_version: int = field(
        default=CONTRACT_VERSION, metadata=_column("INTEGER", "Versie van het datacontract")
    )
    built_at: datetime = field(
        default_factory=_now,
        compare=False,
        metadata=_column("TIMESTAMP", "Moment waarop dit bestand is gemaakt (UTC)"),
    )
    series_id: str | None = field(
        default=None,
        metadata=_column("VARCHAR", "Reeks: kenmerk van de sleutel waarmee is afgerond"),
    )
    series_name: str | None = field(default=None, metadata=_column("VARCHAR", "Reeks: naam"))
    series_threshold: int | None = field(
        default=None,
        metadata=_column("INTEGER", "Reeks: aantallen van 1 tot deze drempel zijn afgerond"),
    )
    series_from: date | None = field(
        default=None,
        metadata=_column("DATE", "Reeks: eerste maand met cijfers voor buiten; leeg: alle maanden"),
    )
    kind: str = field(
        default=FULL,
        metadata=_column(
            "VARCHAR", "Soort levering: full (volledig) of added (toegevoegd aan wat er was)"
        ),
    )


def _described(column: Field[Any]) -> tuple[str, str]:
    required = "" if column.default is None else " NOT NULL"
    return f"{column.metadata['type']}{required}", column.metadata["comment"]


# Name to SQL type and comment; a field that may be None may be empty in the file.
META_COLUMNS = {column.name: _described(column) for column in fields(Meta)}


def insert_meta(con: DuckDBPyConnection, meta: Meta) -> None:
    """Writes the row of a file that is being made."""
    values = {name: _plain(value) for name, value in asdict(meta).items()}
    names = ", ".join(values)
    marks = ", ".join(f"${name}" for name in values)
    con.execute(f"INSERT INTO meta ({names}) VALUES ({marks})", values)


def meta_of(row: Mapping[str, Any]) -> Meta:
    """The meta of a stored row."""
    lists = {
        "sources": tuple(Source(**source) for source in row["sources"]),
        "measures": tuple(row["measures"]),
    }
    return Meta(**{**row, **lists})


def _plain(value: object) -> object:
    return list(value) if isinstance(value, tuple) else value
