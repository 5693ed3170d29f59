"""The ledger: what goes in comes out, and a wrong ledger is refused."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analytics.disclosure.keyed import Rule
from analytics.disclosure.ledger import LedgerRefused, append, read_ledger
from tests.analytics.disclosure.small import KEY, OTHER_KEY, RULE

FIRST = {"a1": 5, "b2": 0, "c3": 5}
SECOND = {"d4": 0}


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    path = tmp_path / "bloei.grootboek"
    append(path, RULE, FIRST)
    append(path, RULE, SECOND)
    return path


def test_decisions_of_all_batches_come_back(ledger: Path) -> None:
    assert read_ledger(ledger, RULE).decisions == FIRST | SECOND


def test_the_file_is_only_added_to_and_nothing_is_left_beside_it(ledger: Path) -> None:
    before = ledger.read_bytes()
    append(ledger, RULE, {"e5": 5})
    assert ledger.read_bytes().startswith(before)
    assert [path.name for path in ledger.parent.iterdir()] == [ledger.name]


def test_known_decisions_are_not_written_again(ledger: Path) -> None:
    before = ledger.read_bytes()
    assert append(ledger, RULE, FIRST) == read_ledger(ledger, RULE).seals[-1]
    assert ledger.read_bytes() == before


def test_a_decision_cannot_be_changed(ledger: Path) -> None:
    before = ledger.read_bytes()
    with pytest.raises(LedgerRefused, match="1 cellen al een andere waarde"):
        append(ledger, RULE, {"a1": 0})
    assert ledger.read_bytes() == before


def test_an_empty_first_batch_makes_a_sealed_ledger(tmp_path: Path) -> None:
    path = tmp_path / "leeg"
    seal = append(path, RULE, {})
    assert read_ledger(path, RULE, seal).decisions == {}


def test_a_missing_ledger_is_empty_only_before_the_first_publication(tmp_path: Path) -> None:
    path = tmp_path / "bloei.grootboek"
    assert read_ledger(path, RULE).decisions == {}
    with pytest.raises(LedgerRefused, match="ontbreekt"):
        read_ledger(path, RULE, "een zegel")


def test_an_older_ledger_than_the_published_file_is_refused(ledger: Path) -> None:
    old = ledger.read_bytes()
    seal = append(ledger, RULE, {"e5": 5})
    assert read_ledger(ledger, RULE, seal).seals[-1] == seal
    ledger.write_bytes(old)
    with pytest.raises(LedgerRefused, match="ouder"):
        read_ledger(ledger, RULE, seal)


def test_a_ledger_that_is_ahead_of_the_published_file_is_fine(ledger: Path) -> None:
    seal = read_ledger(ledger, RULE).seals[0]
    assert read_ledger(ledger, RULE, seal).decisions == FIRST | SECOND


def test_another_key_is_refused(ledger: Path) -> None:
    with pytest.raises(LedgerRefused, match="andere sleutel"):
        read_ledger(ledger, Rule(5, OTHER_KEY))


def test_another_threshold_is_refused(ledger: Path) -> None:
    with pytest.raises(LedgerRefused, match=r"drempel is 10, maar .* drempel 5"):
        read_ledger(ledger, Rule(10, KEY))


@given(st.data())
def test_any_cut_and_any_changed_byte_is_noticed(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    path = tmp_path_factory.mktemp("grootboek") / "bloei.grootboek"
    seal = append(path, RULE, FIRST | SECOND)
    content = path.read_bytes()
    place = data.draw(st.integers(0, len(content) - 1))
    if data.draw(st.booleans()):
        content = content[:place]
    else:
        other = data.draw(st.integers(0, 255).filter(lambda byte: byte != content[place]))
        content = content[:place] + bytes([other]) + content[place + 1 :]
    path.write_bytes(content)
    with pytest.raises(LedgerRefused):
        read_ledger(path, RULE, seal)


@pytest.mark.parametrize("text", ["", "geen json\n", "[]\n", "{}\n", '{"grootboek": 1}\n'])
def test_another_file_in_its_place_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "bloei.grootboek"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(LedgerRefused):
        read_ledger(path, RULE)


def test_a_forged_value_is_refused(ledger: Path) -> None:
    text = ledger.read_text(encoding="ascii").replace('"waarde": 5', '"waarde": 4', 1)
    ledger.write_text(text, encoding="ascii")
    with pytest.raises(LedgerRefused, match="beschadigd"):
        read_ledger(ledger, RULE)


def test_a_decision_that_was_turned_is_refused_by_its_seal(ledger: Path) -> None:
    text = ledger.read_text(encoding="ascii").replace('"waarde": 5', '"waarde": 0', 1)
    ledger.write_text(text, encoding="ascii")
    with pytest.raises(LedgerRefused, match="beschadigd"):
        read_ledger(ledger, RULE)


def test_a_decision_without_a_seal_behind_it_is_refused(ledger: Path) -> None:
    with ledger.open("a", encoding="ascii") as file:
        file.write('{"cel": "f6", "waarde": 5}\n')
    with pytest.raises(LedgerRefused, match="beschadigd"):
        read_ledger(ledger, RULE)


def test_a_refusal_says_what_to_do(ledger: Path) -> None:
    ledger.write_bytes(ledger.read_bytes()[:-5])
    with pytest.raises(LedgerRefused, match="Zet het juiste grootboek terug uit een back-up"):
        read_ledger(ledger, RULE)
