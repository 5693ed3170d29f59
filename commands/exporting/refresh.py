"""`bloei.py export --refresh`: a presentation that a person edited, with newer figures."""

from collections.abc import Mapping
from dataclasses import replace
from functools import cache, partial
from pathlib import Path

from analytics.figures.doors.marts import Audience, open_marts
from analytics.scope.answers import DirectAnswers
from analytics.scope.scope import Scope
from analytics.scope.search.question import WrongQuestion, parse_audience
from analytics.scope.windows import Window
from commands.exporting.asked import Asked
from commands.exporting.dress import dress
from commands.exporting.view import view_of
from data.access.record import refuse_full, taken_by_command, write
from data.file.store import Store
from data.file.together import put_together
from exports.manifest import Origin, told_of
from exports.refresh.deck import EditedDeck, NotOurs
from exports.refresh.fresh import Fresh
from exports.safe import refuse_unsafe
from exports.setting import setting_of

BEHIND, ROLE = "-vernieuwd", "export"


def refresh(deck: Path, folder: Path, file: Path, audience: str, asked: Asked) -> list[str]:
    """Puts the renewed presentation in a folder, with its manifest; what was done, in lines.

    The presentation itself stays as it is. WrongQuestion, DataFileProblem, Unsafe, CannotRecord,
    OSError.
    """
    _refuse_other(asked)
    name = f"{deck.stem}{BEHIND}.pptx"
    if (folder / name).exists():
        raise WrongQuestion(f"{folder / name} is er al. Kies een andere map, of geef het een naam.")
    edited = _opened(deck)
    if parse_audience(audience) is Audience.INTERN and edited.audience is not Audience.INTERN:
        raise WrongQuestion(
            "Deze presentatie is voor de gemeente: zij krijgt alleen afgeronde cijfers. Maak voor"
            " exacte cijfers een nieuwe, met --audience intern."
        )
    refuse_full(file)
    return _put(edited, folder, name, file, asked)


def _refuse_other(asked: Asked) -> None:
    """WrongQuestion when more is asked than a presentation can heed: it knows its own choices."""
    if replace(asked, as_of=None, template="", refresh="") != Asked(window=Window.ALL):
        raise WrongQuestion(
            "Een presentatie wordt vernieuwd zoals zij is. Geef bij --refresh alleen --as-of,"
            " --template, --file, --audience en --out."
        )


def _opened(deck: Path) -> EditedDeck:
    try:
        return EditedDeck(deck.read_bytes())
    except OSError as error:
        raise WrongQuestion(f"{deck} kan niet worden gelezen.") from error
    except NotOurs as wrong:
        raise WrongQuestion(f"{deck.name}: {wrong}") from wrong


def _answers(store: Store, audience: Audience, area: str) -> DirectAnswers:
    """The answers for who asks of the code of an area, which may be an own area."""
    return DirectAnswers(open_marts(store.seeing(area), audience), is_demo=store.meta.is_demo)


def _put(edited: EditedDeck, folder: Path, name: str, file: Path, asked: Asked) -> list[str]:
    """Makes the presentation for its own audience, records it and puts it in the folder."""
    store = Store(file)
    answers = cache(partial(_answers, store, edited.audience))
    view = view_of(asked, answers("").known)
    setting = setting_of(Scope(answers(""), view))
    if edited.series != (setting.series.id if setting.series else ""):
        raise WrongQuestion(
            "Deze presentatie is van een andere reeks dan dit gegevensbestand: hun afgeronde"
            " cijfers mogen niet naast elkaar. Maak een nieuwe presentatie."
        )
    made, told = edited.renewed(Fresh(answers, view.as_of, dress(asked)))

    def closing(written: Mapping[str, bytes]) -> list[tuple[str, bytes]]:
        refuse_unsafe(written, setting)
        subject = f"{name} (vernieuwd)"
        write(file, taken_by_command(ROLE, subject, edited.audience, store.path.name))
        return told_of(Origin(store.path, setting, asked.words), written)

    put_together(folder, [(name, made)], closing)
    return [setting.audience_words, *told]
