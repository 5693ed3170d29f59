"""What was asked of `bloei.py export`, as it was typed, and what can be asked."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from analytics.scope.search.question import WrongQuestion
from charts.cards import CARDS
from data.delivery.reading.suggestions import Suggestions
from exports.formats import CARD_FORMS, FLAT_FORMS, REPORT_FORMS, Form
from exports.report.kinds import KINDS
from exports.report.parts import PARTS
from exports.report.report import LEVELS as REPORT_LEVELS

ALL = "all"


@dataclass(frozen=True)
class Asked:
    """What stood on the command line, as it was written. Empty means: not given."""

    report: str = ""
    chart: str = ""
    area: str = ""
    level: str = ""
    indicator: str = ""
    as_of: date | None = None
    window: str = ""
    formats: str = ""
    parts: str = ""
    explanation: Path | None = None
    period: str = ""
    template: str = ""
    mail: str = ""
    refresh: str = ""

    @property
    def is_flat(self) -> bool:
        """Whether all figures are asked, not a document about some of them."""
        return not self.report and not self.chart and bool(self.formats)

    @property
    def templates(self) -> list[Path]:
        """The templates of the organisation."""
        return [Path(name.strip()) for name in self.template.split(",") if name.strip()]

    @property
    def words(self) -> dict[str, str]:
        """The selection for the manifest: what was given, without what depends on the machine."""
        given = {name: value for name, value in vars(self).items() if value}
        given.pop("explanation", None)
        if self.template:
            given["template"] = ", ".join(path.name for path in self.templates)
        return {name: str(value) for name, value in given.items()}


def choices() -> str:
    """What can be asked for, in lines."""
    card_forms, report_forms = form_names(CARD_FORMS), form_names(REPORT_FORMS)
    return (
        f"Rapporten (--report): {', '.join(REPORT_LEVELS)}, of een vast rapport:\n"
        f"{_kinds()}\n"
        f"Formaten van een rapport: {report_forms}.\n"
        f"Delen van een rapport (--parts): {', '.join(PARTS)}.\n"
        f"Kaartjes (--chart): {', '.join(CARDS)}. Formaten: {card_forms}.\n"
        f"Alle cijfers, zonder --report en --chart. Formaten: {form_names(FLAT_FORMS)}."
    )


def _kinds() -> str:
    return "\n".join(
        f"  {kind.name}: {kind.label}, per {', '.join(kind.levels)} (--level)"
        for kind in KINDS.values()
    )


def form_names(forms: Sequence[Form]) -> str:
    """The names of formats, in a sentence."""
    return ", ".join(form.name for form in forms)


def some(text: str, known: Collection[str], what: str) -> list[str]:
    """The names in a text with commas; all that are known when it is empty."""
    return several(text or ",".join(known), known, what)


def several(text: str, known: Collection[str], what: str) -> list[str]:
    """The names in a text with commas, each once; WrongQuestion when one is not known."""
    names = [part.strip() for part in text.split(",") if part.strip()]
    return [one(name, known, what) for name in dict.fromkeys(names)]


def one(name: str, known: Collection[str], what: str) -> str:
    """The name itself; WrongQuestion, with what it may have meant, when it is not known."""
    if name not in known:
        choice = f"Kies als {what} uit: {', '.join(known)}."
        raise WrongQuestion(" ".join(filter(None, (Suggestions(known).hint(name), choice))))
    return name
