"""What is known on one day of who waits, what is free and who went where.

For internal use: rows are residents (pseudonyms) and vacatures. The analyses of this room take a
`Snapshot` and nothing else, so that a made-up one can be tried as well.
"""

from dataclasses import dataclass
from datetime import date

import pandas as pd

from analytics.figures.doors.marts import ExactMarts, Marts
from analytics.figures.doors.withheld import NotPublished
from analytics.figures.progress import progress
from data.reference.areas import Level, areas, at_level
from data.reference.code_lists import code_lists
from data.reference.context import context_table

NOT_PUBLISHED = (
    "De witte vlekken staan dicht bij de mensen om wie het gaat. Alleen wie met de gegevens werkt,"
    " ziet ze."
)


@dataclass(frozen=True)
class Snapshot:
    """One day. Amounts are whole numbers; frames may be empty, never without their columns.

    buurten: a row per buurt, in code order, indexed by code: name, wijk, stadsdeel (codes),
        inhabitants (missing where CBS has none), started (whether its wijk has started), is_new
        (less than a full month ago), scans and residents (up to the day), and the percentages of
        `data.reference.context`.
    waiting: resident_id, buurt, days: each waiting resident once, days waited so far.
    wanted: resident_id, buurt, talent, days: a waiting resident once per talent.
    vacancies: vacancy_id, place_id, place_name, sector, buurt (of the place), talent, kind,
        positions, free: the open vacatures, also those without a free position.
    matches: buurt (of the resident), place_id, place_buurt, talent, kind, matches: up to the day;
        place_id, place_buurt and talent are "" for matches between residents.
    places: place_id, place_name, sector, buurt: the ontwikkelplaatsen that take part.
    """

    as_of: date
    buurten: pd.DataFrame
    waiting: pd.DataFrame
    wanted: pd.DataFrame
    vacancies: pd.DataFrame
    matches: pd.DataFrame
    places: pd.DataFrame

    @property
    def talents(self) -> tuple[str, ...]:
        """All talents, in the order of the code list."""
        return code_lists()["talent"]


def snapshot(marts: Marts, as_of: date) -> Snapshot:
    """What is known on a day; NotPublished for an audience that does not see records."""
    if not isinstance(marts, ExactMarts):
        raise NotPublished(NOT_PUBLISHED)
    day = min(as_of, marts.as_of)
    names = ("waiting", "wanted", "vacancies", "matches", "places")
    frames = {name: marts.known_on(f"gap_{name}", day) for name in names}
    return Snapshot(as_of=day, buurten=_buurten(marts, day), **frames)


def _buurten(marts: ExactMarts, day: date) -> pd.DataFrame:
    rollout = progress(marts, Level.BUURT, day)
    people = marts.areas(Level.BUURT, day).set_index("area_code")["inhabitants"]
    frame = hierarchy().join(people.astype("float64"))
    frame["started"] = [rollout[code].has_started for code in frame.index]
    frame["is_new"] = [rollout[code].is_new(day) for code in frame.index]
    for measure in ("scans", "residents"):
        standing = marts.standing(measure, Level.BUURT, [day])
        frame[measure] = standing.set_index("area_code")["total"].reindex(frame.index)
    return frame.join(context_table())


def hierarchy() -> pd.DataFrame:
    """The buurten by code: name, wijk and stadsdeel."""
    parents = {area.code: area.parent for area in areas()}
    buurten = at_level(Level.BUURT)
    rows = [(b.code, b.name, b.parent, parents[b.parent]) for b in buurten]
    frame = pd.DataFrame(rows, columns=["buurt", "name", "wijk", "stadsdeel"])
    return frame.set_index("buurt").sort_index()
