"""The versions and the switches in Dutch lines, for the terminal and for the page."""

from collections.abc import Iterator
from datetime import datetime

from data.contract.tables import TABLES
from data.dutch import long_date, number
from data.grammar import counted, listed
from data.history.listing import History, StoredVersion
from data.models.meta import ADDED

_MEGABYTE = 1_000_000


def summary(found: History) -> str:
    """How many versions there are, and what they take on the disk."""
    return f"{counted(len(found.versions), 'versie', 'versies')}, samen {megabytes(found.size)}."


def version_lines(version: StoredVersion) -> Iterator[str]:
    """A version in a line, and below it its counts and its sources."""
    used = " (in gebruik)" if version.is_in_use else ""
    if version.problem:
        yield f"Versie {version.number}{used}: {version.path.name}. {version.problem}"
        return
    kind = "toegevoegd aan wat er was" if version.kind == ADDED else "volledige levering"
    as_of = f", peildatum {long_date(version.as_of)}" if version.as_of else ""
    yield (
        f"Versie {version.number}{used}: geladen {moment(version.loaded_at)}, {kind}{as_of},"
        f" {megabytes(version.size)}"
    )
    rows = version.rows or {}
    counts = [f"{number(rows[table.name])} {table.label}" for table in TABLES if table.name in rows]
    yield f"  {listed(counts)}"
    yield from (f"  {source.file} (SHA-256 {source.sha256})" for source in version.sources)


def switch_lines(found: History) -> Iterator[str]:
    """The switches by hand, a sentence each; a version that is gone is named by its file."""
    numbers = {version.path.name: f"versie {version.number}" for version in found.versions}
    for switch in found.switches:
        before, after = (numbers.get(name, name) for name in (switch.before, switch.after))
        who = f", door {switch.who}" if switch.who else ""
        when = moment(switch.at)
        yield f"Op {when} van {before} naar {after}{who}. Reden: {switch.reason}"


def moment(at: datetime | None) -> str:
    """A moment in UTC as a reader says it."""
    return f"{long_date(at.date())} om {at:%H:%M} uur (UTC)" if at else "op een onbekende dag"


def megabytes(size: int) -> str:
    """A number of bytes in MB."""
    return f"{number(size / _MEGABYTE, 1)} MB"
