"""What the intruder found."""

from dataclasses import dataclass
from enum import StrEnum

from analytics.catalog import INDICATORS
from exports.audit.figure import Figure
from exports.audit.partition import Cell
from exports.audit.words.geography import Geography
from exports.audit.words.moments import written


class Kind(StrEnum):
    """Why something fails."""

    SMALL = "klein getal te lezen"
    PINNED = "precies af te leiden"
    NARROW = "bijna af te leiden"
    CONTRADICTION = "tegenspraak"
    CLAIM = "bescherming klopt niet"
    SECRET = "hoort niet naar buiten"
    INTERN = "alleen voor intern"
    SERIES = "twee reeksen over dezelfde maanden"


@dataclass(frozen=True)
class Finding:
    """One finding: `what` tells it in Dutch; the count lies in low..high when there is a count."""

    kind: Kind
    where: str
    what: str
    low: int | None = None
    high: int | None = None


LABELS = {indicator.measure: indicator.label for indicator in INDICATORS if not indicator.is_rate}


def described(cell: Cell | Figure, geography: Geography) -> str:
    """A sum in words: measure, area, attributes and days."""
    measure, _, choice = cell.measure.partition("|")
    named = [value for _, value in cell.attributes] + ([choice] if choice else [])
    label = LABELS.get(measure, measure)
    parts = [label, geography.label(cell.buurten), *named, written(cell.first, cell.last)]
    return ", ".join(parts)


def derived(what: str, where: str, low: int, high: int, threshold: int) -> Finding | None:
    """The finding for a count that must lie in low..high; None when that is wide enough."""
    if not (1 <= high < threshold and high - low < threshold - 1):
        return None
    if low == high:
        return Finding(Kind.PINNED, where, f"{what}: is {low}", low, high)
    return Finding(Kind.NARROW, where, f"{what}: ligt tussen {low} en {high}", low, high)
