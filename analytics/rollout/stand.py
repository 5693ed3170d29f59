"""Where the rollout stands per area: age, phase, and what was agreed."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from analytics.catalog import find
from analytics.figures.progress import Progress
from analytics.figures.result import Row
from analytics.figures.selection import Selection
from analytics.rollout.targets import Pace, paces
from analytics.rollout.timeline import Start, started_shares, starts
from analytics.scope.indicator.ranking import Mark, mark_of
from analytics.scope.scope import Scope
from analytics.scope.sentences import started_words
from analytics.scope.view import View
from data.dutch import month, number
from data.grammar import counted, listed
from data.models.marts import last_closed_month
from data.periods import months_between
from data.reference.areas import Level
from data.reference.phases import phase_of, phases

PERCENT = 100
FIGURES = ("inwoners_bereikt_per_1000", "open_vacatures", "lopende_matches")


@dataclass(frozen=True)
class Standing:
    """One area: `months` are the whole months since the start, that of the start included.

    `figures` holds a value, a mark or None per indicator of FIGURES; `reached` the share of each
    target that now runs, by indicator.
    """

    code: str
    name: str
    progress: Progress
    months: int | None
    phase: str
    figures: dict[str, float | str | None]
    reached: dict[str, float]


def age(since: date | None, as_of: date) -> int | None:
    """The whole months since a start, that of the start included; 0 before the first is over."""
    if since is None:
        return None
    return max(months_between(since, last_closed_month(as_of)) + 1, 0)


def standings(scope: Scope) -> list[Standing]:
    """The areas of the view's level inside its area, the one that started first at the top.

    All of the level where the view's area has no parts on it.
    """
    day = scope.day
    progress = scope.progress(scope.level)
    asked = Selection(scope.level, day, scope.inside)
    rows = {name: _rows(scope, name, asked) for name in (*FIGURES, "matches")}
    targets = scope.of(paces, day)
    found = [
        _standing(code, progress[code], mine, targets, day)
        for code in rows["matches"]
        for mine in [{name: row[code] for name, row in rows.items()}]
    ]
    return sorted(found, key=lambda area: (area.progress.since or date.max, area.name))


def _rows(scope: Scope, indicator: str, asked: Selection) -> dict[str, Row]:
    return {row.area_code: row for row in scope.figures(indicator, asked).rows()}


def _standing(
    code: str, progress: Progress, rows: dict[str, Row], targets: tuple[Pace, ...], day: date
) -> Standing:
    months = age(progress.since, day)
    matches = rows["matches"].value or 0.0
    return Standing(
        code=code,
        name=rows["matches"].area_name,
        progress=progress,
        months=months,
        phase=Mark.NOT_STARTED if months is None else phase_of(months, matches).name,
        figures={name: _figure(rows[name], name, progress) for name in FIGURES},
        reached={
            pace.target.indicator: pace.share
            for pace in targets
            if pace.target.area == code and _runs(pace, day) and pace.share is not None
        },
    )


def _runs(pace: Pace, day: date) -> bool:
    return pace.target.start <= day <= pace.target.end


def _figure(row: Row, indicator: str, progress: Progress) -> float | str | None:
    mark = mark_of(row, find(indicator), has_started=progress.has_started)
    return None if mark is Mark.NOT_STARTED else mark or row.value


def starts_in(scope: Scope) -> tuple[Start, ...]:
    """The starts of the wijken of the view's area (around it, of a buurt), the first at the top."""
    day = scope.day
    place = scope.area
    wijken = scope.progress(place.level)[place.code].wijken
    found: tuple[Start, ...] = scope.of(starts, day)
    return tuple(start for start in found if start.code in wijken)


def share_words(found: Sequence[Start], day: date) -> str:
    """Which part of the people of some wijken lives where it has started."""
    share = started_shares(tuple(found), day)[1]
    percent = round(100 * share)
    nearly = "bijna " if percent == PERCENT and share < 1 else ""
    return f"{nearly}{number(percent)}% van de inwoners"


def stand_sentence(scope: Scope) -> str:
    """How many wijken of the area have started, who lives there, and in which phase they are."""
    day, place = scope.day, scope.area
    started = started_words(place, scope.progress(place.level)[place.code])
    found = starts_in(scope)
    if not any(start.day for start in found):
        return f"{started}."
    wijken = View(level=Level.WIJK, as_of=scope.view.as_of, audience=scope.view.audience)
    codes = {start.code for start in found if start.day}
    begun = [area for area in standings(scope.seen(wijken)) if area.code in codes]
    if len(found) == 1:
        return f"{started}. {_age_words(begun[0], day)}"
    counts = Counter(area.phase for area in begun)
    parts = [f"{counts[phase.name]} {phase.name}" for phase in phases() if counts[phase.name]]
    return (
        f"{started}; daar woont {share_words(found, day)}."
        f" De gestarte wijken per fase: {listed(parts)}."
    )


def _age_words(wijk: Standing, day: date) -> str:
    """How long one wijk is on its way, in whole months, and its phase."""
    if not wijk.months:
        return f"Er is nog geen hele maand om. Fase: {wijk.phase}."
    months = counted(wijk.months, "hele maand", "hele maanden")
    until = month(last_closed_month(day))
    return f"{wijk.name} is {months} onderweg tot en met {until}. Fase: {wijk.phase}."
