"""A key and a ledger beside a data file, as an earlier version of the program kept them.

They are taken over into the series of the folder when there is exactly one pair.
"""

from pathlib import Path

from analytics.disclosure.keyed import Rule
from analytics.disclosure.ledger import About, LedgerRefused, about, read_ledger
from analytics.disclosure.series.place import FIRST_NAME, OpenSeries, read_key

KEY, LEDGER = ".sleutel", ".grootboek"


def taken_over(beside: Path, place: Path, key_file: Path | None) -> OpenSeries | None:
    """The pair that lies in the folder `beside` as the first series; None when there is none.

    `key_file` is a key that was kept elsewhere. LedgerRefused when there are two, when the key or
    the ledger is gone, and as `read_ledger`.
    """
    keys = {path.stem: path for path in _files(beside, KEY) if read_key(path)}
    ledgers = {path.stem: path for path in _files(beside, LEDGER)}
    stems = sorted({*keys, *ledgers})
    if not stems:
        return None
    if len(stems) > 1:
        raise LedgerRefused(_several(beside, stems))
    stem = stems[0]
    if stem not in ledgers:
        raise LedgerRefused(lost_ledger(keys[stem]))
    key = read_key(key_file or keys.get(stem, beside / f"{stem}{KEY}"))
    if not key:
        raise LedgerRefused(lost_key(beside / f"{stem}{KEY}"))
    loose = tuple(found[stem] for found in (keys, ledgers) if stem in found)
    return _opened(ledgers[stem], key, place, loose)


def lost_ledger(key: Path) -> str:
    """What is told when a key has no ledger."""
    return (
        f"Bij de sleutel {key.name} in {key.parent} ontbreekt het grootboek: wat er met haar is"
        f" gepubliceerd, is niet meer bekend. {RESTORE}"
    )


def lost_key(key: Path) -> str:
    """What is told when a ledger has no key."""
    return f"Bij het grootboek in {key.parent} ontbreekt de sleutel {key.name}. {RESTORE}"


RESTORE = (
    "Zet sleutel en grootboek samen terug uit een back-up. Kan dat niet: trek de bestanden in die"
    " naar buiten zijn en begin een nieuwe reeks met --new-series NAAM."
)


def _files(folder: Path, ending: str) -> list[Path]:
    inside = folder.iterdir() if folder.is_dir() else ()
    return [path for path in inside if path.suffix == ending and path.is_file()]


def _opened(ledger: Path, key: bytes, place: Path, loose: tuple[Path, ...]) -> OpenSeries:
    rule = Rule(about(ledger).threshold, key)
    read = read_ledger(ledger, rule)
    folder = place / f"1-{FIRST_NAME}"
    return OpenSeries(
        folder,
        ledger,
        rule,
        About(rule.threshold, FIRST_NAME),
        read.decisions,
        read.seals,
        loose,
        notice=f"De sleutel en het grootboek {ledger.name} liggen nu als reeks {FIRST_NAME} in"
        f" {folder}.",
    )


def _several(folder: Path, stems: list[str]) -> str:
    names = ", ".join(stems)
    return (
        f"In {folder} liggen sleutels of grootboeken van meer dan een reeks ({names}). Een map"
        " heeft een reeks. Laat het paar staan waarmee u verder gaat, en zet het andere in een"
        " andere map, met het gegevensbestand dat erbij hoort."
    )
