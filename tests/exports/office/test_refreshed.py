"""A deck that LibreOffice saved is renewed as one that it did not."""

from pathlib import Path

from typer.testing import CliRunner

from bloei import app
from data.file.store import Store
from tests.exports.edited_deck import assert_renewed, edited
from tests.tools import office

REPORT = ("--report", "stadsdeel", "--area", "Tongelre", "--format", "pptx")
PARTS = ("--parts", "samenvatting,verloop,vergelijking,kaart")


def export(store: Store, out: Path, *words: str) -> Path:
    """The one deck that a command makes."""
    asked = ["export", "--file", str(store.path), "--out", str(out), *words]
    found = CliRunner().invoke(app, asked)
    assert found.exit_code == 0, found.output
    [made] = out.glob("*.pptx")
    return made


def test_what_a_shape_knows_survives_libreoffice(store: Store, tmp_path: Path) -> None:
    early = export(store, tmp_path / "oud", *REPORT, *PARTS, "--as-of", "2021-03-31")
    late = export(store, tmp_path / "vers", *REPORT, *PARTS)
    deck = edited(early, tmp_path / "mijn deck.pptx")
    office.convert([deck], tmp_path / "office", tmp_path / "profile", "pptx")
    made = export(store, tmp_path / "uit", "--refresh", str(tmp_path / "office" / deck.name))
    assert_renewed(made, early, late)
