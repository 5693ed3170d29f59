"""What a shape on a slide knows of itself, so that its figures can be renewed later.

It stands behind the name of the shape, as an address: the one place that every program keeps when
a person moves, copies or edits slides. No figure is in it.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from hashlib import sha256
from typing import Any
from urllib.parse import parse_qsl, urlencode

from pptx.enum.shapes import MSO_SHAPE_TYPE

from charts.card import Card
from data.dutch import day_of
from exports.setting import Setting

BEHIND = " · bloei:"
TITLE, SUBTITLE, SOURCE, SENTENCE, NOTES = "titel", "ondertitel", "bron", "zin", "notities"
CHART, TABLE, MAP, LINE, TEXT = "grafiek", "tabel", "kaart", "lijn", "tekst"
_HOLDERS = {"TITLE": TITLE, "CENTER_TITLE": TITLE, "FOOTER": "voettekst", "DATE": "datum"}
_NAMED = (SUBTITLE, SOURCE, SENTENCE)
_LONG = 12  # signs of a hash, enough to see that words were changed


@dataclass(frozen=True)
class Mark:
    """Of which card a shape is, and which part of it.

    `kaart` is the id of the card ("" for a text of a report), `keuze` the address of its view,
    `dag` the peildatum, `publiek` the audience and `reeks` the series of its figures. `maat` is
    which slide of the card it is and what is on it, `deel` the part, `woorden` a hash of its words
    as they were written. `vorm` is "rapport" in a report, `kop` "bevinding" above a headed card.
    """

    kaart: str
    keuze: str
    dag: str
    publiek: str
    reeks: str
    vorm: str
    kop: str
    maat: str = ""
    deel: str = ""
    woorden: str = ""


def mark_card(slides: Sequence[Any], card: Card, setting: Setting) -> None:
    """Lets every part of the slides of a card know it; not of one that cannot be made again."""
    if not (card.id and (card.selection or setting.is_intern)):
        return
    for number, slide in enumerate(slides, 1):
        found = list(_parts(slide))
        size = f"{number}/{len(slides)} {_size(found)}"
        for part, shape in found:
            _write(shape, _mark(card.id, card, setting), maat=size, deel=part)


def mark_text(slide: Any, setting: Setting) -> None:
    """Lets the title of a slide with a text of a report know of which day and for whom it is."""
    _write(slide.shapes.title, _mark("", Card(), setting), deel=TITLE)


def _mark(name: str, card: Card, setting: Setting) -> dict[str, str]:
    series = setting.series.id if setting.series else ""
    return {
        "kaart": name,
        "keuze": card.selection,
        "dag": setting.as_of.isoformat(),
        "publiek": setting.audience,
        "reeks": series,
        "vorm": "rapport" if setting.is_report else "",
        "kop": "bevinding" if card.is_headed else "",
    }


def _write(shape: Any, told: dict[str, str], **more: str) -> None:
    mark = Mark(**told, **more, woorden=hashed(shape))
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
    """The shapes of a slide, and of its notes, that know what they show."""
    shapes = [*_loose(slide.shapes), *([_notes(slide)] if slide.has_notes_slide else [])]
    found = [(read(shape), shape) for shape in shapes if shape is not None]
    return [(mark, shape) for mark, shape in found if mark is not None]


def _loose(shapes: Any) -> Iterator[Any]:
    """The shapes, also those that a person put together in a group; a map is one shape."""
    for shape in shapes:
        if shape.shape_type == MSO_SHAPE_TYPE.GROUP and read(shape) is None:
            yield from _loose(shape.shapes)
        else:
            yield shape


def hashed(shape: Any) -> str:
    """A hash of the words of a shape: its text, or else its text alternative."""
    words = shape.text_frame.text if shape.has_text_frame else _alternative(shape)
    return sha256(" ".join(words.split()).encode("utf-8")).hexdigest()[:_LONG]


def _alternative(shape: Any) -> str:
    return str(shape._element._nvXxPr.cNvPr.get("descr", ""))


def _parts(slide: Any) -> Iterator[tuple[str, Any]]:
    """The shapes of a slide that may change with the figures, and what each is called."""
    counted: Counter[str] = Counter()
    for shape in slide.shapes:
        kind = _kind(shape)
        if kind in (CHART, TABLE, MAP, LINE, TEXT):
            counted[kind] += 1
            yield f"{kind} {counted[kind]}", shape
        elif kind:
            yield kind, shape
    if slide.has_notes_slide:
        yield NOTES, _notes(slide)


def _kind(shape: Any) -> str:
    """What a shape is, "" for one that says the same on every day."""
    if shape.is_placeholder:
        return _HOLDERS.get(shape.placeholder_format.type.name, "")
    if shape.name in _NAMED:
        return str(shape.name)
    if shape.has_chart or shape.has_table:
        return CHART if shape.has_chart else TABLE
    if shape.shape_type == MSO_SHAPE_TYPE.GROUP:
        return MAP
    if shape.shape_type == MSO_SHAPE_TYPE.LINE:
        return LINE
    return TEXT if shape.shape_type == MSO_SHAPE_TYPE.TEXT_BOX else ""


def _size(found: Sequence[tuple[str, Any]]) -> str:
    """What is on a slide; a sentence may come and go."""
    return ",".join(part for part, _ in found if part != SENTENCE)


def _notes(slide: Any) -> Any:
    return slide.notes_slide.notes_placeholder
