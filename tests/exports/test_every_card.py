"""Every card becomes a good file in every format, whatever the city and for both audiences."""

from collections import Counter
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import etree
from openxml_audit import OpenXmlValidator

from analytics.catalog import find
from analytics.figures.doors.marts import Audience, open_marts
from analytics.scope.answers import DirectAnswers
from analytics.scope.scope import Scope
from analytics.scope.view import View
from charts.card import Card
from charts.cards import CARDS
from data.file.store import Store
from exports.audit import audit_made
from exports.formats import CARD_FORMS, CardForm, distinct, file_name
from exports.house import house
from exports.setting import Setting, setting_of
from tests.exports.conftest import MADE, ORDINARY

OFFICE = ("pptx", "xlsx")
# What takes long is made for the ordinary city only; the drawing in it is that of the svg.
SLOW = ("png", "pdf", "gpkg", "gpkg-4326")
IDS = "{http://schemas.openxmlformats.org/presentationml/2006/main}cNvPr"
# An odd city in exact figures too, the other odd ones where there is time.
QUICK = (ORDINARY, "klein en vreemd")
CITIES = [
    pytest.param(
        name,
        audience,
        marks=[pytest.mark.slow] if audience is Audience.INTERN and name not in QUICK else [],
    )
    for name in MADE
    for audience in Audience
]
Made = tuple[Card, CardForm, Setting, bytes]


def made(store: Store, audience: Audience, forms: tuple[CardForm, ...]) -> Iterator[Made]:
    """Every card in some formats."""
    answers = DirectAnswers(open_marts(store, audience), is_demo=True)
    view = View(audience=audience)
    setting = setting_of(Scope(answers, view))
    for build in CARDS.values():
        card = build(Scope(answers, view))
        for form in forms:
            if form.applies(card):
                yield card, form, setting, form.make(card, setting, house())


@pytest.mark.parametrize(("name", "audience"), CITIES)
def test_every_card_is_made_in_every_format(
    city: Callable[[str], Store], name: str, audience: Audience, tmp_path: Path
) -> None:
    quick = tuple(form for form in CARD_FORMS if form.name not in SLOW)
    faults: list[str] = []
    for card, form, _, data in made(city(name), audience, quick):
        assert data
        found = twice(data) if form.name == "pptx" else []
        if audience is Audience.GEMEENTE:
            found += findings(data, form)
        elif name == ORDINARY and form.name in OFFICE:  # all cards; it would take minutes more
            found += office_faults(form, data, tmp_path)
        faults += [f"{card.id}.{form.name}: {text}" for text in found]
    assert not faults


@pytest.mark.parametrize("form", [form for form in CARD_FORMS if form.name in SLOW])
def test_every_card_is_made_in_slow_formats(store: Store, form: CardForm) -> None:
    for card, _, _, data in made(store, Audience.GEMEENTE, (form,)):
        assert data
        assert (card.id, findings(data, form)) == (card.id, [])


def findings(data: bytes, form: CardForm) -> list[str]:
    """What the audit says of a card that is handed over by itself."""
    told = audit_made({f"kaartje_gemeente.{form.name}": data})
    return [finding.what for finding in told.findings] + list(told.unread)


def office_faults(form: CardForm, data: bytes, folder: Path) -> list[str]:
    """What Office would repair in a file, by its schemas."""
    path = folder / f"bestand.{form.name}"
    path.write_bytes(data)
    return [str(fault) for fault in OpenXmlValidator().validate(path).errors]


def twice(data: bytes) -> list[str]:
    """The numbers of shapes that two shapes of a slide share."""
    with ZipFile(BytesIO(data)) as archive:
        slides = [name for name in archive.namelist() if name.startswith("ppt/slides/slide")]
        return [
            f"{slide}: vorm {number}"
            for slide in slides
            for number, count in Counter(
                shape.get("id") for shape in etree.fromstring(archive.read(slide)).iter(IDS)
            ).items()
            if count > 1
        ]


def test_the_indicators_that_a_card_names_are_in_the_catalogue(store: Store) -> None:
    answers = DirectAnswers(open_marts(store, Audience.INTERN), is_demo=True)
    for build in CARDS.values():
        for name in build(Scope(answers, View())).indicators:
            assert find(name).definition


@pytest.mark.parametrize("form", [form for form in CARD_FORMS if not form.for_maps])
def test_cards_that_are_exported_together_keep_their_own_file(store: Store, form: CardForm) -> None:
    """The names of cards about the same indicator are the same: the card then stands in them."""
    answers = DirectAnswers(open_marts(store, Audience.INTERN), is_demo=True)
    taken: set[str] = set()
    for name, build in CARDS.items():
        card, setting = build(Scope(answers, View())), setting_of(Scope(answers, View()))
        stems = card.file_name or name, f"{name}_{card.file_name}"
        distinct([file_name(stem, setting, form) for stem in stems], taken)
    assert len(taken) == len(CARDS)
