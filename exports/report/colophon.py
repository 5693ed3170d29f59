"""The last piece of a report: of which day it is, for whom, and whom to ask."""

from collections.abc import Sequence

from data.dutch import long_date
from exports.house import House
from exports.report.report import Piece, Report, Text

TITLE = "Colofon"


def with_colophon(report: Report, house: House) -> Sequence[Piece]:
    """The pieces of a report and its colophon."""
    return [*report.pieces, colophon(report, house)]


def colophon(report: Report, house: House) -> Text:
    """No clock time stands in it: the same report gives the same bytes."""
    setting = report.setting
    terms = [
        ("Rapport", f"{report.title}, {report.subtitle}"),
        ("Peildatum", long_date(setting.as_of)),
        ("Uitgegeven door", house.footer),
    ]
    if house.contact:
        terms.append(("Vragen", house.contact))
    return Text(TITLE, [setting.audience_words], terms)
