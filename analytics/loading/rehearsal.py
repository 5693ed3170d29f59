"""A rehearsal: a delivery loaded beside the file in use, and what would change. Nothing does."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from analytics.loading.compare import change_report
from analytics.loading.report import ChangeReport
from data.delivery.importer import Taking, take_delivery
from data.delivery.report import ImportReport
from data.delivery.usual import refusals
from data.file.database import write_database
from data.file.store import Store
from data.problems import DataFileProblem


@dataclass(frozen=True)
class Rehearsal:
    """What a load would do: the report of the delivery, and the change against the file in use.

    `refusals` are Dutch sentences: why the load would be refused as it is asked.
    """

    report: ImportReport
    changes: ChangeReport
    refusals: tuple[str, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """The report as plain values, with `changes` and `refusals`."""
        own = {"changes": self.changes.as_json(), "refusals": list(self.refusals)}
        return {**self.report.as_json(), **own}


def rehearse(
    sources: Sequence[Path],
    target: Path,
    taking: Taking,
    *,
    accept_less: bool,
    progress: Callable[[str], None],
) -> Rehearsal:
    """Loads a delivery into a scratch file and compares that with `target`; nothing else changes.

    The ledger is neither asked nor written: the scratch file holds no rounded figures. Raises
    DeliveryRefused, as an import does, when the delivery cannot be read.
    """
    delivery = take_delivery(sources, target, taking, progress)
    with TemporaryDirectory(prefix="bloei-proef-", ignore_cleanup_errors=True) as folder:
        scratch = Path(folder) / "proef.duckdb"
        write_database(scratch, delivery.frames, delivery.meta, progress)
        progress("Vergelijken met het bestand in gebruik")
        changes = change_report(_comparable(target), scratch)
    refused = () if accept_less else tuple(refusals(delivery.frames, target))
    return Rehearsal(delivery.report, changes, refused)


def _comparable(target: Path) -> Path | None:
    """The file in use, when it holds real data that this version of the program can read."""
    with suppress(DataFileProblem):
        store = Store(target)
        store.close()
        return None if store.meta.is_demo else target
    return None
