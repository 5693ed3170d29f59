"""Areas that a reader puts together: a named set of buurten, as it stands in an address."""

from dataclasses import dataclass

from data.plain import plain
from data.reference.areas import Level, at_level, city

SIGN = "~"  # between the parts of a code; a name cannot hold it
FIRST_WORD = "eigen"
LONGEST_NAME = 60
NAMELESS = "Eigen gebied"


def short_code(buurt: str) -> str:
    """The code of a buurt without what all buurten of the gemeente begin with: 1110."""
    return buurt.removeprefix(_prefix())


def _prefix() -> str:
    return city().code.replace("GM", "BU")


@dataclass(frozen=True)
class OwnArea:
    """A named set of buurten; `buurten` are their codes, in order, each once and at least one."""

    name: str
    buurten: tuple[str, ...]

    @property
    def code(self) -> str:
        """The area as it stands in an address: eigen~Rond het park~1110~1120."""
        return SIGN.join((FIRST_WORD, self.name, *map(short_code, self.buurten)))


def own_area(name: str, buurten: list[str]) -> OwnArea | None:
    """The area of a name and codes of buurten; None when no code is that of a buurt."""
    known = {area.code for area in at_level(Level.BUURT)}
    clean = plain(name.replace(SIGN, " "))[:LONGEST_NAME].strip()
    found = tuple(sorted(known.intersection(buurten)))
    return OwnArea(clean or NAMELESS, found) if found else None


def is_code(value: object) -> bool:
    """Whether something is written as the code of an own area is."""
    return isinstance(value, str) and value.startswith(FIRST_WORD + SIGN)


def parse(code: str) -> OwnArea | None:
    """The area of a code; None when the code is that of no such area."""
    first, *rest = code.split(SIGN)
    if first != FIRST_WORD or not rest:
        return None
    return own_area(rest[0], [_prefix() + number for number in rest[1:]])
