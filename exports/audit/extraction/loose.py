"""Numbers that are in no figure: in running text, in hover texts, in forgotten corners."""

import re
from collections.abc import Iterable, Iterator, Sequence

from data.dutch import month_numbers
from exports.audit.content import Text
from exports.audit.figure import Loose
from exports.audit.findings import Finding, Kind
from exports.audit.words.geography import Geography
from exports.audit.words.meaning import Subject, counted, in_text, subject
from exports.audit.words.spelling import COUNTED, in_full

_NUMBER = re.compile(
    r"(?<![\w.,/<>≤≥+\-–−#])(?<!\d:)(?:\d+|één|twee|drie|vier|vijf|zes|zeven|acht|negen"
    r"|one|two|three|four|(?<=slechts )een|(?<=maar )een|(?<=precies )een"
    r"|(?<=\been )enkele|(?<=\bde )enige|tweetal|drietal|viertal)"
    r"(?![\w%/])(?![.,:\-–]\d)(?!\s*[%:]\d)",
    re.IGNORECASE,
)
_IN_WORDS = COUNTED | {
    "one": 1, "two": 2, "three": 3, "four": 4,
    "enkele": 1, "enige": 1, "tweetal": 2, "drietal": 3, "viertal": 4,
}  # fmt: skip
_PART_OF = re.compile(r"\s+(?:van|op|of)\s+(?:de\s+)?\d+(?P<after>.*)", re.DOTALL)
_WHOLE_OF = re.compile(r"\(\d+ van $")
_WORDS = re.compile(r"[^\W\d_][\w'-]*")
_BREAK = re.compile(r"[.;,\n|(]\s|\s[-–—]\s|<br>")
_LINKING = re.compile(
    "de|het|een|van|in|op|bij|te|voor|uit|met|zonder|en|of|is|zijn|er|per|nog|al|dan|die|dat|aan"
    "|betaald|onbetaald|betaalde|onbetaalde"  # of what was counted before
)
_BOUNDS = re.compile(
    "onder|minder|meer|dan|tot|max|min|minstens|hoogstens|drempel|versie|kwartaal|week|stap|fase"
    "|deel|figuur|tabel|bladzijde|pagina|dia|slide|blad|bijlage|hoofdstuk|nummer|nr|top|q"
)
_NAMED = re.compile(  # Team 1, de laatste 3
    "team|wijk|buurt|gebied|groep|project|cluster|zone|regio|kern|laatste|afgelopen|komende"
)
_ASIDE = re.compile("op|in|bij|voor|uit|met|te|al|nog")  # after these comes no counted noun
_IN_PERCENT = re.compile(r"^procent\b|\bprocent van de\b", re.IGNORECASE)
_TITLES = 12  # so many first texts of a file can tell what its picture is drawn in
_OF_THEM = re.compile(r"\ber (?:slechts |maar |nog |nu |precies )?$", re.IGNORECASE)  # er drie
_AROUND = re.compile(r"^[\W\d]+|[\W\d]+$")  # around the only name in a text, as in `3 = Gestel`
_ADJECTIVE = re.compile(r"[^\W\d]{2,}e")  # as in `3 nieuwe matches`
_VAGUE = re.compile("enkele", re.IGNORECASE)
_ONLY = re.compile(r"\b(slechts|maar) een $", re.IGNORECASE)
_AND_MORE = re.compile(r"\ben nog $")  # as in `A en B; en nog 1`: of what was listed
_ORGANISATIONS = Subject.ORGANISATIONS
_CLASS = re.compile(r"\d+ tot \d+")  # as maps name their classes
_STOP = re.compile(r"\.\s")  # where a sentence ends
_AT_MOST = re.compile(  # what tells more than that a count is small
    r"\b(?:minder dan|onder(?: de)?)\s(?=(?:[2-4]|twee|drie|vier)\b)"
    r"|\b(?:hoogstens|hooguit|ten hoogste|maximaal)\s(?=(?:[1-3]|één|twee|drie)\b)"
    r"|<\s?(?=[2-4]\b)|≤\s?(?=[1-3]\b)",
    re.IGNORECASE,
)
_LABEL = re.compile(r"(?:[^\W\d][^\d.;:]{0,40} )?\d+")
_SHORT = 80
_REACH = 5  # words before or after a number that can tell what it counts


def judged(numbers: Iterable[Loose]) -> list[Finding]:
    """Findings for small numbers in tables whose column has no known meaning.

    The nearest words that tell whom a number is about decide; when none does, a number that is
    hidden or stands beside the name of an area counts as one about residents.
    """
    found: dict[tuple[str, str, int], Finding] = {}
    for loose in numbers:
        told = (subject(words) for words in loose.words)
        subjects = (*told, _of_topic(loose.topic), counted(loose.beside))
        decisive = next((s for s in subjects if s is not Subject.UNKNOWN), Subject.UNKNOWN)
        if decisive is Subject.RESIDENTS or (decisive is Subject.UNKNOWN and loose.hidden):
            name = next((words for words in loose.words if words), "zonder kop")
            what = f"het getal {loose.number} in '{name}'"
            key = (loose.where, name, loose.number)
            found[key] = Finding(Kind.SMALL, loose.where, what, loose.number, loose.number)
    return list(found.values())


def _of_topic(topic: str) -> Subject:
    """What a title says: only names of the catalogue count, for titles also name areas."""
    meaning = in_text(topic)
    if meaning is None:
        return Subject.UNKNOWN
    return Subject.RESIDENTS if meaning.residents else Subject.ORGANISATIONS


def in_texts(texts: Sequence[Text], geography: Geography, threshold: int) -> list[Finding]:
    """Findings for small counts of residents in the texts of one file, in reading order."""
    topics = [in_text(text.text) for text in texts]
    known = [topic for topic in topics if topic]
    about_people = known[0].residents if known else True
    in_percent = any(_IN_PERCENT.search(text.text) for text in texts[:_TITLES])
    found: dict[tuple[str, str], Finding] = {}
    for place, (text, topic) in enumerate(zip(texts, topics, strict=True)):
        about_people = topic.residents if topic else about_people
        named = _named_after(texts, place)
        if not text.hidden and _is_label(text.text) and (in_percent or named is _ORGANISATIONS):
            continue  # a picture writes a value beside its name, in the measure that it is drawn in
        is_told = about_people or named is Subject.RESIDENTS
        for number in _small(text, is_told, geography, threshold):
            what = f"het getal {number} in de tekst '{_short(text.text)}'"
            finding = Finding(Kind.SMALL, text.where, what, number, number)
            found.setdefault((text.where, text.text), finding)
    return list(found.values())


def _is_label(words: str) -> bool:
    """Whether a text is a number with at most a few words before it, as labels in a picture are."""
    return bool(_LABEL.fullmatch(words.strip())) and counted(words) is Subject.UNKNOWN


def _named_after(texts: Sequence[Text], place: int) -> Subject:
    """Of whom a bare number is by the name that follows it, as in `2`, `vacatures`."""
    if not texts[place].text.strip().isdigit() or place + 1 == len(texts):
        return Subject.UNKNOWN
    name = texts[place + 1].text
    return Subject.UNKNOWN if any(map(str.isdigit, name)) else counted(name)


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _SHORT else line[: _SHORT - 3] + "..."


def _small(text: Text, about_people: bool, geography: Geography, threshold: int) -> Iterator[int]:
    """The numbers in a text that are small counts of residents.

    A number without a noun is of the kind of the number before it, as in `3 wijken, waarvan 2`.
    """
    earlier, line, end = Subject.UNKNOWN, _line(text, geography, threshold), 0
    for found in _NUMBER.finditer(line):
        before, after = line[: found.start()], line[found.end() :]
        told = _subject(before, after)
        earlier = Subject.UNKNOWN if _STOP.search(before, end) else earlier
        end = found.end()
        earlier = verdict = earlier if told is Subject.UNKNOWN else told
        number = _value(found[0])
        if verdict is Subject.UNKNOWN and (found[0].isdigit() or _OF_THEM.search(before)):
            is_count = _may_count(text, line, before, geography) and not _PART_OF.match(after)
            verdict = Subject.RESIDENTS if about_people and is_count else Subject.NEUTRAL
        is_told = not _VAGUE.match(found[0]) or _told_of_one(text.text, before, geography)
        if verdict is Subject.RESIDENTS and 1 <= number < threshold and is_told:
            yield number


def _line(text: Text, geography: Geography, threshold: int) -> str:
    """The text with plain numbers; `fewer than 3` is told of an area, else it can be a rule."""
    line = in_full(geography.without_numbers(text.text), threshold)
    if _AT_MOST.search(line) and geography.only_one_in(text.text):
        return _AT_MOST.sub("", line)
    return line


def _told_of_one(line: str, before: str, geography: Geography) -> bool:
    """Whether `een enkele` is said of how many there are: as the only, or of an area."""
    return bool(_ONLY.search(before)) or geography.only_one_in(line) is not None


def _value(token: str) -> int:
    return int(token) if token.isdigit() else _IN_WORDS[token.lower()]


def _subject(before: str, after: str) -> Subject:
    """Whom a number is about, by the noun after it or else the label before it."""
    if _WHOLE_OF.search(before) and after.startswith(")"):
        return Subject.NEUTRAL  # a whole series of slides: (2 van 2)
    label = _WORDS.findall(_BREAK.split(before)[-1])[-_REACH:]
    if part := _PART_OF.match(after):
        after = part["after"]  # in `3 van de 20 wijken` both are of one kind
        if before.endswith("(") and after.startswith(")"):
            return Subject.NEUTRAL  # a part of a series of slides: (1 van 6)
    following = [word.lower() for word in _WORDS.findall(_BREAK.split(after)[0])[:_REACH]]
    if _AND_MORE.search(before) and not _directly(after):
        return Subject.NEUTRAL
    after_it = _counted(following) if following and _directly(after) else Subject.UNKNOWN
    last = label[-1].lower() if label else ""
    is_name = bool(_NAMED.fullmatch(last)) and after_it is not Subject.RESIDENTS
    if is_name or _BOUNDS.fullmatch(last):
        return Subject.NEUTRAL
    before_it = subject(" ".join(label)) if label else Subject.UNKNOWN
    if not (following and _directly(after)):
        return before_it
    is_aside = bool(_ASIDE.fullmatch(following[0])) and before_it is not Subject.UNKNOWN
    return before_it if is_aside or after_it is Subject.UNKNOWN else after_it


def _directly(after: str) -> bool:
    """Whether words follow, and not a next number."""
    return bool(re.match(r"\s+[^\W\d]", after))


def _counted(following: list[str]) -> Subject:
    """The subject of the words after a number; a noun of another kind is no count of people."""
    if following[0] in month_numbers():
        return Subject.NEUTRAL
    if _ADJECTIVE.fullmatch(following[0]) and counted(following[0]) is Subject.UNKNOWN:
        following = following[1:] or following
    for word in following:
        found = counted(word)
        if found is not Subject.UNKNOWN:
            return found
        if not _LINKING.fullmatch(word):
            return Subject.NEUTRAL if word == following[0] else Subject.UNKNOWN
    return Subject.UNKNOWN


def _may_count(text: Text, line: str, before: str, geography: Geography) -> bool:
    """Whether a number without a telling word can be a count.

    In hidden text it can; in sight it can when it stands alone (not at an axis), or when one area
    is named before it or in the whole text.
    """
    if text.scale:
        return False
    if text.hidden or (line.strip().isdigit() and not _CLASS.fullmatch(text.text.strip())):
        return True
    is_named = bool(geography.code(_AROUND.sub("", text.text), None))
    own = (text.text, _BREAK.split(before)[-1])
    return is_named or any(geography.only_one_in(words) is not None for words in own)
