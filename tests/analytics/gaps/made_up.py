"""Made-up days in Eindhoven, to know what an analysis should find.

People wait and are reached everywhere alike, and places lie as people live: no area is a gap,
unless one is planted.
"""

from dataclasses import replace
from datetime import date

import numpy as np
import numpy.typing as npt
import pandas as pd

from analytics.gaps.counts import membership
from analytics.gaps.distance import metres
from analytics.gaps.reach import ON_FOOT, decay
from analytics.gaps.snapshot import Snapshot, hierarchy
from analytics.scope.areas import NamedArea
from data.reference.areas import Level, at_level
from data.reference.code_lists import code_lists
from data.reference.context import context
from data.reference.population import people_in

AS_OF = date(2024, 10, 1)
WAITING, PLACES, REACHED, MATCHES = 600, 400, 2_000, 2_000
TALENTS = np.array(code_lists()["talent"])
WIJKEN = [NamedArea(Level.WIJK, area.code, area.name) for area in at_level(Level.WIJK)]
BUURTEN = hierarchy().join(pd.Series(people_in(2023), name="inhabitants"))
SHARE = (BUURTEN["inhabitants"].fillna(0) / BUURTEN["inhabitants"].sum()).to_numpy()
CODES = BUURTEN.index.to_numpy()
Draws = np.random.Generator


def members() -> dict[str, tuple[str, ...]]:
    """The buurten of every wijk."""
    return {
        wijk.code: tuple(code for code in BUURTEN.index[BUURTEN["wijk"] == wijk.code])
        for wijk in WIJKEN
    }


def without_gap(seed: int) -> Snapshot:
    """A day on which no area is a gap, but chance makes areas differ."""
    draws = np.random.default_rng(seed)
    waiting, wanted = _people(draws)
    places = _places(draws)
    return Snapshot(
        as_of=AS_OF,
        buurten=_buurten(draws),
        waiting=waiting,
        wanted=wanted,
        vacancies=_vacancies(draws, places),
        matches=_matches(draws),
        places=places,
    )


def with_gap(seed: int, wijk: str) -> Snapshot:
    """The same day with all vacatures in one wijk taken away."""
    day = without_gap(seed)
    inside = day.vacancies["buurt"].map(BUURTEN["wijk"]) == wijk
    return replace(day, vacancies=day.vacancies[~inside])


def kept_inside() -> dict[str, float]:
    """The share of what residents of a wijk have within walking distance that lies inside it."""
    weights = decay(metres().to_numpy(), ON_FOOT)
    inside = membership(without_gap(0), list(members().values())) * SHARE
    shares = [float(row @ weights @ row / (row @ weights @ SHARE)) for row in inside]
    return dict(zip(members(), shares, strict=True))


def _buurten(draws: Draws) -> pd.DataFrame:
    known = pd.DataFrame.from_dict(dict(context()), orient="index")
    buurten = BUURTEN.join(known.astype("float64")).assign(started=True, is_new=False)
    need = buurten[["eenzaam", "moeite_rondkomen"]].mean(axis="columns").fillna(0) * SHARE
    reached = draws.poisson(REACHED * need / need.sum())
    return buurten.assign(scans=reached, residents=reached)


def _people(draws: Draws) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Who waits, and with which one to three talents."""
    count = draws.poisson(WAITING)
    waiting = pd.DataFrame(
        {
            "resident_id": [f"R{number}" for number in range(count)],
            "buurt": draws.choice(CODES, count, p=SHARE),
            "days": draws.exponential(200, count).astype(int),
        }
    )
    order = draws.uniform(size=(count, len(TALENTS))).argsort(axis=1)
    who, which = np.nonzero(order < draws.integers(1, 4, (count, 1)))
    wanted = waiting.iloc[who].reset_index(drop=True).assign(talent=TALENTS[which])
    return waiting, wanted


def _places(draws: Draws) -> pd.DataFrame:
    """Places spread evenly over where people live."""
    marks = (np.arange(PLACES) + draws.uniform()) / PLACES
    where = CODES[np.searchsorted(SHARE.cumsum(), marks * SHARE.sum())]
    keys = [f"P{number}" for number in range(PLACES)]
    return pd.DataFrame({"place_id": keys, "place_name": keys, "sector": "zorg", "buurt": where})


def _vacancies(draws: Draws, places: pd.DataFrame) -> pd.DataFrame:
    """Nought to several vacatures a place, nought to several free positions a vacature."""
    vacancies = places.loc[places.index.repeat(draws.poisson(2.4, PLACES))].reset_index(drop=True)
    free: npt.NDArray[np.int64] = draws.poisson(1.2, len(vacancies))
    return vacancies.assign(
        vacancy_id=[f"V{number}" for number in range(len(vacancies))],
        talent=draws.choice(TALENTS, len(vacancies)),
        kind="vrijwilligerswerk",
        positions=free + 1,
        free=free,
    )


def _matches(draws: Draws) -> pd.DataFrame:
    """Matches of which four in ten are in the own buurt and the others in another wijk."""
    homes = draws.choice(CODES, MATCHES, p=SHARE)
    elsewhere = {code: CODES[0] if code[:8] != CODES[0][:8] else CODES[-1] for code in CODES}
    goes = draws.uniform(size=MATCHES) < 0.6
    places = [elsewhere[home] if away else home for home, away in zip(homes, goes, strict=True)]
    return pd.DataFrame(
        {
            "buurt": homes,
            "place_id": "P0",
            "place_buurt": places,
            "talent": TALENTS[0],
            "kind": "vrijwilligerswerk",
            "matches": 1,
        }
    )
