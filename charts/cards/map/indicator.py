"""The cards of one indicator: map, bars, table, maps side by side, change."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from analytics.catalog import Time, find
from analytics.scope.indicator.extremes import finding
from analytics.scope.indicator.indicator_scope import IndicatorScope
from analytics.scope.indicator.ranking import Ranked
from analytics.scope.scope import Scope
from analytics.scope.sentences import PLURALS
from analytics.scope.view import LEVELS
from analytics.scope.windows import Window
from charts.card import Card, empty
from charts.cards.boundaries import with_boundaries
from charts.cards.map import area_maps
from charts.cards.map.indicator_tables import moments_table, ranking_table
from charts.cards.map.indicator_words import change_words, level_words
from charts.cards.map.spots import with_spots
from charts.pictures import AreaMap, Bar, Bars
from charts.registry import card
from data.grammar import capital, listed
from data.reference.areas import Level, city

REACH = "inwoners_bereikt_per_1000"
MOST_BARS = 40  # more than that nobody reads; the table has all
Drawer = Callable[[IndicatorScope], Card]
NO_EARLIER_DAY = (
    "Voor deze dag is er geen eerdere om mee te vergelijken. Kies een latere peildatum."
)


@card("overzicht.kaart")
def reach_map(scope: Scope) -> Card:
    """Residents reached, in the parts of the chosen area."""
    reached = IndicatorScope.within(scope, find(REACH))
    title = f"Bereikte inwoners per {reached.level}"
    return _map_card(title, reached, area_maps.latest_map(reached))


@card("kaart.kaart")
def indicator_map(scope: Scope) -> Card:
    """The areas in the colours of their class, at any month."""
    return _on_its_levels(scope, _moment_card)


@card("kaart.staven")
def indicator_bars(scope: Scope) -> Card:
    """The areas as bars, from high to low."""
    return _on_its_levels(scope, _bars_card)


@card("kaart.tabel")
def indicator_table(scope: Scope) -> Card:
    """The areas from high to low; those without a figure at the end, with why."""
    return _on_its_levels(scope, _table_card)


@card("kaart.reeks")
def indicator_series(scope: Scope) -> Card:
    """The same map at six to twelve moments, because paper does not move."""
    return _on_its_levels(scope, _series_card)


@card("kaart.verandering")
def indicator_change(scope: Scope) -> Card:
    """What the peildatum has more or less than an earlier day."""
    return _on_its_levels(scope, _change_card)


@card("kaart.verschillen", "Van meer naar minder")
def indicator_differences(scope: Scope) -> Card:
    """The figures of kaart.verandering, from more to less."""
    return _on_its_levels(scope, _differences_card)


def _on_its_levels(scope: Scope, drawer: Drawer) -> Card:
    """The card, or a note when the indicator does not exist on the level of the view."""
    shown = IndicatorScope.within(scope, find(scope.view.indicator))
    if shown.level in shown.indicator.levels:
        return drawer(shown)
    return empty(
        f"Het aantal {shown.indicator.label} bestaat niet voor {PLURALS[shown.level]}."
        f" Kies bij de filters {_way_out(shown)}.",
        shown.indicator.question,
    )


def _way_out(scope: IndicatorScope) -> str:
    if scope.area.level is Level.BUURT:
        return "een groter gebied"
    levels = [level for level in scope.indicator.levels if level in LEVELS]
    return f"een ander niveau: {listed(levels, last='of')}"


def _moment_card(scope: IndicatorScope) -> Card:
    found = _map_card(_finding(scope), scope, area_maps.moment_map(scope))
    return with_spots(found, scope) if scope.view.spots else found


def _finding(scope: IndicatorScope) -> str:
    """Where it is highest; what the card shows when that cannot be said."""
    return finding(scope.standing(), scope.scale) or f"{_subject(scope)} per {scope.level}"


def _subject(scope: IndicatorScope) -> str:
    return capital(scope.indicator.subject)


def _series_card(scope: IndicatorScope) -> Card:
    title = f"{_subject(scope)} door de tijd"
    picture = area_maps.series_map(scope)
    found = _map_card(title, scope, picture)
    return replace(found, subtitle=scope.about_over(picture.days))


def _map_card(title: str, scope: IndicatorScope, picture: AreaMap) -> Card:
    sentence = level_words(scope)
    return Card(
        title=title,
        subtitle=scope.about,
        source=with_boundaries(scope.source_over(picture.days)),
        alt=f"Kaart van {city().name}. {sentence}",
        sentence=sentence,
        file_name=scope.file_name(scope.indicator.id),
        indicators=[scope.indicator.id],
        picture=picture,
        table=moments_table(title, scope, picture),
    )


def _change_card(scope: IndicatorScope) -> Card:
    before, day = area_maps.change_days(scope)
    if before == day:
        return empty(NO_EARLIER_DAY, f"{_subject(scope)}: het verschil")
    picture = area_maps.change_map(scope)
    title = f"{_subject(scope)}: {area_maps.change_words(scope)}"
    sentence = change_words(scope)
    return Card(
        title=title,
        subtitle=_change_about(scope),
        source=with_boundaries(scope.source_over(picture.days)),
        alt=f"Kaart van {city().name}. {sentence}",
        sentence=sentence,
        file_name=f"verschil_{scope.file_name(scope.indicator.id)}",
        indicators=[scope.indicator.id],
        picture=picture,
        table=moments_table(title, scope, picture),
    )


def _change_about(scope: IndicatorScope) -> str:
    """What is compared, of which areas; a window that moves along is told."""
    parts = [
        f"{_subject(scope)}, {area_maps.against_words(scope)}",
        scope.parts_words,
    ]
    if scope.indicator.time is Time.FLOW and scope.window is not Window.ALL:
        parts.append(f"telkens de {scope.window.label}")
    return " · ".join(parts)


def _differences_card(scope: IndicatorScope) -> Card:
    return replace(_change_card(scope), title="", picture=None)


def _bars_card(scope: IndicatorScope) -> Card:
    ranked, sentence = scope.ranked(), level_words(scope)
    drawn = _drawn(scope, ranked)
    fewer = f" · de eerste {MOST_BARS} van {len(ranked)}; alle staan in de tabel"
    return Card(
        title=_finding(scope),
        subtitle=scope.about + (fewer if len(ranked) > MOST_BARS else ""),
        source=with_boundaries(scope.source(scope.indicator)),
        alt=f"Staafdiagram. {sentence}",
        sentence=sentence,
        file_name=scope.file_name(scope.indicator.id),
        indicators=[scope.indicator.id],
        picture=_bars(scope, drawn),
        table=ranking_table(scope, ranked),
    )


def _drawn(scope: IndicatorScope, ranked: Sequence[Ranked]) -> list[Ranked]:
    """As many as a reader can take in, and the chosen area wherever it stands."""
    chosen = [area for area in ranked[MOST_BARS:] if area.row.area_code == scope.view.area]
    return [*ranked[:MOST_BARS], *chosen]


def _bars(scope: IndicatorScope, ranked: Sequence[Ranked]) -> Bars:
    progress = scope.progress(scope.level)
    bars = [
        Bar(
            name=area.row.area_name,
            value=None if area.mark else area.row.value,
            ink=_ink(code == scope.view.area, progress[code].is_pilot),
            mark=area.mark or "",
            code=code,
        )
        for area in ranked
        for code in [area.row.area_code]
    ]
    return Bars(bars, scope.indicator.subject, scope.indicator.decimals)


def _ink(is_chosen: bool, is_pilot: bool) -> str:
    if is_chosen:
        return "accent"
    return "pilot" if is_pilot else "line"


def _table_card(scope: IndicatorScope) -> Card:
    return Card(
        title=f"Van hoog naar laag per {scope.level}",
        subtitle=scope.about,
        source=scope.source(scope.indicator),
        sentence=level_words(scope),
        file_name=scope.file_name(scope.indicator.id),
        indicators=[scope.indicator.id],
        table=ranking_table(scope, scope.ranked()),
    )
