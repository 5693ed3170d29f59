"""Distances between buurten that the owner supplies, for instance of a route planner.

A csv with the columns origin, destination and metres, a row for every pair of buurten, in both
directions; inside a buurt the distance may be left out and is then zero. Such a file is checked
and kept in data/reference/afstanden.csv by geo/distances.py; without it distances are as the crow
flies.
"""

from pathlib import Path

import numpy as np
import pandas as pd

from data.reference.areas import AREAS_FILE, Level, at_level

DISTANCES_FILE = AREAS_FILE.parent / "afstanden.csv"
COLUMNS = ("origin", "destination", "metres")
FARTHEST_METRES = 100_000


class DistanceError(Exception):
    """A file that cannot be used; the message says in Dutch why."""


def supplied_distances(path: Path = DISTANCES_FILE) -> pd.DataFrame | None:
    """The distances that the owner supplied; None when there are none."""
    return read_distances(path) if path.exists() else None


def read_distances(path: Path) -> pd.DataFrame:
    """Metres from each buurt (row) to each buurt (column), in code order.

    DistanceError when the file is not complete and right.
    """
    rows = _rows(path)
    codes = sorted(area.code for area in at_level(Level.BUURT))
    for column in COLUMNS[:2]:
        _refuse(rows, ~rows[column].isin(codes), f"een onbekende buurt als {column}")
    metres = pd.to_numeric(rows["metres"].str.replace(",", "."), errors="coerce")
    _refuse(rows, ~metres.between(0, FARTHEST_METRES), "een afstand die geen aantal meters is")
    _refuse(rows, rows.duplicated(list(COLUMNS[:2])), "een paar buurten dat er al staat")
    matrix = rows.assign(metres=metres).pivot(
        index="origin", columns="destination", values="metres"
    )
    return _complete(matrix.reindex(index=codes, columns=codes), path)


def _rows(path: Path) -> pd.DataFrame:
    try:
        rows = pd.read_csv(path, sep=";", dtype="str", encoding="utf-8-sig", keep_default_na=False)
    except (OSError, ValueError) as error:
        raise DistanceError(f"{path.name} kan niet worden gelezen als csv.") from error
    missing = [column for column in COLUMNS if column not in rows.columns]
    if missing:
        raise DistanceError(
            f"{path.name} mist de kolom {missing[0]}. Verwacht wordt een csv met puntkomma's en de"
            f" kolommen {', '.join(COLUMNS)}."
        )
    return rows[list(COLUMNS)].map(str.strip)


def _refuse(rows: pd.DataFrame, wrong: "pd.Series[bool]", what: str) -> None:
    if wrong.any():
        first = int(wrong.to_numpy().argmax())
        found = "; ".join(map(str, rows.iloc[first]))
        raise DistanceError(f"Regel {first + 2} heeft {what}: {found}.")


def _complete(matrix: pd.DataFrame, path: Path) -> pd.DataFrame:
    """The matrix with zeros inside a buurt; DistanceError when a pair is missing."""
    metres = matrix.to_numpy(dtype="float64", copy=True)
    own = np.diagonal(metres)
    np.fill_diagonal(metres, np.where(np.isnan(own), 0.0, own))
    missing = np.argwhere(np.isnan(metres))
    if len(missing):
        origin, destination = (matrix.index[place] for place in missing[0].tolist())
        raise DistanceError(
            f"In {path.name} ontbreken {len(missing)} afstanden, zoals die van {origin} naar"
            f" {destination}."
        )
    return pd.DataFrame(metres, matrix.index, matrix.columns)
