"""The cards of one indicator: map, bars, table, maps side by side, change."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from analytics.catalog import Time, find
from analytics.scope.answers import Answers
from analytics.scope.extremes import finding
from analytics.scope.ranking import Ranked
from analytics.scope.sentences import PLURALS
from analytics.scope.view import LEVELS, View
from analytics.scope.windows import Window
from charts.card import Card
from charts.cards.map import area_maps
from charts.cards.map.asked import Asked, asked_of
from charts.cards.map.indicator_tables import moments_table, ranking_table
from charts.cards.map.indicator_words import change_words, level_words
from charts.cards.map.spots import with_spots
from charts.cards.words import parts_words, source_words, subject_words
from charts.pictures import AreaMap, Bar, Bars
from data.grammar import capital, listed
from data.reference.areas import Level

REACH = "inwoners_bereikt_per_1000"
Drawer = Callable[[Asked], Card]


def reach_map(answers: Answers, view: View) -> Card:
    """overzicht.kaart: residents reached, in the parts of the chosen area."""
    asked = asked_of(answers, view, find(REACH))
    title = f"Bereikte inwoners per {asked.level}"
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
    asked = asked_of(answers, view, find(view.indicator))
    if asked.level in asked.indicator.levels:
        return drawer(asked)
    return Card(
        card,
        asked.indicator.question,
        note=f"Het aantal {asked.indicator.label} bestaat niet voor {PLURALS[asked.level]}."
        f" Kies bij de filters {_way_out(asked)}.",
    )


def _way_out(asked: Asked) -> str:
    if asked.place.level is Level.BUURT:
        return "een groter gebied"
    levels = [level for level in asked.indicator.levels if level in LEVELS]
    return f"een ander niveau: {listed(levels, last='of')}"


def _moment_card(asked: Asked) -> Card:
    card = _map_card("kaart.kaart", _finding(asked), asked, area_maps.moment_map(asked))
    return with_spots(card, asked) if asked.view.spots else card


def _finding(asked: Asked) -> str:
    """Where it is highest; what the card shows when that cannot be said."""
    return finding(asked.standing(), asked.scale) or f"{_subject(asked)} per {asked.level}"


def _subject(asked: Asked) -> str:
    return capital(subject_words(asked.indicator))


def _series_card(asked: Asked) -> Card:
    title = f"{_subject(asked)} door de tijd"
    return _map_card("kaart.reeks", title, asked, area_maps.series_map(asked))


def _map_card(card: str, title: str, asked: Asked, picture: AreaMap) -> Card:
    sentence = level_words(asked)
    return Card(
        id=card,
        title=title,
        subtitle=asked.about,
        source=asked.source_over(picture.days),
        alt=f"Kaart van Eindhoven. {sentence}",
        sentence=sentence,
        file_name=asked.file_name,
        indicators=[asked.indicator.id],
        picture=picture,
        table=moments_table(title, asked, picture),
    )


def _change_card(asked: Asked) -> Card:
    picture = area_maps.change_map(asked)
    title = f"{_subject(asked)}: {area_maps.change_words(asked)}"
    sentence = change_words(asked)
    return Card(
        id="kaart.verandering",
        title=title,
        subtitle=_change_about(asked),
        source=asked.source_over(picture.days),
        alt=f"Kaart van Eindhoven. {sentence}",
        sentence=sentence,
        file_name=f"verschil_{asked.file_name}",
        indicators=[asked.indicator.id],
        picture=picture,
        table=moments_table(title, asked, picture),
    )


def _change_about(asked: Asked) -> str:
    """What is compared, of which areas; a window that moves along is told."""
    parts = [
        f"{_subject(asked)}, {area_maps.against_words(asked)}",
        parts_words(asked.view, asked.answers.known),
    ]
    if asked.indicator.time is Time.FLOW and asked.view.window is not Window.ALL:
        parts.append(f"telkens de {asked.view.window.label}")
    return " · ".join(parts)


def _differences_card(asked: Asked) -> Card:
    card = _change_card(asked)
    return replace(card, id="kaart.verschillen", title="Van meer naar minder", picture=None)


def _bars_card(asked: Asked) -> Card:
    ranked, sentence = asked.ranked(), level_words(asked)
    return Card(
        id="kaart.staven",
        title=_finding(asked),
        subtitle=asked.about,
        source=asked.source,
        alt=f"Staafdiagram. {sentence}",
        sentence=sentence,
        file_name=asked.file_name,
        indicators=[asked.indicator.id],
        picture=_bars(asked, ranked),
        table=ranking_table(asked, ranked),
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
    return Bars(bars, subject_words(asked.indicator), asked.indicator.decimals)


def _ink(is_chosen: bool, is_pilot: bool) -> str:
    if is_chosen:
        return "accent"
    return "pilot" if is_pilot else "line"


def _table_card(asked: Asked) -> Card:
    return Card(
        id="kaart.tabel",
        title=f"Van hoog naar laag per {asked.level}",
        subtitle=asked.about,
        source=source_words(asked.indicator, asked.view, asked.answers.known),
        sentence=level_words(asked),
        file_name=asked.file_name,
        indicators=[asked.indicator.id],
        table=ranking_table(asked, asked.ranked()),
    )
