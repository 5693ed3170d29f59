"""The protection of a data file: weighs its records and keeps the ledger beside it."""

import secrets
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from analytics.disclosure.errors import error_table
from analytics.disclosure.keyed import MIN_KEY_BYTES, Rule
from analytics.disclosure.ledger import LedgerRefused, append, read_ledger
from analytics.disclosure.published import Published, read_published, write_published
from analytics.disclosure.weighing import weigh
from data.marts import Records, Seal, Weights
from data.store import DataFileProblem, Store

DEFAULT_THRESHOLD = 5
# No resident of the demo exists: its key is no secret, so that every demo is the same.
DEMO_RULE = Rule(DEFAULT_THRESHOLD, b"demogegevens: geen inwoner bestaat")


@dataclass(frozen=True)
class Beside:
    """What lies beside a data file: the ledger with its decisions, the key, what was published."""

    ledger: Path
    key: Path
    decided: Mapping[str, int]
    published: Published


class CubeProtector:
    """Small count rounding of scans and matches; satisfies data.marts.Protector.

    `beside` is what lies beside the data file; without it no decision is kept.
    `errors` tells, after weighing, how far the declared totals are off (see `error_table`).
    """

    def __init__(self, rule: Rule, beside: "Beside | None" = None) -> None:
        self.errors = pd.DataFrame()
        self.weights: Weights | None = None
        self._rule = rule
        self._beside = beside
        self._decided = beside.decided if beside else {}
        self._new: dict[str, int] = {}
        self._published = Published()

    def weigh(self, records: Records) -> Weights:
        """The protected weight of every record: 0, or the threshold and more."""
        past = self._beside.published if self._beside else None
        outcome = weigh(records, self._rule, self._decided, past)
        self._new, self._published = outcome.decisions, outcome.published
        self.errors = error_table(outcome.totals)
        self.weights = outcome.weights
        return outcome.weights

    def keep(self) -> Seal:
        """Adds the new decisions to the ledger, and saves a key that is new."""
        if self._beside is None:
            return Seal(self._rule.threshold, "")
        _save_key(self._beside.key, self._rule.key)
        write_published(_months(self._beside.ledger), self._rule.key, self._published)
        return Seal(self._rule.threshold, append(self._beside.ledger, self._rule, self._new))


def demo_protector() -> CubeProtector:
    """A protector for demo data: a fixed key, and no ledger."""
    return CubeProtector(DEMO_RULE)


def protector_for(target: Path, threshold: int, key: Path | None) -> CubeProtector:
    """The protector of the data file `target`, with the ledger and the key beside it.

    The first time a key is made, and saved together with the first decisions. LedgerRefused when
    later the key or the ledger is missing, damaged, or belongs to another file or threshold.
    """
    published = _published_seal(target)
    ledger, key_file = target.with_suffix(".grootboek"), key or target.with_suffix(".sleutel")
    is_first = published is None and not ledger.exists()
    rule = Rule(threshold, _read_key(key_file, is_first))
    decided = read_ledger(ledger, rule, published).decisions
    past = read_published(_months(ledger), rule.key)
    return CubeProtector(rule, Beside(ledger, key_file, decided, past))


def _months(ledger: Path) -> Path:
    return ledger.with_suffix(".maanden")


def _published_seal(target: Path) -> str | None:
    with suppress(DataFileProblem):  # a file that cannot be read is replaced, not continued
        store = Store(target)
        seal = store.seal
        store.close()
        return seal.ledger if seal and seal.ledger else None
    return None


def _read_key(path: Path, is_first: bool) -> bytes:
    if not path.exists() and is_first:
        return secrets.token_hex(MIN_KEY_BYTES).encode("ascii")
    if not path.exists():
        raise LedgerRefused(
            f"De sleutel {path.name} ontbreekt, terwijl er al cijfers zijn gepubliceerd."
            " Zet de sleutel terug uit een back-up, of wijs haar aan met --key."
        )
    key = path.read_bytes().strip()
    if len(key) < MIN_KEY_BYTES:
        raise LedgerRefused(
            f"De sleutel {path.name} is te kort of beschadigd. Zet haar terug uit een back-up."
        )
    return key


def _save_key(path: Path, key: bytes) -> None:
    if not path.exists():
        path.touch(mode=0o600)
        path.write_bytes(key + b"\n")
