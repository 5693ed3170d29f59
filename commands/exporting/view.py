"""What an export looks at: the selection that was typed, as its audience sees it."""

from dataclasses import replace
from datetime import date

from analytics.figures.doors.marts import Audience
from analytics.scope.answers import Answers
from analytics.scope.search.question import WrongQuestion, parse_area, parse_indicator
from analytics.scope.view import LEVELS, Known, View
from analytics.scope.windows import Window
from commands.exporting.asked import ALL, Asked, one
from data.dutch import long_date
from data.models.marts import last_closed_month
from data.reference.areas import Level
from exports.report.report import LEVELS as REPORT_LEVELS


def view_of(asked: Asked, known: Known) -> View:
    """The selection; WrongQuestion when there is no such thing."""
    day, usual = _day(asked.as_of, known), View()
    window = one(asked.window or usual.window, tuple(Window), "periode")
    if asked.is_flat:
        return View(window=Window(window), as_of=day, audience=known.audience)
    level = one(asked.level or usual.level, (*LEVELS, *REPORT_LEVELS), "niveau")
    return View(
        level=Level(level),
        window=Window(window),
        as_of=day,
        indicator=parse_indicator(asked.indicator or usual.indicator).id,
        audience=known.audience,
    )


def at_area(answers: Answers, view: View, asked: str) -> View:
    """The same for an area by its code or name; WrongQuestion when there is no such area."""
    if asked in ("", ALL):
        return view
    area = answers.of(parse_area, asked)
    return replace(view, area="" if area.level is Level.GEMEENTE else area.code)


def _day(asked: date | None, known: Known) -> date | None:
    """The peildatum as this audience sees it; a later day is brought back."""
    if asked is None:
        return None
    day = min(asked, known.as_of)
    if known.audience is Audience.GEMEENTE:
        day = last_closed_month(day)
    if day < known.beginning:
        raise WrongQuestion(
            f"Op {long_date(asked)} waren er nog geen cijfers: ze beginnen op"
            f" {long_date(known.beginning)}. Kies een latere peildatum."
        )
    return day


def notes(asked: Asked, view: View) -> list[str]:
    """Sentences that whoever asked must know."""
    if view.as_of is None or view.as_of == asked.as_of:
        return []
    return [f"Let op: de peildatum is nu {long_date(view.as_of)}."]
