"""The cards of one indicator: map, bars, table, maps side by side, change."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from math import inf

from analytics import questions
from analytics.answers import Answers
from analytics.catalog import find
from analytics.ranking import Ranked, finding
from analytics.sentences import PLURALS, extremes_sentence
from analytics.view import LEVELS, View
from charts.card import Card, Column, Line, Table
from charts.cards import area_maps
from charts.cards.asked import Asked
from charts.cards.spots import with_spots
from charts.pictures import AreaMap, Bar, Bars, MapArea

REACH = "inwoners_bereikt_per_1000"
Drawer = Callable[[Asked], Card]


def reach_map(answers: Answers, view: View) -> Card:
    """overzicht.kaart: residents reached, in the whole city."""
    asked = Asked(answers, view, find(REACH))
    title = f"Bereikte inwoners per {view.level}"
    return _map_card("overzicht.kaart", title, asked, area_maps.latest_map(asked))


def indicator_map(answers: Answers, view: View) -> Card:
    """kaart.kaart: the areas in the colours of their class, at any month."""
    return _on_its_levels("kaart.kaart", answers, view, _moment_card)


def indicator_bars(answers: Answers, view: View) -> Card:
    """kaart.staven: the areas as bars, from high to low."""
    return _on_its_levels("kaart.staven", answers, view, _bars_card)


def indicator_table(answers: Answers, view: View) -> Card:
    """kaart.tabel: the areas from high to low; those without a figure at the end, with why."""
    return _on_its_levels("kaart.tabel", answers, view, _table_card)


def indicator_series(answers: Answers, view: View) -> Card:
    """kaart.reeks: the same map at six to twelve moments, because paper does not move."""
    return _on_its_levels("kaart.reeks", answers, view, _series_card)


def indicator_change(answers: Answers, view: View) -> Card:
    """kaart.verandering: what the peildatum has more or less than an earlier day."""
    return _on_its_levels("kaart.verandering", answers, view, _change_card)


def indicator_differences(answers: Answers, view: View) -> Card:
    """kaart.verschillen: the figures of kaart.verandering, from more to less."""
    return _on_its_levels("kaart.verschillen", answers, view, _differences_card)


def _on_its_levels(card: str, answers: Answers, view: View, drawer: Drawer) -> Card:
    """The card, or a note when the indicator does not exist on the level of the view."""
    asked = Asked(answers, view, find(view.indicator), questions.around(view, answers.known))
    if view.level in asked.indicator.levels:
        return drawer(asked)
    *others, last = [level for level in asked.indicator.levels if level in LEVELS]
    return Card(
        card,
        asked.indicator.question,
        note=f"Het aantal {asked.indicator.label} bestaat niet voor {PLURALS[view.level]}."
        f" Kies bij de filters een ander niveau: {', '.join(others)} of {last}.",
    )


def _moment_card(asked: Asked) -> Card:
    title = finding(asked.ranked(), asked.indicator)
    card = _map_card("kaart.kaart", title, asked, area_maps.moment_map(asked))
    return with_spots(card, asked) if asked.view.spots else card


def _series_card(asked: Asked) -> Card:
    title = f"{_capital(asked.indicator.label)} door de tijd"
    return _map_card("kaart.reeks", title, asked, area_maps.series_map(asked))


def _change_card(asked: Asked) -> Card:
    picture = area_maps.change_map(asked)
    title = f"{_capital(asked.indicator.label)}: {area_maps.change_words(asked)}"
    return _map_card("kaart.verandering", title, asked, picture)


def _differences_card(asked: Asked) -> Card:
    card = _change_card(asked)
    return replace(card, id="kaart.verschillen", title="Van meer naar minder", picture=None)


def _map_card(card: str, title: str, asked: Asked, picture: AreaMap) -> Card:
    sentence = _extremes(asked.ranked(), asked)
    subject = f"Kaart van Eindhoven, {asked.indicator.label} per {asked.level}"
    return Card(
        id=card,
        title=title,
        subtitle=asked.unit,
        source=asked.source_over(picture.days),
        alt=f"{subject}. {sentence}",
        sentence=sentence,
        file_name=asked.file_name,
        indicators=[asked.indicator.id],
        picture=picture,
        table=_moments_table(title, asked, picture),
    )


def _bars_card(asked: Asked) -> Card:
    ranked = asked.ranked()
    sentence = _extremes(ranked, asked)
    return Card(
        id="kaart.staven",
        title=finding(ranked, asked.indicator),
        subtitle=asked.unit,
        source=asked.source,
        alt=f"Staafdiagram, {asked.indicator.label} per {asked.level}. {sentence}",
        sentence=sentence,
        file_name=asked.file_name,
        indicators=[asked.indicator.id],
        picture=_bars(asked, ranked),
        table=_ranking(asked, ranked),
    )


def _bars(asked: Asked, ranked: Sequence[Ranked]) -> Bars:
    progress = asked.answers.progress(asked.level, asked.day)
    bars = [
        Bar(
            name=area.row.area_name,
            value=None if area.mark else area.row.value,
            ink=_ink(code == asked.view.area, progress[code].is_pilot),
            mark=area.mark or "",
            code=code,
        )
        for area in ranked
        for code in [area.row.area_code]
    ]
    return Bars(bars, asked.indicator.unit, asked.indicator.decimals)


def _ink(is_chosen: bool, is_pilot: bool) -> str:
    if is_chosen:
        return "accent"
    return "pilot" if is_pilot else "line"


def _table_card(asked: Asked) -> Card:
    ranked = asked.ranked()
    return Card(
        id="kaart.tabel",
        title=f"Van hoog naar laag per {asked.level}",
        subtitle=asked.indicator.unit,
        sentence=_extremes(ranked, asked),
        file_name=asked.file_name,
        indicators=[asked.indicator.id],
        table=_ranking(asked, ranked),
    )


def _ranking(asked: Asked, ranked: Sequence[Ranked]) -> Table:
    progress = asked.answers.progress(asked.level, asked.day)
    lines = [
        Line(
            cells=[str(area.rank or ""), area.row.area_name, area.mark or area.row.value],
            code=area.row.area_code,
            is_chosen=area.row.area_code == asked.view.area,
            is_pilot=progress[area.row.area_code].is_pilot,
        )
        for area in ranked
    ]
    columns = [
        Column("Nr.", 0),
        Column(asked.level.capitalize()),
        Column(_capital(asked.indicator.unit), asked.indicator.decimals, has_bars=True),
    ]
    return Table(f"{asked.indicator.label} per {asked.level}", columns, lines, head=1)


def _moments_table(caption: str, asked: Asked, picture: AreaMap) -> Table:
    """The figures behind a map: an area a line, the moment shown or all of a series in columns."""
    shown = range(len(picture.moments)) if picture.is_series else [picture.shown]
    columns = [Column(asked.level.capitalize())]
    unit = _capital(asked.indicator.unit)
    headings = [picture.moments[at] if picture.is_series else unit for at in shown]
    columns += [Column(heading, asked.indicator.decimals) for heading in headings]
    lines = [
        Line(
            [area.name, *(area.values[at] for at in shown)],
            area.code,
            area.is_chosen,
            area.is_pilot,
        )
        for area in sorted(picture.areas, key=_from_high_to_low)
    ]
    return Table(caption, columns, lines)


def _from_high_to_low(area: MapArea) -> tuple[float, str]:
    """By the last value; areas without one at the end, by name."""
    last = area.values[-1]
    return (inf if isinstance(last, str) else -last, area.name)


def _extremes(ranked: Sequence[Ranked], asked: Asked) -> str:
    rows = [area.row for area in ranked if area.mark is None]
    return extremes_sentence(rows, asked.level, asked.indicator.decimals)


def _capital(text: str) -> str:
    return text[0].upper() + text[1:]
