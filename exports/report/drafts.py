"""Mails that are ready to be sent and are not: the reports of a team, with words of the sender."""

from collections.abc import Iterator, Mapping, Sequence
from email.message import EmailMessage
from email.policy import SMTP
from mimetypes import guess_type

from analytics.scope.answers import Answers
from analytics.scope.areas import NamedArea
from data.reference.areas import Level
from exports.report.report import place_name
from exports.setting import Setting

BOUNDARY = "=_buurt-in-bloei"  # a random one would make every file differ
INTERN = "INTERN: dit zijn exacte aantallen, die niet mogen worden doorgestuurd."
Group = tuple[NamedArea, Sequence[NamedArea]]  # for whom, and about which areas


def drafts(
    answers: Answers, setting: Setting, words: str, made: Mapping[str, Mapping[str, bytes]]
) -> Iterator[tuple[str, bytes]]:
    """A draft per team (else per area) with the files of its areas; `made` has them by area.

    The number keeps the names of two teams apart that differ in their signs only.

    To whom they go is left open: the registration knows no addresses.
    """
    for number, (whom, areas) in enumerate(_groups(answers, setting, [*made]), 1):
        files = {name: data for area in areas for name, data in made[area.code].items()}
        name = f"concept_{place_name(whom)}_{number}_{setting.as_of}_{setting.audience}.eml"
        yield name, _draft(whom, setting, words, files)


def _groups(answers: Answers, setting: Setting, codes: Sequence[str]) -> Iterator[Group]:
    areas = answers.known.areas
    chosen = [areas[code] for code in codes]
    if any(area.level is not Level.WIJK for area in chosen):
        yield from ((area, [area]) for area in chosen)
        return
    for code, progress in answers.progress(Level.TEAM, setting.as_of).items():
        inside = [area for area in chosen if area.code in progress.wijken]
        if inside:
            yield areas[code], inside


def _draft(whom: NamedArea, setting: Setting, words: str, files: Mapping[str, bytes]) -> bytes:
    """One mail: X-Unsent makes a mail program open it as a draft."""
    mail = EmailMessage(policy=SMTP)
    mail["Subject"] = " · ".join((f"Buurt in Bloei: {whom.name}", *setting.marks))
    mail["X-Unsent"] = "1"
    told = [words, setting.audience_words, INTERN if setting.is_intern else ""]
    mail.set_content("\n\n".join(filter(None, told)) + "\n")
    for name, data in files.items():
        kind, _, part = (guess_type(name)[0] or "application/octet-stream").partition("/")
        mail.add_attachment(data, maintype=kind, subtype=part, filename=name)
    mail.set_boundary(BOUNDARY)
    return mail.as_bytes()
