"""What stops a file before its figures are looked at, and what a manifest vouches for."""

import json
from hashlib import sha256
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from bloei import app
from exports.audit import audit
from exports.audit.findings import Kind

PNG = b"\x89PNG\r\n\x1a\n" + bytes(20)
SERIES = "Aantallen onder 5 zijn afgerond op 0 of 5. Reeks {} ({})."


def run(*paths: Path) -> Result:
    return CliRunner().invoke(app, ["audit", *map(str, paths)])


def kinds(*paths: Path) -> set[Kind]:
    return {finding.kind for finding in audit(paths).findings}


def manifest(series: str, first: str, last: str, **files: bytes) -> str:
    told = {
        "publiek": "gemeente",
        "peildatum": last,
        "reeks": {"kenmerk": series, "naam": "x", "drempel": 5, "vanaf": first},
        "bestanden": {name: sha256(data).hexdigest() for name, data in files.items()},
    }
    return json.dumps(told)


def test_a_picture_is_not_examined_unless_a_manifest_vouches_for_it(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(PNG)
    answer = run(tmp_path)
    assert (answer.exit_code, "Niet alles kon worden onderzocht" in answer.output) == (2, True)
    (tmp_path / "manifest.json").write_text(manifest("a" * 8, "2020-01-01", "2021-01-01", a=PNG))
    assert run(tmp_path).exit_code == 0
    (tmp_path / "a.png").write_bytes(PNG + b"x")
    assert run(tmp_path).exit_code == 2


def test_a_manifest_of_exact_figures_vouches_for_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(PNG)
    told = manifest("a" * 8, "2020-01-01", "2021-01-01", a=PNG).replace("gemeente", "intern")
    (tmp_path / "manifest.json").write_text(told)
    assert kinds(tmp_path) == {Kind.INTERN}


def test_findings_go_before_what_was_not_examined(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(PNG)
    (tmp_path / "b.txt").write_text("Kortonjo: 3 inwoners")
    assert run(tmp_path).exit_code == 1


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("reeks.sleutel", b"x"),
        ("reeks.grootboek", b"x"),
        ("brief.txt", b"ab" * 32),
        ("brief.txt", b'{"grootboek": 1, "sleutel": "x"}\n{"cel": "a", "waarde": 5}\n'),
        ("plaatje.png", bytes(8) + b"DUCK" + bytes(50)),
        ("scans.csv", b"Scan-ID;Inwonernummer;Buurt\nS1;I1;Binnenstad\n"),
    ],
)
def test_what_never_leaves_is_an_alarm(tmp_path: Path, name: str, content: bytes) -> None:
    (tmp_path / name).write_bytes(content)
    assert kinds(tmp_path) == {Kind.SECRET}


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.csv", "wijk;matches\nKortonjo;40\n\nINTERN\n"),
        ("a.csv", "area_code,value,audience\nWK077222,40,INTERN\n"),
        ("a.json", '[{"area_code": "WK077222", "value": 40, "publiek": "intern"}]'),
        ("kaart_intern.txt", "Kortonjo 40"),
    ],
)
def test_an_exact_export_is_an_alarm(tmp_path: Path, name: str, content: str) -> None:
    (tmp_path / name).write_text(content)
    assert kinds(tmp_path) == {Kind.INTERN}


def test_the_word_for_inside_is_no_mark(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Een intern overleg over 40 matches.")
    assert kinds(tmp_path) == set()


def test_texts_of_two_series_are_an_alarm(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(SERIES.format("eerste", "kmbcafdp"))
    (tmp_path / "b.txt").write_text(SERIES.format("eerste", "kmbcafdp"))
    assert kinds(tmp_path) == set()
    (tmp_path / "b.txt").write_text(SERIES.format("tweede", "aaaabbbb"))
    (finding,) = audit([tmp_path / "b.txt", tmp_path / "a.txt"]).findings
    assert (finding.kind, "kmbcafdp" in finding.what) == (Kind.SERIES, True)


@pytest.mark.parametrize(("first", "clash"), [("2021-10-01", False), ("2021-06-01", True)])
def test_the_manifest_tells_of_which_months_a_text_is(
    tmp_path: Path, first: str, clash: bool
) -> None:
    for series, start, last in (("kmbcafdp", "2020-01-01", "2021-09-30"),
                                ("aaaabbbb", first, "2021-12-31")):  # fmt: skip
        folder = tmp_path / series
        folder.mkdir()
        text = SERIES.format("x", series).encode()
        (folder / "a.txt").write_bytes(text)
        (folder / "manifest.json").write_text(manifest(series, start, last, a=text))
    assert kinds(tmp_path) == ({Kind.SERIES} if clash else set())
