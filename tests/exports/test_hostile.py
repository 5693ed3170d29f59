"""Names are text in every file: no link, no formula, no markup; and they stop no export."""

import csv
import json
from collections.abc import Callable
from io import BytesIO, StringIO
from itertools import cycle
from pathlib import Path
from xml.etree import ElementTree
from zipfile import ZipFile

import openpyxl
import pikepdf
import pytest

from analytics.figures.doors.marts import Audience, open_marts
from analytics.scope.answers import DirectAnswers
from analytics.scope.scope import Scope
from analytics.scope.view import View, known_of
from charts.card import Card
from charts.cards import CARDS
from data.file.store import Store
from data.reference.own_area import own_area
from exports.formats import CARD_FORMS, CardForm
from exports.glyphs import drawable
from exports.house import house
from exports.paper.renderer import Renderer
from exports.problems import DrawingFailed
from exports.setting import Setting, setting_of
from exports.tables.formulas import FORMULA_SIGNS
from tests.cities import ODD_AS_OF, odd_frames, write_city
from tests.hostile import NAMES

OWN = ["BU07723120", "BU07724100"]
FEW = ("overzicht.uitrol", "uitrol.tijdlijn", "gebied.indicatoren", "kaart.kaart", "uitrol.stand")


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """The odd city, in which every name that comes from a delivery is a hostile one."""
    frames, names = dict(odd_frames()), cycle(NAMES)
    for table, column in (("places", "name"), ("rollout", "team"), ("events", "label")):
        frames[table] = frames[table].assign(**{column: [next(names) for _ in frames[table].index]})
    return write_city(tmp_path_factory.mktemp("vijand") / "stad.duckdb", frames, ODD_AS_OF)


def cards(store: Store, name: str) -> list[tuple[Card, Setting]]:
    """The first card of an area with that name; of the first name all few."""
    own = own_area(name, OWN)
    assert own is not None
    seen = store.with_area(own)
    answers = DirectAnswers(open_marts(seen, Audience.GEMEENTE), is_demo=True)
    view = View(area=own.code, audience=Audience.GEMEENTE)
    assert own.code in known_of(open_marts(seen, Audience.GEMEENTE)).areas
    few = FEW if name == NAMES[0] else FEW[:1]
    return [(CARDS[card](Scope(answers, view)), setting_of(Scope(answers, view))) for card in few]


@pytest.mark.parametrize("form", CARD_FORMS, ids=lambda form: form.name)
def test_every_format_holds_hostile_names_as_text(hostile: Store, form: CardForm) -> None:
    names = NAMES if form.name in ("csv", "xlsx") else NAMES[:: len(NAMES) // 5]
    for name in names:
        for card, setting in cards(hostile, name):
            if form.applies(card):
                CHECKS.get(form.name, len)(form.make(card, setting, house()))


def _svg(data: bytes) -> None:
    root = ElementTree.fromstring(data)
    tags = {element.tag.rpartition("}")[2] for element in root.iter()}
    assert not tags & {"a", "script", "foreignObject", "link"}
    links = [value for e in root.iter() for key, value in e.attrib.items() if key.endswith("href")]
    assert all(link.startswith(("#", "data:")) for link in links)


def _csv(data: bytes) -> None:
    cells = [
        cell
        for row in csv.reader(StringIO(data.decode("utf-8-sig")), delimiter=";")
        for cell in row
    ]
    starts = [cell for cell in cells if cell.startswith(FORMULA_SIGNS)]
    assert all(_is_number(cell) for cell in starts)


def _is_number(cell: str) -> bool:
    return cell.replace("-", "").replace("−", "").replace(",", "").replace(".", "").isdigit()


def _xlsx(data: bytes) -> None:
    book = openpyxl.load_workbook(BytesIO(data))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert not [cell for cell in cells if cell.data_type == "f"]
    assert not [cell for cell in cells if cell.hyperlink and cell.hyperlink.target]
    _office(data)


def _office(data: bytes) -> None:
    with ZipFile(BytesIO(data)) as archive:
        for name in archive.namelist():
            if name.endswith(".rels"):
                assert b'TargetMode="External"' not in archive.read(name)
            elif name.endswith(".xml"):
                ElementTree.fromstring(archive.read(name))


def _pdf(data: bytes) -> None:
    with pikepdf.open(BytesIO(data)) as file:
        assert not [page for page in file.pages if "/Annots" in page]


CHECKS: dict[str, Callable[[bytes], object]] = {
    "svg": _svg,
    "csv": _csv,
    "xlsx": _xlsx,
    "pptx": _office,
    "pdf": _pdf,
    "geojson": json.loads,
}


@pytest.mark.parametrize("name", NAMES)
def test_what_a_font_lacks_becomes_what_comes_nearest(name: str) -> None:
    made = drawable([name, name], house())
    assert all(made)
    assert drawable(made, house()) == made
    assert drawable({name: 1.5}, house()) == {made[0]: 1.5}


def test_signs_that_the_font_has_stay_and_others_do_not_vanish() -> None:
    assert drawable("Eindhoven – 14,5% · café", house()) == "Eindhoven – 14,5% · café"
    assert drawable("🌱 ＝ ﬁjn cafe\u0301 q\u0301", house()) == "? = ﬁjn café q"


def test_a_picture_that_kills_the_renderer_leaves_the_server_alive() -> None:
    renderer = Renderer()
    good = {"logo": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>', "scale": 8}
    assert renderer.ask(good)
    assert renderer._process is not None
    renderer._process.kill()
    other = good | {"scale": 9}  # what was drawn before is remembered
    with pytest.raises(DrawingFailed, match="kan niet worden getekend"):
        renderer.ask(other)
    assert renderer.ask(other)
    assert renderer.ask(good)
    with pytest.raises(DrawingFailed):
        renderer.ask({"logo": "geen svg", "scale": 8})
    renderer.close()


def test_cards_that_are_text_keep_their_paths(tmp_path: Path) -> None:
    assert drawable(tmp_path, house()) is tmp_path
