"""Durations compared between stadsdelen, kinds or talents: a small curve and a row each."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial

from analytics.answers import Answers
from analytics.catalog import find
from analytics.durations import Course, courses
from analytics.ranking import Mark
from analytics.spells import Facet, Outcome, Spell
from analytics.survival import Curve, Interval
from analytics.view import View
from charts.card import Card, Column, Line, Table, Value
from charts.cards import spans
from charts.cards.words import file_words, source_words
from charts.pictures import Panels, Series, Trend
from data.areas import Level
from data.contract import code_lists
from data.dutch import number

MONTHS = 18  # that the small curves show
MOMENTS = (3, 6, 12)  # months
COMPARED_AT = 6  # months
CODE_LISTS = {Facet.KIND: "kind", Facet.TALENT: "talent"}
GROUPS = {Facet.NONE: "stadsdeel", Facet.KIND: "soort", Facet.TALENT: "talent"}


@dataclass(frozen=True)
class Subject:
    """What is compared: which spells, by what, and how that is called."""

    spell: Spell
    facet: Facet

    @property
    def is_lasting(self) -> bool:
        """Whether the curves show what goes on, or what has ended."""
        return self.spell is Spell.STAY

    @property
    def name(self) -> str:
        """The name of the card in its section."""
        return f"{'looptijd' if self.is_lasting else 'wachttijd'}_{GROUPS[self.facet]}"

    @property
    def title(self) -> str:
        """What the card is about."""
        what = "Hoe lang matches lopen" if self.is_lasting else "Van scan tot match"
        return f"{what}, per {GROUPS[self.facet]}"

    @property
    def counted(self) -> str:
        """What is counted, in the plural."""
        return "matches" if self.is_lasting else "inwoners"

    def curve(self, course: Course) -> Curve:
        """The curve of what is asked."""
        return course.alone if self.is_lasting else course.ended[Outcome.MATCH]


SUBJECTS = (
    Subject(Spell.STAY, Facet.KIND),
    Subject(Spell.STAY, Facet.TALENT),
    Subject(Spell.STAY, Facet.NONE),
    Subject(Spell.WAIT, Facet.NONE),
    Subject(Spell.WAIT, Facet.TALENT),
)


def card_of(subject: Subject) -> Callable[[Answers, View], Card]:
    """The builder of the card of one comparison."""
    return partial(group_card, subject=subject)


def group_card(answers: Answers, view: View, subject: Subject) -> Card:
    """The card of one comparison."""
    groups = _groups(answers, view, subject)
    shown = {name: course for name, course in groups.items() if course}
    if not shown:
        return Card(
            f"uitkomsten.{subject.name}",
            subject.title,
            note=f"Hier zijn in geen enkele groep genoeg {subject.counted} om te vergelijken."
            " Kies een groter gebied.",
        )
    sentence = _sentence(subject, shown)
    verb = "dat nog loopt" if subject.is_lasting else "met een match"
    since = "de start" if subject.is_lasting else "de scan"
    return Card(
        id=f"uitkomsten.{subject.name}",
        title=subject.title,
        subtitle=f"procent van de {subject.counted} {verb}, per maand na {since}"
        " · band: 95% zekerheid · lijn: alles samen",
        source=source_words(find(_indicators(subject)[0]), view, answers.known),
        alt=sentence,
        sentence=sentence,
        file_name=file_words(subject.name, view, answers.known),
        indicators=_indicators(subject),
        picture=_panels(subject, shown, _together(answers, view, subject)),
        table=_table(subject, groups),
    )


def _indicators(subject: Subject) -> tuple[str, ...]:
    if subject.is_lasting:
        return ("mediaan_dagen_looptijd", *(f"nog_lopend_na_{n}_maanden" for n in MOMENTS))
    return ("mediaan_dagen_tot_match", *(f"match_binnen_{n}_maanden" for n in MOMENTS))


def _groups(answers: Answers, view: View, subject: Subject) -> dict[str, Course | None]:
    """The courses by the name of the group; groups without any spell are absent."""
    asked = spans.asked(answers, view, subject.spell, subject.facet)
    if subject.facet is not Facet.NONE:
        found = answers.of(courses, asked)
        values = code_lists()[CODE_LISTS[subject.facet]]
        return {value: found[asked.area, value] for value in values if (asked.area, value) in found}
    found = answers.of(courses, replace(asked, level=Level.STADSDEEL, area=""))
    return {answers.known.areas[code].name: course for (code, _), course in found.items()}


def _together(answers: Answers, view: View, subject: Subject) -> Course | None:
    """What the groups are compared with: the area itself, or of the stadsdelen the city."""
    asked = spans.asked(answers, view, subject.spell)
    return spans.course_of(
        answers, asked if subject.facet is not Facet.NONE else spans.city_wide(answers, asked)
    )


def _panels(subject: Subject, shown: Mapping[str, Course], together: Course | None) -> Panels:
    whole = [_line(subject, together, "alles samen")] if together else []
    behind = [replace(line, ink="line", low=(), high=(), is_quiet=True) for line in whole]
    return Panels(
        {
            name: Trend(range(MONTHS + 1), [*behind, _line(subject, course, name)], unit="procent")
            for name, course in shown.items()
        }
    )


def _line(subject: Subject, course: Course, name: str) -> Series:
    months = min(len(course.followed) - 1, MONTHS)
    values = spans.monthly(subject.curve(course), months, is_lasting=subject.is_lasting)
    return spans.line(name, "accent", values, MONTHS + 1)


def _table(subject: Subject, groups: Mapping[str, Course | None]) -> Table:
    half = "Helft voorbij na (dagen)" if subject.is_lasting else "Helft heeft match na (dagen)"
    columns = [Column(GROUPS[subject.facet].capitalize()), Column(subject.counted.capitalize(), 0)]
    columns.append(Column(half, 0))
    columns += [Column(f"Na {n} maanden (%)", 0, has_bars=n == COMPARED_AT) for n in MOMENTS]
    columns.append(Column(f"Zekerheid na {COMPARED_AT} maanden"))
    lines = [Line([name, *_cells(subject, course)]) for name, course in groups.items()]
    return Table(subject.title, columns, lines)


def _cells(subject: Subject, course: Course | None) -> list[Value]:
    if course is None:
        return [Mark.WITHHELD, *[None] * (len(MOMENTS) + 2)]
    curve = subject.curve(course)
    at = [spans.after(curve, months, is_lasting=subject.is_lasting) for months in MOMENTS]
    compared = at[MOMENTS.index(COMPARED_AT)]
    ends = f"{number(compared.low or 0)}–{number(compared.high or 0)}%" if compared else None
    cells = [spans.number_or_word(found) for found in (spans.half_of(curve), *at)]
    return [course.spells, *cells, ends]


def _sentence(subject: Subject, shown: Mapping[str, Course]) -> str:
    """The groups that differ most, and whether that is more than chance."""
    found = {
        name: value
        for name, course in shown.items()
        if (value := spans.after(subject.curve(course), COMPARED_AT, is_lasting=subject.is_lasting))
    }
    if len(found) < 2:  # noqa: PLR2004 (one group has nothing to differ from)
        return "Er zijn te weinig groepen om te vergelijken."
    low, high = (pick(found, key=lambda name: found[name].value) for pick in (min, max))
    verb = "loopt nog" if subject.is_lasting else "heeft een match"
    most, least = (f"{name} ({spans.percent_words(found[name])})" for name in (high, low))
    return (
        f"Na {COMPARED_AT} maanden {verb}: het meest bij {most}, het minst bij {least};"
        f" {_chance(found[low], found[high])}."
    )


def _chance(low: Interval, high: Interval) -> str:
    """Whether the intervals lie apart, which is stricter than a test of the two alone."""
    if (low.high or 0) < (high.low or 0):
        return "dat verschil is waarschijnlijk geen toeval"
    return "dat verschil kan toeval zijn"
