"""From postcode to buurt, with the table that is loaded once a year from CBS."""

import csv
from pathlib import Path

from data.delivery.refusal import CellProblem
from data.reference.areas import AREAS_FILE

POSTCODES_FILE = AREAS_FILE.parent / "postcodes.csv"
_COMMAND = "python bloei.py geo postcodes BESTAND"
_PC4_LENGTH = 4


class Postcodes:
    """Buurten by postcode; without a table every postcode is refused with what to do."""

    def __init__(self, file: Path = POSTCODES_FILE) -> None:
        """Reads `file` (columns postcode;buurt_code;share) when it exists."""
        rows = _rows(file) if file.exists() else []
        self._buurten = _buurten(rows)
        self._shares = {_plain(row): float(row["share"]) for row in rows if row.get("share")}

    def share(self, postcode: str) -> float:
        """The part of the addresses of a postcode that lies in its buurt; 1 when that is unknown.

        >>> Postcodes(Path("nergens.csv")).share("5611 aa")
        1.0
        """
        return self._shares.get(postcode.replace(" ", "").upper(), 1.0)

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
                "Deze postcode ligt niet in Eindhoven of bestaat niet. Vul de buurt in."
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
