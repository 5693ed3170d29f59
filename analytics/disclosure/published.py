"""What a series published, kept beside its ledger, so that a published month stays as it was.

A text file: one line of JSON, and a seal (an HMAC with the key) so that damage and another hand
are noticed. It holds protected figures, and keyed names of the records that were there; a name
says nothing without the key.
"""

import hashlib
import hmac
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, TypeAlias

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from analytics.disclosure.keyed import digests
from analytics.disclosure.ledger import LedgerRefused

_NAME_SIGNS = 20  # hexadecimal: enough to tell apart millions of records
Names: TypeAlias = NDArray[np.bytes_]


def no_names() -> Names:
    """No names at all."""
    return np.empty(0, dtype=f"S{_NAME_SIGNS}")


@dataclass
class Published:
    """What went out up to and including the day `until` (None: nothing yet).

    `tables` as in `data.models.frozen.Past`, which this satisfies. `known`: the keyed names of the
    records that were there, in order and in as few bytes as they have signs: there are millions.
    `moved`: name -> number of the month in which a record counts that
    came after its own month was published.
    """

    until: date | None = None
    tables: Mapping[str, pd.DataFrame] = field(default_factory=dict)
    known: Names = field(default_factory=no_names)
    moved: Mapping[str, int] = field(default_factory=dict)

    def settle(self, until: date, tables: Mapping[str, pd.DataFrame]) -> None:
        """Takes the tables as they go out now; what went out of later months stays with them."""
        last = str(until.replace(day=1))
        self.tables = {
            name: pd.concat([rows, _later(self.tables.get(name), name, last)], ignore_index=True)
            for name, rows in tables.items()
        }
        self.until = max(until, self.until or until)


def names_of(key: bytes, cube: str, records: "pd.Series[str]") -> Names:
    """The keyed names of records of a cube, by their identities."""
    rows = pd.DataFrame({"cube": cube, "record": records})
    return digests(key, "record", rows).astype(f"S{_NAME_SIGNS}")


def read_published(path: Path, key: bytes) -> Published:
    """What was published according to the file.

    LedgerRefused when the file is not there, is damaged or was written with another key.
    """
    if not path.exists():
        raise _lost(path, "ontbreekt")
    line, _, seal = path.read_bytes().partition(b"\n")
    if not hmac.compare_digest(seal.strip(), _seal(key, line)):
        raise _lost(path, "is beschadigd of hoort er niet bij")
    return _parsed(json.loads(line))


def as_bytes(published: Published, key: bytes) -> bytes:
    """The file that says what was published, with its seal."""
    told = {
        "tot": str(published.until) if published.until else None,
        "tabellen": {
            name: {"kolommen": list(rows.columns), "rijen": _plain(rows)}
            for name, rows in sorted(published.tables.items())
        },
        "bekend": published.known.astype(np.str_).tolist(),
        "verplaatst": dict(sorted(published.moved.items())),
    }
    line = json.dumps(told, ensure_ascii=True, separators=(",", ":")).encode("ascii")
    return line + b"\n" + _seal(key, line) + b"\n"


def _lost(path: Path, what: str) -> LedgerRefused:
    return LedgerRefused(
        f"Het bestand {path.name} met de gepubliceerde maanden {what}. Zet het terug uit een"
        " back-up en publiceer opnieuw."
    )


def _later(rows: pd.DataFrame | None, name: str, last: str) -> pd.DataFrame | None:
    if rows is None:
        return None
    return rows[rows["month" if name == "deltas" else "known_in"] > last]


def _plain(rows: pd.DataFrame) -> list[list[str | None]]:
    known = rows.astype(object).where(rows.notna(), None)
    plain: list[list[str | None]] = known.to_numpy().tolist()
    return plain


def _parsed(told: Mapping[str, Any]) -> Published:
    tables = {
        name: pd.DataFrame(rows["rijen"], columns=rows["kolommen"], dtype="object")
        for name, rows in told["tabellen"].items()
    }
    until = date.fromisoformat(told["tot"]) if told["tot"] else None
    return Published(until, tables, _as_names(told["bekend"]), told["verplaatst"])


def _as_names(texts: Sequence[str]) -> Names:
    return np.unique(np.array(texts, dtype=no_names().dtype))


def _seal(key: bytes, line: bytes) -> bytes:
    return hmac.digest(key, b"gepubliceerd\n" + line, hashlib.sha256).hex().encode("ascii")
