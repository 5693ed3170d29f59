"""Rates in running text: with the known number of inhabitants they are counts."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from exports.audit.content import Text
from exports.audit.findings import Finding, Kind
from exports.audit.words.geography import Buurten, Geography
from exports.audit.words.meaning import INHABITANTS, in_text
from exports.audit.words.numerals import Printed, counts_of, printed

_RATE = re.compile(r"(?<![\d.,])\d+,\d+(?!\d|[.,]\d)(?!\s*(?:keer|dagen|maanden|jaar))")
_PER = re.compile(r"\bper (10\.?000|1\.?000|duizend|100|honderd)\b", re.IGNORECASE)
_PERCENT = re.compile(r"\s*(?:%|procent)( van (?:de|alle) (?:in|be)woners)?", re.IGNORECASE)
_WORDS = {"duizend": 1000, "honderd": 100}
# A rate of another kind: a difference, a mean of areas, a pace, a wish, a range.
_OTHER = re.compile(
    r"verschil|\bmeer\b|minder|hoger|lager|gemiddeld|mediaan|verwacht|\bdoel|per (jaar|maand|week)"
    r"|verhouding|\bkeer\b|tussen|zekerheid|vacature|wachtende inwoner|plekken",
    re.IGNORECASE,
)
_NAMED_BELOW = re.compile(r"\s+in\s*$")  # the area stands on the next line
_BREAK = re.compile(r"[.;\n(]\s|\)|,\s")


@dataclass(frozen=True)
class Known:
    """What an outsider knows: the areas, and from where a count is not small.

    `people` are the inhabitants by area code, of the last year first.
    """

    geography: Geography
    people: Sequence[Mapping[str, int]]
    threshold: int


def in_rates(texts: Sequence[Text], known: Known) -> list[Finding]:
    """The findings in the texts of one file, in reading order.

    The unit stands in the text, or in the first title of the file that names a measure. An area
    stands before the rate in the text, is the only one in it, or is all of the text before.
    """
    usual = _unit_of(texts)
    found: list[Finding] = []
    for place, text in enumerate(texts):
        unit = _unit(text.text) or usual
        if _RATE.search(text.text) and not _OTHER.search(text.text):
            found += _findings(text, unit, _beside(texts, place, known.geography), known)
    return list(dict.fromkeys(found))


def _unit_of(texts: Sequence[Text]) -> int:
    for text in texts:
        if meaning := in_text(text.text):
            is_rate = meaning.denominator == INHABITANTS and not _OTHER.search(text.text)
            return meaning.per if is_rate else 0
    return 0


def _unit(text: str) -> int:
    found = _PER.search(text)
    if not found:
        return 0
    word = found[1].lower()
    return _WORDS.get(word) or int(word.replace(".", ""))


def _beside(texts: Sequence[Text], place: int, geography: Geography) -> Buurten | None:
    """The area of a number when names and numbers take turns: what comes first is the first's.

    At the end of a list of names, or of numbers, nothing says which of them belong together.
    """
    start, end = _turns(texts, place, geography)
    follows = _is_list(texts[max(0, start - 1) : start + 1], geography)
    if _is_name(texts[start], geography) or not _RATE.fullmatch(texts[start].text):
        is_unsure = follows and place - 1 == start
        own = place - 1
    else:
        goes_on = _is_list(texts[end : end + 2], geography)
        is_unsure = follows or goes_on or not _is_name(texts[end], geography)
        own = place + 1
    if is_unsure or own < 0 or not _is_name(texts[own], geography):
        return None
    return geography.only_one_in(texts[own].text)


def _turns(texts: Sequence[Text], place: int, geography: Geography) -> tuple[int, int]:
    """The first and the last of the texts around a place that take turns."""
    start = end = place
    while start and not _is_alike(texts[start - 1], texts[start], geography):
        start -= 1
    while end + 1 < len(texts) and not _is_alike(texts[end + 1], texts[end], geography):
        end += 1
    return start, end


def _is_alike(text: Text, other: Text, geography: Geography) -> bool:
    return _is_name(text, geography) is _is_name(other, geography)


def _is_list(pair: Sequence[Text], geography: Geography) -> bool:
    """Whether two texts that follow each other are both a name, or both a number."""
    names = [_is_name(text, geography) for text in pair]
    numbers = [bool(_RATE.fullmatch(text.text)) for text in pair]
    return len(pair) > 1 and (all(names) or all(numbers))


def _is_name(text: Text, geography: Geography) -> bool:
    return bool(geography.found(text.text))


def _findings(text: Text, unit: int, before: Buurten | None, known: Known) -> Iterator[Finding]:
    for found in _RATE.finditer(text.text):
        percent = _PERCENT.match(text.text, found.end())
        per = (100 if percent[1] else 0) if percent else unit
        rate = printed(found[0], ",")
        is_cut_off = _NAMED_BELOW.match(text.text, found.end())
        if not per or rate is None or is_cut_off:
            continue
        area = _area(text.text[: found.start()], text.text, before, known.geography)
        if area and (count := _count(rate, per, area, known)):
            what = f"{found[0]} in '{text.text.strip()[:80]}': {count[0]} tot {count[1]} inwoners"
            yield Finding(Kind.SMALL, text.where, what, *count)


def _area(clause: str, text: str, before: Buurten | None, geography: Geography) -> Buurten | None:
    if not any(map(str.isalpha, text)):
        return before
    return geography.only_one_in(_BREAK.split(clause)[-1]) or geography.only_one_in(text)


def _count(rate: Printed, per: int, area: Buurten, known: Known) -> tuple[int, int] | None:
    """The counts that a rate leaves, when all of them are small.

    Of the inhabitants of the last year; else of those of every year in which it leaves any: a text
    need not say of which year it tells.
    """
    codes = known.geography.codes_of(area)
    each = [_left(rate, per, next((y[c] for c in codes if c in y), 0)) for y in known.people]
    return _small(each[:1], known.threshold) or _small(each, known.threshold)


def _left(rate: Printed, per: int, people: int) -> tuple[int, int]:
    """The whole numbers of residents that have a rate; the first above the last when none has."""
    return counts_of(rate, people / per)


def _small(found: Sequence[tuple[int, int]], threshold: int) -> tuple[int, int] | None:
    """From where to where counts lie, when there are any and all are small."""
    some = [(low, high) for low, high in found if low <= high]
    if not some:
        return None
    low, high = min(low for low, _ in some), max(high for _, high in some)
    return (low, high) if low >= 1 and high < threshold else None
