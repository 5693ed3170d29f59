"""`bloei.py export --refresh`: newer figures in a deck that a person edited, and nothing else."""

from collections.abc import Callable, Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation
from pptx.util import Inches
from typer.testing import CliRunner

from bloei import app
from data.access.record import What, events
from data.file.store import Store
from exports.manifest import verify
from exports.slides.mark import BEHIND, marked
from tests.exports.conftest import city as city  # noqa: PLC0414 (a fixture)
from tests.exports.conftest import store as store  # noqa: PLC0414 (a fixture)

Run = Callable[..., Any]
PARTS = ("--report", "stadsdeel", "--area", "Tongelre", "--format", "pptx", "--parts")
REPORT = (*PARTS, "samenvatting,verloop,vergelijking,kaart")
EARLY = ("--as-of", "2021-03-31")
OWN_TITLE, OWN_TEXT = "Tongelre groeit, zegt het team", "Wij zien dit ook op straat"


@pytest.fixture(scope="module")
def run(store: Store) -> Run:
    def run_(*words: str) -> Any:
        return CliRunner().invoke(app, ["export", "--file", str(store.path), *words])

    return run_


@pytest.fixture(scope="module")
def decks(run: Run, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """A report of an early day, and the same report of the last one."""
    made: dict[str, Path] = {}
    for name, more in (("early", EARLY), ("late", ())):
        out = tmp_path_factory.mktemp(name)
        found = run(*REPORT, *more, "--out", str(out))
        assert found.exit_code == 0, found.output
        [made[name]] = out.glob("*.pptx")
    return made


def of_card(file: Any, card: str) -> Iterator[tuple[str, Any]]:
    """The parts of a card, by name, slide after slide."""
    for slide in file.slides:
        yield from ((mark.deel, shape) for mark, shape in marked(slide) if mark.kaart == card)


def said(shape: Any) -> list[Any]:
    """All that a shape shows: its text, its figures, the cells, or the colours and names."""
    if shape.has_text_frame:
        return [shape.text_frame.text]
    about = shape._element._nvXxPr.cNvPr.get("descr")
    if shape.has_chart:
        axis = shape.chart.value_axis
        series = [(one.name, *one.values) for one in shape.chart.plots[0].series]
        return [about, axis.maximum_scale, *series, *map(str, shape.chart.plots[0].categories)]
    if shape.has_table:
        return [about, *(cell.text for row in shape.table.rows for cell in row.cells)]
    inside = list(getattr(shape, "shapes", []))
    words = [one.text_frame.text for one in inside if one.has_text_frame]
    fills = [one._element.xpath(".//p:spPr/a:solidFill/a:srgbClr/@val") for one in inside]
    return [about, *words, *fills]


def group_and_copy(slide: Any) -> None:
    """The line under the title in a group, and the source twice on the slide."""
    [below] = [shape for shape in slide.shapes if shape.name.startswith("ondertitel")]
    [source] = [shape for shape in slide.shapes if shape.name.startswith("bron")]
    slide.shapes.add_group_shape([below])
    slide.shapes._spTree.append(deepcopy(source._element))


def edited(path: Path, to: Path) -> Path:
    """What a person does: a title, a text and a slide of their own, one moved, one taken away."""
    file = Presentation(str(path))
    trend, compared, *_ = [slide for slide in file.slides if len(slide.shapes) > 3 and marked(slide)
                           and marked(slide)[0][0].kaart]  # fmt: skip
    trend.shapes.title.text_frame.text = OWN_TITLE
    trend.shapes.add_textbox(0, 0, Inches(2), Inches(1)).text_frame.text = OWN_TEXT
    [chart] = [shape for shape in trend.shapes if shape.has_chart]
    chart.left, chart.width = Inches(1.5), Inches(6)
    group_and_copy(trend)
    [source] = [shape for shape in compared.shapes if shape.name.startswith("bron")]
    source._element.getparent().remove(source._element)
    own = file.slides.add_slide(trend.slide_layout)
    own.shapes.title.text_frame.text = OWN_TITLE
    file.save(str(to))
    return to


def test_figures_are_those_of_a_fresh_export_and_own_work_stays(
    run: Run, decks: dict[str, Path], store: Store, tmp_path: Path
) -> None:
    deck = edited(decks["early"], tmp_path / "mijn deck.pptx")
    before, out = deck.read_bytes(), tmp_path / "uit"
    found = run("--refresh", str(deck), "--out", str(out))
    assert found.exit_code == 0, found.output
    assert deck.read_bytes() == before
    assert verify(out).is_good
    made = Presentation(str(out / "mijn deck-vernieuwd.pptx"))
    fresh, early = Presentation(str(decks["late"])), Presentation(str(decks["early"]))
    changed = 0
    for card in ("overzicht.trend", "overzicht.uitrol", "overzicht.kaart"):
        wanted, old = list(of_card(fresh, card)), dict(of_card(early, card))
        parts = [(part, said(shape)) for part, shape in of_card(made, card)]
        own = {"overzicht.trend": "titel", "overzicht.uitrol": "bron"}.get(card)
        kept = [one for one in parts if one[0] != own]
        fresh_parts = [(part, said(shape)) for part, shape in wanted if part != own]
        copies = [("bron", said(dict(wanted)["bron"]))] if card == "overzicht.trend" else []
        assert sorted(kept, key=str) == sorted([*fresh_parts, *copies], key=str)
        changed += sum(said(old[part]) != said(shape) for part, shape in wanted)
    assert changed > 6  # else the two days say the same, and nothing was tried
    [trend] = [slide for slide in made.slides if OWN_TEXT in words(slide)]
    assert trend.shapes.title.text_frame.text == OWN_TITLE
    [chart] = [shape for shape in trend.shapes if shape.has_chart]
    assert (chart.left, chart.width) == (Inches(1.5), Inches(6))
    assert words(list(made.slides)[-1]) == [OWN_TITLE]
    assert_told(found.output)
    [line] = events(store.path)
    assert (line.what, line.audience) == (What.EXPORT, "gemeente")
    assert line.subject == "mijn deck-vernieuwd.pptx (vernieuwd)"
    again = run("--refresh", str(deck), "--out", str(out))
    assert again.exit_code == 2
    assert "is er al" in again.output


def words(slide: Any) -> list[str]:
    return [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]


def assert_told(output: str) -> None:
    """The list on the command line, line by line."""
    lines = output.splitlines()
    assert "Dia 1: kijk na: tekst van 31 maart 2021, niet vernieuwd" in lines
    assert "Dia 2: kijk na: tekst van 31 maart 2021, niet vernieuwd" in lines
    [trend] = [line for line in lines if "overzicht.trend" in line]
    assert trend.endswith("kijk na, want uw eigen woorden of nu zonder zin: titel")
    assert "grafiek 1" in trend
    assert any("overzicht.uitrol" in line and "zo gelaten: bron" in line for line in lines)
    assert any("van uzelf" in line for line in lines)


def numbers(path: Path) -> list[set[str]]:
    return [set(slide.element.xpath(".//p:cNvPr/@id")) for slide in Presentation(str(path)).slides]


def test_no_two_shapes_of_a_slide_get_one_number(
    run: Run, decks: dict[str, Path], tmp_path: Path
) -> None:
    assert run("--refresh", str(decks["early"]), "--out", str(tmp_path)).exit_code == 0
    [made] = tmp_path.glob("*-vernieuwd.pptx")
    for slide, found in zip(Presentation(str(made)).slides, numbers(made), strict=True):
        assert len(slide.element.xpath(".//p:cNvPr")) == len(found)


def test_a_deck_keeps_its_audience(run: Run, decks: dict[str, Path], tmp_path: Path) -> None:
    refused = run(
        "--refresh", str(decks["early"]), "--audience", "intern", "--out", str(tmp_path / "nee")
    )
    assert refused.exit_code == 2
    assert "alleen afgeronde cijfers" in refused.output
    assert not (tmp_path / "nee").exists()
    words = ("--chart", "overzicht.trend", "--format", "pptx", "--audience", "intern")
    assert run(*words, *EARLY, "--out", str(tmp_path / "oud")).exit_code == 0
    assert run(*words, "--out", str(tmp_path / "vers")).exit_code == 0
    [old], [fresh] = (tmp_path / "oud").glob("*.pptx"), (tmp_path / "vers").glob("*.pptx")
    assert run("--refresh", str(old), "--out", str(tmp_path / "uit")).exit_code == 0
    [made] = (tmp_path / "uit").glob("*.pptx")
    shown = [
        [said(shape) for _, shape in of_card(Presentation(str(path)), "overzicht.trend")]
        for path in (made, fresh)
    ]
    assert shown[0] == shown[1]


@pytest.mark.parametrize(
    ("was", "becomes", "told"),
    [
        ("publiek=gemeente&", "publiek=intern&", "twee soorten door elkaar"),
        ("gebied%3DSD", "gebied%3DXX", "deze keuze"),
        ("kaart=overzicht.trend", "kaart=overzicht.weg", "dit kaartje is er niet meer"),
    ],
)
def test_what_cannot_be_renewed_is_said(
    was: str, becomes: str, told: str, run: Run, decks: dict[str, Path], tmp_path: Path
) -> None:
    file = Presentation(str(decks["early"]))
    shapes = [shape for slide in file.slides for shape in slide.shapes if BEHIND in shape.name]
    touched = [shape for shape in shapes if was in shape.name and "overzicht.trend" in shape.name]
    assert touched
    for shape in touched:
        shape.name = shape.name.replace(was, becomes)
    file.save(str(tmp_path / "deck.pptx"))
    found = run("--refresh", str(tmp_path / "deck.pptx"), "--out", str(tmp_path / "uit"))
    assert told in found.output.replace("\n", " ")


@pytest.mark.parametrize("kind", ["foreign", "broken", "gone"])
def test_another_file_gets_a_calm_sentence(kind: str, run: Run, tmp_path: Path) -> None:
    path = tmp_path / "deck.pptx"
    if kind == "foreign":
        Presentation().save(str(path))
    elif kind == "broken":
        path.write_bytes(b"PK geen zip")
    found = run("--refresh", str(path), "--out", str(tmp_path / "uit"))
    assert found.exit_code == 2
    sentence = {"foreign": "niets wat kan worden vernieuwd", "broken": "gelezen als PowerPoint"}
    assert sentence.get(kind, "kan niet worden gelezen") in " ".join(found.output.split())
    assert "Traceback" not in found.output
