"""A report as a Word document, in our own dress or in that of an organisation."""

from exports.report.word.document import docx

__all__ = ["docx"]
