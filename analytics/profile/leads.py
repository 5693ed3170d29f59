"""The sentences under the title of a page, from the answers themselves."""

from analytics.profile.profile import comparisons
from analytics.profile.profile_sentences import change_sentence, standout_sentence
from analytics.profile.quarters import quarter_changes
from analytics.scope import questions
from analytics.scope.answers import Answers
from analytics.scope.sentences import Reach, rollout_sentence
from analytics.scope.view import View

REACH = ("inwoners_bereikt", "matches", "lopende_matches")


def rollout_lead(answers: Answers, view: View) -> str:
    """How far the rollout is in the view's area."""
    area, day = questions.area(view, answers.known), questions.as_of(view, answers.known)
    selection = questions.chosen_area(view, answers.known)
    counts = [row.value for name in REACH for row in answers.get(name, selection).rows()]
    shown = [int(count) for count in counts if count is not None]
    reach = Reach(*shown) if len(shown) == len(counts) else None
    progress = answers.progress(area.level, day)[area.code]
    return rollout_sentence(area, progress, reach, view.window, day)


def profile_lead(answers: Answers, view: View) -> str:
    """How far it is in the view's area, what stands out there, and what changed."""
    level = questions.area(view, answers.known).level
    sentences = [
        rollout_lead(answers, view),
        standout_sentence(comparisons(answers, view), level, answers.threshold),
        change_sentence(quarter_changes(answers, view), answers.threshold),
    ]
    return " ".join(sentence for sentence in sentences if sentence)
