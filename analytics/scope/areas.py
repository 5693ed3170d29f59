"""Areas as a reader names them: by code or by name."""

from collections.abc import Mapping
from dataclasses import dataclass

from analytics.figures.doors.marts import Marts
from data.delivery.text import squash
from data.reference import own_area
from data.reference.areas import Level

ORDER = (Level.GEMEENTE, Level.STADSDEEL, Level.WIJK, Level.BUURT, Level.TEAM, Level.OWN)


NO_TEAM = "Zonder team"  # the code of the wijken that no team has


def said_name(code: str, name: str) -> str:
    """The name of an area inside a sentence: the wijken without a team are no team."""
    return "de wijken zonder team" if code == NO_TEAM else name


@dataclass(frozen=True)
class NamedArea:
    """An area of the data file, teams included; `parent` is the code of the area around it."""

    level: Level
    code: str
    name: str
    parent: str = ""

    @property
    def label(self) -> str:
        """Name and level, because Centrum is a stadsdeel and a wijk."""
        if self.level is Level.TEAM and self.code == NO_TEAM:
            return self.name
        return self.name if self.level is Level.GEMEENTE else f"{self.name} ({self.level})"

    @property
    def in_sentence(self) -> str:
        """The name inside a sentence: the wijken without a team are no team."""
        return said_name(self.code, self.name) if self.level is Level.TEAM else self.name

    def behind(self, part: Level, *, is_labelled: bool = False) -> str:
        """The area behind the name of its parts: in Woensel-Noord; wijken without a team are it.

        >>> NamedArea(Level.TEAM, NO_TEAM, NO_TEAM).behind(Level.WIJK)
        'zonder team'
        """
        if part is Level.WIJK and self.in_sentence != self.name:
            return self.name.lower()
        return f"in {self.after_in if is_labelled else self.in_sentence}"

    @property
    def after_in(self) -> str:
        """The area after "in": heel Eindhoven, Centrum (wijk)."""
        if self.level is Level.GEMEENTE:
            return f"heel {self.name}"
        return self.in_sentence if self.in_sentence != self.name else self.label


def all_areas(marts: Marts) -> list[NamedArea]:
    """Every area of the file from the gemeente down to the buurten, the teams, an own area."""
    found = []
    for level in ORDER:
        areas = marts.areas(level)
        columns = (areas[name].fillna("") for name in ("area_code", "area_name", "parent"))
        found += [NamedArea(level, *words) for words in zip(*columns, strict=True)]
    return found


def path_to(area: NamedArea, areas: Mapping[str, NamedArea]) -> list[NamedArea]:
    """The areas around an area from the gemeente inwards, and the area itself."""
    path = [area]
    while path[0].parent in areas:
        path.insert(0, areas[path[0].parent])
    return path


def find_area(areas: list[NamedArea], text: str) -> NamedArea | None:
    """The area of that code, else the first of that name; None when there is none.

    Case, accents, spaces and hyphens do not matter, nor the order of the buurten of an own area.
    With areas from the gemeente down, Centrum is the stadsdeel and not the wijk.
    """
    own = own_area.parse(text)
    wanted = squash(own.code if own else text)
    by_code = [area for area in areas if wanted and squash(area.code) == wanted]
    by_name = [area for area in areas if wanted and squash(area.name) == wanted]
    return next(iter(by_code + by_name), None)
