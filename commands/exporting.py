"""From the words of a command line to files: what `bloei.py export` does."""

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from analytics.catalog import INDICATORS
from analytics.figures.marts import Audience, open_marts
from analytics.scope.answers import DirectAnswers
from analytics.scope.areas import NamedArea, find_area
from analytics.scope.question import WrongQuestion, parse_area, parse_audience, parse_indicator
from analytics.scope.scope import Scope
from analytics.scope.view import LEVELS, View
from analytics.scope.windows import Window
from charts.cards import CARDS
from data.delivery.reading.suggestions import Suggestions
from data.dutch import long_date
from data.file.store import Store
from data.models.marts import last_closed_month
from data.periods import Period
from data.reference.areas import Level
from exports.flat.collect import LEVELS as ALL_LEVELS
from exports.flat.collect import PERIODS, Wanted, collect
from exports.folder import deliver
from exports.formats import CARD_FORMS, FLAT_FORMS, REPORT_FORMS, Form, distinct, file_name
from exports.house import house
from exports.manifest import NAME, Origin, hash_of, told_of, verify
from exports.report.batch import Order, documents
from exports.report.kinds import KINDS, USUAL, Kind
from exports.report.parts import PARTS
from exports.report.report import LEVELS as REPORT_LEVELS
from exports.safe import refuse_unsafe
from exports.setting import setting_of

ALL = "all"
# The name of a level asks for the usual report about areas of that level.
REPORTS = (*REPORT_LEVELS, *KINDS)
USUAL_CARD_FORM = "svg"
File = tuple[str, bytes]


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

    @property
    def is_flat(self) -> bool:
        """Whether all figures are asked, not a document about some of them."""
        return not self.report and not self.chart and bool(self.formats)


def choices() -> str:
    """What can be asked for, in lines."""
    card_forms, report_forms = _listed(CARD_FORMS), _listed(REPORT_FORMS)
    return (
        f"Rapporten (--report): {', '.join(REPORT_LEVELS)}, of een vast rapport:\n"
        f"{_kinds()}\n"
        f"Formaten van een rapport: {report_forms}.\n"
        f"Delen van een rapport (--parts): {', '.join(PARTS)}.\n"
        f"Kaartjes (--chart): {', '.join(CARDS)}. Formaten: {card_forms}.\n"
        f"Alle cijfers, zonder --report en --chart. Formaten: {_listed(FLAT_FORMS)}."
    )


def _kinds() -> str:
    return "\n".join(
        f"  {kind.name}: {kind.label}, per {', '.join(kind.levels)} (--level)"
        for kind in KINDS.values()
    )


class Exporting:
    """One export: from the data file at `path`, for an audience, of what was asked.

    `notes` are sentences that whoever asked must know.
    """

    def __init__(self, path: Path, audience: str, asked: Asked) -> None:
        """WrongQuestion when something cannot be asked; DataFileProblem."""
        store = Store(path)
        self._marts = open_marts(store, parse_audience(audience))
        self._answers = DirectAnswers(self._marts, is_demo=store.meta.is_demo)
        self._asked, self._file = asked, store.path
        self.notes: list[str] = []
        self._view = self._parsed_view()

    def deliver(self, folder: Path) -> list[str]:
        """Puts the files and their manifest in a folder, all or none; their names.

        Unsafe when the audit finds something in rounded figures: then nothing is handed over.
        """
        origin = Origin(self._file, setting_of(Scope(self._answers, self._view)), self._words())

        def closing(written: Mapping[str, bytes]) -> list[File]:
            refuse_unsafe(written, origin.setting)
            return told_of(origin, written)

        return deliver(folder, self.files(), closing)

    def files(self) -> Iterator[File]:
        """The files, each made when it is asked for; WrongQuestion at once, before any is made."""
        if self._asked.is_flat:
            return self._flat()
        if bool(self._asked.report) == bool(self._asked.chart):
            raise WrongQuestion(
                "Vraag een rapport (--report), een kaartje (--chart), of alle cijfers"
                f" (alleen --format: {_listed(FLAT_FORMS)})."
            )
        return self._reports() if self._asked.report else self._cards()

    def is_made(self, folder: Path) -> bool:
        """Whether a folder holds these files, whole, made from the same data."""
        try:
            told = json.loads((folder / NAME).read_text(encoding="utf-8"))
            known = told["gegevensbestand_sha256"], told["publiek"], told["selectie"]
            asked = hash_of(self._file), self._answers.audience, self._words()
            return known == asked and verify(folder).is_good
        except (OSError, ValueError, KeyError, TypeError):
            return False  # nothing there, or something that is no export of ours

    def _words(self) -> dict[str, str]:
        """The selection for the manifest: what was given, without what depends on the machine."""
        given = {name: value for name, value in vars(self._asked).items() if value}
        given.pop("explanation", None)
        return {name: str(value) for name, value in given.items()}

    def _parsed_view(self) -> View:
        asked, usual = self._asked, View()
        if asked.is_flat:
            return View(as_of=self._day(), audience=self._answers.audience)
        window = _one(asked.window or usual.window, tuple(Window), "periode")
        level = _one(asked.level or usual.level, (*LEVELS, *REPORT_LEVELS), "niveau")
        return View(
            level=Level(level),
            window=Window(window),
            as_of=self._day(),
            indicator=parse_indicator(asked.indicator or usual.indicator).id,
            audience=self._answers.audience,
        )

    def _day(self) -> date | None:
        """The peildatum as this audience sees it; a later day is brought back, with a note."""
        asked, known = self._asked.as_of, self._answers.known
        if asked is None:
            return None
        day = min(asked, known.as_of)
        if known.audience is Audience.GEMEENTE:
            day = last_closed_month(day)
        if day < known.beginning:
            raise WrongQuestion(
                f"Op {long_date(asked)} waren er nog geen cijfers: ze beginnen op"
                f" {long_date(known.beginning)}. Kies een latere peildatum."
            )
        if day != asked:
            self.notes.append(f"Let op: de peildatum is nu {long_date(day)}.")
        return day

    def _reports(self) -> Iterator[File]:
        forms = {form.name: form for form in REPORT_FORMS}
        names = _names(self._asked.formats or ",".join(forms), forms, "formaat")
        kind, level = self._kind()
        parts = _names(self._asked.parts or ",".join(kind.parts), PARTS, "deel")
        order = Order(
            view=self._view,
            areas=self._areas(level),
            parts=[PARTS[name] for name in parts],
            forms=[forms[name] for name in names],
            explanation=_explanation(self._asked.explanation),
            plan=kind.plan,
        )
        return documents(self._answers, order, house())

    def _kind(self) -> tuple[Kind, Level]:
        """Which report is asked, and about areas of which level."""
        name = _one(self._asked.report, REPORTS, "rapport")
        if name not in KINDS:
            return KINDS[USUAL], Level(name)
        kind = KINDS[name]
        level = self._asked.level or kind.levels[0]
        return kind, Level(_one(level, kind.levels, f"niveau van {kind.name}"))

    def _areas(self, level: Level) -> Sequence[NamedArea]:
        """The areas that reports are asked of."""
        areas = [area for area in self._answers.known.areas.values() if area.level == level]
        if self._asked.area in ("", ALL):
            return areas
        found = find_area(areas, self._asked.area)
        if found is None:
            names = ", ".join(area.name for area in areas)
            raise WrongQuestion(
                f"Er is geen {level} {self._asked.area!r}. Kies uit: {names}, of {ALL}."
            )
        return [found]

    def _cards(self) -> Iterator[File]:
        """The files of the cards, each made when it is asked for."""
        view = self._view
        if self._asked.area:
            area = parse_area(self._marts, self._asked.area)
            view = replace(view, area="" if area.level is Level.GEMEENTE else area.code)
        scope = Scope(self._answers, view)
        setting, taken = setting_of(scope), set[str]()
        for name in _names(self._asked.chart, CARDS, "kaartje"):
            card = CARDS[name](scope)
            if card.note:
                raise WrongQuestion(f"{card.title}: {card.note}")
            forms = {form.name: form for form in CARD_FORMS if form.applies(card)}
            for wanted in _names(self._asked.formats or USUAL_CARD_FORM, forms, "formaat"):
                form = forms[wanted]
                stem = card.file_name or name
                names = [file_name(text, setting, form) for text in (stem, f"{name}_{stem}")]
                yield distinct(names, taken), form.make(card, setting, house())

    def _flat(self) -> Iterator[File]:
        """The files with all figures, of which options may leave some out."""
        asked, forms = self._asked, {form.name: form for form in FLAT_FORMS}
        names = _names(asked.formats, forms, "formaat")
        indicators = asked.indicator or ",".join(indicator.id for indicator in INDICATORS)
        wanted = Wanted(
            as_of=self._view.as_of or self._answers.known.as_of,
            indicators=[parse_indicator(name.strip()) for name in indicators.split(",")],
            levels=[Level(name) for name in _some(asked.level, ALL_LEVELS, "niveau")],
            periods=[Period(name) for name in _some(asked.period, PERIODS, "periode")],
        )
        flat = collect(self._answers, setting_of(Scope(self._answers, self._view)), wanted)
        for name in names:
            yield from forms[name].make(flat, house())


def _listed(forms: Sequence[Form]) -> str:
    return ", ".join(form.name for form in forms)


def _some(text: str, known: Collection[str], what: str) -> list[str]:
    """The names in a text with commas; all that are known when it is empty."""
    return _names(text or ",".join(known), known, what)


def _explanation(path: Path | None) -> str:
    if path is None:
        return ""
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise WrongQuestion(f"De toelichting in {path} kan niet worden gelezen.") from error


def _names(text: str, known: Collection[str], what: str) -> list[str]:
    """The names in a text with commas, each once; WrongQuestion when one is not known."""
    names = [part.strip() for part in text.split(",") if part.strip()]
    return [_one(name, known, what) for name in dict.fromkeys(names)]


def _one(name: str, known: Collection[str], what: str) -> str:
    if name not in known:
        choice = f"Kies als {what} uit: {', '.join(known)}."
        raise WrongQuestion(" ".join(filter(None, (Suggestions(known).hint(name), choice))))
    return name
