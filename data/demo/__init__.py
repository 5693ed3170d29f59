"""Demo data: a made-up registration that tells the published story of Buurt in Bloei."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pandas as pd

from data.demo import agreements, frames, story
from data.demo.city import started_city
from data.demo.days import AS_OF
from data.demo.matching import make_matches
from data.demo.residents import leaving, make_scans
from data.demo.supply import make_places, make_vacancies
from data.file.database import write_database
from data.models.marts import Protector
from data.models.meta import Meta


def make_demo(seed: int = 2021, scale: float = 1.0) -> dict[str, pd.DataFrame]:
    """The record tables of the demo by name, columns as in the contract, as of 1 October 2021.

    Scale 1 has the published totals, other scales have so many times as much in the same wijken
    and the same four years. The same seed and scale give the same frames. No resident exists.
    ValueError (in Dutch) when the scale is under 0.01.
    """
    counts = story.counts(scale)
    rng = np.random.default_rng(seed)
    city = started_city()
    places = make_places(rng, city, counts.places)
    vacancies = make_vacancies(rng, city, places, counts.vacancies)
    scans = make_scans(rng, city, counts.scans)
    matches = make_matches(rng, city, vacancies, scans, counts.matches)
    left = leaving(rng, scans, matches.scan)
    return {
        "places": frames.places_frame(city, places),
        "vacancies": frames.vacancies_frame(vacancies, matches, counts.places.total),
        "scans": frames.scans_frame(city, scans, left),
        "scan_talents": frames.scan_talents_frame(scans),
        "matches": frames.matches_frame(scans, vacancies, matches),
        "rollout": agreements.rollout_frame(),
        "targets": agreements.targets_frame(scale),
        "events": agreements.events_frame(),
    }


def write_demo(
    target: Path,
    *,
    seed: int,
    scale: float,
    progress: Callable[[str], None],
    protector: Protector | None = None,
) -> None:
    """Makes the demo and puts it in place as `target`; says each step in Dutch to `progress`."""
    progress("Demogegevens maken")
    demo = make_demo(seed, scale)
    meta = Meta(as_of=AS_OF, is_demo=True, sources=())
    write_database(target, demo, meta, progress, protector, stored=demo.pop)
