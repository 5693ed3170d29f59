"""The sentences under the title of a page, from the answers themselves."""

from analytics.profile.profile import comparisons
from analytics.profile.profile_sentences import change_sentence, standout_sentence
from analytics.profile.quarters import quarter_changes
from analytics.scope.scope import Scope
from analytics.scope.sentences import Reach, rollout_sentence

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


def profile_lead(scope: Scope) -> str:
    """How far it is in the view's area, what stands out there, and what changed."""
    level = scope.area.level
    sentences = [
        rollout_lead(scope),
        standout_sentence(comparisons(scope), level, scope.threshold),
        change_sentence(quarter_changes(scope), scope.threshold),
    ]
    return " ".join(sentence for sentence in sentences if sentence)
