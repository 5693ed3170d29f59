"""All rules together, and how a card is held against them."""

from collections.abc import Mapping, Sequence

from analytics.figures.doors.marts import Audience
from analytics.scope.answers import DirectAnswers
from analytics.scope.scope import Scope
from analytics.scope.view import View, parse, to_query
from charts.cards import CARDS
from tests.charts.cards.rules.figures import (
    dashes_what_is_held_beside,
    draws_something,
    gives_equals_one_place,
    gives_no_rate_of_few_inhabitants,
    has_decimals_that_fit,
    names_all_that_share_an_end,
    says_nothing_of_fewer_than_five,
    stays_within_bounds,
    tells_what_is_withheld,
)
from tests.charts.cards.rules.grammar import (
    claims_no_rounded_nothing,
    claims_nothing_of_what_is_new,
    has_a_title,
    names_its_moment,
    reads_well,
)
from tests.charts.cards.rules.seen import Rule, Seen
from tests.charts.cards.rules.subject import (
    is_about_the_selection,
    is_told_in_its_head,
    shows_no_zero_before_the_start,
)
from tests.charts.cards.rules.told import says_what_it_shows

OWN = "eigen~Rond het park~1110~6370"
Doors = dict[str, dict[Audience, DirectAnswers]]

RULES: tuple[Rule, ...] = (
    reads_well,
    names_its_moment,
    claims_no_rounded_nothing,
    claims_nothing_of_what_is_new,
    has_a_title,
    is_about_the_selection,
    is_told_in_its_head,
    shows_no_zero_before_the_start,
    draws_something,
    tells_what_is_withheld,
    dashes_what_is_held_beside,
    gives_equals_one_place,
    gives_no_rate_of_few_inhabitants,
    says_nothing_of_fewer_than_five,
    has_decimals_that_fit,
    stays_within_bounds,
    names_all_that_share_an_end,
    says_what_it_shows,
)


def seen_by(answers: DirectAnswers, name: str, view: View) -> Seen:
    """A card as a reader of an audience gets it, on a day that the audience has."""
    known = answers.known
    asked = parse(to_query(view), known)
    place = known.areas[asked.area] if asked.area else known.city
    return Seen(CARDS[name](Scope(answers, asked)), asked, place, known, answers)


def broken_rules(answers: DirectAnswers, name: str, view: View) -> list[str]:
    """What a card breaks, with the selection that shows it."""
    seen = seen_by(answers, name, view)
    where = f"{view.audience}, {to_query(seen.view)}"
    return [f"{rule.__name__}: {words} ({where})" for rule in RULES for words in rule(seen)]


def keeps_the_rules(
    answers: Mapping[Audience, DirectAnswers], name: str, views: Sequence[View]
) -> None:
    broken = [words for view in views for words in broken_rules(answers[view.audience], name, view)]
    assert not broken, "\n".join(broken[:12]) + f"\n({len(broken)} in all)"
