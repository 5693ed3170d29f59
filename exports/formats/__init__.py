"""The formats in which cards and reports are taken along: one entry is one format.

The button on a page and the command line use the same functions. What makes a format is imported
when it is made: a page that is only looked at does not wait for it.
"""

from exports.formats.cards import CARD_FORMS
from exports.formats.flat import FLAT_FORMS
from exports.formats.form import (
    WORKBOOK,
    CardForm,
    FlatForm,
    Form,
    ReportForm,
    distinct,
    file_name,
)
from exports.formats.reports import REPORT_FORMS

__all__ = [
    "CARD_FORMS",
    "FLAT_FORMS",
    "REPORT_FORMS",
    "WORKBOOK",
    "CardForm",
    "FlatForm",
    "Form",
    "ReportForm",
    "distinct",
    "file_name",
]
