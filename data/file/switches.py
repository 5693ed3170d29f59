"""The list beside a data file: the checksum of each version, and every switch by hand.

One line of JSON each in `NAME.versies.jsonl`; lines are only added. A switch says which version
was put back in use, when and why. What a load brought stands in the version itself (its `meta`),
so that nothing is told twice; its own checksum cannot stand in it.
"""

import hashlib
import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from data.file.whole import ORDINARY, replace

SUFFIX = ".versies.jsonl"


@dataclass(frozen=True)
class Switch:
    """One switch: the names of the version before and after, the moment (UTC) and the reason."""

    moment: str
    before: str
    after: str
    reason: str
    who: str = ""

    @property
    def at(self) -> datetime:
        """The moment; ValueError when it is none."""
        return datetime.fromisoformat(self.moment)


def list_of(target: Path) -> Path:
    """The file with the switches of a data file."""
    return target.with_name(f"{target.stem}{SUFFIX}")


def switches(target: Path) -> list[Switch]:
    """The switches so far, the oldest first; a line that cannot be read is left out."""
    return [switch for line in _lines(target) if (switch := _read(line))]


def add_switch(target: Path, switch: Switch) -> None:
    """Adds a switch to the list. OSError when it cannot be written."""
    _add(target, asdict(switch))


def add_sum(target: Path, version: Path) -> None:
    """Adds the SHA-256 of a version that was just made. OSError when it cannot be written."""
    _add(target, {"version": version.name, "sha256": sha256_of(version)})


def sums(target: Path) -> dict[str, str]:
    """The SHA-256 of the versions by their name, as far as it was kept."""
    plain = [told for line in _lines(target) if (told := _plain(line))]
    return {str(told["version"]): str(told["sha256"]) for told in plain if "sha256" in told}


def sha256_of(path: Path) -> str:
    """The SHA-256 of a file. OSError when it cannot be read."""
    with path.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()


def _lines(target: Path) -> list[str]:
    path = list_of(target)
    return path.read_text(encoding="utf-8", errors="replace").splitlines() if path.exists() else []


def _add(target: Path, told: Mapping[str, object]) -> None:
    path = list_of(target)
    before = path.read_bytes() if path.exists() else b""
    replace(path, before + f"{json.dumps(told, ensure_ascii=False)}\n".encode(), ORDINARY)


def _plain(line: str) -> dict[str, object]:
    with suppress(ValueError):
        told = json.loads(line)
        return told if isinstance(told, dict) else {}
    return {}


def _read(line: str) -> Switch | None:
    try:
        switch = Switch(**json.loads(line))
        return switch if switch.at else None
    except (ValueError, TypeError):
        return None
