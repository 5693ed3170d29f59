"""The files of `export --report`: documents about areas."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from analytics.scope.answers import Answers
from analytics.scope.areas import NamedArea, find_area
from analytics.scope.search.question import WrongQuestion
from analytics.scope.view import View
from commands.exporting.asked import ALL, Asked, one, several
from commands.exporting.dress import dress
from data.reference.areas import Level
from exports.formats import REPORT_FORMS
from exports.formats.batch import Order, documents
from exports.report.kinds import KINDS, USUAL, Kind
from exports.report.parts import PARTS
from exports.report.report import LEVELS

# The name of a level asks for the usual report about areas of that level.
REPORTS = (*LEVELS, *KINDS)
EXAMPLE = "eigen~Rond het park~1110~1120"


def reports(answers: Answers, view: View, asked: Asked) -> Iterator[tuple[str, bytes]]:
    """The documents, each made when it is asked for; WrongQuestion at once."""
    return documents(answers, order_of(answers, view, asked), dress(asked))


def order_of(answers: Answers, view: View, asked: Asked) -> Order:
    """Which documents are asked. WrongQuestion."""
    forms = {form.name: form for form in REPORT_FORMS}
    names = several(asked.formats or ",".join(forms), forms, "formaat")
    kind, level = _kind(answers, asked)
    parts = several(asked.parts or ",".join(kind.parts), PARTS, "deel")
    return Order(
        view=view,
        areas=_areas(answers, level, asked.area),
        parts=[PARTS[name] for name in parts],
        forms=[forms[name] for name in names],
        explanation=_explanation(asked.explanation),
        plan=kind.plan,
    )


def _kind(answers: Answers, asked: Asked) -> tuple[Kind, Level]:
    """Which report is asked, and about areas of which level: that of the area when none is said."""
    name = one(asked.report, REPORTS, "rapport")
    if name not in KINDS:
        return KINDS[USUAL], Level(name)
    kind = KINDS[name]
    found = find_area([area for level in kind.levels for area in _at(answers, level)], asked.area)
    level = asked.level or (found.level if found else kind.levels[0])
    return kind, Level(one(level, kind.levels, f"niveau van {kind.name}"))


def _areas(answers: Answers, level: Level, asked: str) -> Sequence[NamedArea]:
    """The areas that reports are asked of."""
    areas = _at(answers, level)
    found = areas if asked in ("", ALL) else [area] if (area := find_area(areas, asked)) else []
    if not found and level is Level.OWN:
        raise WrongQuestion(f"Noem het eigen gebied en zijn buurten: --area {EXAMPLE!r}.")
    if not found:
        names = ", ".join(area.name for area in areas)
        raise WrongQuestion(f"Er is geen {level} {asked!r}. Kies uit: {names}, of {ALL}.")
    return found


def _at(answers: Answers, level: Level) -> list[NamedArea]:
    return [area for area in answers.known.areas.values() if area.level is level]


def _explanation(path: Path | None) -> str:
    if path is None:
        return ""
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise WrongQuestion(f"De toelichting in {path} kan niet worden gelezen.") from error
