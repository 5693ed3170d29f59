"""Whom to ask for one more place: ontwikkelplaatsen nearby that do well and fit the talent."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

import pandas as pd

from analytics.gaps.advice import Step
from analytics.gaps.distance import metres
from analytics.gaps.snapshot import Snapshot, snapshot
from analytics.gaps.supply import rows
from analytics.marts import Marts

LEAST_SHARE = 0.1  # of what the city offers for a talent: what makes a sector one that fits


class Candidate(NamedTuple):
    """An ontwikkelplaats that could take more people for a talent.

    `metres` from the buurt where it is wanted; `free` its free positions for the talent;
    `matches` all that it made, `fitting` those with the talent; `share` (0 to 1) is which part of
    what the city offers for the talent comes from its sector.
    """

    place_id: str
    place_name: str
    sector: str
    buurt: str
    metres: float
    free: int
    matches: int
    fitting: int
    share: float


def places_to_ask(
    known: Snapshot, distances: pd.DataFrame, step: Step, catchment: float
) -> list[Candidate]:
    """The ontwikkelplaatsen within `catchment` (metres) of a step that could take more.

    These take part now, have made a match, and either know the talent or are of a sector that
    offers much of it. Who knows the talent comes first, then who made most matches, then who is
    closest.
    """
    places = known.places.copy()
    places["metres"] = places["buurt"].map(distances.loc[step.buurt].to_dict())
    places["free"] = _per_place(places, _of(known.vacancies, step.talent), "free")
    places["matches"] = _per_place(places, known.matches, "matches")
    places["fitting"] = _per_place(places, _of(known.matches, step.talent), "matches")
    places["share"] = places["sector"].map(sector_shares(known, step.talent)).fillna(0.0)
    fits = (places["fitting"] > 0) | (places["share"] >= LEAST_SHARE)
    asked = places[fits & (places["matches"] > 0) & (places["metres"] <= catchment)]
    return sorted(rows(asked, Candidate), key=_order)


def _order(place: Candidate) -> tuple[bool, int, float, str]:
    return not place.fitting, -place.matches, place.metres, place.place_id


def sector_shares(known: Snapshot, talent: str) -> dict[str, float]:
    """Which part (0 to 1) of what the city offers for a talent comes from each sector.

    Offered are the positions of open vacatures and the matches that were made, by who takes part.
    """
    open_now = _of(known.vacancies, talent).groupby("sector")["positions"].sum()
    made = _of(known.matches, talent).merge(known.places[["place_id", "sector"]])
    offered = open_now.add(made.groupby("sector")["matches"].sum(), fill_value=0)
    return {str(sector): amount / offered.sum() for sector, amount in offered.items()}


def whom_to_ask(
    marts: Marts, steps: Sequence[Step], as_of: date, catchment: float
) -> list[list[Candidate]]:
    """For each step of an advice the places to ask, on a day."""
    known = snapshot(marts, as_of)
    return [places_to_ask(known, metres(), step, catchment) for step in steps]


def _of(frame: pd.DataFrame, talent: str) -> pd.DataFrame:
    return frame.loc[frame["talent"] == talent]


def _per_place(places: pd.DataFrame, frame: pd.DataFrame, amount: str) -> "pd.Series[int]":
    totals = frame.groupby("place_id")[amount].sum()
    return places["place_id"].map(totals.to_dict()).fillna(0).astype("int64")
