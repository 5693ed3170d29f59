"""The roles of readers, from narrow to wide, and what somebody with several of them may see.

The table is roles.csv: another line in it is another role.
"""

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

TABLE = Path(__file__).parent / "roles.csv"
YES = "ja"


class Exact(StrEnum):
    """Where a role sees exact figures; everywhere else they are rounded."""

    NOWHERE = "nergens"
    TEAM = "eigen team"
    EVERYWHERE = "overal"


@dataclass(frozen=True)
class Role:
    """A role as the table has it. `manages`: loads data, goes back, reads the record of use."""

    name: str
    label: str
    exact: Exact
    manages: bool
    explanation: str


@dataclass(frozen=True)
class Rights:
    """What a reader may see: by the widest of the roles, and for a team by its name."""

    role: Role
    teams: frozenset[str] = frozenset()

    @property
    def everywhere(self) -> bool:
        """Whether exact figures are for this reader everywhere."""
        return self.role.exact is Exact.EVERYWHERE

    @property
    def manages(self) -> bool:
        """Whether this reader loads data and reads the record of use."""
        return self.role.manages


@cache
def roles() -> tuple[Role, ...]:
    """Every role, from narrow to wide. ValueError for a line that makes no sense."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        return tuple(_role(row) for row in csv.DictReader(file, delimiter=";"))


def _role(row: dict[str, str]) -> Role:
    return Role(
        row["name"], row["label"], Exact(row["exact"]), row["manages"] == YES, row["explanation"]
    )


def find(name: str) -> Role | None:
    """The role of a name; None when there is none."""
    return next((role for role in roles() if role.name == name.strip().casefold()), None)


def rights_of(names: Iterable[str], teams: Iterable[str] = ()) -> Rights | None:
    """The rights of the widest of the named roles; None when none of them is a role.

    The role of a team without the name of a team shows nothing exact.
    """
    theirs = frozenset(team.strip() for team in teams if team.strip())
    asked = set(filter(None, map(find, names)))
    held = [role for role in roles() if role in asked]
    return (
        Rights(held[-1], theirs if held[-1].exact is Exact.TEAM else frozenset()) if held else None
    )


def widest() -> Rights:
    """The rights of the widest role: of whoever sits at the computer of the dashboard."""
    return Rights(roles()[-1])
