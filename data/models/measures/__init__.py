"""The measures: one SQL file each that gives additive changes by day and place."""

from pathlib import Path

MEASURES_FOLDER = Path(__file__).parent


def measures() -> tuple[str, ...]:
    """The names of all measures, in order."""
    return tuple(sorted(path.stem for path in MEASURES_FOLDER.glob("*.sql")))


def protected_measures() -> frozenset[str]:
    """The measures that are counted in a way of their own for the protected audience."""
    return frozenset(path.stem for path in (MEASURES_FOLDER / "protected").glob("*.sql"))
