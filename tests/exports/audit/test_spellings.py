"""However a small number is written, it is found; what looks like it and counts nobody passes."""

from pathlib import Path

import pytest

from tests.exports.audit.files import failed


@pytest.mark.parametrize(
    ("sentence", "is_small"),
    [
        ("In Kortonjo zijn 2-3 inwoners bereikt.", True),
        ("Kortonjo: 2–3 inwoners", True),
        ("Kortonjo: 2 à 3 inwoners", True),
        ("Kortonjo: 2 tot 3 inwoners", True),
        ("Kortonjo: drie of vier inwoners", True),
        ("Kortonjo: 1-4 inwoners", False),  # no more than that it is a small count
        ("Kortonjo: 0 tot 5 inwoners", False),
        ("Inwoners van 0-3 jaar in Kortonjo", False),
        ("Inhoud 1-1: matches in Kortonjo", False),
        ("Na 2 tot 3 maanden had de helft van de inwoners een match.", False),
        ("In Kortonjo zijn 3,0 inwoners bereikt.", True),
        ("Kortonjo: 3.0 inwoners", True),
        ("Kortonjo: 1.000 inwoners", False),
        ("Kortonjo: 3,0 matches per 1.000 inwoners", False),
        ("1,0 inwoners (x 1.000) maal jaren", False),
        ("Gemiddeld zijn er 3,0 matches in een wijk.", False),
        ("Kortonjo: ±3 inwoners", True),
        ("Kortonjo: ca. 3 inwoners", True),
        ("Kortonjo: ³ inwoners", True),
        ("Kortonjo: ④ inwoners", True),
        ("Kortonjo: &#51; inwoners", True),
        ("De 40 inwoners van Kortonjo³ zijn bereikt.", False),  # the mark of a note
        ("Kortonjo: drietal inwoners", True),
        ("In Kortonjo is een enkele inwoner bereikt.", True),
        ("In Kortonjo waren dat er drie.", True),
        ("In Kortonjo zijn er drie wijkcentra.", False),
        ("Kortonjo: meer dan 2 en minder dan 5 inwoners", True),
        ("Kortonjo: meer dan 20 en minder dan 50 inwoners", False),
        ("Kortonjo: tussen 2 en 4 inwoners", True),
        ("Kortonjo telde minder dan drie matches.", True),
        ("Kortonjo telde minder dan 5 matches.", False),
        ("Kortonjo: hooguit 2 matches", True),
        ("Kortonjo: meer dan 2 matches", False),
        ("Kortonjo: III inwoners", True),
        ("Kortonjo: XL inwoners", False),
        ("In wijk III zijn inwoners bereikt.", False),
        ("Kortonjo: 3x match", True),
        ("Slechts 3 van hen kwamen uit Kortonjo.", True),
        ("De enige wachtende in Kortonjo is gekoppeld.", True),
        ("Erp 40, Kortonjo 3, Binnenstad 120 (matches)", True),
        ("INSERT INTO matches VALUES ('Kortonjo', 3)", True),
        ("In Kortonjo zijn een paar inwoners bereikt.", False),  # vague, as `minder dan 5` is
    ],
)
def test_sentences(tmp_path: Path, sentence: str, is_small: bool) -> None:
    assert failed(tmp_path, "leesmij.txt", sentence) is is_small


@pytest.mark.parametrize("heading", ["matches", "cijfer"])
@pytest.mark.parametrize(
    ("cell", "is_small"),
    [
        ("2-3", True), ("2 of 3", True), ("1-4", False), ("<5", False), ("±3", True), ("~3", True),
        ("(3)", True), ("3*", True), ("'3", True), ("=3", True), ("3-", True), ("ca. 3", True),
        ("3 st.", True), ("drie", True), ("drie inwoners", True), ("³", True), ("40¹", False),
        ("±40", False), ("(40)", False), ("$3", True), ("3.", True), ("3 (x)", True),
        ("III", True), ("XL", False), ("3E+00", True), ("4E+01", False),
        ("2<n<4", True), ("meer dan 2 en minder dan 4", True), ("tussen 1 en 4", False),
    ],
)  # fmt: skip
def test_cells(tmp_path: Path, heading: str, cell: str, is_small: bool) -> None:
    rows = f"wijk;{heading}\nKortonjo;{cell}\nBinnenstad;40\n"
    assert failed(tmp_path, "a.csv", rows) is is_small


@pytest.mark.parametrize(
    ("heading", "is_small"),
    [("matches", True), ("gemiddeld aantal matches", False), ("cijfer", False)],
)
def test_zeros_behind_the_comma_hide_no_count(tmp_path: Path, heading: str, is_small: bool) -> None:
    """Under a heading that counts residents 3,0 are three; elsewhere it can be a measure."""
    rows = f"wijk;{heading}\nKortonjo;3,0\nBinnenstad;40,0\n"
    assert failed(tmp_path, "a.csv", rows) is is_small


@pytest.mark.parametrize(
    ("sentence", "is_small"),
    [
        ("Kortonjo: 3 nieuwe matches", True),
        ("Kortonjo: 3 mannelijke deelnemers", True),
        ("Kortonjo: 3 nieuwe vacatures", False),
        ("De 3 laatste maanden in Kortonjo", False),
        ("Bereikte inwoners in Kortonjo, laatste 3", False),  # a line that goes on below
        ("De laatste 3 inwoners in Kortonjo", True),
        ("Het waren er slechts 3 in Kortonjo.", True),
        ("Van alle 40 inwoners in Kortonjo bleven er 3 zonder match.", True),
        ("Kortonjo - 3", True),
        ("3 = Kortonjo", True),
        ("Kortonjo - 40", False),
        ("Kortonjo: -3 matches", True),
        ("Kortonjo: 23 → 20 matches", True),
        ("Op drie na hebben alle 23 inwoners van Kortonjo een match.", True),
        ("Op drie na zijn alle 23 wijken begonnen.", False),
        ("Kortonjo: 3 gezinnen", True),
        ("Kortonjo heeft 4 lopende trajecten", True),
        ("Kortonjo kent 13 matches: 10 betaald en 3 onbetaald.", True),
        ("Kortonjo kent 13 vacatures: 10 betaald en 3 onbetaald.", False),
    ],
)
def test_words_around_a_number(tmp_path: Path, sentence: str, is_small: bool) -> None:
    assert failed(tmp_path, "leesmij.txt", sentence) is is_small


@pytest.mark.parametrize("number", [3, 40])
def test_areas_can_stand_above_their_numbers(tmp_path: Path, number: int) -> None:
    assert failed(tmp_path, "a.csv", f"Kortonjo;Binnenstad\n{number};40\n") is (number == 3)


@pytest.mark.parametrize("number", [3, 40])
def test_columns_by_the_number_of_their_row(tmp_path: Path, number: int) -> None:
    told = f'{{"wijk": {{"0": "Kortonjo"}}, "matches": {{"0": {number}}}}}'
    assert failed(tmp_path, "a.json", told) is (number == 3)
