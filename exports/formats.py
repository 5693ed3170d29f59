"""The formats in which cards and reports are taken along: one entry is one format.

The button on a page and the command line use the same functions. What makes a format is imported
when it is made: a page that is only looked at does not wait for it.
"""

from charts.card import Card
from exports.flat.collect import Flat
from exports.forms import CardForm, File, FlatForm, ReportForm
from exports.house import House
from exports.report.report import Report
from exports.setting import Setting

OFFICE = "application/vnd.openxmlformats-officedocument"


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
    from exports.tables.text_csv import csv  # noqa: PLC0415 (like the others)

    return csv(card, setting)


def _csv_notes(card: Card, setting: Setting) -> bytes:
    from exports.tables.text_csv import notes  # noqa: PLC0415 (like the others)

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
