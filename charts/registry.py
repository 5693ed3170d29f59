"""The register of cards: a builder that is decorated with @card is known everywhere by its id.

Pages, exports, reports and the command line ask for a card by that id; the id, the title of a card
without a finding, and who may see it stand at the builder and nowhere else.
"""

from collections.abc import Callable
from dataclasses import replace
from functools import wraps
from typing import Concatenate, ParamSpec, cast
from urllib.parse import urlencode

from analytics.figures.doors.marts import Audience
from analytics.scope.scope import Scope
from analytics.scope.view import View, to_query
from charts.alternative import alternative
from charts.card import Card, empty

Builder = Callable[[Scope], Card]
More = ParamSpec("More")
Making = Callable[Concatenate[Scope, More], Card]

INTERNAL = (
    "Dit onderdeel is voor wie met de gegevens werkt: het gaat over zo weinig mensen per buurt dat"
    " het niet naar buiten gaat."
)

_builders: dict[str, Builder] = {}


def card(
    card_id: str, title: str = "", audience: Audience = Audience.GEMEENTE
) -> Callable[[Making[More]], Making[More]]:
    """Registers the builder of a card under an id: section and name (overzicht.trend).

    `title` stands above the card unless the builder finds a better one. `audience` INTERN keeps the
    card inside: everyone else gets one calm sentence. What a builder asks besides a scope is chosen
    on the page alone, and has a default for elsewhere. ValueError for an id that is taken.
    """

    def register(build: Making[More]) -> Making[More]:
        @wraps(build)
        def made(scope: Scope, /, *args: More.args, **more: More.kwargs) -> Card:
            is_of_view = not args and not more  # else it depends on what is chosen on the page

            def work() -> Card:
                is_inside = audience is Audience.INTERN and not scope.is_whole
                found = empty(INTERNAL) if is_inside else build(scope, *args, **more)
                told = _told(found, scope, is_of_view=is_of_view and not is_inside)
                return replace(told, id=card_id, title=found.title or title)

            return scope.answers.kept((card_id, scope.view), work) if is_of_view else work()

        if card_id in _builders:
            raise ValueError(f"There are two cards {card_id}.")
        _builders[card_id] = cast(Builder, made)
        return made

    return register


def _told(found: Card, scope: Scope, *, is_of_view: bool) -> Card:
    """The card with its text alternative, and the selection that makes it again if that can."""
    alt = alternative(found, is_exact=not scope.threshold)
    return replace(found, alt=alt, selection=selection_of(scope.view) if is_of_view else "")


def selection_of(view: View) -> str:
    """The address of a view without its day, by which a card can be made again on another one.

    The audience always stands in it.
    """
    return urlencode({**to_query(replace(view, as_of=None)), "publiek": view.audience})


def registered() -> dict[str, Builder]:
    """The builders of all cards that were imported, by id, in the order of the alphabet."""
    return dict(sorted(_builders.items()))
