"""The formats in which cards and reports are taken along: one entry is one format.

The button on a page and the command line use the same functions. What makes a format is imported
when it is made: a page that is only looked at does not wait for it.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from charts.card import Card
from charts.pictures import AreaMap
from exports.flat.collect import Flat
from exports.house import House
from exports.report.report import Report
from exports.setting import Setting

OFFICE = "application/vnd.openxmlformats-officedocument"
_UNSAFE = re.compile(r"[^\w.-]+")
File = tuple[str, bytes]
LONGEST_NAME = 120  # of a file, without audience and ending


@dataclass(frozen=True)
class Form:
    """A format by its name (also the ending of its files, unless that differs), and in words.

    `variant` stands in the names of its files where another format has the same ending.
    """

    name: str
    label: str
    mime: str
    ending: str = field(default="", kw_only=True)
    variant: str = field(default="", kw_only=True)


@dataclass(frozen=True)
class CardForm(Form):
    """A format for a card. `for_maps` means that only a map has it.

    `beside` makes the text that explains a file in which there is no room for it.
    """

    make: Callable[[Card, Setting, House], bytes]
    for_maps: bool = False
    beside: Callable[[Card, Setting], bytes] | None = field(default=None, kw_only=True)

    def files(self, card: Card, setting: Setting, house: House, name: str) -> list[File]:
        """The file of that name, and the text beside it that explains it where a format has one."""
        made = [(name, self.make(card, setting, house))]
        if self.beside is not None:
            stem = name.removesuffix(f".{self.ending or self.name}")
            made.append((f"{stem}_toelichting.txt", self.beside(card, setting)))
        return made

    def applies(self, card: Card) -> bool:
        """Whether the card has something to show in this format."""
        if card.note or (card.picture is None and card.table is None):
            return False
        return isinstance(card.picture, AreaMap) or not self.for_maps


@dataclass(frozen=True)
class ReportForm(Form):
    """A format for a report."""

    make: Callable[[Report, House], bytes]


@dataclass(frozen=True)
class FlatForm(Form):
    """A format for all figures at once: one file or several, by name and bytes.

    `stem` is how the first is called, before area and audience; `use` says what it is good for.
    """

    stem: str
    use: str
    make: Callable[[Flat, House, str], list[File]]

    def files(self, flat: Flat, house: House) -> list[File]:
        """The files, the one that the format is about first."""
        stem = "_".join(filter(None, (self.stem, flat.wanted.area)))
        return self.make(flat, house, file_name(stem, flat.setting, self))


def file_name(stem: str, setting: Setting, form: Form) -> str:
    """How a file is called: matches_per_1000_wijk_2021-10-01_gemeente.pptx."""
    plain = _UNSAFE.sub("-", stem).strip("-.")[:LONGEST_NAME] or "export"
    words = "_".join(filter(None, (plain, form.variant, setting.audience)))
    return f"{words}.{form.ending or form.name}"


def distinct(wanted: Sequence[str], taken: set[str]) -> str:
    """The first of the wanted names that is not taken, from usual to most precise; takes it.

    ValueError when none is left: files of one export may never replace each other.
    """
    free = next((name for name in wanted if name not in taken), None)
    if free is None:
        raise ValueError(f"Er zijn twee bestanden met de naam {wanted[-1]}.")
    taken.add(free)
    return free


def _png(card: Card, setting: Setting, house: House) -> bytes:
    from exports import paper  # noqa: PLC0415 (slow to load)

    return paper.png(card, setting, house)


def _svg(card: Card, setting: Setting, house: House) -> bytes:
    from exports import paper  # noqa: PLC0415 (slow to load)

    return paper.svg(card, setting, house).encode("utf-8")


def _pdf(card: Card, setting: Setting, house: House) -> bytes:
    from exports import paper  # noqa: PLC0415 (slow to load)

    return paper.pdf(card, setting, house)


def _pptx(card: Card, setting: Setting, house: House) -> bytes:
    from exports.slides.cards import pptx  # noqa: PLC0415 (slow to load)

    return pptx(card, setting, house)


def _xlsx(card: Card, setting: Setting, house: House) -> bytes:
    from exports.workbook.cards import xlsx  # noqa: PLC0415 (slow to load)

    return xlsx(card, setting, house)


def _csv(card: Card, setting: Setting, _house: House) -> bytes:
    from exports.text_csv import csv  # noqa: PLC0415 (like the others)

    return csv(card, setting)


def _csv_notes(card: Card, setting: Setting) -> bytes:
    from exports.text_csv import notes  # noqa: PLC0415 (like the others)

    return notes(card, setting)


def _geojson(card: Card, setting: Setting, _house: House) -> bytes:
    from exports.geodata import geojson  # noqa: PLC0415 (slow to load)

    return geojson(card, setting)


def _gpkg(card: Card, setting: Setting, _house: House) -> bytes:
    from exports.geodata import gpkg  # noqa: PLC0415 (slow to load)

    return gpkg(card, setting)


def _gpkg_in_degrees(card: Card, setting: Setting, _house: House) -> bytes:
    from exports.geodata import gpkg_in_degrees  # noqa: PLC0415 (slow to load)

    return gpkg_in_degrees(card, setting)


def _report_pptx(report: Report, house: House) -> bytes:
    from exports.report.slides import pptx  # noqa: PLC0415 (slow to load)

    return pptx(report, house)


def _report_pdf(report: Report, house: House) -> bytes:
    from exports.report.pdf import pdf  # noqa: PLC0415 (slow to load)

    return pdf(report, house)


def _report_docx(report: Report, house: House) -> bytes:
    from exports.report.word import docx  # noqa: PLC0415 (slow to load)

    return docx(report, house)


def _report_xlsx(report: Report, house: House) -> bytes:
    from exports.report.workbook import xlsx  # noqa: PLC0415 (slow to load)

    return xlsx(report, house)


def _swing(flat: Flat, house: House, name: str) -> list[File]:
    from exports.flat.swing import xlsx  # noqa: PLC0415 (slow to load)

    return [(name, xlsx(flat, house))]


def _flat_csv(flat: Flat, _house: House, name: str) -> list[File]:
    from exports.flat import package, table  # noqa: PLC0415 (like the others)

    made = table.table(flat)
    return [(name, made), (package.NAME, package.package(flat, name, made))]


def _flat_xlsx(flat: Flat, house: House, name: str) -> list[File]:
    from exports.flat.workbook import xlsx  # noqa: PLC0415 (slow to load)

    return [(name, xlsx(flat, house))]


def _dcat(flat: Flat, _house: House, name: str) -> list[File]:
    from exports.flat.dcat import record  # noqa: PLC0415 (like the others)

    return [(name, record(flat))]


def _viewer(flat: Flat, _house: House, name: str) -> list[File]:
    from exports.viewer.page import html  # noqa: PLC0415 (slow to load)

    return [(name, html(flat))]


SLIDES = f"{OFFICE}.presentationml.presentation"
LETTER = f"{OFFICE}.wordprocessingml.document"
WORKBOOK = f"{OFFICE}.spreadsheetml.sheet"

CARD_FORMS = (
    CardForm("png", "Plaatje (PNG)", "image/png", _png),
    CardForm("svg", "Tekening (SVG)", "image/svg+xml", _svg),
    CardForm("pdf", "Document (PDF)", "application/pdf", _pdf),
    CardForm("pptx", "Dia (PowerPoint)", SLIDES, _pptx),
    CardForm("xlsx", "Werkmap (Excel)", WORKBOOK, _xlsx),
    CardForm("csv", "Cijfers (CSV met uitleg)", "text/csv", _csv, beside=_csv_notes),
    CardForm("geojson", "Kaartlaag (GeoJSON)", "application/geo+json", _geojson, for_maps=True),
    CardForm("gpkg", "Kaartlaag (GeoPackage, RD)", "application/geopackage+sqlite3", _gpkg, True),
    CardForm(
        "gpkg-4326",
        "Kaartlaag (GeoPackage, WGS84)",
        "application/geopackage+sqlite3",
        _gpkg_in_degrees,
        True,
        ending="gpkg",
        variant="4326",
    ),
)
REPORT_FORMS = (
    ReportForm("pptx", "Dia's (PowerPoint)", SLIDES, _report_pptx),
    ReportForm("pdf", "Document (PDF)", "application/pdf", _report_pdf),
    ReportForm("xlsx", "Werkmap (Excel)", WORKBOOK, _report_xlsx),
    ReportForm("docx", "Tekst (Word)", LETTER, _report_docx),
)
FLAT_FORMS = (
    FlatForm(
        "html", "Kijkdoos", "text/html", "kijkdoos",
        "Snel kijken en doorsturen: een bestand dat in elke browser opent, ook zonder internet.",
        _viewer,
    ),
    FlatForm(
        "csv", "Alle cijfers (CSV met uitleg)", "text/csv", "cijfers",
        "Zelf rekenen in Excel, Power BI, R of Python.", _flat_csv,
    ),
    FlatForm(
        "xlsx", "Alle cijfers (Excel)", WORKBOOK, "cijfers",
        "Filteren en draaitabellen maken: tabellen van Excel, met uitleg op een eigen blad.",
        _flat_xlsx,
    ),
    FlatForm(
        "swing", "Alle cijfers voor Swing (Excel)", WORKBOOK, "swing",
        "In een keer importeren in Swing, zoals Eindhoven in Cijfers.", _swing, ending="xlsx",
    ),
    FlatForm(
        "dcat", "Beschrijving voor een datacatalogus (DCAT)", "application/ld+json", "dcat",
        "De gegevens aanmelden als open data.", _dcat, ending="jsonld",
    ),
)  # fmt: skip
