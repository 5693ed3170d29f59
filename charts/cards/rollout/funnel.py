"""The cards of Eerlijk vergelijken: the funnel, and the ranking with smoothed rates."""

from collections.abc import Sequence

import numpy as np

from analytics.catalog import find
from analytics.figures.blur import threshold_of
from analytics.figures.certainty import SETTLED_TIMES
from analytics.rollout.aligned import subject_of
from analytics.rollout.funnel import DECIMALS, STANDING_OUT, Funnel, Point, curve, drawn_in, funnel
from analytics.scope.scope import Scope
from analytics.scope.sentences import PLURALS
from analytics.statistics.limits import WARNING, Limits, alarm_share, exact_limits, widest
from charts.card import Card, Column, Kind, Line, Table, Value, empty
from charts.cards.chosen import chosen_codes, marked_words
from charts.cards.rollout.funnel_words import (
    FEW,
    UNIT,
    average_words,
    funnel_words,
    ranking_words,
    rate_words,
)
from charts.pictures import Curve, Dot, Scatter
from charts.registry import card
from data.dutch import month, number
from data.grammar import capital, listed, spanned
from data.reference.areas import city

TOO_SMALL = "te klein om te vergelijken"


def funnel_of(scope: Scope) -> Funnel:
    """The areas of the view's level over its window, for the subject of its indicator."""
    day = scope.day
    return scope.of(funnel, subject_of(scope.view.indicator), scope.level, scope.window, day)


def funnel_sentence(scope: Scope) -> str:
    """Which areas differ from the common rate by more than chance, and how the chosen one does."""
    return funnel_words(scope, funnel_of(scope))


@card("uitrol.trechter", "Wat is meer dan toeval?")
def funnel_plot(scope: Scope) -> Card:
    """The rate of every area against its size, with the limits of chance."""
    found = funnel_of(scope)
    if not found.points:
        return empty(FEW, subtitle=UNIT)
    sentence = funnel_words(scope, found)
    chosen = chosen_codes(scope, scope.level)
    return Card(
        subtitle=f"{_subtitle(scope, found)} · {average_words(found)} · binnen de lijnen"
        " kan toeval het verschil verklaren",
        source=f"{_source(scope, found)} · {_lines_words(found)}",
        alt=sentence,
        sentence=sentence,
        file_name=scope.file_name(f"trechter_{found.subject}"),
        indicators=[found.subject],
        picture=Scatter(
            [_dot(point, is_chosen=point.code in chosen) for point in found.points],
            "inwoners (x 1.000) maal jaren dat het gebied meedoet",
            UNIT,
            _curves(found),
            decimals=DECIMALS,
        ),
        table=_table(scope, found),
    )


def _subtitle(scope: Scope, found: Funnel) -> str:
    areas = f"de {len(found.points)} {PLURALS[scope.level]} van {city().name} met een cijfer"
    areas += marked_words(scope, scope.level, [point.code for point in found.points])
    return f"{find(found.subject).label} {UNIT} dat een gebied meedoet · {areas} · {_when(found)}"


def _shares(found: Funnel) -> tuple[float, float]:
    """The shares of the inner and the outer limits."""
    return WARNING, alarm_share(len(found.points), is_real=found.spread.is_real)


def _share_words(share: float) -> str:
    return f"{number(share * 100, 2).rstrip('0').rstrip(',')}%"


def _lines_words(found: Funnel) -> str:
    inner, outer = (_share_words(share) for share in _shares(found))
    return (
        f"lijnen: {inner} en {outer}; gestippeld alleen toeval, doorgetrokken met de gewone"
        f" spreiding tussen gebieden ({number(found.spread.phi, 1)} keer toeval)"
    )


def _when(found: Funnel) -> str:
    return spanned(month(found.start) if found.start else "sinds de start", month(found.end))


def _dot(point: Point, *, is_chosen: bool) -> Dot:
    ink = "accent" if is_chosen else "pilot" if point.is_pilot else "line"
    detail = f"{rate_words(point.rate)} {UNIT}<br>{point.verdict}"
    is_named = is_chosen or point.verdict in STANDING_OUT
    return Dot(point.name, point.exposure, point.rate, ink, detail, is_named)


def _curves(found: Funnel) -> list[Curve]:
    sizes = [point.exposure for point in found.points]
    steps = curve(min(sizes) / 2, max(sizes) * 1.06)
    years = np.array(steps)
    curves = [Curve("gemiddelde", [steps[0], steps[-1]], [found.average] * 2, "ink")]
    shares = listed([_share_words(share) for share in _shares(found)])
    for share in _shares(found):
        wide = widest(found.average, years, found.spread.between, share)
        exact = exact_limits(found.average, years, share)
        curves += _pair(f"alleen toeval ({shares})", steps, exact, is_dashed=True)
        curves += _pair(f"met gewone spreiding ({shares})", steps, wide, is_dashed=False)
    return curves


def _pair(name: str, steps: Sequence[float], limits: Limits, *, is_dashed: bool) -> list[Curve]:
    return [
        Curve(name, steps, [float(end) for end in ends], is_dashed=is_dashed)
        for ends in (limits.low, limits.high)
    ]


@card("uitrol.rangorde", "Rangorde die rekening houdt met de grootte")
def smoothed_ranking(scope: Scope) -> Card:
    """Areas by smoothed rate, beside the rate as it was counted."""
    found = funnel_of(scope)
    if not found.points:
        return empty(FEW, subtitle=UNIT)
    return Card(
        subtitle=f"{_subtitle(scope, found)} · een klein gebied bewijst minder, en"
        " schuift in de kolom Met grootte meer naar het gemiddelde",
        source=f"{_source(scope, found)}{_rounded_words(scope, found)}",
        sentence=ranking_words(scope, found),
        file_name=scope.file_name(f"rangorde_{found.subject}"),
        indicators=[found.subject],
        table=_table(scope, found),
    )


def _source(scope: Scope, found: Funnel) -> str:
    return scope.source(find(found.subject), days=[found.end])


def _rounded_words(scope: Scope, found: Funnel) -> str:
    """Why small counts have no place for the protected audience; "" where counts are exact."""
    least = SETTLED_TIMES * threshold_of(find(found.subject).measure, scope.threshold)
    return f" · een afgerond aantal onder {least} krijgt geen plaats" if least else ""


def _table(scope: Scope, found: Funnel) -> Table:
    columns = [
        Column("Nr.", 0, kind=Kind.RANK),
        Column(capital(scope.level)),
        Column("Geteld", 0),
        Column("Per jaar", DECIMALS),
        Column("Met grootte", DECIMALS, has_bars=True),
        Column("Verschoven (%)", 0, kind=Kind.PERCENT),
        Column("Nr. zonder", 0, kind=Kind.RANK),
        Column("Oordeel"),
    ]
    chosen = chosen_codes(scope, scope.level)
    lines = [
        Line(
            _cells(point, found),
            code=point.code,
            is_chosen=point.code in chosen,
            is_pilot=point.is_pilot,
        )
        for point in found.ordered
    ]
    return Table(f"Rangorde: {find(found.subject).label} {UNIT}", columns, lines, head=1)


def _cells(point: Point, found: Funnel) -> list[Value]:
    why = TOO_SMALL if found.has_order else None
    return [
        point.place if found.has_order and point.place else why,
        point.name,
        point.count,
        point.rate,
        point.smoothed,
        _percent(point, found),
        point.crude if found.has_order and point.crude else why,
        point.verdict,
    ]


def _percent(point: Point, found: Funnel) -> float | None:
    part = drawn_in(point, found.average)
    return None if part is None else 100 * part
