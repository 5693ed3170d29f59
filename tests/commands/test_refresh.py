"""`bloei.py export --refresh`: newer figures in a deck that a person edited, and nothing else."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation
from typer.testing import CliRunner

from bloei import app
from data.access.record import What, events
from data.file.store import Store
from exports.manifest import verify
from exports.slides.mark import BEHIND
from tests.exports.conftest import city as city  # noqa: PLC0414 (a fixture)
from tests.exports.conftest import store as store  # noqa: PLC0414 (a fixture)
from tests.exports.edited_deck import assert_renewed, edited, of_card, said

Run = Callable[..., Any]
PARTS = ("--report", "stadsdeel", "--area", "Tongelre", "--format", "pptx", "--parts")
REPORT = (*PARTS, "samenvatting,verloop,vergelijking,kaart")
EARLY = ("--as-of", "2021-03-31")


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


def test_figures_are_those_of_a_fresh_export_and_own_work_stays(
    run: Run, decks: dict[str, Path], store: Store, tmp_path: Path
) -> None:
    deck = edited(decks["early"], tmp_path / "mijn deck.pptx")
    before, out = deck.read_bytes(), tmp_path / "uit"
    earlier = len(events(store.path))
    found = run("--refresh", str(deck), "--out", str(out))
    assert found.exit_code == 0, found.output
    assert deck.read_bytes() == before
    assert verify(out).is_good
    assert_renewed(out / "mijn deck-vernieuwd.pptx", decks["early"], decks["late"])
    assert_told(found.output)
    [line] = events(store.path)[: -earlier or None]
    assert (line.what, line.audience) == (What.EXPORT, "gemeente")
    assert line.subject == "mijn deck-vernieuwd.pptx (vernieuwd)"
    again = run("--refresh", str(deck), "--out", str(out))
    assert again.exit_code == 2
    assert "is er al" in again.output


def assert_told(output: str) -> None:
    """The list on the command line, line by line."""
    lines = output.splitlines()
    assert sum("geen kaartje van ons" in line for line in lines) > 2  # texts, and the own slide
    [trend] = [line for line in lines if "overzicht.trend" in line]
    assert trend.endswith("kijk na, want uw eigen woorden of nu zonder zin: titel")
    assert "grafiek 1" in trend
    assert any("overzicht.uitrol" in line and "zo gelaten: bron" in line for line in lines)


def numbers(path: Path) -> list[set[str]]:
    return [set(slide.element.xpath(".//p:cNvPr/@id")) for slide in Presentation(str(path)).slides]


def test_no_two_shapes_of_a_slide_get_one_number(
    run: Run, decks: dict[str, Path], tmp_path: Path
) -> None:
    assert run("--refresh", str(decks["early"]), "--out", str(tmp_path)).exit_code == 0
    [made] = tmp_path.glob("*-vernieuwd.pptx")
    for slide, found in zip(Presentation(str(made)).slides, numbers(made), strict=True):
        assert len(slide.element.xpath(".//p:cNvPr")) == len(found)


def test_what_a_deck_cannot_heed_is_refused(
    run: Run, decks: dict[str, Path], tmp_path: Path
) -> None:
    for words in (("--area", "Strijp"), ("--format", "pdf"), ("--window", "jaar")):
        refused = run("--refresh", str(decks["early"]), *words, "--out", str(tmp_path / "nee"))
        assert refused.exit_code == 2
        assert "zoals zij is" in refused.output
        assert not (tmp_path / "nee").exists()


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
    renewed = run("--refresh", str(old), "--out", str(tmp_path / "uit"))
    assert renewed.exit_code == 0
    assert "INTERN: exacte aantallen" in renewed.output
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
