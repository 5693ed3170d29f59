"""Whether the rounded figures of a data file follow from the ledger of its series."""

from pathlib import Path

from analytics.disclosure.ledger import LedgerRefused
from analytics.disclosure.protector import CubeProtector, demo_protector, protector_of
from analytics.disclosure.series.opening import open_series
from analytics.disclosure.series.place import Wanted
from data.dutch import number
from data.file.check import problems
from data.file.standing import standing


def all_problems(path: Path, place: Path | None = None) -> list[str]:
    """What is wrong with a data file, rounding and all, in Dutch sentences; none for a sound one.

    `place` is the folder with the series (None: beside the file).
    """
    try:
        protector = _protector(path, place)
    except LedgerRefused as refusal:
        return [*problems(path, None), f"De afronding is niet nagekeken: {refusal}"]
    found = problems(path, protector)
    if protector and protector.undecided and not found and not standing(path).is_demo:
        count = number(protector.undecided)
        return [f"Het grootboek mist {count} besluiten waarop dit bestand rust."]
    return found


def _protector(path: Path, place: Path | None) -> CubeProtector | None:
    stands = standing(path)
    if stands.is_demo:
        return demo_protector()
    if not stands.ledger:
        return None
    return protector_of(open_series(path, Wanted(place=place)))
