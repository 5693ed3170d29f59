"""The sample delivery in random odd forms: letters, separator, dates, headings, layout, fillers."""

import csv
import gzip
import io
import unicodedata
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

import openpyxl
from hypothesis import strategies as st

from data.contract.columns import Kind, Table
from data.contract.tables import TABLES
from data.delivery.text import squash
from tests.data.delivery.deliveries import Rows, sample_rows, with_dates

Sheets = dict[str, Rows]
_DAYS = (Kind.DATE, Kind.PLANNED_DATE)
_ENGLISH = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

ENCODINGS: dict[str, Callable[[str], bytes]] = {
    "utf-8": lambda text: text.encode(),
    "utf-8 with mark": lambda text: text.encode("utf-8-sig"),
    "utf-16": lambda text: text.encode("utf-16"),
    "utf-16 without mark": lambda text: text.encode("utf-16-be"),
    "cp1252": lambda text: text.encode("cp1252"),
    "mac": lambda text: text.encode("mac_roman"),
    "cp850": lambda text: text.encode("cp850"),
    "twice": lambda text: text.encode().decode("cp1252").encode(),
    "question marks": lambda text: text.encode("ascii", "replace"),
}
DATES: dict[str, Callable[[date], Any]] = {
    "14-4-2021": lambda d: f"{d.day}-{d.month}-{d.year}",
    "14.04.21": lambda d: f"{d:%d.%m.%y}",
    "4/14/2021": lambda d: f"{d.month}/{d.day}/{d.year}",
    "04/14/21": lambda d: f"{d:%m/%d/%y}",
    "21-04-14": lambda d: f"{d:%y-%m-%d}",
    "2021-14-4": lambda d: f"{d.year}-{d.day}-{d.month}",
    "2021-04-14": lambda d: d.isoformat(),
    "with a clock": lambda d: f"{d.isoformat()} 13:45:00",
    "14 Apr 2021": lambda d: f"{d.day}\u00a0{_ENGLISH[d.month - 1]}\u00a0{d.year}",
    "Apr 14, 2021": lambda d: f"{_ENGLISH[d.month - 1]} {d.day}, {d.year}",
    "20210414": lambda d: f"{d:%Y%m%d}",
    "14042021": lambda d: f"{d:%d%m%Y}",
    "serial": lambda d: (d - date(1899, 12, 30)).days,
}
FILLERS = ("", "NULL", "n.v.t.", "-", "onbekend", "#N/B", "31-12-9999", "1-1-1900", "00-00-0000")
LAYOUTS = (
    "files",
    "gz",
    "zip",
    "workbook",
    "workbooks",
    "titles",
    "one column",
    "hidden",
    "summary",
)
HEADINGS = ("same", "upper", "plain", "signs", "explained", "english", "typo", "swapped", "synonym")
SEPARATORS = (";", ",", "\t", "|")


@dataclass(frozen=True)
class Form:
    """One way to write a delivery."""

    encoding: str
    separator: str
    dates: str
    headings: str
    layout: str
    filler: str
    seed: int


def form() -> st.SearchStrategy[Form]:
    """Any form."""
    return st.builds(
        Form,
        encoding=st.sampled_from(sorted(ENCODINGS)),
        separator=st.sampled_from(SEPARATORS),
        dates=st.sampled_from(sorted(DATES)),
        headings=st.sampled_from(HEADINGS),
        layout=st.sampled_from(LAYOUTS),
        filler=st.sampled_from(FILLERS),
        seed=st.integers(0, 10_000),
    )


def some_of_the_sample() -> Sheets:
    """Some rows of the sample that belong together, with the rows that must be refused."""
    sheets = sample_rows()
    scans, matches, vacancies = (sheets[n] for n in ("talentenscans", "matches", "vacatures"))
    scans = [*scans[:61], *scans[-12:]]
    known = {row[0] for row in scans}
    of_scan, of_vacancy = matches[0].index("Scan-ID"), matches[0].index("Vacaturenummer")
    own = [row for row in matches[1:-12] if row[of_scan] in known]
    matches = [matches[0], *own, *matches[-12:]]
    asked = {row[of_vacancy] for row in matches}
    own = [row for row in vacancies[1:-12] if row[0] in asked]
    vacancies = [vacancies[0], *own, *vacancies[-12:]]
    return {**sheets, "talentenscans": scans, "matches": matches, "vacatures": vacancies}


def write_form(folder: Path, sheets: Sheets, how: Form) -> None:
    """Writes the delivery in a form."""
    random = Random(how.seed)
    written = {
        name: _headed(_filled(rows, name, how.filler), name, how, random)
        for name, rows in with_dates(sheets, DATES[how.dates]).items()
    }
    if how.layout in ("files", "gz", "zip"):
        _write_texts(folder, written, how)
    else:
        _write_workbooks(folder, written, how)


def _table(name: str) -> Table:
    return next(table for table in TABLES if name in table.sheets)


def _filled(rows: Rows, name: str, filler: str) -> Rows:
    table = _table(name)
    known = {squash(text): c for c in table.columns for text in c.headings}
    columns = [known.get(squash(str(heading))) for heading in rows[0]]
    is_day = filler[:1].isdigit()

    def fill(position: int, cell: Any) -> Any:
        column = columns[position]
        if cell not in (None, "") or column is None or column.required:
            return cell
        return filler if not is_day or column.kind in _DAYS else cell

    return [rows[0], *([fill(i, cell) for i, cell in enumerate(row)] for row in rows[1:])]


def _headed(rows: Rows, name: str, how: Form, random: Random) -> Rows:
    headings = [str(heading) for heading in rows[0]]
    chosen = random.randrange(len(headings))
    known = {squash(text): c for c in _table(name).columns for text in c.headings}
    column = known[squash(headings[chosen])]
    changes: dict[str, Callable[[str], str]] = {
        "same": lambda text: text,
        "upper": str.upper,
        "plain": _plain,
        "signs": lambda text: text.replace(" ", "_") + ":",
        "explained": lambda text: f"{text} (verplicht)",
        "english": lambda text: known[squash(text)].name,
    }
    if how.headings in changes:
        headings = [changes[how.headings](text) for text in headings]
    else:
        odd = {"typo": _typo, "swapped": _swapped}.get(how.headings)
        text = headings[chosen]
        headings[chosen] = odd(text, random) if odd else random.choice(column.headings)
    return [[*headings], *rows[1:]]


def _plain(text: str) -> str:
    decomposed = unicodedata.normalize("NFD", text)
    return "".join(sign for sign in decomposed if not unicodedata.combining(sign))


def _typo(text: str, random: Random) -> str:
    place = random.randrange(len(text))
    return text[:place] + random.choice(["", "x", "é", "?", "\ufffd"]) + text[place + 1 :]


def _swapped(text: str, random: Random) -> str:
    place = random.randrange(len(text) - 1)
    return text[:place] + text[place + 1] + text[place] + text[place + 2 :]


def _text(rows: Rows, separator: str) -> str:
    written = io.StringIO()
    csv.writer(written, delimiter=separator).writerows(rows)
    return written.getvalue().replace("\ufffd", "?")


def _write_texts(folder: Path, sheets: Sheets, how: Form) -> None:
    contents = {
        f"{name}.csv": ENCODINGS[how.encoding](_encodable(_text(rows, how.separator), how.encoding))
        for name, rows in sheets.items()
    }
    if how.layout == "zip":
        with zipfile.ZipFile(folder / "levering.zip", "w") as archive:
            for name, content in contents.items():
                archive.writestr(f"map/{name}", content)
        return
    for name, content in contents.items():
        packed = how.layout == "gz"
        path = folder / (f"{name}.gz" if packed else name)
        path.write_bytes(gzip.compress(content) if packed else content)


def _encodable(text: str, encoding: str) -> str:
    # A no-break space means something else in the code pages of other machines.
    return text.replace("\u00a0", " ") if encoding in ("mac", "cp850", "question marks") else text


def _write_workbooks(folder: Path, sheets: Sheets, how: Form) -> None:
    if how.layout == "workbook":
        _book(folder / "registratie.xlsx", sheets)
    else:
        for name, rows in sheets.items():
            _book(folder / f"{name}.xlsx", _laid_out(name, rows, how))


def _laid_out(name: str, rows: Rows, how: Form) -> Sheets:
    if how.layout == "titles":
        return {"Blad1": [["Export"], ["Buurt", "Alle", "Soort", "Alle"], [], *rows]}
    if how.layout == "one column":
        lines = _text(rows, how.separator).splitlines()
        return {"Blad1": [[line] for line in lines]}
    if how.layout == "hidden":
        return {"oud": rows[: len(rows) // 2], name: rows}
    if how.layout == "summary":
        width = len(rows[0])
        beside: Rows = [["Buurt", "Aantal"], ["Tempel", 3], ["Esp", 4]]
        padded = [[*row, *[None] * (width - len(row))] for row in rows]
        beside += [[] for _ in padded[len(beside) :]]
        return {name: [[*row, None, *below] for row, below in zip(padded, beside, strict=True)]}
    return {"Blad1": rows}


def _book(path: Path, sheets: Sheets) -> None:
    book = openpyxl.Workbook(write_only=True)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        sheet.sheet_state = "hidden" if name == "oud" else "visible"
        for row in rows:
            sheet.append(row)
    book.save(path)
