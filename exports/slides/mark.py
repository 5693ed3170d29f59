"""What a shape on a slide knows of itself, so that its figures can be renewed later.

It stands behind the name of the shape, as an address: a name goes along when a person moves,
copies or groups a shape, and through LibreOffice. That gives the title, the foot and the notes a
name of its own, so these are found by their kind, beside shapes that know their card. No figure is
in it.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from hashlib import sha256
from typing import Any
from urllib.parse import parse_qsl, urlencode

from pptx.enum.shapes import MSO_SHAPE_TYPE

from analytics.figures.doors.marts import Audience
from charts.card import Card
from data.dutch import day_of
from exports.setting import Setting

BEHIND = " · bloei:"
SUBTITLE, SOURCE, SENTENCE = "ondertitel", "bron", "zin"
TITLE, FOOT, DAY, NOTES = "titel", "voettekst", "datum", "notities"
HELD = (TITLE, FOOT, DAY, NOTES)
REPORT, COVER, FINDING = "rapport", "omslag", "bevinding"
CHART, TABLE, MAP, LINE, TEXT = "grafiek", "tabel", "kaart", "lijn", "tekst"
_HOLDERS = {"TITLE": TITLE, "CENTER_TITLE": TITLE, "FOOTER": FOOT, "DATE": DAY}
_NAMED = (SUBTITLE, SOURCE, SENTENCE)
_LONG = 12  # signs of a hash, enough to see that words were changed


@dataclass(frozen=True)
class Mark:
    """Of which card a shape is, and which part of it.

    `kaart` is the id of the card, `keuze` the address of its view, `dag` the peildatum, `publiek`
    the audience and `reeks` the series of its figures. `vorm` is "rapport" in a report and
    "omslag" on its cover, `kop` "bevinding" above a headed card. `maat` is which slide of the card
    it is and what is drawn on it, `vast` the parts that the layout holds, each with a hash of its
    words. `deel` is the part, `woorden` a hash of its words as they were written.
    """

    kaart: str
    keuze: str
    dag: str
    publiek: str
    reeks: str
    vorm: str
    kop: str
    maat: str = ""
    vast: str = ""
    deel: str = ""
    woorden: str = ""

    @property
    def whole(self) -> "Mark":
        """What all parts of a card on one slide share."""
        return replace(self, deel="", woorden="")


def mark_card(slides: Sequence[Any], card: Card, setting: Setting) -> None:
    """Lets every part of the slides of a card know it; not of one that cannot be made again."""
    for number, slide in enumerate(slides, 1):
        held = ",".join(f"{part}:{hashed(shape)}" for part, shape in _held(slide))
        mark = replace(_mark(card, setting), maat=f"{number}/{len(slides)} ", vast=held)
        _write(slide, mark)


def mark_cover(slide: Any, card: Card, setting: Setting) -> None:
    """Lets the map on a cover know its card; the words of the cover are of the whole report."""
    _write(slide, replace(_mark(card, setting), vorm=COVER))


def _mark(card: Card, setting: Setting) -> Mark:
    return Mark(
        kaart=card.id,
        keuze=card.selection,
        dag=setting.as_of.isoformat(),
        publiek=setting.audience,
        reeks=setting.series.id if setting.series else "",
        vorm=REPORT if setting.is_report else "",
        kop=FINDING if card.is_headed else "",
    )


def _write(slide: Any, whole: Mark) -> None:
    """Puts what is known behind the names of what is drawn, if the card can be made again."""
    if not (whole.kaart and (whole.keuze or whole.publiek == Audience.INTERN)):
        return
    drawn = list(_drawn(slide))
    size = whole.maat + ",".join(
        part for part, _ in drawn if part != SENTENCE
    )  # it may come and go
    for part, shape in drawn:
        mark = replace(whole, maat=size, deel=part, woorden=hashed(shape))
        known = {key: value for key, value in asdict(mark).items() if value}
        shape.name = f"{shape.name}{BEHIND}{urlencode(known)}"


def read(shape: Any) -> Mark | None:
    """What a shape knows of itself; None for one of a person, or of another program."""
    _, behind, told = shape.name.rpartition(BEHIND)
    empty = dict.fromkeys(Mark.__dataclass_fields__, "")
    found = dict(parse_qsl(told)) if behind else {}
    if day_of(found.get("dag", "")) is None or found.keys() - empty.keys():
        return None
    return Mark(**{**empty, **found})


def marked(slide: Any) -> list[tuple[Mark, Any]]:
    """The parts of cards on a slide, with its title, foot and notes when they are of one card."""
    read_ = [(read(shape), shape) for shape in _loose(slide.shapes)]
    found = [(mark, shape) for mark, shape in read_ if mark is not None]
    wholes = {mark.whole for mark, _ in found}
    return [*(_beside(wholes.pop(), slide) if len(wholes) == 1 else ()), *found]


def _beside(whole: Mark, slide: Any) -> Iterator[tuple[Mark, Any]]:
    """What the layout holds beside the parts of a card."""
    words = dict(part.split(":") for part in whole.vast.split(",") if ":" in part)
    for part, shape in _held(slide):
        if part in words:
            yield replace(whole, deel=part, woorden=words[part]), shape


def _loose(shapes: Any) -> Iterator[Any]:
    """The shapes, also those that a person put together in a group; a map is one shape."""
    for shape in shapes:
        if shape.shape_type == MSO_SHAPE_TYPE.GROUP and read(shape) is None:
            yield from _loose(shape.shapes)
        else:
            yield shape


def hashed(shape: Any) -> str:
    """A hash of the words of a shape: its text, or else its text alternative."""
    words = shape.text_frame.text if shape.has_text_frame else alternative(shape)
    return sha256(" ".join(words.split()).encode("utf-8")).hexdigest()[:_LONG]


def alternative(shape: Any) -> str:
    """What a shape says to who cannot see it, "" for nothing."""
    return str(shape._element._nvXxPr.cNvPr.get("descr", ""))


def _held(slide: Any) -> Iterator[tuple[str, Any]]:
    """The places of the layout whose words may change with the figures, and the notes."""
    for shape in slide.placeholders:
        if shape.placeholder_format.type.name in _HOLDERS:
            yield _HOLDERS[shape.placeholder_format.type.name], shape
    notes = slide.notes_slide.notes_placeholder if slide.has_notes_slide else None
    if notes is not None:
        yield NOTES, notes


def _drawn(slide: Any) -> Iterator[tuple[str, Any]]:
    """The other shapes that may change with the figures, and what each is called."""
    counted: Counter[str] = Counter()
    for shape in slide.shapes:
        kind = _kind(shape)
        if kind in _NAMED:
            yield kind, shape
        elif kind:
            counted[kind] += 1
            yield f"{kind} {counted[kind]}", shape


def _kind(shape: Any) -> str:
    """What a drawn shape is, "" for one that says the same on every day."""
    if shape.is_placeholder or shape.name in _NAMED:
        return "" if shape.is_placeholder else str(shape.name)
    if shape.has_chart or shape.has_table:
        return CHART if shape.has_chart else TABLE
    kinds = {
        MSO_SHAPE_TYPE.GROUP: MAP,
        MSO_SHAPE_TYPE.LINE: LINE,
        MSO_SHAPE_TYPE.TEXT_BOX: TEXT,
    }
    return kinds.get(shape.shape_type, "")
