"""The files of `export` with all figures, for other programs."""

from collections.abc import Iterator

from analytics.catalog import INDICATORS
from analytics.scope.answers import Answers
from analytics.scope.scope import Scope
from analytics.scope.search.question import parse_indicator
from analytics.scope.view import View
from commands.exporting.asked import Asked, several, some
from commands.exporting.dress import dress
from commands.exporting.view import at_area
from data.periods import Period
from data.reference.areas import Level
from exports.flat.collect import LEVELS, PERIODS, Flat, Wanted
from exports.formats import FLAT_FORMS
from exports.setting import setting_of


def flat_files(answers: Answers, view: View, asked: Asked) -> Iterator[tuple[str, bytes]]:
    """The files with all figures, of which options may leave some out."""
    forms = {form.name: form for form in FLAT_FORMS}
    names = several(asked.formats, forms, "formaat")
    about = at_area(answers, view, asked.area)
    flat = Flat(answers, setting_of(Scope(answers, about)), _wanted(asked, about, answers))
    for name in names:
        yield from forms[name].files(flat, dress(asked))


def _wanted(asked: Asked, view: View, answers: Answers) -> Wanted:
    indicators = asked.indicator or ",".join(indicator.id for indicator in INDICATORS)
    return Wanted(
        as_of=view.as_of or answers.known.as_of,
        indicators=[parse_indicator(name.strip()) for name in indicators.split(",")],
        levels=[Level(name) for name in some(asked.level, LEVELS, "niveau")],
        periods=[Period(name) for name in some(asked.period, PERIODS, "periode")],
        area=view.area,
        window=view.window,
    )
