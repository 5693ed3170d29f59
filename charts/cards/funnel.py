"""The cards of Eerlijk vergelijken: the funnel, and the ranking with smoothed rates."""

from collections import Counter
from collections.abc import Sequence

import numpy as np

from analytics import questions
from analytics.aligned import subject_of
from analytics.answers import Answers
from analytics.catalog import find
from analytics.funnel import FEWEST, Funnel, Point, curve, drawn_in, funnel
from analytics.limits import ALARM, WARNING, Limits, Verdict, exact_limits, widest
from analytics.sentences import PLURALS
from analytics.view import View
from charts.card import Card, Column, Line, Table
from charts.cards.words import file_words, source_words
from charts.pictures import Curve, Dot, Scatter
from data.dutch import month, number

UNIT = "per 1.000 inwoners per jaar"
FUNNEL, RANKING = "uitrol.trechter", "uitrol.rangorde"
FEW = (
    f"Er zijn minder dan {FEWEST} gestarte gebieden met cijfers in deze periode: te weinig om te"
    " vergelijken. Kies een langere periode of een ander niveau."
)
NAMED = (Verdict.HIGH, Verdict.LOW)


def funnel_of(answers: Answers, view: View) -> Funnel:
    """The areas of the view's level over its window, for the subject of its indicator."""
    day = questions.as_of(view, answers.known)
    return answers.of(funnel, subject_of(view.indicator), view.level, view.window, day)


def funnel_sentence(answers: Answers, view: View) -> str:
    """Which areas differ from the common rate by more than chance, and how the chosen one does."""
    found = funnel_of(answers, view)
    if not found.points:
        return FEW
    label, plural = find(found.subject).label, PLURALS[view.level]
    counts = Counter(point.verdict for point in found.points)
    sure = counts[Verdict.HIGH] + counts[Verdict.LOW]
    words = (
        f"Gemiddeld {number(found.average, 1)} {label} {UNIT}."
        f" {_outside(sure, len(found.points), plural)}"
    )
    chosen = [point for point in found.points if point.code == view.area]
    return f"{words} {_chosen(chosen[0])}" if chosen else words


def _outside(sure: int, total: int, plural: str) -> str:
    if not sure:
        return f"De verschillen tussen de {total} {plural} passen bij toeval."
    return f"Bij {sure} van de {total} {plural} is het verschil daarmee meer dan toeval."


def _chosen(point: Point) -> str:
    return (
        f"{point.name}: {number(point.rate, 1)}, dat {_judged(point.verdict)};"
        f" rekening houdend met de grootte {number(point.smoothed, 1)}."
    )


def _judged(verdict: Verdict) -> str:
    return verdict if verdict is Verdict.USUAL else f"is {verdict}"


def funnel_plot(answers: Answers, view: View) -> Card:
    """uitrol.trechter: the rate of every area against its size, with the limits of chance."""
    found = funnel_of(answers, view)
    title = "Wat is meer dan toeval?"
    if not found.points:
        return Card(FUNNEL, title, UNIT, note=FEW)
    return Card(
        id=FUNNEL,
        title=title,
        subtitle=f"{find(found.subject).label} {UNIT} dat een gebied meedoet · {_when(found)} ·"
        " binnen de lijnen kan toeval het verschil verklaren",
        source=f"{_source(found, answers, view)} · lijnen: 95% en 99,8%;"
        f" gestippeld alleen toeval, doorgetrokken met de gewone spreiding tussen gebieden"
        f" ({number(found.spread, 1)} keer toeval)",
        alt=funnel_sentence(answers, view),
        sentence=funnel_sentence(answers, view),
        file_name=file_words(f"trechter_{found.subject}", view, answers.known),
        indicators=[found.subject],
        picture=Scatter(
            [_dot(point, view) for point in found.points],
            "inwoners (x 1.000) maal jaren dat het gebied meedoet",
            UNIT,
            _curves(found),
            decimals=1,
        ),
        table=_table(found, view),
    )


def _when(found: Funnel) -> str:
    since = f"{month(found.start)} " if found.start else "sinds de start "
    return f"{since}tot en met {month(found.end)}"


def _dot(point: Point, view: View) -> Dot:
    is_chosen = point.code == view.area
    ink = "accent" if is_chosen else "pilot" if point.is_pilot else "line"
    detail = f"{number(point.rate, 1)} {UNIT}<br>{point.verdict}"
    return Dot(
        point.name, point.exposure, point.rate, ink, detail, is_chosen or point.verdict in NAMED
    )


def _curves(found: Funnel) -> list[Curve]:
    sizes = [point.exposure for point in found.points]
    steps = curve(min(sizes) / 2, max(sizes) * 1.06)
    years = np.array(steps)
    curves = [Curve("gemiddelde", [steps[0], steps[-1]], [found.average] * 2, "ink")]
    for share in (WARNING, ALARM):
        wide = widest(found.average, years, found.spread, share)
        exact = exact_limits(found.average, years, share)
        curves += _pair(f"{number(share * 100, 1)}%", steps, exact, is_dashed=True)
        curves += _pair(f"{number(share * 100, 1)}%", steps, wide, is_dashed=False)
    return curves


def _pair(name: str, steps: Sequence[float], limits: Limits, *, is_dashed: bool) -> list[Curve]:
    ink = "idle" if is_dashed else "line"
    return [
        Curve(name, steps, [float(end) for end in ends], ink, is_dashed)
        for ends in (limits.low, limits.high)
    ]


def _source(found: Funnel, answers: Answers, view: View) -> str:
    return source_words(find(found.subject), view, answers.known, days=[found.end])


def smoothed_ranking(answers: Answers, view: View) -> Card:
    """uitrol.rangorde: areas by smoothed rate, beside the rate as it was counted."""
    found = funnel_of(answers, view)
    title = "Rangorde die rekening houdt met de grootte"
    if not found.points:
        return Card(RANKING, title, UNIT, note=FEW)
    first = max(found.points, key=lambda point: point.smoothed)
    return Card(
        id=RANKING,
        title=title,
        subtitle=f"{find(found.subject).label} {UNIT} dat een gebied meedoet · een klein gebied"
        " bewijst minder, en schuift in de kolom Met grootte meer naar het gemiddelde",
        source=_source(found, answers, view),
        sentence=f"Bovenaan staat {first.name} met {number(first.smoothed, 1)}"
        f" {find(found.subject).label} {UNIT}, als rekening wordt gehouden met de grootte.",
        file_name=file_words(f"rangorde_{found.subject}", view, answers.known),
        indicators=[found.subject],
        table=_table(found, view),
    )


def _table(found: Funnel, view: View) -> Table:
    columns = [
        Column("Nr.", 0),
        Column(view.level.capitalize()),
        Column("Geteld", 0),
        Column("Per jaar", 1),
        Column("Met grootte", 1, has_bars=True),
        Column("Verschoven", 0),
        Column("Nr. zonder", 0),
        Column("Oordeel"),
    ]
    ordered = sorted(found.points, key=lambda point: (-point.smoothed, -point.rate, point.name))
    lines = [
        Line(
            [
                rank,
                point.name,
                point.count,
                point.rate,
                point.smoothed,
                _percent(point, found),
                1 + sum(other.rate > point.rate for other in found.points),
                point.verdict,
            ],
            code=point.code,
            is_chosen=point.code == view.area,
            is_pilot=point.is_pilot,
        )
        for rank, point in enumerate(ordered, start=1)
    ]
    return Table(f"Rangorde: {find(found.subject).label} {UNIT}", columns, lines, head=1)


def _percent(point: Point, found: Funnel) -> str | None:
    part = drawn_in(point, found.average)
    return None if part is None else f"{number(100 * part)}%"
