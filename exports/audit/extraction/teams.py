"""What the exports themselves tell of areas: which wijken make up a team, and their names."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from data.reference.areas import Level, areas
from exports.audit.extraction.grids import Grid
from exports.audit.extraction.roles import names_areas
from exports.audit.words.meaning import plain

_TEAM = ("team", "teamnaam")


def names_in(grids: Iterable[Grid]) -> Iterator[str]:
    """The words in columns of names of areas."""
    for grid in grids:
        places = [n for n, heading in enumerate(grid.headings) if names_areas(heading)]
        named = {row[place] for row in grid.rows for place in places}
        yield from (one for one in named if isinstance(one, str) and any(map(str.isalpha, one)))


def teams_in(grids: Iterable[Grid]) -> dict[str, frozenset[str]]:
    """Per team its wijken (or buurten), from tables with a team beside a code or name of those."""
    codes = {
        word.lower(): area.code
        for area in areas()
        if area.level in (Level.WIJK, Level.BUURT)
        for word in (area.name, area.code)
    }
    # A name that a wijk and a buurt share is the wijk, which teams are made of.
    codes |= {area.name.lower(): area.code for area in areas() if area.level is Level.WIJK}
    teams: dict[str, set[str]] = defaultdict(set)
    for grid in grids:
        headings = [plain(heading) for heading in grid.headings]
        if not set(headings) & set(_TEAM):
            continue
        place = next(n for n, heading in enumerate(headings) if heading in _TEAM)
        for row in grid.rows:
            named = {codes.get(str(cell).strip().lower()) for cell in row} - {None}
            if row[place] and named:
                teams[str(row[place])] |= {str(code) for code in named}
    return {team: frozenset(found) for team, found in teams.items()}
