"""The card that a shape is of, made again on another day, as slides."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from io import BytesIO
from typing import Any
from urllib.parse import parse_qsl

from pptx import Presentation

from analytics.scope.answers import Answers
from analytics.scope.scope import Scope
from analytics.scope.view import parse
from charts.cards import CARDS
from charts.registry import selection_of
from exports.house import House
from exports.report.cover import cover_map
from exports.report.report import headed, report_setting
from exports.setting import setting_of
from exports.slides.cards import pptx
from exports.slides.mark import COVER, Mark, marked


class NotThere(Exception):
    """A card that cannot be made any more; the message says in Dutch why."""


class Fresh:
    """The slides of cards on one day, each made once. `day` None is the last day of the file."""

    def __init__(self, answers: Callable[[str], Answers], day: date | None, house: House) -> None:
        """For the audience of the answers, which are those for who asks of the code of an area."""
        self._answers, self._day, self._house = answers, day, house
        self._made: dict[tuple[str, ...], Any] = {}

    def parts(self, mark: Mark) -> dict[str, Any]:
        """The parts of the slide that a mark is of, by name. NotThere."""
        key = (mark.kaart, mark.keuze, mark.vorm, mark.kop)
        if key not in self._made:
            self._made[key] = self._slides(mark)
        for slide in self._made[key]:
            found = marked(slide)
            if found and found[0][0].maat == mark.maat:
                return {one.deel: shape for one, shape in found}
        raise NotThere("het vraagt nu andere dia's. Maak het opnieuw met --chart of --report")

    def _slides(self, mark: Mark) -> list[Any]:
        scope = self._scope(mark)
        setting = report_setting(scope) if mark.vorm else setting_of(scope)
        card = CARDS[mark.kaart](scope)
        make = cover_map if mark.vorm == COVER else pptx
        made = make(headed(card) if mark.kop else card, setting, self._house)
        return list(Presentation(BytesIO(made)).slides)

    def _scope(self, mark: Mark) -> Scope:
        if mark.kaart not in CARDS:
            raise NotThere("dit kaartje is er niet meer")
        query = dict(parse_qsl(mark.keuze))
        answers = self._answers(query.get("gebied", ""))
        view = replace(parse(query, answers.known), as_of=None)
        if selection_of(view) != mark.keuze:
            raise NotThere("deze keuze (gebied, indicator of dag) is er niet in deze gegevens")
        return Scope(answers, replace(view, as_of=self._day))
