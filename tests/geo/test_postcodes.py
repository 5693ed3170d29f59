"""Postcodes: the buurt with most addresses, and files that cannot be used."""

import os
import zipfile
from pathlib import Path

import pytest

from data.delivery.postcodes import Postcodes
from data.delivery.refusal import CellProblem
from geo.postcodes import PostcodeError, build_postcodes
from tests.geo.faults import fails_at

# The form of the CBS file; Amsterdam (363) must stay out.
CBS = """PC6;Huisnummer;Buurt2024;Wijk2024;Gemeente2024
5611AA;1;7721110;77211;772
5611AA;2;7721120;77211;772
5611AA;3;7721120;77211;772
5611AB;1;7721110;77211;772
5612BC;1;7723120;77231;772
5612BD;9;7723120;77231;772
1011AB;1;3630000;36300;363
"""


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "pc6hnr20240801_gwb.csv"
    path.write_text(CBS, encoding="utf-8")
    return path


def test_a_postcode_gets_the_buurt_of_most_of_its_addresses(source: Path, tmp_path: Path) -> None:
    target = tmp_path / "postcodes.csv"
    assert build_postcodes(source, target) == 4
    found = Postcodes(target)
    assert found.buurt("5611AA") == "BU07721120"
    assert found.buurt("5611AB") == "BU07721110"
    assert found.buurt("5612") == "BU07723120"
    for unknown in ("5611", "1011AB"):
        with pytest.raises(CellProblem):
            found.buurt(unknown)


def test_four_digits_that_also_lie_elsewhere_place_nothing(source: Path, tmp_path: Path) -> None:
    # each postcode has most of its addresses in 7723120, but one lies across the border of it
    more = "5613AA;1;7723120;77231;772\n5613AA;2;7723120;77231;772\n"
    for number, other in enumerate(("7723130;77231;772", "7530000;75300;753")):
        source.write_text(f"{CBS}{more}5613AA;3;{other}\n", encoding="utf-8")
        build_postcodes(source, tmp_path / f"{number}.csv")
        found = Postcodes(tmp_path / f"{number}.csv")
        assert found.buurt("5613AA") == "BU07723120"
        with pytest.raises(CellProblem, match="liggen 2 buurten"):
            found.buurt("5613")


def test_a_postcode_that_lies_mostly_in_another_gemeente_is_unknown(
    source: Path, tmp_path: Path
) -> None:
    addresses = (
        "5614AA;1;7721110;77211;772\n5614AA;2;8610100;86101;861\n5614AA;3;8610100;86101;861\n"
    )
    source.write_text(CBS + addresses, encoding="utf-8")
    assert build_postcodes(source, tmp_path / "postcodes.csv") == 4
    with pytest.raises(CellProblem, match="ligt niet in Eindhoven"):
        Postcodes(tmp_path / "postcodes.csv").buurt("5614AA")


def test_of_equal_buurten_the_lowest_code_counts(source: Path, tmp_path: Path) -> None:
    source.write_text("PC6;Buurt2024\n5611 aa;7721120\n5611AA;07721110\n", encoding="utf-8")
    build_postcodes(source, tmp_path / "postcodes.csv")
    assert Postcodes(tmp_path / "postcodes.csv").buurt("5611AA") == "BU07721110"


def test_a_target_that_cannot_be_written_stays_as_it_was(
    source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "postcodes.csv"
    target.write_text("oud")
    monkeypatch.setattr(os, "replace", fails_at(1, os.replace, OSError(28, "vol")))
    with pytest.raises(OSError, match="vol"):
        build_postcodes(source, target)
    assert target.read_text() == "oud"
    assert {path.name for path in tmp_path.iterdir()} == {target.name, source.name}


def test_a_zip_gives_the_same(source: Path, tmp_path: Path) -> None:
    packed = tmp_path / "pc6.zip"
    with zipfile.ZipFile(packed, "w") as archive:
        archive.write(source, "map/" + source.name)
    for number, file in enumerate((source, packed)):
        build_postcodes(file, tmp_path / f"{number}.csv")
    assert (tmp_path / "0.csv").read_text() == (tmp_path / "1.csv").read_text()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"PC6;Huisnummer\n5611AA;1\n", "mist de kolommen"),
        (b"PC6;Buurt2024\n1011AB;3630000\n", "geen adres"),
        (b"\xff\xfe\x00\x81", "kan niet worden gelezen"),
        (b"", "kan niet worden gelezen"),
    ],
)
def test_what_cannot_be_used_leaves_the_old_table(
    tmp_path: Path, content: bytes, said: str
) -> None:
    target, source = tmp_path / "postcodes.csv", tmp_path / "x.csv"
    target.write_text("oud")
    source.write_bytes(content)
    with pytest.raises(PostcodeError, match=said):
        build_postcodes(source, target)
    assert target.read_text() == "oud"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["postcodes.csv", "x.csv"]


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(PostcodeError, match="kan niet worden gelezen"):
        build_postcodes(tmp_path / "nergens.csv", tmp_path / "postcodes.csv")


def test_a_postcode_on_a_border_says_how_much_of_it_lies_in_its_buurt(
    source: Path, tmp_path: Path
) -> None:
    buurten = ("7723130;77231", *["7723120;77231"] * 3)
    five = "".join(f"5613AA;{number};{buurt};772\n" for number, buurt in enumerate(buurten))
    source.write_text(CBS + five, encoding="utf-8")
    build_postcodes(source, tmp_path / "postcodes.csv")
    found = Postcodes(tmp_path / "postcodes.csv")
    most, other = "BU07723120", "BU07723130"
    assert (found.buurt("5613AA"), found.share("5613AA", most)) == (most, 0.75)
    assert found.share("5613AA", other) == 0.25
    assert found.share("5612BD", found.buurt("5612BD")) == 1.0
    assert found.share("5612BD", other) == 0.0
    # Of a postcode elsewhere nothing is known, but that most of it does not lie here.
    assert found.share("9999ZZ", most) == 0.5
