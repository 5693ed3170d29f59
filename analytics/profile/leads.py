"""The sentences under the title of a page, from the answers themselves."""

from collections.abc import Sequence

from analytics.profile.profile import Comparison, comparisons
from analytics.profile.profile_sentences import change_sentence, standout_sentence
from analytics.profile.quarters import quarter_changes
from analytics.scope.scope import Scope
from analytics.scope.sentences import Reach, just_started, rollout_sentence
from data.reference.areas import Level

REACH = ("inwoners_bereikt", "matches", "lopende_matches")


def rollout_lead(scope: Scope) -> str:
    """How far the rollout is in the view's area."""
    area, day = scope.area, scope.day
    selection = scope.own
    counts = [row.value for name in REACH for row in scope.figures(name, selection).rows()]
    shown = [int(count) for count in counts if count is not None]
    reach = Reach(*shown) if len(shown) == len(counts) else None
    progress = scope.progress(area.level)[area.code]
    return rollout_sentence(area, progress, reach, scope.window, day)


def profile_question(scope: Scope) -> str:
    """What the page about the view's area answers."""
    return f"Hoe gaat het in {scope.area.in_sentence}?"


def standout_lead(scope: Scope, found: Sequence[Comparison]) -> str:
    """What stands out in the view's area beside those like it; why nothing does, when it is new."""
    place = scope.area
    if place.level is Level.GEMEENTE:
        return ""  # there is none like it
    if scope.progress(place.level)[place.code].is_new(scope.day):
        return just_started(place)
    return standout_sentence(found, place.level, scope.threshold)


def profile_lead(scope: Scope) -> str:
    """How far it is in the view's area, what stands out there, and what changed."""
    sentences = [
        rollout_lead(scope),
        standout_lead(scope, comparisons(scope)),
        change_sentence(quarter_changes(scope), scope.threshold),
    ]
    return " ".join(sentence for sentence in sentences if sentence)
