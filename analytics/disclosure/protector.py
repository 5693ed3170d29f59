"""The protection of a data file: weighs its records and keeps the ledger of its series."""

from pathlib import Path

import pandas as pd

from analytics.disclosure.errors import error_table
from analytics.disclosure.keyed import DEFAULT_THRESHOLD, Rule
from analytics.disclosure.ledger import Entry
from analytics.disclosure.published import Published
from analytics.disclosure.series.opening import open_series
from analytics.disclosure.series.place import OpenSeries, Wanted, id_of
from analytics.disclosure.weighing import weigh
from data.models.marts import Records, Seal, Series, Weights

# No resident of the demo exists: its key is no secret, so that every demo is the same.
DEMO_RULE = Rule(DEFAULT_THRESHOLD, b"demogegevens: geen inwoner bestaat")
DEMO_SERIES = Series(id_of(DEMO_RULE.key), "demo", DEFAULT_THRESHOLD)


class CubeProtector:
    """Small count rounding of scans and matches; satisfies data.models.marts.Protector.

    `opened` is the series that the file goes into; without it no decision is kept. Of a series
    that begins with a month, what came before counts for nothing.
    `errors` tells, after weighing, how far the declared totals are off (see `error_table`).
    """

    def __init__(self, rule: Rule, opened: OpenSeries | None = None) -> None:
        self.errors = pd.DataFrame()
        self.weights: Weights | None = None
        self._rule = rule
        self._opened = opened
        self._decided = opened.decided if opened else {}
        self._new: dict[str, int] = {}
        self._published = Published()
        self._entry: Entry | None = None

    def weigh(self, records: Records) -> Weights:
        """The protected weight of every record: 0, or the threshold and more."""
        past = self._opened.published if self._opened else None
        since = self._opened.about.first_month if self._opened else None
        outcome = weigh(records, self._rule, self._decided, past, since)
        self._new, self._published = outcome.decisions, outcome.published
        self.errors = error_table(outcome.totals)
        self.weights = outcome.weights
        return outcome.weights

    def seal(self) -> Seal:
        """The threshold, the series, and the seal that the ledger has once it is kept."""
        if self._opened is None:
            return Seal(self._rule.threshold, "", DEMO_SERIES)
        self._entry = self._opened.prepared(self._new)
        return Seal(self._rule.threshold, self._entry.seal, self._opened.series)

    @property
    def undecided(self) -> int:
        """How many decisions, after weighing, the ledger did not have yet."""
        return len(self._new)

    def keep(self) -> None:
        """Keeps the new decisions and what is published now, and a key that is new."""
        if self._opened and self._entry:
            self._opened.keep(self._entry, self._published)


def demo_protector() -> CubeProtector:
    """A protector for demo data: a fixed key, and no ledger."""
    return CubeProtector(DEMO_RULE)


def protector_of(opened: OpenSeries) -> CubeProtector:
    """The protector of a data file in an open series."""
    return CubeProtector(opened.rule, opened)


def protector_for(
    target: Path, threshold: int | None = None, key: Path | None = None
) -> CubeProtector:
    """The protector of the data file `target`, in the series of its folder.

    The first time a series is begun, and kept with the first decisions. LedgerRefused when it is
    not certain which series goes on (see `open_series`).
    """
    return protector_of(open_series(target, Wanted(threshold, key)))
