"""The files of `export --chart`: single cards."""

from collections.abc import Iterator

from analytics.scope.answers import Answers
from analytics.scope.scope import Scope
from analytics.scope.search.question import WrongQuestion
from analytics.scope.view import View
from charts.card import Card
from charts.cards import CARDS
from commands.exporting.asked import Asked, several
from commands.exporting.dress import dress
from commands.exporting.view import at_area
from exports.formats import CARD_FORMS, distinct, file_name
from exports.setting import setting_of

USUAL_FORM = "svg"


def cards(answers: Answers, view: View, asked: Asked) -> Iterator[tuple[str, bytes]]:
    """The files, each made when it is asked for; WrongQuestion for a card without figures."""
    scope = Scope(answers, at_area(answers, view, asked.area))
    setting, taken = setting_of(scope), set[str]()
    for name in several(asked.chart, CARDS, "kaartje"):
        card = _made(name, scope)
        forms = {form.name: form for form in CARD_FORMS if form.applies(card)}
        for wanted in several(asked.formats or USUAL_FORM, forms, "formaat"):
            form = forms[wanted]
            stem = card.file_name or name
            names = [file_name(text, setting, form) for text in (stem, f"{name}_{stem}")]
            yield from form.files(card, setting, dress(asked), distinct(names, taken))


def _made(name: str, scope: Scope) -> Card:
    card = CARDS[name](scope)
    if card.note:
        raise WrongQuestion(f"{card.title}: {card.note}")
    return card
