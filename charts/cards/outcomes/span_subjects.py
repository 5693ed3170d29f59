"""What durations are compared between: parts of an area, kinds or talents."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from analytics.figures.durations import Course, courses
from analytics.scope.scope import PARTS, Scope
from analytics.statistics.spells import Asked, Facet, Outcome, Spell
from analytics.statistics.survival import Curve, Interval
from charts.cards.outcomes import spans
from data.reference.areas import Level
from data.reference.code_lists import code_lists

MOMENTS = (3, 6, 12)  # months
CODE_LISTS = {Facet.KIND: "kind", Facet.TALENT: "talent"}
GROUPS = {Facet.NONE: "gebied", Facet.KIND: "soort", Facet.TALENT: "talent"}
NAMES = {Facet.NONE: "stadsdeel", Facet.KIND: "soort", Facet.TALENT: "talent"}  # of cards
PLURALS = {
    "stadsdeel": "stadsdelen",
    "wijk": "wijken",
    "buurt": "buurten",
    "soort": "soorten",
    "talent": "talenten",
}


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
        return f"{'looptijd' if self.is_lasting else 'wachttijd'}_{NAMES[self.facet]}"

    @property
    def card_id(self) -> str:
        """The id of the card."""
        return f"uitkomsten.{self.name}"

    @property
    def title(self) -> str:
        """What the card is about."""
        return "Hoe lang matches lopen" if self.is_lasting else "Van scan tot match"

    @property
    def counted(self) -> str:
        """What is counted, in the plural."""
        return "matches" if self.is_lasting else "inwoners"

    @property
    def indicators(self) -> tuple[str, ...]:
        """The indicators that are compared."""
        if self.is_lasting:
            return ("mediaan_dagen_looptijd", *(f"nog_lopend_na_{n}_maanden" for n in MOMENTS))
        return ("mediaan_dagen_tot_match", *(f"match_binnen_{n}_maanden" for n in MOMENTS))

    def curve(self, course: Course) -> Curve:
        """The curve of what is asked."""
        return course.alone if self.is_lasting else course.ended[Outcome.MATCH]

    def after(self, course: Course, months: int) -> Interval | None:
        """The percentage that is compared, so many months after the beginning."""
        return spans.after(self.curve(course), months, is_lasting=self.is_lasting)


@dataclass(frozen=True)
class Groups:
    """The groups of a card: what one is called, and their courses by name, None of too few.

    `asked` are their spells, `inside` the area whose parts they are ("": not parts of one), and
    `codes` the codes of the groups that are areas, by name.
    """

    one: str
    courses: Mapping[str, Course | None]
    asked: Asked
    inside: str = ""
    codes: Mapping[str, str] = field(default_factory=dict)

    @property
    def told(self) -> dict[str, Course]:
        """The groups of which there are enough to draw a line."""
        return {
            name: course
            for name, course in self.courses.items()
            if course and spans.is_drawn(course)
        }


SUBJECTS = (
    Subject(Spell.STAY, Facet.KIND),
    Subject(Spell.STAY, Facet.TALENT),
    Subject(Spell.STAY, Facet.NONE),
    Subject(Spell.WAIT, Facet.NONE),
    Subject(Spell.WAIT, Facet.TALENT),
)


def groups_of(scope: Scope, subject: Subject) -> Groups | None:
    """The groups of the view's own area, those without any spell left out; None if it has none."""
    asked = spans.asked(scope, subject.spell, subject.facet)
    if subject.facet is Facet.NONE:
        return _parts(scope, asked)
    found = scope.of(courses, asked)
    values = code_lists()[CODE_LISTS[subject.facet]]
    known = {value: found[asked.area, value] for value in values if (asked.area, value) in found}
    return Groups(GROUPS[subject.facet], known, asked)


def _parts(scope: Scope, asked: Asked) -> Groups | None:
    """The parts of the view's own area: of the city its stadsdelen, of a wijk its buurten."""
    levels = PARTS[asked.level]
    if not levels:
        return None
    place = scope.area
    inside = place.code if place.level is not Level.GEMEENTE else ""
    parts = replace(asked, level=levels[0], area="")
    found = scope.of(courses, parts, inside)
    codes = {scope.known.areas[code].name: code for code, _ in found}
    by_name = {scope.known.areas[code].name: course for (code, _), course in found.items()}
    return Groups(str(levels[0]), by_name, parts, inside, codes)
