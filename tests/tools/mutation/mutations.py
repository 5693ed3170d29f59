"""Small changes in the code, one at a time, and a sample of them: what `make mutants` tries.

The changes are those of Cosmic Ray that look like a slip. The sample is drawn from the places in
the code, so that a place with many possible changes counts once.
"""

import ast
import random
import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from tests.paths import ROOT

SETTINGS: dict[str, Any] = tomllib.loads((ROOT / "tests" / "mutants.toml").read_text())
FLOORS = ("analytics", "charts", "commands", "data", "exports", "geo", "pages")
# Of the many ways to change a sign those that look like a slip.
OPERATORS = re.compile(
    r"core/(?:ReplaceComparisonOperator_(?:Eq_NotEq|NotEq_Eq|Lt_LtE|LtE_Lt|Gt_GtE|GtE_Gt|Lt_GtE"
    r"|Gt_LtE|LtE_Gt|GtE_Lt|Is_IsNot|IsNot_Is)|ReplaceBinaryOperator_(?:Add_Sub|Sub_Add|Mul_Div"
    r"|Div_Mul|FloorDiv_Mul|Mod_Mul|Pow_Mul|BitAnd_BitOr)|ReplaceUnaryOperator_(?:USub_UAdd"
    r"|Delete_Not|Delete_USub)|AddNot|ReplaceTrueWithFalse|ReplaceFalseWithTrue|ReplaceAndWithOr"
    r"|ReplaceOrWithAnd|ReplaceBreakWithContinue|ReplaceContinueWithBreak|NumberReplacer"
    r"|ZeroIterationForLoop)"
)


@dataclass(frozen=True)
class Place:
    """Where in the code a change can be made, and the operators that can make it there."""

    path: str
    line: int
    column: int
    changes: tuple[tuple[str, int], ...]  # operator, and which of its occurrences


@dataclass(frozen=True)
class Mutant:
    """One change: the line before and after, and the text of the changed module."""

    path: str
    line: int
    before: str
    after: str
    text: str

    @property
    def words(self) -> str:
        """The change as a line of a report."""
        return f"{self.path}:{self.line}  {self.before}  →  {self.after}"


def rooms() -> dict[str, list[str]]:
    """The modules of each room: a floor, or a folder directly on it."""
    found: dict[str, list[str]] = {}
    for floor in FLOORS:
        for path in sorted((ROOT / floor).rglob("*.py")):
            parts = path.relative_to(ROOT).parts
            found.setdefault("/".join(parts[: min(2, len(parts) - 1)]), []).append("/".join(parts))
    return found


def places(path: str) -> list[Place]:
    """The places of a module at which a change can be made, lines of guards left out."""
    from cosmic_ray import plugins  # noqa: PLC0415 - only `make mutants` installs it
    from cosmic_ray.ast import ast_nodes, get_ast  # noqa: PLC0415

    text = (ROOT / path).read_text()
    nodes, lines = list(ast_nodes(get_ast(text))), text.splitlines()
    changes: dict[tuple[int, int], list[tuple[str, int]]] = {}
    for name in filter(OPERATORS.fullmatch, plugins.operator_names()):
        operator = plugins.get_operator(name)()
        found = (spot for node in nodes for spot, _ in operator.mutation_positions(node))
        for occurrence, spot in enumerate(found):
            changes.setdefault(spot, []).append((name, occurrence))
    return [
        Place(path, line, column, tuple(names))
        for (line, column), names in sorted(changes.items())
        if is_tried(lines[line - 1]) and not is_signature(lines[line - 1], column)
    ]


def is_tried(line: str) -> bool:
    """Whether a line is tried: not a decorator, an import, or a guard of the settings."""
    return not (line.lstrip().startswith(("@", "from ", "import "))) and not any(
        piece in line for piece in SETTINGS["without"]
    )


def is_signature(line: str, column: int) -> bool:
    """Whether at a column stands the star of a signature, which is no multiplication."""
    return line[column:].startswith("*,")


def changed(place: Place, draw: random.Random) -> Mutant | None:
    """One of the changes of a place; nothing when the code stays the same or is no code."""
    from cosmic_ray import plugins  # noqa: PLC0415
    from cosmic_ray.mutating import mutate_code  # noqa: PLC0415

    name, occurrence = draw.choice(place.changes)
    text = (ROOT / place.path).read_text()
    after: str | None = mutate_code(text, plugins.get_operator(name)(), occurrence)
    if after is None or after == text or not is_code(after):
        return None
    lines = zip(text.splitlines(), after.splitlines(), strict=False)
    at, (before, now) = next((n, pair) for n, pair in enumerate(lines, 1) if len({*pair}) > 1)
    return Mutant(place.path, at, before.strip(), now.strip(), after)


def is_code(text: str) -> bool:
    """Whether a text is Python: of two stars in a dict one may not go."""
    try:
        ast.parse(text)
    except SyntaxError:
        return False
    return True


def sampled(modules: Sequence[str], sample: int, seed: int) -> list[Mutant]:
    """A repeatable sample of the changes of a room; known to change nothing are left out."""
    draw = random.Random(seed)
    found = [place for path in modules for place in places(path)]
    draw.shuffle(found)
    mutants = (changed(place, draw) for place in found)
    tried = (mutant for mutant in mutants if mutant and not changes_nothing(mutant))
    return [mutant for mutant, _ in zip(tried, range(sample), strict=False)]


def changes_nothing(mutant: Mutant) -> bool:
    """Whether the settings list this change, with why no test can notice it."""
    return any(
        (entry["path"], entry["before"], entry["after"])
        == (mutant.path, mutant.before, mutant.after)
        for entry in SETTINGS.get("unchanged", ())
    )
