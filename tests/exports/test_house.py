"""The house style: the owner's own in a file, and a Dutch word when it is not good."""

from pathlib import Path

import pytest
from PIL import Image

from charts.theme import PALETTES, Mode
from exports import paper
from exports.house import OWN_STYLE, HouseProblem, house, read_house
from tests.exports.paper.samples import CARDS, SETTING
from tests.paths import ROOT

FONTS = ROOT / "exports" / "fonts"
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0h1v1z"/></svg>'


@pytest.fixture
def own(tmp_path: Path) -> Path:
    return tmp_path / "huisstijl.toml"


def test_the_default_style_has_the_colours_of_the_pages() -> None:
    assert read_house().palette == PALETTES[Mode.LIGHT]
    assert read_house().footer == "Buurt in Bloei · WIJeindhoven"


def test_without_an_own_style_the_default_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(OWN_STYLE, raising=False)
    assert house() == read_house()


def test_an_own_style_needs_to_say_only_what_differs(
    own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own.write_text('footer = "Gemeente"\n[colours]\naccent = "#004080"\n', encoding="utf-8")
    monkeypatch.setenv(OWN_STYLE, str(own))
    assert house().footer == "Gemeente"
    assert house().colour("accent") == "#004080"
    assert house().colour("pilot") == read_house().colour("pilot")
    assert house().logo == read_house().logo


def test_an_own_style_is_in_every_picture(own: Path) -> None:
    own.write_text('footer = "Gemeente"\nlogo = "l.svg"\n[colours]\naccent = "#004080"\n')
    own.with_name("l.svg").write_text(SVG)
    drawn = paper.svg(CARDS["balken"], SETTING, read_house(own))
    assert "Gemeente" in drawn
    assert "#004080" in drawn
    assert "M0 0h1v1z" in drawn


def test_a_logo_can_be_a_png(own: Path) -> None:
    own.write_text('logo = "l.png"\n')
    Image.new("RGB", (4, 4), "#004080").save(own.with_name("l.png"))
    drawn = paper.svg(CARDS["leeg"], SETTING, read_house(own))
    assert "data:image/png;base64," in drawn
    assert paper.pdf(CARDS["leeg"], SETTING, read_house(own)).startswith(b"%PDF")


@pytest.mark.parametrize(
    "data",
    [
        b"<html/>",
        b'<svg xmlns="http://www.w3.org/2000/svg"/>',
        b'<svg xmlns="http://www.w3.org/2000/svg" width="100%" height="3"/>',
        b"\x89PNG\r\n\x1a\n" + b"x" * 40,
        b"",
    ],
)
def test_a_logo_that_cannot_be_drawn_says_so_in_dutch(own: Path, data: bytes) -> None:
    own.write_text('logo = "logo"\n')
    own.with_name("logo").write_bytes(data)
    with pytest.raises(HouseProblem, match="geen svg met een maat of geen goede png"):
        read_house(own)


@pytest.mark.parametrize(
    "inside",
    [
        '<image href="http://elders/l.png"/>',
        "<image xmlns:x='http://www.w3.org/1999/xlink' x:href='l.png'/>",
        '<image href="file:///etc/passwd"/>',
        "<style>@import url(http://elders/a.css);</style>",
        "<style>path{fill:url( 'http://elders/a.svg#b')}</style>",
        '<use href="andere.svg#a"/>',
    ],
)
def test_a_logo_that_fetches_something_is_refused_in_dutch(own: Path, inside: str) -> None:
    own.write_text('logo = "l.svg"\n')
    own.with_name("l.svg").write_text(SVG.replace("<path", f"{inside}<path"))
    with pytest.raises(HouseProblem, match="van buiten het bestand"):
        read_house(own)


def test_a_logo_may_refer_to_its_own_parts_and_carry_pictures(own: Path) -> None:
    own.write_text('logo = "l.svg"\n')
    inside = (
        '<g id="a"/><use href="#a"/><rect fill="url(#b)"/><image href="data:image/png;base64,"/>'
    )
    own.with_name("l.svg").write_text(SVG.replace("<path", f"{inside}<path"))
    assert read_house(own).logo.is_svg


def test_a_logo_with_only_a_size_in_pixels_is_drawn_whole(own: Path) -> None:
    own.write_text('logo = "l.svg"\n')
    own.with_name("l.svg").write_text(SVG.replace('viewBox="0 0 1 1"', 'width="9px" height="3"'))
    assert 'viewBox="0 0 9 3"' in paper.svg(CARDS["leeg"], SETTING, read_house(own))


def test_an_own_font_goes_along_in_the_svg_as_it_is(own: Path) -> None:
    files = [str(FONTS / "SourceSans3-Semibold.ttf"), str(FONTS / "SourceSans3-Regular.ttf")]
    own.write_text(f"[font]\nfiles = {files}\n")
    style = read_house(own)
    assert style.web_fonts == style.fonts
    drawn = paper.svg(CARDS["leeg"], SETTING, style)
    assert "font-family:'Source Sans 3'" in drawn
    assert "data:font/ttf;base64," in drawn


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("footer = ", "geen goed TOML-bestand"),
        ('voet = "x"', "kent voet niet"),
        ("footer = 3", "tekst tussen aanhalingstekens"),
        ('footer = ""', "tekst tussen aanhalingstekens"),
        (f'footer = "{"x" * 100}"', "hoogstens 80 tekens"),
        (f'contact = "{"x" * 100}"', "hoogstens 80 tekens"),
        ('logo = "weg.svg"', "kan niet worden gelezen"),
        ('logo = "huisstijl.toml"', "geen svg"),
        ("font = 3", "blok"),
        ('[font]\nfiles = ["een.ttf"]', "twee bestanden"),
        ('[font]\nfiles = ["een.ttf", "twee.ttf"]', "kan niet worden gelezen"),
        ('[font]\nweb = ["een.woff2", "twee.woff2"]', "is er niet"),
        ("[font]\nkleur = 'x'", "kent kleur niet"),
        ("colours = 3", "blok"),
        ('[colours]\naccent = "groen"', "schrijf haar als #2F7D4F"),
        ("[colours]\naccent = 3", "schrijf haar als #2F7D4F"),
        ('[colours]\nroze = "#FF00FF"', "kent roze niet"),
        ('[colours]\nmuted = "#FFFF00"', "meer contrast"),
        ('[colours]\npaper = "#000000"', "te donker"),
        ('[colours]\npaper = "#12181D"\nink = "#FFFFFF"\nmuted = "#EEEEEE"', "te donker"),
        ("[font]\nfamily = 'Calibri'", "heet Source Sans 3, maar bij family"),
    ],
)
def test_a_style_that_is_not_good_says_so_in_dutch(own: Path, text: str, words: str) -> None:
    own.write_text(text, encoding="utf-8")
    with pytest.raises(HouseProblem, match=words):
        read_house(own)


def test_a_style_that_is_not_there_says_so_in_dutch(tmp_path: Path) -> None:
    with pytest.raises(HouseProblem, match="kan niet worden gelezen"):
        read_house(tmp_path / "weg.toml")


def test_a_style_in_another_encoding_says_so_in_dutch(own: Path) -> None:
    own.write_bytes('footer = "café"'.encode("latin-1"))
    with pytest.raises(HouseProblem, match="TOML"):
        read_house(own)
