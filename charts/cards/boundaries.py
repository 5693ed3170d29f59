"""Whose boundaries a map draws, for the line under a card."""

from geo.boundaries import boundary_source, boundary_year


def with_boundaries(source: str) -> str:
    """The line under a card with a map: where the figures and where the boundaries come from."""
    return f"{source} · grenzen {boundary_year()}. {boundary_source()}"
