"""From two data files to the change report."""

from contextlib import closing
from pathlib import Path

from analytics.figures.doors.marts import ExactMarts
from analytics.loading.figures import subjects
from analytics.loading.report import ChangeReport, TableChange
from analytics.loading.warnings import warnings
from data.delivery.usual import figures_in, unusual
from data.file.store import Store
from data.history.compare import RecordChange, side_by_side


def change_report(before: Path | None, now: Path) -> ChangeReport:
    """What differs between two data files; without a file before, everything is new.

    The figures are exact: the report is for those who work with the records. DataFileProblem when
    a file cannot be read by this version of the program.
    """
    with side_by_side(before, now) as pair, closing(Store(now)) as new:
        records = pair.records()
        tables = tuple(_table(change) for change in records)
        if before is None:
            return ChangeReport(None, new.meta.as_of, tables, subjects(None, ExactMarts(new)))
        with closing(Store(before)) as old:
            doors = ExactMarts(old), ExactMarts(new)
            told = warnings(pair, records, doors)
            less = unusual(figures_in(now), figures_in(before))
            return ChangeReport(
                old.meta.as_of, new.meta.as_of, tables, subjects(*doors), (*told, *less)
            )


def _table(change: RecordChange) -> TableChange:
    return TableChange(
        change.table.name,
        change.table.label,
        change.before,
        change.now,
        change.new,
        change.changed,
        change.vanished,
    )
