"""The rules that a card is about what is selected, and shows no zero before the start."""

import re
from datetime import date

from analytics.gaps.distance import metres, near
from analytics.scope.areas import NamedArea, path_to
from charts.card import Card, Line, Table
from charts.pictures import AreaMap, Bars
from charts.tabulate import table_of
from data.reference import own_area
from data.reference.areas import Level
from tests.charts.cards.rules.seen import LEVELS, Seen


def is_about_the_selection(seen: Seen) -> list[str]:
    """The words name the chosen area; lines lie in it, around it, or it is marked among them.

    What is chosen to stand beside it is chosen too.

    A card that compares areas among their like shows others too. Then it (or its parts, or what
    lies around it) is marked and nothing else is; when it takes no part, a clause says so by name.
    """
    if not seen.view.area or not has_figures(seen.card):
        return []
    named = seen.place.in_sentence
    table = table_of(seen.card)
    lines = table.lines if table else ()
    codes = {line.code for line in lines if line.code and not _touches(seen, line)}
    around = _around(seen)
    own = _inside(seen) | around | {*seen.view.beside}
    strange = codes - own - _nearby(seen)
    marked = {line.code for line in lines if line.is_chosen}
    is_marked = (bool(marked) and marked <= own) or _is_of_city(seen)
    is_told = is_marked or _is_said_to_be_absent(seen, named)
    is_named = _bare(seen.place) in seen.words.casefold()  # a name may begin a sentence
    said = [] if is_named or around & codes else [f"noemt {named} niet"]
    return [*said, *([f"gaat ook over {sorted(strange)[:3]}"] if strange and not is_told else [])]


def is_told_in_its_head(seen: Seen) -> list[str]:
    """Title and subtitle, which go along into every file, name the area and when.

    Of a small area it may be one around it, but not the city. What areas are like is of no day.
    """
    if not has_figures(seen.card):
        return []
    head = f"{seen.card.title} · {seen.card.subtitle}"
    around = path_to(seen.place, seen.known.areas)[bool(seen.view.area) :]  # without the city
    names = ["hele stad", *map(_bare, around)]
    is_named = any(name in head.casefold() for name in names)
    has_moment = bool(re.search(r"\b20\d\d\b", head)) or seen.card.id == "gebied.vergelijkbaar"
    return [
        f"{what} staat er niet boven: {head}"
        for what, is_there in (("het gebied", is_named), ("een moment", has_moment))
        if not is_there
    ]


def _bare(area: NamedArea) -> str:
    """A name without its article, which goes in a head and behind a number: wijken zonder team."""
    return area.in_sentence.casefold().removeprefix("de ")


def _is_said_to_be_absent(seen: Seen, named: str) -> bool:
    """Whether a clause of the words says of the chosen area that it is not there, or has none."""
    clauses = re.split(r"[.;:¶·] ", seen.words.casefold())
    return any(
        named.casefold() in clause and re.search(r"\b(?:niet|geen|niets)\b", clause)
        for clause in clauses
    )


def has_figures(card: Card) -> bool:
    return not card.note and bool(card.picture or card.table)


def _touches(seen: Seen, line: Line) -> bool:
    """Whether a line goes from one wijk to another, and one of the two is of the chosen area."""
    table = seen.card.table
    if table is None or [column.heading for column in table.columns[:2]] != ["Van", "Naar"]:
        return False
    own = {seen.known.areas[wijk].name for wijk in wijken_of(seen, seen.place)}
    return not own.isdisjoint(map(str, line.cells[:2]))


def _nearby(seen: Seen) -> set[str]:
    """The buurten within reach, of a card that says to look beyond the borders of the area."""
    named = re.escape(seen.place.in_sentence)
    if not re.search(rf"\b(?:[Ii]n en rond|binnen [\d,]+ km van) {named}", seen.words):
        return set()
    reached = near(metres(), seen.view.catchment.metres)
    return set(reached.index[reached[sorted(_inside(seen) & {*reached})].any(axis="columns")])


def _is_of_city(seen: Seen) -> bool:
    """Whether a card says in its title to be of the city, and where the chosen area is in that.

    Of lines in the chosen area each is marked; without any the card says that there are none.
    """
    table = table_of(seen.card)
    own = [line for line in (table.lines if table else ()) if line.code in _inside(seen)]
    none = f"geen ervan in {seen.place.in_sentence}" in seen.card.subtitle
    told = all(line.is_chosen for line in own) if own else none
    return "hele stad" in seen.card.title and told


def _around(seen: Seen) -> set[str]:
    """The chosen area, what lies around it, and the team of its wijken."""
    path = {area.code for area in path_to(seen.place, seen.known.areas)}
    wijken = set(wijken_of(seen, seen.place))
    teams = seen.answers.progress(Level.TEAM, seen.known.as_of)
    is_own = seen.place.level is Level.OWN  # it may lie in wijken of more than one team
    return path | {
        code
        for code, team in teams.items()
        if wijken <= set(team.wijken) or (is_own and wijken & set(team.wijken))
    }


def _inside(seen: Seen) -> set[str]:
    """The areas of which all wijken are wijken of the chosen one; buurten of an own area."""
    if seen.place.level is Level.OWN:
        found = own_area.parse(seen.view.area)
        return {*(found.buurten if found else ()), *wijken_of(seen, seen.place)}
    if seen.place.level is Level.BUURT:
        return {seen.place.code}
    own = set(wijken_of(seen, seen.place))
    return {
        code
        for level in LEVELS
        for code, found in seen.answers.progress(level, seen.answers.known.as_of).items()
        if set(found.wijken) <= own
    }


def wijken_of(seen: Seen, place: NamedArea) -> tuple[str, ...]:
    progress = seen.answers.progress(place.level, seen.answers.known.as_of)
    return progress[place.code].wijken


def shows_no_zero_before_the_start(seen: Seen) -> list[str]:
    """An area that has not started has no zero in a map, bars or a table of areas.

    What is odd in the records is no figure of the programme: also before a start it can be nothing.
    """
    if seen.card.id.startswith("kwaliteit."):
        return []
    picture, table = seen.card.picture, seen.card.table
    progress = {
        code: found.has_started
        for level in (*LEVELS, Level.GEMEENTE)
        for code, found in seen.answers.progress(level, day_of(seen)).items()
    }
    shown: list[tuple[str, object]] = []
    if isinstance(picture, AreaMap) and not picture.classes.is_change:
        shown += [(area.code, area.values[picture.shown]) for area in picture.areas]
    if isinstance(picture, Bars):
        shown += [(bar.code, bar.value) for bar in picture.bars]
    if table:
        shown += [
            (line.code, cell)
            for line in table.lines
            if _is_area(seen, line, table)
            for cell, column in zip(line.cells, table.columns, strict=True)
            if column.is_number
        ]
    return [f"0 in {code}" for code, value in shown if value == 0 and progress.get(code) is False]


def _is_area(seen: Seen, line: Line, table: Table) -> bool:
    """Whether a line is about the area itself: of a place in it the 0 is of that place."""
    area = seen.known.areas.get(line.code)
    return area is not None and area.name in str(line.cells[table.head])


def day_of(seen: Seen) -> date:
    return seen.view.as_of or seen.known.as_of
