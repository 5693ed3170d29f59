"""The house style of an export: that of the house, in a template of the organisation if asked."""

from commands.exporting.asked import Asked
from exports.house import House, house


def dress(asked: Asked) -> House:
    """The house style. HouseProblem when a template is none."""
    return house().with_templates(asked.templates)


def misfits(asked: Asked) -> list[str]:
    """In Dutch sentences, what of the templates could not be used. HouseProblem."""
    found, told = dress(asked), list[str]()
    if asked.is_flat:
        return told
    if found.slides:
        from exports.slides.template.own import lent

        told += [f"{found.slides.name}: {note}" for note in lent(found, found.slides)[1]]
    if found.document:
        from exports.report.word.letter import opened

        told += [f"{found.document.name}: {note}" for note in opened(found.document)[1]]
    return told
