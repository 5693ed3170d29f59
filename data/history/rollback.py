"""Putting another version in use: back and forth, each in one step, the reason kept."""

from datetime import UTC, datetime
from pathlib import Path

from data.file.switches import Switch, add_switch
from data.file.versions import current, put_in_use, versioned
from data.history.listing import History, StoredVersion, history


class RollbackRefused(Exception):
    """No other version is put in use; the text says in Dutch why, and what to do."""


def roll_back(target: Path, reason: str, to: int = 0, who: str = "") -> StoredVersion:
    """Puts version number `to` of `target` in use (0: the one before); returns it.

    The ledger of the series is not touched: what was published keeps its rounded value, and the
    next load goes on with all decisions. The caller holds the lock of the folder.
    Raises RollbackRefused, and OSError when the folder cannot be written.
    """
    found = history(target)
    chosen = _chosen(found, to)
    _refuse(target, found, chosen, reason)
    before = (found.in_use.path if found.in_use else current(target)).name
    put_in_use(target, chosen.path)
    moment = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    add_switch(versioned(target), Switch(moment, before, chosen.path.name, reason.strip(), who))
    return chosen


def _chosen(found: History, to: int) -> StoredVersion:
    numbered = {version.number: version for version in found.versions}
    chosen = numbered.get(to) if to else found.step(-1)
    if chosen is None and to:
        raise RollbackRefused(
            f"Versie {to} is er niet. `python bloei.py versions` toont de versies die er zijn."
        )
    if chosen is None:
        raise RollbackRefused("Er is geen eerdere versie om naar terug te gaan.")
    return chosen


def _refuse(target: Path, found: History, chosen: StoredVersion, reason: str) -> None:
    if not reason.strip():
        raise RollbackRefused("Geef de reden: die wordt bewaard bij de versies.")
    if chosen.is_in_use:
        raise RollbackRefused(f"Versie {chosen.number} is al in gebruik.")
    if chosen.problem:
        raise RollbackRefused(f"Versie {chosen.number} kan niet terug: {chosen.problem}")
    used = found.in_use
    if used and used.series and used.series != chosen.series:
        raise RollbackRefused(
            f"Versie {chosen.number} van {target.name} hoort bij een andere reeks: wat daaruit naar"
            " buiten gaat, is met een andere sleutel afgerond. Laad die levering opnieuw."
        )
