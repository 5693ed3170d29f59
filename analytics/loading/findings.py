"""Which records break a rule on quality, and how many of them there are per team and month."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from analytics.figures.doors.marts import ExactMarts, Marts
from analytics.figures.doors.withheld import NotPublished
from data.periods import Period, slices
from data.quality import Rule, rules
from data.reference.areas import Level

NOT_PUBLISHED = "Wat aan de gegevens opvalt, is alleen voor wie met de gegevens werkt."


@dataclass(frozen=True)
class Oddity:
    """A record that breaks a rule: its key, where it belongs, since when, and what is odd.

    `buurt` is "" for what concerns a team, `team` too for what concerns the whole city.
    """

    record: str
    buurt: str
    team: str
    since: date
    detail: str


@dataclass(frozen=True)
class Finding:
    """A rule with the records that break it, newest first."""

    rule: Rule
    records: tuple[Oddity, ...]

    def since(self, first: date) -> int:
        """How many of them are odd since a day or later."""
        return sum(record.since >= first for record in self.records)


def findings(marts: Marts, day: date, level: Level, area: str) -> tuple[Finding, ...]:
    """Every rule with what breaks it on a day in an area; NotPublished but for internal readers.

    What concerns a team is in that team and in the gemeente; of the city in the gemeente only.
    """
    if not isinstance(marts, ExactMarts):
        raise NotPublished(NOT_PUBLISHED)
    everywhere = (Finding(rule, _breaking(marts, rule, day)) for rule in rules())
    if level is Level.GEMEENTE:
        return tuple(everywhere)
    places = {area, *marts.inside(Level.BUURT, area)}
    return tuple(
        Finding(found.rule, tuple(odd for odd in found.records if _place(odd) in places))
        for found in everywhere
    )


def heavy_counts(marts: Marts, level: Level, area: str) -> dict[str, int]:
    """By rule of weight how many records break it in an area, on the peildatum of the file.

    Nothing but for internal readers.
    """
    if not isinstance(marts, ExactMarts):
        return {}
    heavy = {rule.id for rule in rules() if rule.is_heavy}
    found = marts.findings(level, area)
    return {rule: count for rule, count in found.items() if rule in heavy}


def _breaking(marts: ExactMarts, rule: Rule, day: date) -> tuple[Oddity, ...]:
    frame = marts.breaking(rule, day)
    since = [moment.date() for moment in frame["since"]]
    columns = (frame["record"], frame["buurt_code"], frame["team"], since, frame["detail"])
    return tuple(Oddity(*row) for row in zip(*columns, strict=True))


def _place(odd: Oddity) -> str:
    return odd.buurt or odd.team


def teams(found: Sequence[Finding]) -> list[str]:
    """The teams that have something odd in the order of the alphabet, the whole city ("") last."""
    named = {odd.team for finding in found for odd in finding.records}
    return sorted(named - {""}) + [""] * ("" in named)


def per_team(finding: Finding) -> Counter[str]:
    """How many records of a finding each team has."""
    return Counter(odd.team for odd in finding.records)


def of_team(found: Sequence[Finding], team: str) -> tuple[Finding, ...]:
    """What breaks the rules in one team."""
    return tuple(
        Finding(finding.rule, tuple(odd for odd in finding.records if odd.team == team))
        for finding in found
    )


def per_month(found: Sequence[Finding], first: date, last: date) -> dict[date, int]:
    """How many records became odd in each month that the days from `first` to `last` touch."""
    begun = Counter(odd.since.replace(day=1) for finding in found for odd in finding.records)
    months = [part.start.replace(day=1) for part in slices(first, last, Period.MONTH)]
    return {month: begun[month] for month in months}
