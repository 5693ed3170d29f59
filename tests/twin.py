"""The naive twin: every indicator once more, in plain pandas from the record tables.

It shares nothing with the product but the frames: no marts, no SQL.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from datetime import date

import pandas as pd

from data.reference.areas import Level, areas
from tests.twin_population import inhabitants_in, year_of

Frames = Mapping[str, pd.DataFrame]

NEVER = pd.Timestamp("2200-01-01")


def prepared(frames: Frames) -> Frames:
    """The frames with real dates, parsed once."""
    ready = {}
    for name, frame in frames.items():
        days = [str(column) for column in frame.columns if str(column).endswith("_on")]
        ready[name] = frame.assign(**{day: pd.to_datetime(frame[day]) for day in days})
    return ready


def parents(level: Level, frames: Frames) -> dict[str, str]:
    """Buurt (and wijk) code to the code of the area of `level` around it."""
    up = {area.code: area.parent for area in areas()}
    team = dict(zip(frames["rollout"]["wijk_code"], frames["rollout"]["team"], strict=True))
    found = {}
    for area in areas():
        path = [area.code]
        while up[path[-1]]:
            path.append(up[path[-1]])
        wijk = next((code for code in path if code.startswith("WK")), None)
        if wijk is None:
            continue
        by_level = {code_level(code): code for code in path}
        by_level[Level.TEAM] = team.get(wijk, "Zonder team")
        if level in by_level:
            found[area.code] = by_level[level]
    return found


def code_level(code: str) -> Level:
    start = {"GM": Level.GEMEENTE, "SD": Level.STADSDEEL, "WK": Level.WIJK, "BU": Level.BUURT}
    return start[code[:2]]


def with_buurt(frames: Frames, table: str) -> pd.DataFrame:
    """Vacancies with the buurt of their place; matches with the buurt of their scan."""
    other, key = {"vacancies": ("places", "place_id"), "matches": ("scans", "scan_id")}[table]
    return frames[table].merge(frames[other][[key, "buurt_code"]], on=key)


def first_scans(frames: Frames) -> pd.DataFrame:
    ordered = frames["scans"].sort_values(["scanned_on", "scan_id"])
    return ordered.drop_duplicates("resident_id")


def running(matches: pd.DataFrame, day: pd.Timestamp) -> pd.DataFrame:
    start = matches["started_on"].fillna(matches["matched_on"])
    return matches[(start <= day) & (matches["ended_on"].fillna(NEVER) > day)]


def open_on(frame: pd.DataFrame, start: str, end: str, day: pd.Timestamp) -> pd.DataFrame:
    return frame[(frame[start] <= day) & (frame[end].fillna(NEVER) > day)]


def waiting(frames: Frames, day: pd.Timestamp) -> pd.Series:
    """The buurt of each resident who waits on `day`."""
    scans = open_on(frames["scans"], "scanned_on", "left_on", day)
    matches = frames["matches"][frames["matches"]["matched_on"] <= day]
    owners = frames["scans"].set_index("scan_id")["resident_id"]
    matched = set(owners.loc[matches["scan_id"]])
    people = set(scans["resident_id"]) - matched
    first = first_scans(frames)
    return first[first["resident_id"].isin(people)]["buurt_code"]


def free_places(frames: Frames, day: pd.Timestamp) -> list[str]:
    """The buurt of each free position: as many entries as there are positions."""
    vacancies = open_on(with_buurt(frames, "vacancies"), "opened_on", "closed_on", day)
    taken = Counter(running(frames["matches"], day)["vacancy_id"].dropna())
    rows = zip(
        vacancies["vacancy_id"], vacancies["buurt_code"], vacancies["positions"], strict=True
    )
    return [code for key, code, n in rows for _ in range(max(0, n - taken[key]))]


def counted(frames: Frames, measure: str, start: pd.Timestamp, day: pd.Timestamp) -> Iterable[str]:
    """The code of the place of every record that counts: one entry a record."""
    flows: dict[str, Callable[[], tuple[pd.DataFrame, str]]] = {
        "scans": lambda: (frames["scans"], "scanned_on"),
        "residents": lambda: (first_scans(frames), "scanned_on"),
        "matches": lambda: (with_buurt(frames, "matches"), "matched_on"),
        "vacancies": lambda: (with_buurt(frames, "vacancies"), "opened_on"),
    }
    if measure in flows:
        frame, column = flows[measure]()
        return list(frame[frame[column].between(start, day)]["buurt_code"])
    places, rollout = frames["places"], frames["rollout"]
    stocks: dict[str, Callable[[], Iterable[str]]] = {
        "running_matches": lambda: running(with_buurt(frames, "matches"), day)["buurt_code"],
        "open_vacancies": lambda: open_on(
            with_buurt(frames, "vacancies"), "opened_on", "closed_on", day
        )["buurt_code"],
        "active_places": lambda: open_on(places, "joined_on", "left_on", day)["buurt_code"],
        "waiting": lambda: waiting(frames, day),
        "free_positions": lambda: free_places(frames, day),
        "started_wijken": lambda: rollout[rollout["started_on"] <= day]["wijk_code"],
    }
    return stocks[measure]()


def amount(
    frames: Frames, measure: str, level: Level, start: date | None, day: date
) -> Counter[str]:
    """The amount per area code of `level`; areas without any count zero."""
    first = pd.Timestamp(start) if start else pd.Timestamp("1900-01-01")
    around = parents(level, frames)
    places = counted(frames, measure, first, pd.Timestamp(day))
    return Counter(around[code] for code in places if code in around)


def inhabitants(level: Level, frames: Frames, day: date) -> dict[str, int | None]:
    """Inhabitants per area code in the year of a day; a team has those of its wijken."""
    people = inhabitants_in(year_of(day.year))
    if level is not Level.TEAM:
        return {area.code: people[area.code] for area in areas() if area.level is level}
    around = parents(Level.TEAM, frames)
    totals: dict[str, int | None] = {}
    for area in areas():
        if area.level is Level.WIJK:
            team = around[area.code]
            totals[team] = (totals.get(team) or 0) + (people[area.code] or 0)
    return totals


def known_on(frames: Frames, day: date) -> dict[str, pd.DataFrame]:
    """The records as they would have been delivered on `day`: nothing later has happened yet."""
    begins = {
        "places": "joined_on",
        "vacancies": "opened_on",
        "scans": "scanned_on",
        "matches": "matched_on",
        "rollout": "started_on",
        "events": "happened_on",
    }
    later = {
        "places": ["left_on"],
        "vacancies": ["closed_on"],
        "scans": ["left_on"],
        "matches": ["ended_on"],  # the day of the start is agreed when the match is made
    }
    until = pd.Timestamp(day)
    known = {}
    for name, column in ((name, begins[name]) for name in begins if name in frames):
        frame = frames[name][frames[name][column] <= until].copy()
        for end in later.get(name, []):
            happened = frame[end]
            frame[end] = happened.where(happened <= until)
        known[name] = frame
    scans = set(known["scans"]["scan_id"])
    talents = frames["scan_talents"]
    known["scan_talents"] = talents[talents["scan_id"].isin(scans)]
    return known
