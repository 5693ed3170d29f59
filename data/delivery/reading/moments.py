"""Taking a written moment apart: the day, the clock time and the zone."""

import re
from dataclasses import dataclass
from datetime import UTC, time, timedelta, timezone
from functools import lru_cache

from data.delivery.text import plain_dashes

# The parts of a written moment, from its end: remark, zone, clock time; what is left is the day.
_REMARK = re.compile(r"\s*\([^)]*\)$")
_ZONE = re.compile(r"(?<=\d)\s*(z|(?:utc|gmt)(?:[+-]\d{1,2}(?::?\d{2})?)?|m?es?t|ces?t)$")
_OFFSET = re.compile(r"(?<=:\d\d)(?:[.,]\d+)?\s*([+-]\d{2}(?::?\d{2})?)$")
_CLOCK = re.compile(
    r"(?:\s*[t,]\s*|\s+(?:om\s+|at\s+)?)(\d{1,2})\s*[:.hu]\s*(\d{2})(?:[:.](\d{2})(?:[.,:]\d+)?)?"
    r"\s*([ap])?(?:\.?\s?m\.?)?\s*(?:uur|u|h)?$"
)
_BARE_CLOCK = re.compile(r"(?:(?<=\d)t|(?<=\d{8})\s)(\d{2})(\d{2})(\d{2})?$")
_DB2_CLOCK = re.compile(r"(?<=\d{4}-\d\d-\d\d)-(\d{2})\.(\d{2})\.(\d{2})(?:\.\d+)?$")
_CLOCK_FIRST = re.compile(r"^(\d{1,2}):(\d{2})(?::(\d{2}))?\s+(?=\d)")
_CLOCK_INSIDE = re.compile(r"\s\d{2}:\d{2}:\d{2}(?:\s+[a-z]{3,4})?(?=\s+\d{4}$)")
_LONG_COMPACT = re.compile(r"(\d{8})(\d{2})(\d{2})(\d{2})?")


@dataclass(frozen=True)
class Moment:
    """A written day and its clock time, as it stands there; `zone` when it is named."""

    day: str
    clock: time | None = None
    zone: timezone | None = None


@lru_cache(maxsize=200_000)
def moment_of(text: str) -> Moment:
    """The day, clock time and zone in a text.

    >>> moment_of("14-4-2021 22:00 UTC")
    Moment(day='14-4-2021', clock=datetime.time(22, 0), zone=datetime.timezone.utc)
    """
    text = " ".join(plain_dashes(text).lower().removeprefix("'").split())
    text = _CLOCK_INSIDE.sub("", _REMARK.sub("", text))
    compact = _LONG_COMPACT.fullmatch(text)
    if compact:
        return _at(compact[1], _clock(*compact.group(2, 3, 4)), None)
    text, zone = _without_zone(text)
    for pattern in (_DB2_CLOCK, _CLOCK, _CLOCK_FIRST, _BARE_CLOCK):
        parts = pattern.search(text)
        if parts:
            clock = _clock(*parts.groups()[:4])
            return _at(text[: parts.start()] + text[parts.end() :], clock, zone)
    return Moment(text)


def _at(day: str, clock: time | None, zone: timezone | None) -> Moment:
    return Moment(day, clock, zone) if clock is not None else Moment("")


def _without_zone(text: str) -> tuple[str, timezone | None]:
    for pattern in (_ZONE, _OFFSET):
        found = pattern.search(text)
        if found:
            return text[: found.start(1)].strip(), _zone(found[1])
    return text, None


def _zone(name: str) -> timezone:
    summer, winter = ("cest", "mest", "est"), ("cet", "met")
    if name in summer or name in winter:
        return timezone(timedelta(hours=2 if name in summer else 1))
    figures = re.search(r"([+-])(\d{1,2}):?(\d{2})?", name)
    if not figures:
        return UTC
    offset = timedelta(hours=int(figures[2]) % 24, minutes=int(figures[3] or 0))
    return timezone(-offset if figures[1] == "-" else offset)


def _clock(
    hour: str, minute: str, second: str | None = None, half: str | None = None
) -> time | None:
    hours = int(hour) % 12 + (12 if half == "p" else 0) if half else int(hour)
    try:
        return time(hours % 24 if hours == 24 else hours, int(minute), int(second or 0))  # noqa: PLR2004
    except ValueError:
        return None
