"""From postcode to buurt, with the table that is loaded once a year from CBS."""

import csv
import re
from pathlib import Path

from data.delivery.files.raw import Cell
from data.delivery.refusal import CellProblem
from data.delivery.text import squash
from data.reference.areas import AREAS_FILE, city

POSTCODES_FILE = AREAS_FILE.parent / "postcodes.csv"
LEAST_SHARE = 0.8  # a postcode with less of its addresses in a buurt says little about it
_COMMAND = "python bloei.py geo postcodes BESTAND"
_PC4_LENGTH = 4
_UNKNOWN_SHARE = 0.5  # the buurt with most addresses has about half of them at the least
_POSTCODE = re.compile(r"[1-9]\d{3}([a-z]{2})?")


def as_postcode(cell: Cell) -> str | None:
    """The postcode that a cell holds, of 4 digits or with its letters; None for anything else.

    >>> as_postcode("5611 aa"), as_postcode("Tempel")
    ('5611AA', None)
    """
    text = squash(str(cell))
    return text.upper() if _POSTCODE.fullmatch(text) else None


class Postcodes:
    """Buurten by postcode; without a table every postcode is refused with what to do."""

    def __init__(self, file: Path = POSTCODES_FILE) -> None:
        """Reads `file` (columns postcode;buurt_code;share) when it exists."""
        rows = _rows(file) if file.exists() else []
        self._buurten = _buurten(rows)
        self._shares = {_plain(row): float(row["share"]) for row in rows if row.get("share")}

    def share(self, postcode: str, buurt: str) -> float:
        """Which part of the addresses of a postcode lies in a buurt at most; 1 when unknown.

        >>> Postcodes(Path("nergens.csv")).share("5611AA", "BU07721110")
        1.0
        """
        if not self._buurten:
            return 1.0
        if buurt in self._buurten.get(postcode, ()):
            return self._shares.get(postcode, 1.0)
        return 1.0 - self._shares.get(postcode, _UNKNOWN_SHARE)

    def buurt(self, postcode: str) -> str:
        """The code of the buurt in which a postcode lies: 6 signs, or 4 when all lie in one.

        Raises CellProblem when the postcode is unknown or lies in several buurten.
        """
        if not self._buurten:
            raise CellProblem(
                "Deze postcode kan niet aan een buurt worden gekoppeld: de tabel met postcodes is"
                f" er niet. Laad haar met `{_COMMAND}`, of vul de buurt in."
            )
        buurten = self._buurten.get(postcode)
        if not buurten:
            raise CellProblem(
                f"Deze postcode ligt niet in {city().name} of bestaat niet. Vul de buurt in."
            )
        if len(buurten) > 1:
            raise CellProblem(
                f"In deze postcode liggen {len(buurten)} buurten. Vul de buurt of, bij vier"
                " cijfers, de hele postcode in."
            )
        return next(iter(buurten))


def _rows(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8-sig", newline="") as rows:
        return list(csv.DictReader(rows, delimiter=";"))


def _plain(row: dict[str, str]) -> str:
    return row["postcode"].replace(" ", "").upper()


def _buurten(rows: list[dict[str, str]]) -> dict[str, set[str]]:
    buurten: dict[str, set[str]] = {}
    for row in rows:
        for part in (_plain(row), _plain(row)[:_PC4_LENGTH]):
            buurten.setdefault(part, set()).add(row["buurt_code"])
    return buurten
