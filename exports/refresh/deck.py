"""A presentation of ours that a person edited, renewed: what is ours, and nothing else."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from io import BytesIO
from typing import Any
from zipfile import BadZipFile

from pptx import Presentation
from pptx.exc import PackageNotFoundError

from analytics.figures.doors.marts import Audience
from data.dutch import long_date
from exports.refresh.fresh import Fresh, NotThere
from exports.refresh.transplant import renew
from exports.slides.mark import HELD, SENTENCE, Mark, marked
from exports.zips import steady

OWN_SLIDE = "geen kaartje van ons, bleef zoals hij was: kijk na of er oude cijfers in staan"
_BROKEN = (BadZipFile, PackageNotFoundError, KeyError, ValueError, AttributeError, SyntaxError)


Part = tuple[Mark, Any]  # what is known of a shape, and the shape


class NotOurs(Exception):
    """A presentation that cannot be renewed; the message says in Dutch why."""


class EditedDeck:
    """A presentation with slides of ours in it."""

    def __init__(self, data: bytes) -> None:
        """NotOurs when it is no presentation, has nothing of ours, or two kinds of figures."""
        try:
            self._file = Presentation(BytesIO(data))
            self._slides = [marked(slide) for slide in self._file.slides]
        except _BROKEN as broken:
            raise NotOurs(
                "Dit bestand kan niet worden gelezen als PowerPoint: sla het op als pptx, zonder"
                " wachtwoord."
            ) from broken
        marks = [mark for found in self._slides for mark, _ in found]
        if not marks:
            raise NotOurs(
                "In deze presentatie staat niets wat kan worden vernieuwd: geen kaartje of rapport"
                " van dit dashboard, of een van voor deze mogelijkheid. Maak haar opnieuw."
            )
        audiences, series = {mark.publiek for mark in marks}, {mark.reeks for mark in marks}
        if len(audiences) > 1 or len(series) > 1 or not audiences <= set(Audience):
            raise NotOurs(
                "In deze presentatie staan cijfers van twee soorten door elkaar (INTERN en"
                " afgerond, of van twee reeksen). Vernieuw ze in aparte presentaties."
            )
        self.audience, self.series = Audience(audiences.pop()), series.pop()

    def renewed(self, fresh: Fresh) -> tuple[bytes, list[str]]:
        """The bytes of the presentation with the figures of another day, and what was done."""
        told = [
            f"Dia {number}: {line}"
            for number, found in enumerate(self._slides, 1)
            for line in (_renewed(found, fresh) if found else [OWN_SLIDE])
        ]
        file = BytesIO()
        self._file.save(file)
        return steady(file.getvalue()), told


def _renewed(found: list[Part], fresh: Fresh) -> Iterator[str]:
    """What was done on one slide, a line per card."""
    cards: dict[Mark, list[Part]] = {}
    for mark, shape in found:
        cards.setdefault(mark.whole, []).append((mark, shape))
    for whole, parts in cards.items():
        try:
            made = fresh.parts(whole)
        except NotThere as reason:
            yield f"{whole.kaart} NIET vernieuwd, nog van {_day(whole)}: {reason}"
        else:
            yield f"{whole.kaart}: {_card(parts, made)}"
    if len(cards) > 1:
        yield "meer kaartjes bij elkaar, kijk na want niet vernieuwd: titel, voettekst, notities"


def _card(parts: Sequence[Part], made: Mapping[str, Any]) -> str:
    """Renews the parts of a card; in words what became of them."""
    done, kept = list[str](), list[str]()
    for mark, shape in parts:
        is_renewed = mark.deel in made and renew(mark, shape, made[mark.deel])
        (done if is_renewed else kept).append(mark.deel)
    there = {mark.deel for mark, _ in parts}
    gone = [name for name in made if name not in there and name not in (SENTENCE, *HELD)]
    told = [f"vernieuwd {', '.join(done) or 'niets'}"]
    if kept:
        told.append(f"kijk na, want uw eigen woorden of nu zonder zin: {', '.join(kept)}")
    if gone:
        told.append(f"weggehaald en zo gelaten: {', '.join(gone)}")
    if SENTENCE in made and SENTENCE not in there:
        told.append("bij dit kaartje hoort een zin, die hier niet staat")
    return "; ".join(told)


def _day(mark: Mark) -> str:
    return long_date(date.fromisoformat(mark.dag))
