"""From two data files to the change report."""

from pathlib import Path

from analytics.difference.report import ChangeReport


def change_report(before: Path | None, now: Path) -> ChangeReport:
    """What differs between two data files; without a file before, everything is new.

    DataFileProblem when a file cannot be read by this version of the program.
    """
    raise NotImplementedError
