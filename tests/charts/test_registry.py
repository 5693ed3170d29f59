"""A card is known by the id under which its builder is registered, and by nothing else."""

from datetime import date

import pytest

from analytics.figures.doors.marts import Audience
from analytics.scope.scope import Scope
from analytics.scope.view import Known, View
from charts import registry
from charts.card import Card, empty
from charts.cards import CARDS
from charts.registry import INTERNAL, card, registered
from tests.analytics.scope.fixed import Fixed

DAY = date(2021, 10, 1)


def scope(audience: Audience) -> Scope:
    return Scope(Fixed(Known({}, DAY, DAY, audience)), View(audience=audience))


@pytest.fixture(autouse=True)
def own_register(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(registry, "_builders", {})


def test_a_card_gets_its_id_and_its_title_where_it_is_registered() -> None:
    @card("kaart.proef", "Een proef")
    def trial(scope: Scope, words: str = "") -> Card:
        """A card for this test."""
        return Card(title=words, sentence="gezegd")

    asked = scope(Audience.GEMEENTE)
    made = registered()["kaart.proef"](asked)
    assert (made.id, made.title, made.sentence) == ("kaart.proef", "Een proef", "gezegd")
    assert trial(asked, "Een vondst").title == "Een vondst"


def test_what_is_internal_is_not_even_built_for_others() -> None:
    @card("kaart.intern", "Van binnen", Audience.INTERN)
    def inside(scope: Scope) -> Card:
        """A card that counts people."""
        assert scope.audience is Audience.INTERN
        return empty("niets")

    assert inside(scope(Audience.GEMEENTE)) == Card("kaart.intern", "Van binnen", note=INTERNAL)
    assert inside(scope(Audience.INTERN)).note == "niets"


def test_no_two_cards_have_one_id() -> None:
    card("kaart.proef")(lambda scope: empty("een"))
    with pytest.raises(ValueError, match=r"kaart\.proef"):
        card("kaart.proef")(lambda scope: empty("twee"))


def test_cards_stand_in_the_order_of_the_alphabet() -> None:
    assert list(CARDS) == sorted(CARDS)
