"""The cards of Op dezelfde leeftijd: areas on the months since their own start."""

from collections.abc import Sequence

from analytics.catalog import find
from analytics.rollout.against_pilot import Comparison
from analytics.rollout.aligned import ENOUGH, Band, Curve, Field, bands
from analytics.scope.scope import Scope
from analytics.scope.sentences import PLURALS
from charts.card import Card, Column, Line, Table, empty
from charts.cards.chosen import chosen_codes, marked_words
from charts.cards.rollout.aligned_choice import (
    chosen_apart,
    chosen_curve,
    chosen_now,
    chosen_sentence,
    field_of,
    level_sentence,
)
from charts.cards.rollout.aligned_table import NOW, UNIT, comparison_table, now_cells
from charts.cards.rollout.aligned_words import field_sentence
from charts.pictures import Panels, Series, Trend
from charts.registry import card
from charts.theme import PILOT_COLOUR
from data.dutch import month
from data.grammar import capital, counted
from data.reference.areas import Level, city

AXIS = "maanden sinds de eigen start"
BAND = (
    Column("Pilot", 1),
    Column("Laag", 1, draws="Midden, van"),
    Column("Midden", 1),
    Column("Hoog", 1, draws="Midden, tot"),
    Column("Gebieden", 0),
)


@card("uitrol.leeftijd")
def aligned_curves(scope: Scope) -> Card:
    """The chosen area and the pilot among the middle half of the others."""
    found, chosen = field_of(scope), chosen_curve(scope)
    title = f"{capital(find(found.subject).label)} sinds de eigen start"
    sentence = chosen_sentence(scope) if scope.view.area else field_sentence(found)
    ages = range(max(_length(found), chosen.age if chosen else 0) + 1)
    shown = bands(found.others, ages)
    series = _series(found, chosen, shown)
    if not any(sum(value is not None for value in line.values) > 1 for line in series):
        return empty(sentence, title, UNIT)
    return Card(
        title=title,
        subtitle=f"{UNIT} · {_where(scope)} · tot en met {month(found.last)} · tussen"
        f" haakjes: hoeveel {PLURALS[found.level]}{_outside(found)} zo oud zijn",
        source=f"{_source(scope, found)} · {_few(found)}",
        alt=sentence,
        sentence=sentence,
        file_name=scope.file_name(f"leeftijd_{found.subject}"),
        indicators=[found.subject],
        picture=Trend(list(ages), series, AXIS, UNIT, 1, counts=[part.areas for part in shown]),
        table=_curve_table(found, chosen, shown, chosen_now(scope)),
    )


def _source(scope: Scope, found: Field) -> str:
    return scope.source(find(found.subject), days=[found.last])


def _where(scope: Scope) -> str:
    """The areas that a card is about, in words."""
    place = scope.area
    return place.after_in


def _outside(found: Field) -> str:
    """That the areas are those outside the pilot, in words; "" when there is no pilot."""
    return " buiten de pilot" if found.pilot else ""


def _length(found: Field) -> int:
    """The age of the oldest of the others; that of the pilot when there are none."""
    ages = [curve.age for curve in found.others] or [found.pilot.age if found.pilot else 0]
    return max(ages)


def _few(found: Field) -> str:
    """From which age there are too few areas for a middle half, in words."""
    plural = PLURALS[found.level]
    enough = sorted((curve.age for curve in found.others), reverse=True)[ENOUGH - 1 : ENOUGH]
    if not enough:
        return f"minder dan {ENOUGH} {plural}{_outside(found)}: geen middelste helft"
    return (
        f"boven {counted(enough[0], 'maand', 'maanden')} minder dan {ENOUGH} {plural}: geen"
        " middelste helft"
    )


def _series(found: Field, chosen: Curve | None, shown: Sequence[Band]) -> list[Series]:
    ages = range(len(shown))
    series = []
    if any(part.middle is not None for part in shown):
        middle, low, high = (
            [getattr(part, name) for part in shown] for name in ("middle", "low", "high")
        )
        series.append(Series("midden", "line", middle, low, high))
    if found.pilot:
        series.append(Series("pilot", "pilot", _rates(found.pilot, ages), is_dashed=True))
    if chosen and chosen.age and not chosen.is_pilot:
        series.append(Series(chosen.name, "accent", _rates(chosen, ages)))
    return series


def _rates(curve: Curve, ages: range) -> list[float | None]:
    return [curve.rate(step) for step in ages]


def _curve_table(
    found: Field, chosen: Curve | None, shown: Sequence[Band], now: Comparison | None
) -> Table:
    """The lines by age; where that of the chosen area ends stands what it has now."""
    own = [chosen] if chosen else []
    columns = [Column("Maanden", 0)]
    columns += [Column(curve.name, 1) for curve in own]
    columns += [*BAND, *(NOW if now else ())]
    lines = []
    for step, part in enumerate(shown):
        first = found.pilot.rate(step) if found.pilot else None
        cells = [step, *(curve.rate(step) for curve in own), first, part.low, part.middle]
        ends = now_cells(now) if now and step == now.curve.age else [None] * len(NOW)
        lines.append(Line([*cells, part.high, part.areas, *(ends if now else ())]))
    return Table(f"{find(found.subject).label} {UNIT} naar leeftijd", columns, lines)


def _areas_table(scope: Scope, found: Field) -> Table:
    """The areas of a level, and the chosen one where the sentence is about that alone."""
    codes = chosen_codes(scope, found.level)
    return comparison_table(found, codes, chosen_apart(scope, found))


def _areas_words(scope: Scope, found: Field) -> str:
    """Which areas a card shows, and which of them are marked."""
    shown = [line.code for line in _areas_table(scope, found).lines]
    place = scope.area
    words = f"{PLURALS[found.level]} van {city().name}{_outside(found)} met een cijfer"
    if place.code in shown:
        return f"{words}, {place.in_sentence} gemarkeerd"
    return words + marked_words(scope, found.level, shown)


@card("uitrol.leeftijd_per_gebied")
def aligned_panels(scope: Scope) -> Card:
    """Every area beside the pilot, on shared axes."""
    found = field_of(scope)
    beside = "naast de pilot" if found.pilot else "sinds de eigen start"
    title = f"{'Elke' if found.level is Level.WIJK else 'Elk'} {found.level} {beside}"
    sentence = level_sentence(scope)
    if not found.others:
        return empty(sentence, title, UNIT)
    return Card(
        title=title,
        subtitle=f"{find(found.subject).label} {UNIT}, naar {AXIS} · "
        f"{_areas_words(scope, found)} · tot en met {month(found.last)} · {_colours(found)}",
        source=_source(scope, found),
        alt=sentence,
        sentence=sentence,
        file_name=scope.file_name(f"leeftijd_per_gebied_{found.subject}"),
        indicators=[found.subject],
        picture=Panels(_panels(scope, found)),
        table=_areas_table(scope, found),
    )


def _colours(found: Field) -> str:
    """What the lines beside that of an area are, by their colour."""
    if found.pilot:
        return f"pilot in {PILOT_COLOUR}, het midden van de anderen in grijs"
    return "het midden in grijs"


def _panels(scope: Scope, found: Field) -> dict[str, Trend]:
    """By name: the chosen area where it stands apart, then every area, the oldest first."""
    apart, codes = chosen_apart(scope, found), chosen_codes(scope, found.level)
    ages = range(max(_length(found), apart.curve.age if apart else 0) + 1)
    middles = [part.middle for part in bands(found.others, ages)]
    panels = {}
    if apart:
        name = scope.area.label  # a wijk may be called as a stadsdeel
        panels[name] = _panel(apart.curve, found, middles, is_chosen=True)
    return panels | {
        curve.name: _panel(curve, found, middles, is_chosen=curve.code in codes)
        for curve in sorted(found.others, key=lambda curve: (-curve.age, curve.name))
    }


def _panel(
    curve: Curve, found: Field, middles: Sequence[float | None], *, is_chosen: bool
) -> Trend:
    ages = range(len(middles))
    context = [Series("het midden", "line", middles, is_quiet=True)]
    if found.pilot:
        context.append(Series("pilot", "pilot", _rates(found.pilot, ages), is_quiet=True))
    own = Series(curve.name, "accent" if is_chosen else "ink", _rates(curve, ages))
    return Trend(list(ages), [*context, own], AXIS, UNIT, decimals=1)


@card("uitrol.leeftijd_tabel", "Voor of achter, op dezelfde leeftijd")
def aligned_table(scope: Scope) -> Card:
    """Every area at the age that it has now, against pilot and median."""
    found = field_of(scope)
    sentence = level_sentence(scope)
    if not found.others:
        return empty(sentence, subtitle=UNIT)
    return Card(
        subtitle=f"{find(found.subject).label} {UNIT} · {_areas_words(scope, found)}"
        f" · tot en met {month(found.last)} · elke wijk op haar eigen leeftijd ·"
        " verhouding 1,0 is gelijk · tussen haakjes waar de verhouding met 95% zekerheid ligt",
        source=f"{_source(scope, found)} · meer dan toeval: van"
        " zulke verschillen is er hooguit een op de twintig toch toeval",
        sentence=sentence,
        file_name=scope.file_name(f"leeftijd_tabel_{found.subject}"),
        indicators=[found.subject],
        table=_areas_table(scope, found),
    )
