"""The formats of a report."""

from exports.formats.form import LETTER, SLIDES, WORKBOOK, ReportForm
from exports.house import House
from exports.report.report import Report


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


REPORT_FORMS = (
    ReportForm("pptx", "Dia's (PowerPoint)", SLIDES, _report_pptx),
    ReportForm("pdf", "Document (PDF)", "application/pdf", _report_pdf),
    ReportForm("xlsx", "Werkmap (Excel)", WORKBOOK, _report_xlsx),
    ReportForm("docx", "Tekst (Word)", LETTER, _report_docx),
)
