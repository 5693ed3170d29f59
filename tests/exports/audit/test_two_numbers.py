"""Two large numbers that together tell a small one are found; others pass."""

from pathlib import Path

import pytest

from exports.audit import audit
from tests.exports.audit.city import SENTENCE
from tests.exports.audit.files import failed


@pytest.mark.parametrize(
    ("sentence", "is_small"),
    [
        ("Het aantal bereikte inwoners in Kortonjo steeg van 20 naar 23.", True),
        ("Matches in Kortonjo: 20 (was 23).", True),
        ("20 van de 23 inwoners in Kortonjo kregen een match.", True),
        ("Van de 23 inwoners in Kortonjo kregen er 20 een match.", True),
        ("20 van 23 inwoners in Kortonjo kregen een match.", True),
        ("Kortonjo: 20/23 inwoners kregen een match.", True),
        ("Kortonjo: 3/12 inwoners kregen een match.", True),
        ("In Kortonjo 23 inwoners, waarvan 20 met een match", True),
        ("Alle 20 inwoners van Kortonjo op twee na kregen een match.", True),
        ("Alle 20 wijken op twee na zijn begonnen.", False),
        ("Met uitzondering van 2 hebben alle 30 inwoners van Kortonjo een match.", True),
        ("Alle 30 inwoners van Kortonjo wachten, behalve 2.", True),
        ("Behalve 2 zijn alle 20 wijken begonnen.", False),
        ("20 van 40 inwoners in Kortonjo kregen een match.", False),
        ("Kortonjo: +3 inwoners", True),
        ("In Kortonjo 3 meer matches dan vorige maand.", True),
        ("Het aantal bereikte inwoners in Kortonjo steeg van 20 naar 40.", False),
        ("Het meest erbij kwamen matches in Kortonjo (+3).", True),
        ("Het meest erbij kwamen vacatures in Kortonjo (+3).", False),
        ("Het meest erbij kwamen matches in Kortonjo (+3%).", False),
        ("92% van de 25 inwoners in Kortonjo kreeg een match.", True),
        ("92% van de 250 inwoners in Kortonjo kreeg een match.", False),
        ("Het aantal vacatures in Kortonjo steeg van 20 naar 23.", False),
        ("De gemiddelde wachttijd van inwoners ging van 20 naar 23 dagen.", False),
        ("De bevolking ging van 3.120 naar 3.123 inwoners.", False),
        ("20 van de 23 wijken zijn begonnen.", False),
        ("Naar verwachting stijgt het aantal matches van 20 naar 23.", False),
    ],
)
def test_changes_and_parts(tmp_path: Path, sentence: str, is_small: bool) -> None:
    assert failed(tmp_path, "leesmij.txt", sentence) is is_small


@pytest.mark.parametrize(("exact", "is_small"), [(25, True), (28, False)])
def test_a_small_change_is_nobody_where_rounded_cells_are_exact(
    tmp_path: Path, exact: int, is_small: bool
) -> None:
    """A cell of the threshold and more stays as it is: 28 and 25 can be two such cells."""
    table = f"wijk | matches\n| Kortonjo | {exact} |\n| Binnenstad | 40 |"
    words = f"# Matches per wijk op 30-09-2021\n\n{SENTENCE}\n\n| {table}\n\nErp: van 20 naar 23\n"
    assert failed(tmp_path, "a.md", words) is is_small


@pytest.mark.parametrize(
    ("sentence", "is_small"),
    [
        ("25% van de 12 inwoners in Kortonjo kreeg een match.", True),
        ("Van de 12 inwoners in Kortonjo kreeg een kwart een match.", True),
        ("Een derde van de 9 inwoners in Kortonjo is bereikt.", True),
        ("20 matches in Kortonjo, waarvan 15% betaald werk", True),
        ("20 matches in Kortonjo (15% betaald werk)", True),
        ("20 matches in Kortonjo (50% betaald werk)", False),
        ("20 matches in Kortonjo (15% meer)", False),
        ("Een derde van de 30 inwoners in Kortonjo is bereikt.", False),
        ("Een kwart van de 12 vacatures is vervuld.", False),
    ],
)
def test_shares_of_a_told_whole(tmp_path: Path, sentence: str, is_small: bool) -> None:
    assert failed(tmp_path, "leesmij.txt", sentence) is is_small


@pytest.mark.parametrize(
    ("rows", "is_small"),
    [
        ("wijk;aantal;percentage\nKortonjo;20;15%\n", True),
        ("wijk;matches;betaald\nKortonjo;20;15%\nBinnenstad;40;50%\n", True),
        ("wijk;inwoners bereikt;aandeel met match\nKortonjo;20;15\nBinnenstad;60;40\n", True),
        ("wijk,matches,share\nKortonjo,20,0.15\nBinnenstad,40,0.5\n", True),
        ("wijk;matches;percentage betaald\nKortonjo;20;50%\nBinnenstad;40;25%\n", False),
        ("leeftijd;inwoners bereikt;percentage\n0-17;20;15%\n18-26;113;85%\n", False),
        ("wijk;matches;percentage\nKortonjo;20;15%\nBinnenstad;40;30%\nErp;73;55%\n", False),
        ("wijk;vacatures;percentage vervuld\nKortonjo;20;15%\n", False),
        ("wijk;matches;verschil in %\nKortonjo;20;15%\nBinnenstad;40;15%\n", False),
        ("wijk;gevolgd;met een match (%)\nKortonjo;20;15\nBinnenstad;40;15\n", False),
    ],
)
def test_a_share_beside_its_whole(tmp_path: Path, rows: str, is_small: bool) -> None:
    """Of numbers that are parts of one whole the shares tell nothing more."""
    assert failed(tmp_path, "cijfers.csv", rows) is is_small


@pytest.mark.parametrize(
    ("sentence", "is_small"),
    [
        ("Een drietal inwoners van Kortonjo is bereikt.", True),
        ("In Kortonjo is maar een enkele inwoner bereikt.", True),
        ("In een klein gebied maakt een enkele match al veel uit.", False),
        ("Kortonjo: 3 vrouwen gekoppeld", True),
        ("Kortonjo: 3 deelneemsters", True),
        ("Kortonjo: 30 deelneemsters", False),
        ("Team 3", False),
        ("Matches per team: Team 1 en Team 2", False),
        ("Team 3: 2 matches", True),
        ("In deze buurt 3 inwoners", True),
    ],
)
def test_names_and_words_for_few_residents(tmp_path: Path, sentence: str, is_small: bool) -> None:
    assert failed(tmp_path, "leesmij.txt", sentence) is is_small


@pytest.mark.parametrize(
    ("rows", "is_small"),
    [
        ("wijk;inwoners;inwoners met een match\nKortonjo;23;20\n", True),
        ("wijk;inwoners;inwoners met een match\nKortonjo;40;20\n", False),
        ("wijk;totaal;vrouwen\nKortonjo;25;23\n", True),
        ("wijk;totaal;vrouwen;mannen\nKortonjo;25;15;8\n", True),
        ("wijk;totaal;vrouwen;mannen\nKortonjo;25;15;10\n", False),
        ("wijk;totaal;vacatures\nKortonjo;25;23\n", False),
        ("wijk;bereikte inwoners;percentage met match\nKortonjo;23;87%\nErp;60;50%\n", True),
        ("wijk;bereikte inwoners;percentage met match\nKortonjo;40;50%\nErp;60;80%\n", False),
    ],
)
def test_what_is_left_of_a_whole(tmp_path: Path, rows: str, is_small: bool) -> None:
    assert failed(tmp_path, "cijfers.csv", rows) is is_small


def test_what_is_left_of_rounded_wholes_that_can_be_exact_is_nobody(tmp_path: Path) -> None:
    rows = "wijk;matches;matches met plek;periode\nKortonjo;23;20;2021\nErp;60;60;2021\n"
    (tmp_path / "a.csv").write_text(rows)
    assert audit([tmp_path]).failed
    (tmp_path / "leesmij.txt").write_text(SENTENCE)
    assert not audit([tmp_path]).failed
