"""Where the rollout stands per area: age, phase, and what was agreed."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from analytics import questions
from analytics.answers import Answers
from analytics.catalog import find
from analytics.periods import months_between
from analytics.ranking import Mark, mark_of
from analytics.result import Row
from analytics.rollout import Progress
from analytics.selection import Selection
from analytics.sentences import listed
from analytics.targets import Pace, paces
from analytics.timeline import Start, started_shares, starts
from analytics.view import View
from data.areas import Level
from data.dutch import number
from data.marts import last_closed_month
from data.phases import phase_of, phases

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


def standings(answers: Answers, view: View) -> list[Standing]:
    """Every area of the view's level, the one that started first at the top."""
    day = questions.as_of(view, answers.known)
    progress = answers.progress(view.level, day)
    rows = {name: _rows(answers, view.level, name, day) for name in (*FIGURES, "matches")}
    targets = answers.of(paces, day)
    found = [
        _standing(code, area, {name: row[code] for name, row in rows.items()}, targets, day)
        for code, area in progress.items()
    ]
    return sorted(found, key=lambda area: (area.progress.since or date.max, area.name))


def _rows(answers: Answers, level: Level, indicator: str, day: date) -> dict[str, Row]:
    result = answers.get(indicator, Selection(level, day))
    return {row.area_code: row for row in result.rows()}


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
    mark = mark_of(row, find(indicator), progress)
    return None if mark is Mark.NOT_STARTED else mark or row.value


def stand_sentence(answers: Answers, view: View) -> str:
    """How many wijken have started, how many people live there, and in which phase they are."""
    day = questions.as_of(view, answers.known)
    found: tuple[Start, ...] = answers.of(starts, day)
    begun = sum(start.day is not None for start in found)
    if not begun:
        return "Er is nog geen wijk gestart."
    share = round(100 * started_shares(found, day)[1])
    wijken = standings(answers, View(level=Level.WIJK, as_of=view.as_of, audience=view.audience))
    counts = Counter(area.phase for area in wijken)
    parts = [f"{counts[phase.name]} {phase.name}" for phase in phases() if counts[phase.name]]
    return (
        f"{begun} van de {len(found)} wijken {'is' if begun == 1 else 'zijn'} gestart;"
        f" daar {'woont' if share else 'wonen'} {number(share)}% van de inwoners."
        f" De gestarte wijken per fase: {listed(parts)}."
    )
