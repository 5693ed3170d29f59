"""The change report as data: what a page and the terminal show of two data files.

A rehearsal and a comparison of two versions give the same report, with the same words
(`analytics.loading.words`).
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from data.dutch import number

NO_FIGURE = "geen cijfer"


@dataclass(frozen=True)
class TableChange:
    """Of one record table: rows before and now, and how many are new, changed and vanished."""

    table: str
    label: str
    before: int
    now: int
    new: int
    changed: int
    vanished: int


@dataclass(frozen=True)
class FigureChange:
    """A figure of the catalogue in one area, in the file before and in the one now.

    Each on the peildatum of its own file; `same_day` is what the file now says of the peildatum of
    the one before: where that differs from `before`, the past was corrected. None: no figure. When
    the peildatum is not a later one `same_day` has nothing to add, and is `before`.
    """

    indicator: str
    label: str
    unit: str
    decimals: int
    area_code: str
    area_name: str
    before: float | None
    now: float | None
    same_day: float | None

    @property
    def is_changed(self) -> bool:
        """Whether a reader sees another figure, today or in the past."""
        return self.shown(self.before) != self.shown(self.now) or self.is_corrected

    @property
    def is_corrected(self) -> bool:
        """Whether a reader sees another figure of the old peildatum."""
        return self.shown(self.before) != self.shown(self.same_day)

    def shown(self, value: float | None) -> str:
        """A value of the figure as a reader sees it."""
        return NO_FIGURE if value is None else number(value, self.decimals)


@dataclass(frozen=True)
class Subject:
    """One indicator: the city, and the wijken that change most (the greatest change first)."""

    city: FigureChange
    wijken: tuple[FigureChange, ...] = ()


@dataclass(frozen=True)
class ChangeReport:
    """What differs between the file before (its peildatum; None: there is none) and the one now.

    `warnings` are Dutch sentences, the gravest first.
    """

    before: date | None
    now: date
    tables: tuple[TableChange, ...]
    subjects: tuple[Subject, ...] = ()
    warnings: tuple[str, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """The report as plain values, days as jjjj-mm-dd."""
        plain = asdict(self)
        days = {"before": self.before and self.before.isoformat(), "now": self.now.isoformat()}
        return {**plain, **days}


def report_of(plain: Mapping[str, Any]) -> ChangeReport:
    """The report that `ChangeReport.as_json` wrote."""
    return ChangeReport(
        before=date.fromisoformat(plain["before"]) if plain["before"] else None,
        now=date.fromisoformat(plain["now"]),
        tables=tuple(TableChange(**table) for table in plain["tables"]),
        subjects=tuple(_subject(subject) for subject in plain["subjects"]),
        warnings=tuple(plain["warnings"]),
    )


def _subject(plain: Mapping[str, Any]) -> Subject:
    wijken = tuple(FigureChange(**change) for change in plain["wijken"])
    return Subject(FigureChange(**plain["city"]), wijken)
