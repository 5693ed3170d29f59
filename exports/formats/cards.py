"""The formats of a card."""

from charts.card import Card
from exports.formats.form import SLIDES, WORKBOOK, CardForm
from exports.house import House
from exports.setting import Setting


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
