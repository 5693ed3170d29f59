"""What was asked of an import."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from analytics.disclosure.series.place import Wanted
    from data.delivery.importer import Taking


@dataclass(frozen=True)
class Asked:
    """An import as it was asked on the command line."""

    sources: list[Path]
    to: Path
    day: date | None
    mapping: Path | None
    report: Path | None
    strict: bool
    accept_less: bool
    add: bool
    rehearse: bool
    refused: Path | None
    keep: int
    is_json: bool
    wanted: "Wanted"

    @property
    def taking(self) -> "Taking":
        """How the delivery is to be taken."""
        from data.delivery.importer import Taking

        return Taking(self.day, self.mapping, self.strict, self.add)
