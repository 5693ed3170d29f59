"""From the words of a command line to files: what `bloei.py export` does."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from analytics.figures.doors.marts import open_marts
from analytics.scope.answers import DirectAnswers
from analytics.scope.scope import Scope
from analytics.scope.search.question import WrongQuestion, parse_audience
from commands.exporting.asked import Asked, form_names
from commands.exporting.cards import cards
from commands.exporting.dress import misfits
from commands.exporting.flat import flat_files
from commands.exporting.reports import order_of, reports
from commands.exporting.view import notes, view_of
from data.access.record import refuse_full, taken_by_command, write
from data.file.store import Store
from data.file.together import put_together
from exports.formats import FLAT_FORMS
from exports.formats.batch import by_area
from exports.manifest import NAME, Origin, hash_of, told_of, verify
from exports.report.drafts import drafts
from exports.safe import refuse_unsafe
from exports.setting import setting_of

File = tuple[str, bytes]
RUN = "report-run"  # who asks is the computer itself


class Exporting:
    """One export: from the data file at `path`, for an audience, of what was asked.

    `notes` are sentences that whoever asked must know.
    """

    def __init__(self, path: Path, audience: str, asked: Asked) -> None:
        """WrongQuestion when something cannot be asked; DataFileProblem."""
        store = Store(path)
        marts = open_marts(store.seeing(asked.area), parse_audience(audience))
        self._answers = DirectAnswers(marts, is_demo=store.meta.is_demo)
        self._asked, self._file, self._path = asked, store.path, path
        self._view = view_of(asked, self._answers.known)
        self.notes = [*notes(asked, self._view), *misfits(asked)]

    def deliver(self, folder: Path) -> list[str]:
        """Puts the files and their manifest in a folder, all or none; their names.

        Unsafe when the audit finds something in rounded figures: then nothing is handed over.
        """
        setting = setting_of(Scope(self._answers, self._view))
        origin = Origin(self._file, setting, self._asked.words)

        def closing(written: Mapping[str, bytes]) -> list[File]:
            refuse_unsafe(written, origin.setting)
            mails = dict(self._drafts(written))
            return [*mails.items(), *told_of(origin, {**written, **mails})]

        return put_together(folder, self.files(), closing)

    def files(self) -> Iterator[File]:
        """The files, each made when it is asked for; WrongQuestion at once, before any is made."""
        asked = self._asked
        if not asked.is_flat and bool(asked.report) == bool(asked.chart):
            raise WrongQuestion(
                "Vraag een rapport (--report), een kaartje (--chart), of alle cijfers"
                f" (alleen --format: {form_names(FLAT_FORMS)})."
            )
        make = flat_files if asked.is_flat else reports if asked.report else cards
        return make(self._answers, self._view, asked)

    def _drafts(self, written: Mapping[str, bytes]) -> Iterator[File]:
        """Mails with the reports, to be looked at and sent by a person, where they are asked."""
        asked, setting = self._asked, setting_of(Scope(self._answers, self._view))
        if not (asked.mail and asked.report):
            return iter(())
        made = by_area(order_of(self._answers, self._view, asked), written)
        return drafts(self._answers, setting, asked.mail, made)

    def refuse_unrecorded(self) -> None:
        """CannotRecord when the record of use has no room, before anything is made."""
        refuse_full(self._path)

    def record(self, folder: Path) -> None:
        """Writes in the record of use that the files were taken along. CannotRecord."""
        asked = self._asked
        subject = f"{asked.report} in {folder.name} ({asked.formats})"
        event = taken_by_command(RUN, subject, self._answers.audience, self._file.name)
        write(self._path, event)

    def is_made(self, folder: Path) -> bool:
        """Whether a folder holds these files, whole, made from the same data."""
        try:
            told = json.loads((folder / NAME).read_text(encoding="utf-8"))
            known = told["gegevensbestand_sha256"], told["publiek"], told["selectie"]
            asked = hash_of(self._file), self._answers.audience, self._asked.words
            return known == asked and verify(folder).is_good
        except (OSError, ValueError, KeyError, TypeError):
            return False  # nothing there, or something that is no export of ours
