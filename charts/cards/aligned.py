"""The cards of Op dezelfde leeftijd: areas on the months since their own start."""

from analytics import questions
from analytics.aligned import (
    ENOUGH,
    Comparison,
    Curve,
    Field,
    band,
    comparisons,
    field,
    subject_of,
)
from analytics.answers import Answers
from analytics.catalog import find
from analytics.sentences import PLURALS
from analytics.view import View
from charts.card import Card, Column, Line, Table, Value
from charts.cards.aligned_words import aligned_sentence, field_sentence
from charts.cards.words import file_words, source_words
from charts.pictures import Panels, Series, Trend
from data.areas import Level
from data.dutch import month, number, short_month

LEVELS = (Level.STADSDEEL, Level.WIJK, Level.TEAM)
UNIT = "per 1.000 inwoners"
AXIS = "maanden sinds de eigen start"
MOST_PANELS = 25


def level_of(view: View) -> Level:
    """The level that is compared: a buurt has no start of its own, so then the wijken are."""
    return view.level if view.level in LEVELS else Level.WIJK


def field_of(answers: Answers, view: View) -> Field:
    """The curves of the view's level, for the subject of its indicator."""
    day = questions.as_of(view, answers.known)
    return answers.of(field, subject_of(view.indicator), level_of(view), day)


def chosen_curve(answers: Answers, view: View) -> Curve | None:
    """The curve of the chosen area, on its own level; None without one, and for a buurt."""
    level, day = questions.area(view, answers.known).level, questions.as_of(view, answers.known)
    if not view.area or level is Level.BUURT:
        return None
    found = answers.of(field, subject_of(view.indicator), level, day)
    return next((curve for curve in found.curves if curve.code == view.area), None)


def aligned_curves(answers: Answers, view: View) -> Card:
    """uitrol.leeftijd: the chosen area and the pilot among the middle half of the others."""
    found, chosen = field_of(answers, view), chosen_curve(answers, view)
    label = find(found.subject).label
    title = f"{label.capitalize()} sinds de eigen start"
    sentence = (
        aligned_sentence(answers, view, chosen, found) if view.area else field_sentence(found, view)
    )
    shown = [curve for curve in (found.pilot, chosen, *found.others) if curve and curve.age]
    if not shown:
        return Card("uitrol.leeftijd", title, UNIT, note=sentence)
    ages = range(max(_length(found), chosen.age if chosen else 0) + 1)
    return Card(
        id="uitrol.leeftijd",
        title=title,
        subtitle=f"{UNIT} · tot en met {month(found.last)} · tussen haakjes: hoeveel"
        f" {PLURALS[level_of(view)]} buiten de pilot zo oud zijn",
        source=f"{_source(found, answers, view)} · {_few(found, view)}",
        alt=sentence,
        sentence=sentence,
        file_name=file_words(f"leeftijd_{found.subject}", view, answers.known),
        indicators=[found.subject],
        picture=Trend(
            list(ages),
            _series(found, chosen, ages),
            AXIS,
            UNIT,
            decimals=1,
            counts=[band(found.others, step).areas for step in ages],
        ),
        table=_curve_table(found, chosen, ages),
    )


def _length(found: Field) -> int:
    """The age of the oldest of the others; that of the pilot when there are none."""
    ages = [curve.age for curve in found.others] or [found.pilot.age if found.pilot else 0]
    return max(ages)


def _few(found: Field, view: View) -> str:
    """From which age there are too few areas for a middle half, in words."""
    plural = PLURALS[level_of(view)]
    enough = sorted((curve.age for curve in found.others), reverse=True)[ENOUGH - 1 : ENOUGH]
    if not enough:
        return f"minder dan {ENOUGH} {plural} buiten de pilot: geen middelste helft"
    return f"boven {enough[0]} maanden minder dan {ENOUGH} {plural}: geen middelste helft"


def _series(
    found: Field,
    chosen: Curve | None,
    ages: range,
) -> list[Series]:
    bands = [band(found.others, step) for step in ages]
    series = []
    if any(part.middle is not None for part in bands):
        series.append(
            Series(
                "midden",
                "line",
                [part.middle for part in bands],
                [part.low for part in bands],
                [part.high for part in bands],
            )
        )
    if found.pilot:
        series.append(Series("pilot", "pilot", _rates(found.pilot, ages), is_dashed=True))
    if chosen and chosen.age and not chosen.is_pilot:
        series.append(Series(chosen.name, "accent", _rates(chosen, ages)))
    return series


def _rates(curve: Curve, ages: range) -> list[float | None]:
    return [curve.rate(step) for step in ages]


def _curve_table(found: Field, chosen: Curve | None, ages: range) -> Table:
    own = [chosen] if chosen else []
    columns = [Column("Maanden", 0)]
    columns += [Column(curve.name, 1) for curve in own]
    columns += [Column("Pilot", 1), Column("Laag", 1), Column("Midden", 1), Column("Hoog", 1)]
    columns += [Column("Gebieden", 0)]
    lines = []
    for step in ages:
        part = band(found.others, step)
        first = found.pilot.rate(step) if found.pilot else None
        cells = [step, *(curve.rate(step) for curve in own), first, part.low, part.middle]
        lines.append(Line([*cells, part.high, part.areas]))
    return Table(f"{find(found.subject).label} {UNIT} naar leeftijd", columns, lines)


def aligned_panels(answers: Answers, view: View) -> Card:
    """uitrol.leeftijd_per_gebied: every area beside the pilot, on shared axes."""
    found = field_of(answers, view)
    title = f"{'Elke' if level_of(view) is Level.WIJK else 'Elk'} {level_of(view)} naast de pilot"
    if not found.others:
        return Card("uitrol.leeftijd_per_gebied", title, UNIT, note=field_sentence(found, view))
    ages = range(_length(found) + 1)
    curves = sorted(found.others, key=lambda curve: (-curve.age, curve.name))[:MOST_PANELS]
    return Card(
        id="uitrol.leeftijd_per_gebied",
        title=title,
        subtitle=f"{find(found.subject).label} {UNIT}, naar {AXIS} · pilot in paars,"
        " het midden van de anderen in grijs",
        source=_source(found, answers, view),
        alt=field_sentence(found, view),
        sentence=field_sentence(found, view),
        file_name=file_words(f"leeftijd_per_gebied_{found.subject}", view, answers.known),
        indicators=[found.subject],
        picture=Panels({curve.name: _panel(curve, found, ages, view) for curve in curves}),
        table=_table(found, view),
    )


def _source(found: Field, answers: Answers, view: View) -> str:
    return source_words(find(found.subject), view, answers.known, days=[found.last])


def _panel(curve: Curve, found: Field, ages: range, view: View) -> Trend:
    middles = [band(found.others, step).middle for step in ages]
    context = [Series("het midden", "line", middles, is_quiet=True)]
    if found.pilot:
        context.append(Series("pilot", "pilot", _rates(found.pilot, ages), is_quiet=True))
    ink = "accent" if curve.code == view.area else "ink"
    own = Series(curve.name, ink, _rates(curve, ages))
    return Trend(list(ages), [*context, own], AXIS, UNIT, decimals=1)


def aligned_table(answers: Answers, view: View) -> Card:
    """uitrol.leeftijd_tabel: every area at the age that it has now, against pilot and median."""
    found = field_of(answers, view)
    title = "Voor of achter, op de leeftijd van nu"
    if not found.others:
        return Card("uitrol.leeftijd_tabel", title, UNIT, note=field_sentence(found, view))
    return Card(
        id="uitrol.leeftijd_tabel",
        title=title,
        subtitle=f"{find(found.subject).label} {UNIT} · verhouding 1 is gelijk · tussen haakjes"
        " waar de verhouding met 95% zekerheid ligt",
        source=_source(found, answers, view),
        sentence=field_sentence(found, view),
        file_name=file_words(f"leeftijd_tabel_{found.subject}", view, answers.known),
        indicators=[found.subject],
        table=_table(found, view),
    )


def _table(found: Field, view: View) -> Table:
    columns = [
        Column(level_of(view).capitalize()),
        Column("Maanden", 0),
        Column("Nu", 1, has_bars=True),
        Column("Tegen pilot", 2),
        Column("Zekerheid"),
        Column("Tegen midden", 2),
        Column("Plaats"),
        Column("Achter op pilot sinds"),
    ]
    lines = [
        Line(_cells(compared), code=compared.curve.code, is_chosen=compared.curve.code == view.area)
        for compared in comparisons(found)
    ]
    return Table(f"Op dezelfde leeftijd: {find(found.subject).label} {UNIT}", columns, lines)


def _cells(compared: Comparison) -> list[Value]:
    pilot, middle = compared.pilot, compared.middle
    since = compared.behind_since
    return [
        compared.curve.name,
        compared.curve.age,
        compared.rate,
        pilot.value if pilot else None,
        _interval(compared),
        compared.rate / middle if middle else None,
        f"{compared.rank} van {compared.among}",
        short_month(since) if since else None,
    ]


def _interval(compared: Comparison) -> str | None:
    pilot = compared.pilot
    if pilot is None or pilot.value is None or pilot.high is None:
        return None
    return f"({number(pilot.low, 2)} tot {number(pilot.high, 2)})"
