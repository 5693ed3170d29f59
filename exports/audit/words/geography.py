"""Areas as sets of buurten: what a code or a name on paper stands for."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping

from data.reference.areas import Level, areas, at_level
from exports.audit.words.meaning import Subject, counted

Buurten = frozenset[int]
_REMARK = re.compile(r"\s+(\([^()]*\)|pilot)$")  # as in `De Laak (pilot)`
_NUMBERED = re.compile(r"(?<![\w.,])\d+e?(?!\w)")  # as in `Wijk 2` and `3e wijk`
_FINEST_FIRST = (Level.BUURT, Level.WIJK, Level.TEAM, Level.STADSDEEL, Level.GEMEENTE)


class Geography:
    """The areas that an outsider knows, with the teams that the exports themselves tell."""

    def __init__(self, teams: Mapping[str, frozenset[str]], names: Iterable[str] = ()) -> None:
        """`teams`: per team the codes of its wijken (or buurten); `names`: other areas."""
        buurten = at_level(Level.BUURT)
        self._children = _below({area.code: area.parent for area in areas()})
        self._places = {area.code: frozenset({n}) for n, area in enumerate(buurten)}
        self._names: dict[str, list[tuple[Level, str]]] = {}
        self._numbered: set[str] = set()
        self.labels: dict[Buurten, str] = {}
        self._codes: dict[Buurten, list[str]] = {}
        for area in areas():
            members = self._members(area.code)
            self._places[area.code] = members
            self._codes.setdefault(members, []).append(area.code)
            self._name(area.level, area.code, area.code, area.name)
            self.labels.setdefault(members, f"{area.name} ({area.code})")
        for team, codes in teams.items():
            members = frozenset().union(*(self._places[code] for code in codes))
            self._places[team] = members
            self._name(Level.TEAM, team, team)
            self.labels.setdefault(members, f"team {team}")
        self._learn(names)

    def _members(self, code: str) -> Buurten:
        if code in self._places:
            return self._places[code]
        return frozenset().union(*(self._members(child) for child in self._children.get(code, [])))

    def _name(self, level: Level, code: str, *names: str) -> None:
        for name in dict.fromkeys(text.strip().lower() for text in names):
            self._names.setdefault(name, []).append((level, code))
            if _is_numbered(name):
                self._numbered.add(name)

    def _learn(self, names: Iterable[str]) -> None:
        """Takes names of areas that are not known elsewhere.

        A known name with a number behind it is no name: the number is a count beside it.
        """
        for name in map(str.lower, names):
            if _is_numbered(name) and not self.found(_NUMBERED.sub("", name)):
                self._numbered.add(name)

    def found(self, label: str) -> list[tuple[Level, str]]:
        """The areas that a code or a name can stand for; the same name may lie at two levels."""
        return self._names.get(_REMARK.sub("", label.strip().lower()), [])

    def without_numbers(self, text: str) -> str:
        """A text in which the numbers are left out that belong to the name of an area.

        `Wijk 2: 3 matches` tells of 3, and not of 2.
        """
        words = text.lower()
        for name in sorted((name for name in self._numbered if name in words), key=len)[::-1]:
            named = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)", re.IGNORECASE)
            text = named.sub(lambda found: _NUMBERED.sub("", found[0]), text)
        return text

    def code(self, label: str, level: Level | None) -> str | None:
        """The code of the area of that name, at that level when it exists there."""
        candidates = self.found(label)
        at = [code for found, code in candidates if found is level]
        if at or not candidates:
            return at[0] if at else None
        return min(candidates, key=lambda item: _FINEST_FIRST.index(item[0]))[1]

    def level_of(self, labels: Iterable[str]) -> Level | None:
        """The level at which most of the labels are found; the finer one when equal."""
        tally: Counter[Level] = Counter()
        for label in labels:
            tally.update({level for level, _ in self.found(label)})
        return max(_FINEST_FIRST, key=lambda level: tally[level]) if tally else None

    def members(self, code: str) -> Buurten:
        """The buurten of an area by code, as numbers."""
        return self._places[code]

    def unknown(self, name: str) -> Buurten:
        """A place of its own for an area of which nobody says where it lies."""
        code = name.strip().lower()
        if code not in self._places:
            self._places[code] = frozenset({len(self._places)})
            self._name(Level.TEAM, code, code)
            self.labels[self._places[code]] = name
        return self._places[code]

    def only_one_in(self, text: str) -> Buurten | None:
        """The one area whose name stands in a text; None when there is none or more than one."""
        words = text.lower()
        named = [name for name in self._names if name in words]
        whole = [name for name in named if re.search(rf"\b{re.escape(name)}\b", words)]
        longest = [
            name for name in whole if not any(name != other and name in other for other in whole)
        ]
        if len(longest) != 1 or len(self._names[longest[0]]) != 1:
            return None
        return self._places[self._names[longest[0]][0][1]]

    def codes_of(self, buurten: Buurten) -> list[str]:
        """The codes of the areas that are made of just these buurten; a wijk can be a stadsdeel."""
        return self._codes.get(buurten, [])

    def label(self, buurten: Buurten) -> str:
        """An area in words: its name, or how many buurten it is made of."""
        if buurten in self.labels:
            return self.labels[buurten]
        return f"een rest van {len(buurten)} buurten"


def _is_numbered(name: str) -> bool:
    """Whether a name holds a number, and does not say that it counts residents."""
    return bool(_NUMBERED.search(name)) and counted(name) is not Subject.RESIDENTS


def _below(parents: Mapping[str, str]) -> dict[str, list[str]]:
    children: dict[str, list[str]] = {}
    for code, parent in parents.items():
        children.setdefault(parent, []).append(code)
    return children
