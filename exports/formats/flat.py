"""The formats of all figures at once."""

from exports.flat.collect import Flat
from exports.formats.form import WORKBOOK, File, FlatForm
from exports.house import House


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
