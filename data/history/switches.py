"""The list of switches: which version was put back in use by hand, when and why.

One line of JSON a switch in `NAME.versies.jsonl` beside the data file; lines are only added. What
a load brought stands in the version itself (its `meta`), so that nothing is told twice.
"""

import json
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from data.file.whole import replace

SUFFIX = ".versies.jsonl"
_ORDINARY = 0o644


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
    path = list_of(target)
    if not path.exists():
        return []
    lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
    return [switch for line in lines if (switch := _read(line))]


def add_switch(target: Path, switch: Switch) -> None:
    """Adds a switch to the list. OSError when it cannot be written."""
    path = list_of(target)
    before = path.read_bytes() if path.exists() else b""
    line = json.dumps(asdict(switch), ensure_ascii=False)
    replace(path, before + f"{line}\n".encode(), _ORDINARY)


def _read(line: str) -> Switch | None:
    try:
        switch = Switch(**json.loads(line))
        return switch if switch.at else None
    except (ValueError, TypeError):
        return None
