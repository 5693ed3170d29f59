"""The pictures of files for other programs in the guide, each of the file itself read back.

They are of rounded figures. It needs a Chromium, LibreOffice and pdftoppm.
"""

import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import closing
from os import environ
from pathlib import Path
from tempfile import TemporaryDirectory
from xml.etree import ElementTree

import geopandas
from playwright.sync_api import Browser

from analytics.catalog import find
from analytics.figures.doors.marts import Audience, open_marts
from analytics.scope.answers import DirectAnswers
from analytics.scope.scope import Scope
from analytics.scope.view import View
from charts.cards import CARDS
from commands.exporting.asked import Asked
from commands.exporting.exporting import Exporting
from data.file.store import Store
from data.periods import Period
from data.reference.areas import Level
from exports.flat.collect import Flat, Wanted
from exports.formats import CARD_FORMS, FLAT_FORMS
from exports.house import house
from exports.setting import setting_of
from pages._api.routes import SWITCH
from tests.tools.browser import open_browser, open_page
from tests.tools.office import as_pdf
from tests.tools.server import running_dashboard

ADDRESS = "/api/v1/figures?indicator=matches&level=stadsdeel&period=year"
REPORT = Asked(report="stadsdeel", area="Woensel-Noord", formats="pdf")
PAGES = ("-png", "-r", "75", "-l", "3")
PATIENCE = 120_000  # milliseconds: the first question waits for a server that just began
SHEET = (
    "-png",
    "-singlefile",
    "-r",
    "80",
    "-f",
    "1",
    "-x",
    "0",
    "-y",
    "40",
    "-W",
    "660",
    "-H",
    "420",
)


def take_all(database: Path, folder: Path) -> None:
    """Writes the pictures to a folder."""
    store = Store(database)
    answers = DirectAnswers(open_marts(store), is_demo=store.meta.is_demo)
    with TemporaryDirectory() as made, open_browser() as browser:
        _viewer(browser, answers, Path(made), folder / "kijkdoos.png")
        _layer(browser, answers, Path(made), folder / "kaartlaag.png")
        _swing(answers, Path(made), folder / "swing")
        _report(database, Path(made), folder / "rapport")
        store.close()
        environ[SWITCH] = "1"
        with running_dashboard(database) as url:
            _address(browser, url, folder / "adres.png")


def _flat(answers: DirectAnswers, *names: str) -> Flat:
    indicators = [find(name) for name in names]
    setting = setting_of(Scope(answers, View(audience=answers.audience)))
    levels, periods = (Level.STADSDEEL, Level.WIJK), (Period.YEAR,)
    return Flat(answers, setting, Wanted(answers.known.as_of, indicators, levels, periods))


def _made(flat: Flat, form: str, folder: Path) -> Path:
    [(name, data), *_] = next(one for one in FLAT_FORMS if one.name == form).files(flat, house())
    (folder / name).write_bytes(data)
    return folder / name


def _viewer(browser: Browser, answers: DirectAnswers, made: Path, target: Path) -> None:
    file = _made(_flat(answers, "inwoners_bereikt_per_1000"), "html", made)
    with open_page(browser, 1200, 900) as (page, _):
        page.goto(file.as_uri())
        page.select_option("#level", "wijk")
        page.wait_for_selector(".area-map[data-drawn=yes]")
        page.select_option("#area", label="Doornakkers")
        page.wait_for_selector(".area-map .chosen")
        page.screenshot(path=target)


def _layer(browser: Browser, answers: DirectAnswers, made: Path, target: Path) -> None:
    """The areas of a GeoPackage in the colours of the style that stands in it."""
    card = CARDS["kaart.kaart"](Scope(answers, View(audience=answers.audience)))
    file = made / "kaart.gpkg"
    setting = setting_of(Scope(answers, View(audience=answers.audience)))
    form = next(one for one in CARD_FORMS if one.name == "gpkg")
    file.write_bytes(form.make(card, setting, house()))
    with open_page(browser, 720, 700) as (page, _):
        page.set_content(_drawing(file))
        page.screenshot(path=target)


def _drawing(file: Path) -> str:
    with closing(sqlite3.connect(file)) as connection:
        [(name, style)] = connection.execute("SELECT f_table_name, styleQML FROM layer_styles")
    frame = geopandas.read_file(file, layer=name)
    west, south, east, north = frame.total_bounds
    paths = "".join(
        f'<path d="{" ".join(_rings(shape, north + south))}" fill="{colour}" stroke="#fff"'
        ' stroke-width="60"/>'
        for shape, colour in zip(frame.geometry, _colours(frame, style), strict=True)
    )
    box = f"{west} {south} {east - west} {north - south}"
    return f'<svg viewBox="{box}" style="width:100%;height:95vh">{paths}</svg>'


def _rings(shape: object, flip: float) -> Iterator[str]:
    for part in getattr(shape, "geoms", [shape]):
        places = (f"{x:.0f},{flip - y:.0f}" for x, y in part.exterior.coords)
        yield f"M{' L'.join(places)}Z"


def _colours(frame: geopandas.GeoDataFrame, style: str) -> Iterator[str]:
    root = ElementTree.fromstring(style.partition(">")[2])
    ranges = [(float(r.attrib["lower"]), float(r.attrib["upper"])) for r in root.iter("range")]
    fills = [
        option.attrib["value"] for option in root.iter("Option") if option.get("name") == "color"
    ]
    for value in frame["waarde"]:
        found = [
            fill for (low, high), fill in zip(ranges, fills, strict=True) if low <= value <= high
        ]
        yield f"rgba({found[0]})" if found else "#eee"


def _swing(answers: DirectAnswers, made: Path, target: Path) -> None:
    file = _made(_flat(answers, "matches", "scans"), "swing", made)
    [document] = as_pdf([file], made, made / "profile").values()
    (made / "swing.pdf").write_bytes(document)
    subprocess.run(["pdftoppm", *SHEET, str(made / "swing.pdf"), str(target)], check=True)


def _report(database: Path, made: Path, target: Path) -> None:
    """The first pages of a report."""
    [(_, document)] = Exporting(database, Audience.GEMEENTE, REPORT).files()
    (made / "rapport.pdf").write_bytes(document)
    subprocess.run(["pdftoppm", *PAGES, str(made / "rapport.pdf"), str(target)], check=True)


def _address(browser: Browser, url: str, target: Path) -> None:
    with open_page(browser, 900, 420) as (page, _):
        page.goto(f"{url}{ADDRESS}", timeout=PATIENCE)
        page.screenshot(path=target)
