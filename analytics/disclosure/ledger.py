"""The ledger of decisions: a small cell that was published keeps its rounded value for good.

A text file of JSON lines that is only ever added to. First a header (version, threshold,
fingerprint of the key, name and first month of the series), then batches: one line per decision
with the keyed name of the cell and its value, closed by a seal. A seal is an HMAC over the seal
before it and the lines of the batch, so that damage, truncation and another hand are noticed;
names say nothing without the key. The
published data file keeps the last seal, so that a ledger from an old backup is noticed as well.
"""

import hashlib
import hmac
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from analytics.disclosure.keyed import Rule, digest
from data.file.whole import replace

VERSION = 1
_RESTORE = "Zet het juiste grootboek terug uit een back-up en publiceer opnieuw."


class LedgerRefused(Exception):
    """The ledger cannot be used; the text says in Dutch why and what to do."""


@dataclass(frozen=True)
class About:
    """What a ledger says of its series: threshold, name ("" in an old one) and first month."""

    threshold: int
    name: str = ""
    first_month: date | None = None


@dataclass(frozen=True)
class Ledger:
    """Decisions by cell name, and all seals, oldest first."""

    decisions: Mapping[str, int] = field(default_factory=dict)
    seals: tuple[str, ...] = ()


@dataclass(frozen=True)
class Entry:
    """A batch that is ready to be kept: the whole new text of the ledger, and its last seal."""

    text: bytes
    seal: str


def fingerprint(key: bytes) -> str:
    """16 hexadecimal signs by which a key is known; they tell nothing of it."""
    return digest(key, "vingerafdruk", ()).hex()[:16]


def _header(rule: Rule, about: About) -> dict[str, Any]:
    first = {"vanaf": about.first_month.isoformat()} if about.first_month else {}
    return {
        "grootboek": VERSION,
        "drempel": rule.threshold,
        "sleutel": fingerprint(rule.key),
        "reeks": about.name,
        **first,
    }


def about(path: Path) -> About:
    """What the header of a ledger says; whether it is true only `read_ledger` knows.

    LedgerRefused when there is no ledger in the file.
    """
    header = _parsed(path, _lines(path)[:1])[0]
    try:
        first = header.get("vanaf")
        return About(
            int(header["drempel"]),
            str(header.get("reeks", "")),
            date.fromisoformat(first) if first else None,
        )
    except (KeyError, TypeError, ValueError) as error:
        raise _damaged(path) from error


def _seal(key: bytes, before: str, lines: Sequence[str]) -> str:
    text = "\n".join([before, *lines])
    return hmac.digest(key, text.encode("ascii"), hashlib.sha256).hex()


def _damaged(path: Path) -> LedgerRefused:
    return LedgerRefused(f"Het grootboek {path.name} is beschadigd of niet volledig. {_RESTORE}")


def _check_header(path: Path, header: Mapping[str, Any], rule: Rule) -> None:
    if header.get("grootboek") != VERSION:
        raise _damaged(path)
    if header.get("sleutel") != fingerprint(rule.key):
        raise LedgerRefused(
            f"Het grootboek {path.name} is gemaakt met een andere sleutel. Gebruik de sleutel "
            "waarmee eerder is gepubliceerd."
        )
    if header.get("drempel") != rule.threshold:
        raise LedgerRefused(
            f"De drempel is {rule.threshold}, maar eerder is gepubliceerd met drempel "
            f"{header.get('drempel')}. De drempel hoort bij de reeks: laat --threshold weg, of "
            "begin een nieuwe reeks met --new-series NAAM en --from-month."
        )


def _parsed(path: Path, lines: Sequence[str]) -> list[dict[str, Any]]:
    try:
        entries = [json.loads(line) for line in lines]
    except ValueError as error:
        raise _damaged(path) from error
    if not entries or not all(isinstance(entry, dict) for entry in entries):
        raise _damaged(path)
    return entries


def _lines(path: Path) -> list[str]:
    try:
        text = path.read_bytes().decode("ascii")
    except UnicodeDecodeError as error:
        raise _damaged(path) from error
    if not text.endswith("\n"):
        raise _damaged(path)
    return text[:-1].split("\n")


def _load(path: Path, rule: Rule) -> Ledger:
    lines = _lines(path)
    entries = _parsed(path, lines)
    _check_header(path, entries[0], rule)
    decisions: dict[str, int] = {}
    seals: list[str] = []
    start = 0
    for place, entry in enumerate(entries[1:], start=1):
        if "zegel" in entry:
            seals.append(_seal(rule.key, seals[-1] if seals else "", lines[start:place]))
            start = place + 1
            if entry["zegel"] != seals[-1]:
                raise _damaged(path)
        elif entry.get("waarde") in (0, rule.threshold) and isinstance(entry.get("cel"), str):
            decisions[entry["cel"]] = entry["waarde"]
        else:
            raise _damaged(path)
    if start != len(lines):
        raise _damaged(path)
    return Ledger(decisions, tuple(seals))


def read_ledger(path: Path, rule: Rule, published_seal: str | None = None) -> Ledger:
    """Read and check the ledger.

    `published_seal` is the seal that the published data file holds; None when nothing was
    published yet, and only then a missing ledger is an empty one. LedgerRefused when the ledger
    is missing, damaged, older than what was published, made with another key, or made for another
    threshold.
    """
    if not path.exists():
        if published_seal is None:
            return Ledger()
        raise LedgerRefused(
            f"Het grootboek {path.name} ontbreekt, terwijl er al cijfers zijn gepubliceerd. "
            f"{_RESTORE}"
        )
    ledger = _load(path, rule)
    if published_seal is not None and published_seal not in ledger.seals:
        raise LedgerRefused(
            f"Het grootboek {path.name} is ouder dan de gepubliceerde cijfers, of hoort er niet "
            f"bij. {_RESTORE}"
        )
    return ledger


def _new_lines(old: Ledger, decisions: Mapping[str, int], path: Path) -> list[str]:
    changed = [name for name, value in decisions.items() if old.decisions.get(name, value) != value]
    if changed:
        raise LedgerRefused(
            f"Het grootboek {path.name} heeft voor {len(changed)} cellen al een andere waarde. "
            "Lees het grootboek opnieuw en rond daarna opnieuw af."
        )
    fresh = sorted(name for name in decisions if name not in old.decisions)
    return [f'{{"cel": "{name}", "waarde": {decisions[name]}}}' for name in fresh]


def prepared(path: Path, rule: Rule, decisions: Mapping[str, int], series: About) -> Entry:
    """The ledger at `path` with decisions added to it, not yet written.

    Decisions that the ledger has are not written again. `series` is for the header of a new
    ledger. LedgerRefused when a decision has another value, or as `read_ledger`.
    """
    old = read_ledger(path, rule)
    new = _new_lines(old, decisions, path)
    before = path.read_bytes() if old.seals else b""
    if old.seals and not new:
        return Entry(before, old.seals[-1])
    batch = new if old.seals else [json.dumps(_header(rule, series)), *new]
    seal = _seal(rule.key, old.seals[-1] if old.seals else "", batch)
    text = "\n".join([*batch, json.dumps({"zegel": seal}), ""])
    return Entry(before + text.encode("ascii"), seal)


def append(path: Path, rule: Rule, decisions: Mapping[str, int]) -> str:
    """Add decisions to the ledger, in one step, and give the seal to keep in the data file.

    Call it before the data file is put in place: a decision that is never published does no harm.
    LedgerRefused as `prepared`.
    """
    entry = prepared(path, rule, decisions, About(rule.threshold))
    replace(path, entry.text)
    return entry.seal
