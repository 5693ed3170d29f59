"""Keeping the distances between buurten that the owner supplies."""

from pathlib import Path

from data.file.whole import ORDINARY, replace
from data.reference.distances import DISTANCES_FILE, read_distances


def keep_distances(source: Path, target: Path = DISTANCES_FILE) -> int:
    """Checks `source` and keeps it as the distances to use; returns how many there are.

    Raises:
        DistanceError: when the file cannot be used. `target` then stays as it was.
        OSError: when `target` cannot be written; it then stays as it was too.
    """
    matrix = read_distances(source)
    long = matrix.reset_index(names="origin").melt("origin", var_name="destination")
    text = long.rename(columns={"value": "metres"}).to_csv(sep=";", index=False)
    replace(target, text.encode(), ORDINARY)
    return int(matrix.size)
