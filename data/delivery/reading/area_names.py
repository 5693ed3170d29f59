"""Finding the area that a cell means: by code, by name or by postcode."""

from collections.abc import Collection, Iterable

from data.delivery.files.raw import Cell
from data.delivery.postcodes import Postcodes, as_postcode
from data.delivery.reading.suggestions import Suggestions
from data.delivery.refusal import CellProblem
from data.delivery.text import squash
from data.grammar import listed
from data.reference.areas import Area, Level, areas, at_level, city

_MUNICIPALITY_DIGIT = "0"  # Excel drops the zero that a bare CBS code starts with

_SHOWN_BUURTEN = 12
_LEVEL_NAMES = {
    Level.GEMEENTE: "gemeente",
    Level.STADSDEEL: "stadsdeel",
    Level.WIJK: "wijk",
    Level.BUURT: "buurt",
    Level.TEAM: "team",
}


class AreaNames:
    """Looks up buurten, wijken and other areas; unknown ones raise CellProblem in Dutch."""

    def __init__(self, postcodes: Postcodes, teams: Collection[str] = ()) -> None:
        self._postcodes = postcodes
        self._buurten = _index(at_level(Level.BUURT))
        self._wijken = _index(at_level(Level.WIJK))
        self._near_buurt = Suggestions(area.name for area in at_level(Level.BUURT))
        self._near_wijk = Suggestions(area.name for area in at_level(Level.WIJK))
        self._areas = _meanings(teams)
        self._near_area = Suggestions([*(area.name for area in areas()), *teams])

    def buurt(self, cell: Cell) -> str:
        """The code of a buurt, from its code, its name or a postcode in it."""
        text = squash(str(cell))
        if text in self._buurten:
            return self._buurten[text]
        postcode = as_postcode(cell)
        if postcode:
            return self._postcodes.buurt(postcode)
        _refuse_larger(text)
        raise _unknown("buurt", self._near_buurt.hint(str(cell)))

    def wijk(self, cell: Cell) -> str:
        """The code of a wijk, from its code or its name."""
        code = self._wijken.get(squash(str(cell)))
        if code is None:
            raise _unknown("wijk", self._near_wijk.hint(str(cell)))
        return code

    def area(self, cell: Cell) -> str:
        """The code of any area, from its code or a name that only one area has."""
        codes = self._areas.get(squash(str(cell)), {})
        if not codes:
            raise _unknown("gebied", self._near_area.hint(str(cell)))
        if len(codes) > 1:
            options = " of ".join(f"{code} ({_LEVEL_NAMES[codes[code]]})" for code in codes)
            raise CellProblem(f"Meer gebieden hebben deze naam. Vul de code in: {options}.")
        return next(iter(codes))


def _refuse_larger(text: str) -> None:
    # The smallest area with this name or code: a wijk before a stadsdeel with the same name.
    for level in (Level.WIJK, Level.STADSDEEL, Level.GEMEENTE):
        for area in at_level(level):
            if text in _spellings(area):
                article = "de" if level is Level.GEMEENTE else "een"
                raise CellProblem(
                    f"Dit is {article} {_LEVEL_NAMES[level]}, geen buurt. Vul een buurt in"
                    f"{_buurten_of(area)}."
                )


def _buurten_of(area: Area) -> str:
    wijken = {wijk.code for wijk in at_level(Level.WIJK) if area.code in (wijk.code, wijk.parent)}
    names = [buurt.name for buurt in at_level(Level.BUURT) if buurt.parent in wijken]
    if not names:
        return ""
    more = len(names) - _SHOWN_BUURTEN
    shown = listed(names, "of") if more <= 0 else f"{', '.join(names[:_SHOWN_BUURTEN])} of een van"
    return f": {shown}" if more <= 0 else f": {shown} de {more} andere"


def _unknown(kind: str, hint: str) -> CellProblem:
    article = "Dit" if kind == "gebied" else "Deze"
    advice = hint or "Vul de naam of de CBS-code in."
    return CellProblem(f"{article} {kind} is niet bekend in {city().name}. {advice}")


def _spellings(area: Area) -> set[str]:
    code = squash(area.code)
    bare = {code[2:], code[2:].removeprefix(_MUNICIPALITY_DIGIT)}
    is_cbs = area.level in (Level.BUURT, Level.WIJK)
    return {code, squash(area.name), *(bare if is_cbs else ())}


def _index(known: Iterable[Area]) -> dict[str, str]:
    return {spelling: area.code for area in known for spelling in _spellings(area)}


def _meanings(teams: Collection[str]) -> dict[str, dict[str, Level]]:
    meanings: dict[str, dict[str, Level]] = {}
    for area in areas():
        for spelling in _spellings(area):
            meanings.setdefault(spelling, {})[area.code] = area.level
    for team in teams:
        meanings.setdefault(squash(team), {})[team] = Level.TEAM
    return meanings
