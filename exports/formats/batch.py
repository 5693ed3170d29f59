"""Reports of many areas, one document after another, so that whoever waits can stop."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from analytics.scope.answers import Answers
from analytics.scope.areas import NamedArea
from analytics.scope.scope import Scope
from analytics.scope.view import View
from exports.formats.form import ReportForm, distinct, file_name
from exports.house import House
from exports.report.report import USUAL, Part, Plan, area_view, make


@dataclass(frozen=True)
class Order:
    """What is asked: reports of some areas, their parts in order, and in which formats.

    The window, the peildatum and the audience come from `view`.
    """

    view: View
    areas: Sequence[NamedArea]
    parts: Sequence[Part]
    forms: Sequence[ReportForm]
    explanation: str = ""
    plan: Plan = USUAL

    def __len__(self) -> int:
        """How many documents it becomes."""
        return len(self.areas) * len(self.forms)


def by_area(order: Order, files: Mapping[str, bytes]) -> dict[str, dict[str, bytes]]:
    """The documents of an order by the code of their area, from all in the order of making."""
    made, count = list(files.items()), len(order.forms)
    return {
        area.code: dict(made[place * count : (place + 1) * count])
        for place, area in enumerate(order.areas)
    }


def documents(answers: Answers, order: Order, house: House) -> Iterator[tuple[str, bytes]]:
    """The name and the bytes of each document, made when it is asked for."""
    taken: set[str] = set()
    for area in order.areas:
        scope = Scope(answers, area_view(order.view, area))
        report = make(scope, order.parts, order.explanation, order.plan)
        for form in order.forms:
            # The names of two areas may differ in their signs only.
            stems = report.file_name, f"{report.file_name}_{area.code}"
            names = [file_name(stem, report.setting, form) for stem in stems]
            yield distinct(names, taken), form.make(report, house)
