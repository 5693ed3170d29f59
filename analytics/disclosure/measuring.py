"""What protection costs, and what it leaves to be read, measured on a delivery."""

from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import pandas as pd

from analytics.disclosure.follow import Followed, followed
from analytics.disclosure.protector import demo_protector
from analytics.disclosure.rows import match_rows, scan_rows
from data.delivery.importer import import_delivery
from data.file.store import Store
from data.models.marts import Records, Seal, Weights

LARGE = 100  # from which a count of free positions is compared

_FREE = """
SELECT rounded.total / exact.total - 1 AS off
FROM protected_months AS rounded
INNER JOIN mart_months AS exact USING (measure, level, area_code, month)
WHERE measure = 'free_positions' AND level = 'gemeente' AND exact.total > $large
ORDER BY month
"""


@dataclass(frozen=True)
class Measured:
    """`errors` of declared totals (see `error_table`); what can be followed of `matches`, `scans`.

    `free`: per month how far the free positions of the city are off (a fraction of the truth).
    `seen`: how many buurten are not empty, and how many of those are shown as empty.
    """

    errors: pd.DataFrame
    matches: Followed
    scans: Followed
    free: "pd.Series[float]"
    seen: dict[str, int]


class _Remembering:
    """The protection of demo data, that keeps what it weighed."""

    records: Records
    weights: Weights

    def __init__(self) -> None:
        self.protector = demo_protector()

    def weigh(self, records: Records) -> Weights:
        self.records, self.weights = records, self.protector.weigh(records)
        return self.weights

    def seal(self) -> Seal:
        return self.protector.seal()

    def keep(self) -> None:
        self.protector.keep()


def measure(delivery: Path) -> Measured:
    """Protects the delivery in a folder with the key of the demo, and measures."""
    kept = _Remembering()
    with TemporaryDirectory() as folder:
        target = Path(folder) / "sample.duckdb"
        import_delivery(
            [delivery],
            target,
            as_of=None,
            mapping=None,
            strict=False,
            progress=lambda step: None,
            protector=kept,
        )
        store = Store(target)
        free = store.query(_FREE, {"large": LARGE})["off"]
        store.close()
    return Measured(kept.protector.errors, *_followed(kept), free, seen(kept.records, kept.weights))


def _followed(kept: _Remembering) -> tuple[Followed, Followed]:
    last = kept.records.until.year * 12 + kept.records.until.month - 1
    matches, scans = kept.weights.matches["weight"], kept.weights.scans["weight"]
    return (
        followed(match_rows(kept.records), matches, "running", last),
        followed(scan_rows(kept.records), scans, "waiting", last),
    )


def seen(records: Records, weights: Weights) -> dict[str, int]:
    """Buurten with anyone reached and with a match, those shown as empty, and contradictions."""
    scans = records.scans.assign(weight=weights.scans["weight"])
    reached = scans[scans["visit"] == "first"].groupby("buurt")["weight"].sum()
    matched = records.matches.assign(weight=weights.matches["weight"]).groupby("buurt")["weight"]
    matches = matched.sum()
    somewhere = matches.index[matches > 0]
    return {
        "buurten": len(reached),
        "empty_reached": int((reached == 0).sum()),
        "matched": len(matches),
        "empty_matched": int((matches == 0).sum()),
        "unreached": int((reached.reindex(somewhere).fillna(0) == 0).sum()),
    }
