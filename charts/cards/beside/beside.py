"""The cards of Vergelijk: areas of choice beside each other, with what is more than chance."""

from collections.abc import Mapping, Sequence
from datetime import date

from analytics.catalog import find
from analytics.profile.beside import (
    Difference,
    Measured,
    Side,
    differences,
    measured,
    sides,
    spread_between,
)
from analytics.profile.profile import told_apart
from analytics.rollout.aligned import subject_of
from analytics.scope.indicator.ranking import Mark
from analytics.scope.scope import Scope
from analytics.scope.sentences import time_words
from charts.card import Card, Column, Kind, Line, Table, Value, empty
from charts.cards.profile.reach import reached
from charts.pictures import Bar, Bars, Series, Trend
from charts.registry import card
from data.dutch import month, number
from data.grammar import capital, listed, lower_first, times

NOTHING = "Kies hierboven twee, drie of vier gebieden. Zij komen naast elkaar te staan."
EMPTY = "Van deze gebieden is er hier geen cijfer per 1.000 inwoners. Kies andere gebieden."
CERTAINTY = "de streep is de onzekerheid (95%, toeval en afronding)"
INKS = ("accent", "Blues", "Purples", "line")
NOT_BEGUN = "In deze gebieden is Buurt in Bloei op deze dag nog niet gestart. Kies een latere dag."
WHY_UNTOLD = {
    Mark.NOT_STARTED: "Nog niet gestart op die dag",
    Mark.FEW_INHABITANTS: f"{capital(Mark.FEW_INHABITANTS)}, en daarom zonder cijfer",
}
ONLY_CHANCE = "De verschillen zijn niet groter dan toeval kan geven."


@card("vergelijk.verschil", "Naast elkaar")
def beside_bars(scope: Scope) -> Card:
    """A bar per area with its interval, and a sentence on what differs."""
    chosen = sides(scope)
    if not chosen:
        return empty(NOTHING)
    subject = subject_of(scope.view.indicator)
    found = measured(scope, subject, spread_between(scope, subject, chosen))
    if not found:
        return empty(EMPTY)
    told = [one for one in found if one.mark is None]
    if not told:
        return empty(NOT_BEGUN if not any(one.has_begun for one in found) else EMPTY)
    sentence = _sentence(scope, subject, found)
    label = capital(find(subject).label)
    return Card(
        title=f"{label} per 1.000 inwoners",
        subtitle=_subtitle(scope, found),
        source=scope.source(find(subject), days=[one.side.day for one in found]),
        alt=sentence,
        sentence=sentence,
        file_name=scope.file_name("vergelijk"),
        indicators=[subject],
        picture=Bars([_bar(one) for one in found], "per 1.000 inwoners", 1),
        table=_bar_table(label, found),
    )


def _sentence(scope: Scope, subject: str, found: Sequence[Measured]) -> str:
    """What differs between those that took part for a month, who is newer, and who has no bar."""
    told = [one for one in found if one.mark is None]
    old = [one for one in told if not one.is_new]
    words = difference_sentence(subject, old, differences(scope, subject, old)) if old else ""
    words += _new_words([one.side for one in told if one.is_new])
    return (words + untold_words({one.side: one.mark for one in found})).strip()


def _subtitle(scope: Scope, found: Sequence[Measured]) -> str:
    names = _named([one.side for one in found])
    return f"{names} · {time_words(scope.window, scope.day)} · {CERTAINTY}"


def _named(chosen: Sequence[Side]) -> str:
    return listed([side.in_sentence for side in chosen])


def difference_sentence(subject: str, found: Sequence[Measured], real: Sequence[Difference]) -> str:
    """What differs by more than chance, the greatest differences first."""
    label = find(subject).label
    if len(found) == 1:
        [one] = found
        rate = f"{number(one.rate, 1)} {label} per 1.000 inwoners"
        return f"{capital(one.side.in_sentence)}: {rate}."
    if not real:
        return f"{capital(label)} per 1.000 inwoners: {lower_first(ONLY_CHANCE)}"
    parts = [_difference_words(one) for one in sorted(real, key=_size)[:3]]
    return f"{capital(label)} per 1.000 inwoners, meer dan toeval: {'; '.join(parts)}."


def _size(one: Difference) -> float:
    return one.low.rate / one.high.rate if one.high.rate else 1.0


def _difference_words(one: Difference) -> str:
    high, low = one.high, one.low
    more, less = high.side.in_sentence, low.side.in_sentence
    if not (high.is_settled and low.is_settled):  # rounding hides how much
        return f"{more} meer dan {less}"
    if not low.rate:
        return f"{more} {number(high.rate, 1)}, {less} {number(0, 1)}"
    return f"{more} {times(high.rate / low.rate, less)}"


def _new_words(new: Sequence[Side]) -> str:
    """Behind the sentence: which of the areas are too new to compare."""
    return f" Nog geen hele maand gestart en daarom niet vergeleken: {_named(new)}." if new else ""


def untold_words(marks: Mapping[Side, Mark | None]) -> str:
    """Behind the sentence: which of the areas have no figure, and why."""
    words = ""
    for mark, why in WHY_UNTOLD.items():
        without = [side for side, found in marks.items() if found is mark]
        words += f" {why}: {_named(without)}." if without else ""
    return words


def _bar(one: Measured) -> Bar:
    ink = "line" if one.side.is_rest else "accent"
    if one.mark:
        return Bar(one.side.name, None, ink, mark=one.mark, code=one.side.code)
    return Bar(one.side.name, one.rate, ink, low=one.low, high=one.high, code=one.side.code)


def _bar_table(label: str, found: Sequence[Measured]) -> Table:
    heads = [
        Column("Gebied"),
        Column("Aantal", 0),
        Column("Per 1.000", 1, draws="Per 1.000 inwoners"),
        Column("Van", 1),
        Column("Tot", 1),
    ]
    lines = [Line([one.side.name, *_figures(one)], one.side.code) for one in found]
    return Table(f"{label} per 1.000 inwoners", heads, lines)


def _figures(one: Measured) -> list[Value]:
    if one.mark:
        count = one.count if one.has_begun else one.mark
        return [count, one.mark, None, None]
    return [one.count, one.rate, one.low, one.high]


@card("vergelijk.bereik", "Bereikte inwoners per 1.000 inwoners")
def beside_lines(scope: Scope) -> Card:
    """A line per area: residents reached up to the end of each month, from its start."""
    areas = [side for side in sides(scope) if not side.is_rest and side.day == scope.day]
    monthly = scope.own_monthly(None)
    if not areas or monthly is None:
        return empty(NOTHING)
    months = [part.start for part in monthly.slices(scope.known.beginning)]
    lines = {side: reached(scope, monthly, side.area) for side in areas}
    return _line_card(scope, months, lines) if _known(lines) else empty(EMPTY)


def _known(lines: dict[Side, list[float | None]]) -> dict[Side, list[float | None]]:
    return {side: row for side, row in lines.items() if any(value is not None for value in row)}


def _why_no_line(scope: Scope, side: Side) -> Mark:
    has_started = scope.progress(side.area.level)[side.area.code].has_started
    return Mark.FEW_INHABITANTS if has_started else Mark.NOT_STARTED


def _line_card(scope: Scope, months: Sequence[date], lines: dict[Side, list[float | None]]) -> Card:
    subject, shown = find("inwoners_bereikt_per_1000"), _known(lines)
    untold = untold_words({side: _why_no_line(scope, side) for side in lines if side not in shown})
    sentence = _last_words(months[-1], shown) + untold
    series = [
        Series(side.name, ink, row) for ink, (side, row) in zip(INKS, shown.items(), strict=False)
    ]
    return Card(
        subtitle=f"{_named([*lines])} · alle inwoners die tot en met die maand zijn bereikt"
        f" · tot en met {month(months[-1])}",
        source=scope.source(subject, days=months),
        alt=sentence,
        sentence=sentence,
        file_name=scope.file_name("vergelijk_bereik"),
        indicators=[subject.id],
        picture=Trend(months, series, unit="per 1.000 inwoners", decimals=1),
        table=_line_table(months, shown),
    )


def _last_words(last: date, lines: dict[Side, list[float | None]]) -> str:
    """How far every area had come at the end of the last month."""
    ends = {side: row[-1] for side, row in lines.items()}
    parts = [
        f"{number(end, 1)} in {side.in_sentence}" for side, end in ends.items() if end is not None
    ]
    return f"Tot en met {month(last)} per 1.000 inwoners: {listed(parts)}."


def _line_table(months: Sequence[date], lines: dict[Side, list[float | None]]) -> Table:
    heads = [Column("Maand", kind=Kind.MONTH), *(Column(side.name, 1) for side in lines)]
    rows = zip(months, *lines.values(), strict=True)
    return Table("Bereikte inwoners per 1.000 inwoners", heads, [Line(row) for row in rows])


@card("vergelijk.cijfers", "Alle aantallen per 1.000 inwoners")
def beside_table(scope: Scope) -> Card:
    """Every count per 1.000 inhabitants, a column an area."""
    chosen = sides(scope)
    if not chosen:
        return empty(NOTHING)
    subjects = [one.id for one in told_apart() if not one.is_rate and one.id != "wijken_gestart"]
    rows = {subject: _cells(measured(scope, subject)) for subject in subjects}
    heads = [Column("Per 1.000 inwoners"), *(Column(side.name, 1) for side in chosen)]
    lines = [
        Line([capital(find(subject).label), *(found.get(side) for side in chosen)])
        for subject, found in rows.items()
    ]
    return Card(
        subtitle=f"{_named(chosen)} ·"
        f" {time_words(scope.window, scope.day)}; standen op de laatste dag",
        source=scope.source(find("scans"), days=[side.day for side in chosen]),
        file_name=scope.file_name("vergelijk_cijfers"),
        indicators=subjects,
        table=Table("Alle aantallen per 1.000 inwoners", heads, lines),
    )


def _cells(found: Sequence[Measured]) -> dict[Side, Value]:
    """The rates by side; a word before the start, and where rounding leaves nothing to compare."""
    return {one.side: _cell(one) for one in found}


def _cell(one: Measured) -> Value:
    return one.mark or (one.rate if one.is_settled else Mark.TOO_SMALL)
