"""What the pages of this section share: the choices above the cards."""

from collections.abc import Mapping

from analytics.scope.view import Balance, Catchment, View
from charts.cards.gaps.words import distance_words, reach_words
from data.reference.code_lists import code_lists
from pages._parts import choices

EVERY_TALENT = "alle talenten"
CATCHMENTS: Mapping[Catchment, str] = {
    Catchment.WALK: " (lopend)",
    Catchment.BIKE: " (fiets)",
}
BALANCES: Mapping[Balance, str] = {
    Balance.DIFFERENCE: "verschil",
    Balance.RATIO: "verhouding",
    Balance.WAITING: "wachtend",
    Balance.FREE: "vrije plekken",
}


def choose_talent(view: View) -> None:
    """The choice of one talent, or of all."""
    choices.dropdown(
        "talent",
        "Talent",
        {"": EVERY_TALENT} | {talent: talent for talent in code_lists()["talent"]},
        view.talent,
        placeholder="Zoek een talent",
    )


def choose_catchment(view: View) -> None:
    """The choice of how far someone goes."""
    choices.segments(
        "catchment",
        "Binnen bereik is",
        {reach: reach_words(reach) + CATCHMENTS.get(reach, "") for reach in Catchment},
        view.catchment,
        help=f"De {distance_words()}, van midden tot midden.",
    )


def choose_balance(view: View) -> None:
    """The choice of what the table of supply and demand shows."""
    choices.segments("balance", "In de tabel", BALANCES, view.balance)
