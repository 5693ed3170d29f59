"""Which areas stand highest and lowest, in words: equals together, and only what is certain."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from analytics.figures.blur import Blurred, stand_out
from analytics.figures.certainty import claimable
from analytics.scope.sentences import PLURALS
from data.dutch import number, rounded, signed
from data.grammar import all_of, capital, counted, named
from data.reference.areas import Level

MIN_COMPARED = 2
UNSAID = "door het afronden niet te zeggen"


@dataclass(frozen=True)
class Words:
    """How the ends are told: of a level, or of a change."""

    high: str
    low: str
    where_high: str
    where_low: str
    where_both: str
    no_high: str = ""
    no_low: str = ""


LEVEL = Words(
    "Het hoogst",
    "Het laagst",
    "Waar het het hoogst is",
    "Waar het het laagst is",
    "Waar het het hoogst en het laagst is",
)
CHANGE = Words(
    "Het meest erbij",
    "Het meest eraf",
    "Waar het meest erbij kwam",
    "Waar het meest eraf ging",
    "Waar het meest erbij kwam en eraf ging",
    "Nergens kwam er iets bij.",
    "Nergens ging er iets af.",
)
KNOWN_CHANGE = replace(
    CHANGE, no_high="Daar kwam nergens iets bij.", no_low="Daar ging nergens iets af."
)


@dataclass(frozen=True)
class Standing:
    """An area with its figure, and how sharp that is.

    One that is new takes part for less than a full month: it is never called highest or lowest.
    """

    name: str
    figure: Blurred
    is_new: bool = False


@dataclass(frozen=True)
class Scale:
    """On what areas are compared: their level, decimals, and the threshold of rounding (0: none).

    `is_change` is for differences, which have a sign. `has_gaps` says that the level has areas
    without a figure: then what is told is told of those that have one.
    """

    level: Level
    decimals: int
    threshold: int = 0
    is_change: bool = False
    has_gaps: bool = False

    def text(self, value: float) -> str:
        """A value as a reader sees it."""
        return (signed if self.is_change else number)(value, self.decimals)

    def named(self, names: Sequence[str]) -> str:
        """Up to three names, else how many areas."""
        return named(names, PLURALS[self.level])

    def known(self, areas: str) -> str:
        """So many areas in words, and that they are those with a figure where others have none."""
        return f"{areas} met een cijfer" if self.has_gaps else areas


@dataclass(frozen=True)
class Peak:
    """The areas that share the highest (or the lowest) figure, and whether that is certain."""

    names: Sequence[str]
    value: float
    is_certain: bool


def extremes_sentence(found: Sequence[Standing], scale: Scale) -> str:
    """The highest and the lowest areas of a map or table."""
    if not found:
        return f"Er zijn geen cijfers per {scale.level}."
    amount = scale.known(counted(len(found), scale.level, PLURALS[scale.level]))
    high = _peak(found, scale, top=True)
    if len(found) == 1:
        return f"{capital(amount)}: {high.names[0]} ({scale.text(high.value)})."
    if len(high.names) == len(found):
        return _equal(high, scale)
    return f"{capital(amount)}. {_among(found, scale)}"


def _among(found: Sequence[Standing], scale: Scale) -> str:
    """The ends among those that are compared, and who is too new for that."""
    old, new = _compared(found), [area.name for area in found if area.is_new]
    words = []
    if len(old) >= MIN_COMPARED:
        high, low = _peak(old, scale, top=True), _peak(old, scale, top=False)
        is_equal = len(high.names) == len(old)
        words.append(_equal(high, scale) if is_equal else _ends(high, low, scale))
    if new:
        words.append(f"Nog geen hele maand gestart en daarom niet vergeleken: {scale.named(new)}.")
    return " ".join(words)


def _compared(found: Sequence[Standing]) -> list[Standing]:
    return [area for area in found if not area.is_new]


def _equal(peak: Peak, scale: Scale) -> str:
    many, more = len(peak.names), PLURALS[scale.level]
    every = scale.known(all_of(many, scale.level, more))
    if scale.is_change and not peak.value:
        none = scale.known(f"Bij geen van de {number(many)} {more}")
        where = none if scale.has_gaps else "Nergens"
        return f"{where} kwam er iets bij of ging er iets af."
    about = "" if peak.is_certain else "afgerond "
    if scale.is_change:
        return f"In {every} is het verschil {about}{scale.text(peak.value)}."
    return f"{capital(every)} staan {about}op {scale.text(peak.value)}."


def _ends(high: Peak, low: Peak, scale: Scale) -> str:
    words = (KNOWN_CHANGE if scale.has_gaps else CHANGE) if scale.is_change else LEVEL
    has_high = not scale.is_change or high.value > 0
    has_low = not scale.is_change or low.value < 0
    if has_high and has_low and not high.is_certain and not low.is_certain:
        return f"{words.where_both}, is {UNSAID}."
    top = _peak_words(high, scale, words.high, words.where_high) if has_high else words.no_high
    bottom = _peak_words(low, scale, words.low, words.where_low) if has_low else words.no_low
    return f"{top} {bottom}"


def _peak_words(peak: Peak, scale: Scale, what: str, where: str) -> str:
    if not peak.is_certain:
        return f"{where}, is {UNSAID}."
    return f"{what}: {scale.named(peak.names)} ({scale.text(peak.value)})."


def finding(found: Sequence[Standing], scale: Scale) -> str:
    """Where a figure is highest: Het hoogst: De Laak (12,2); "" when that is not certain.

    "" too where all figures are 0, and of a single one: nobody is highest.
    """
    if not found:
        return "Nergens een cijfer om te tonen"
    if not any(rounded(area.figure.value, scale.decimals) for area in found):
        return ""
    old = _compared(found)
    if len(old) < MIN_COMPARED:
        return ""
    high = _peak(old, scale, top=True)
    if len(high.names) == len(old) or not high.is_certain:
        return ""
    return f"Het hoogst: {scale.named(high.names)} ({scale.text(high.value)})"


def _peak(found: Sequence[Standing], scale: Scale, *, top: bool) -> Peak:
    """Those whose value reads as the highest (or lowest) one."""
    shown = [rounded(area.figure.value, scale.decimals) for area in found]
    value = max(shown) if top else min(shown)
    some = [area for area, text in zip(found, shown, strict=True) if text == value]
    others = [area for area, text in zip(found, shown, strict=True) if text != value]
    return Peak([area.name for area in some], value, _is_certain(some, others, scale, top=top))


def _is_certain(
    some: Sequence[Standing], others: Sequence[Standing], scale: Scale, *, top: bool
) -> bool:
    mine, rest = [area.figure for area in some], [area.figure for area in others]
    if not rest:
        return all(claimable(figure.least, scale.threshold) for figure in mine)
    above, below = (mine, rest) if top else (rest, mine)
    return stand_out(above, below, scale.threshold)
