"""Two counts that each are large and tell a small one: a change, or a part beside its whole.

`Van 20 naar 23` tells of 3 who came, `20 van de 23` of 3 who did not. Between two periods beside
each other the difference is of nobody, but a text seldom says which of the two it means.
"""

import re
from collections.abc import Iterator, Sequence

from exports.audit.content import Text
from exports.audit.findings import Finding, Kind
from exports.audit.words.geography import Geography
from exports.audit.words.meaning import Meaning, Subject, counted, in_text
from exports.audit.words.spelling import COUNTED, in_full

_NO_COUNT = r"(?!\s?(?:%|procent|dag|week|weken|maand|kwarta|jaar|keer|euro|uur|meter|km))"


def _count(name: str) -> str:
    return rf"(?<![\d.,-])(?P<{name}>\d{{1,3}}(?:\.\d{{3}})+|\d+)(?![\d/-]|[.,]\d){_NO_COUNT}"


_ONE, _OTHER_ONE, _NOUN = _count("one"), _count("other"), r"(?P<noun>[^\W\d]+)"
_CHANGES = (
    re.compile(rf"\bvan {_ONE}(?: [^\W\d]+){{0,3}} naar {_OTHER_ONE}", re.IGNORECASE),
    re.compile(rf"{_ONE} ?(?:→|->) ?{_OTHER_ONE}"),
    re.compile(rf"{_ONE}(?: [^\W\d]+){{0,3}} \((?:was|eerder) {_OTHER_ONE}", re.IGNORECASE),
)
_PARTS = (
    re.compile(rf"{_ONE} van (?:de |alle )?{_OTHER_ONE} {_NOUN}", re.IGNORECASE),
    re.compile(
        rf"{_OTHER_ONE} {_NOUN},? (?:waarvan|waaronder|van wie) (?:er )?{_ONE}", re.IGNORECASE
    ),
    re.compile(rf"\bvan (?:de|alle) {_OTHER_ONE} {_NOUN}[^.;:(]{{1,60}}? er {_ONE}", re.IGNORECASE),
)
_STEPS = (
    re.compile(rf"(?<!\w)[+−-](?P<one>\d+)(?![\d%]|[.,]\d) {_NOUN}", re.IGNORECASE),
    re.compile(rf"{_ONE} (?:meer|minder|extra) {_NOUN}", re.IGNORECASE),
)
_SIGNED = re.compile(r"(?<![\w.,])[+−-](?P<one>\d)(?![\w%]|[.,]\d)")  # of an area: Erp +3
_LESS = (
    r"\b(?:(?=op \w+ na\b)op|behalve|met uitzondering van)"
    rf" (?P<one>\d|{'|'.join(COUNTED)})\b(?: na\b)?"
)
_ALL = r"\b(?:alle|allen|iedereen)\b"
_EXCEPT = (
    re.compile(rf"{_ALL}(?P<noun>[^.;:]{{1,60}}?) {_LESS}", re.IGNORECASE),
    re.compile(rf"{_LESS}[^.;:]{{1,40}}? {_ALL} (?:\d+ )?(?P<noun>[^\W\d]+)", re.IGNORECASE),
)
_OTHER = re.compile(r"bevolking|inwonertal|per (1\.?000|duizend|100)|gemiddeld|verwacht|doel")


def in_changes(texts: Sequence[Text], geography: Geography, threshold: int) -> Iterator[Finding]:
    """The findings in the texts of one file, in reading order: a title tells what follows."""
    topic: Meaning | None = None
    for text in texts:
        topic = in_text(text.text) or topic
        if text.scale or _OTHER.search(text.text.lower()):
            continue
        is_of_area = geography.only_one_in(text.text) is not None
        for low, words in _small(text.text, topic, is_of_area, threshold):
            what = f"'{words}' is een verschil van {low}"
            yield Finding(Kind.SMALL, text.where, what, low, low)


def _small(
    text: str, topic: Meaning | None, is_of_area: bool, threshold: int
) -> Iterator[tuple[int, str]]:
    """The small differences that a text tells, with the words that tell them."""
    line = in_full(text, threshold)
    about_people = _is_of_residents(line, topic)
    signed = _SIGNED.finditer(line) if about_people and is_of_area else ()
    apart = ((int(found["one"]), found[0]) for found in signed)
    for difference, words in (*_told(line, about_people), *apart):
        if 1 <= difference < threshold:
            yield difference, words


def _told(text: str, about_people: bool) -> Iterator[tuple[int, str]]:
    for form in (*_CHANGES, *_PARTS, *_STEPS, *_EXCEPT):
        for found in form.finditer(text):
            named = found.groupdict()
            is_told = about_people if form in _CHANGES else _names_people(named["noun"])
            if is_told:
                yield abs(_value(named["one"]) - _value(named.get("other", "0"))), found[0]


def _names_people(noun: str) -> bool:
    return counted(noun) is Subject.RESIDENTS


def _is_of_residents(text: str, topic: Meaning | None) -> bool:
    """Whom a text tells of: its own words, or else the last title that names a measure."""
    own = counted(text)
    if own is not Subject.UNKNOWN:
        return own is Subject.RESIDENTS and not _is_rate(in_text(text))
    return topic is not None and topic.residents and not _is_rate(topic)


def _is_rate(meaning: Meaning | None) -> bool:
    return meaning is not None and bool(meaning.denominator)


def _value(digits: str) -> int:
    return COUNTED.get(digits.lower()) or int(digits.replace(".", ""))
