"""How letters are written is found out of the letters themselves, with no heading known."""

from pathlib import Path

import pytest

from data.delivery.files.encodings import encoding_of
from data.problems import DeliveryRefused

TEXT = "Naam;Waar\ncafé de Ruïne;'t Hofke\nÉén huis;Curaçaostraat\nPatiënten;coöperatie\n"


def read(path: Path) -> str:
    found = encoding_of(path, path.name, ())
    return path.read_bytes().decode(found.codec, errors=found.errors)


@pytest.mark.parametrize("codec", ["cp1252", "mac_roman", "cp850", "utf-8", "utf-16-le"])
def test_letters_tell_how_they_are_written(tmp_path: Path, codec: str) -> None:
    path = tmp_path / "plekken.csv"
    path.write_bytes(TEXT.encode(codec))
    assert read(path) == TEXT


@pytest.mark.parametrize(
    ("text", "codec"),
    [("prijs;€ 5\nnaam;“Groen”\n", "cp1252"), ("temperatuur;20° – 25°\n", "mac_roman")],
)
def test_signs_that_are_no_letters_tell_too(tmp_path: Path, text: str, codec: str) -> None:
    path = tmp_path / "plekken.csv"
    path.write_bytes(text.encode(codec))
    assert read(path) == text


@pytest.mark.parametrize(("word", "codec"), [("geïnd", "mac_roman"), ("crème", "cp850")])
def test_one_letter_before_another_tells(tmp_path: Path, word: str, codec: str) -> None:
    path = tmp_path / "plekken.csv"
    path.write_bytes(f"naam;waar\n{word};1\n".encode(codec))
    assert read(path) == f"naam;waar\n{word};1\n"


def test_one_broken_letter_among_good_ones_is_no_other_way_of_writing(tmp_path: Path) -> None:
    path = tmp_path / "plekken.csv"
    path.write_bytes(TEXT.encode() + b"caf" + b"\xc3\n")
    assert read(path) == TEXT + "caf\ufffd\n"


@pytest.mark.parametrize("content", [b"a\x00\x00\x00b\x00", b"caf\xe9\n\x00"])
def test_what_is_no_text_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "plekken.csv"
    path.write_bytes(content)
    with pytest.raises(DeliveryRefused, match="geen leesbaar tekstbestand"):
        encoding_of(path, path.name, ())
