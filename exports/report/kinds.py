"""The reports that the house knows: one file in exports/reports is one report."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from data.reference.areas import Level
from exports.report.parts import PARTS
from exports.report.report import LEVELS, Part, Plan, Shape

FOLDER = Path(__file__).parents[1] / "reports"
USUAL = "rapport"
_KEYS = {"label", "levels", "parts", "form", "has_findings"}


@dataclass(frozen=True)
class Kind:
    """A report by its name (that of its file): for which levels, and its parts in order."""

    name: str
    label: str
    levels: tuple[Level, ...]
    parts: tuple[str, ...]
    shape: Shape = Shape.REPORT
    has_findings: bool = False

    @property
    def plan(self) -> Plan:
        """How the report is made."""
        return Plan(self.name, self.label, self.shape, self.has_findings)

    @property
    def chosen(self) -> list[Part]:
        """Its parts."""
        return [PARTS[name] for name in self.parts]


def read(name: str, told: Mapping[str, Any]) -> Kind:
    """The report that a file describes; ValueError for a key, level or part that is not known."""
    unknown = [*(told.keys() - _KEYS), *(part for part in told["parts"] if part not in PARTS)]
    levels = tuple(Level(level) for level in told["levels"])
    unknown += [level for level in levels if level not in LEVELS]
    if unknown:
        raise ValueError(f"{name}.toml: {', '.join(unknown)}")
    shape = Shape(told.get("form", Shape.REPORT))
    has_findings = bool(told.get("has_findings", False))
    return Kind(name, told["label"], levels, tuple(told["parts"]), shape, has_findings)


def kinds() -> dict[str, Kind]:
    """All reports by name: the usual one first, the others in the order of the alphabet."""
    files = sorted(FOLDER.glob("*.toml"), key=lambda file: (file.stem != USUAL, file.stem))
    return {file.stem: read(file.stem, tomllib.loads(file.read_text("utf-8"))) for file in files}


KINDS: dict[str, Kind] = kinds()
