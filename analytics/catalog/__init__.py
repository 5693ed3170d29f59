"""The catalogue of indicators."""

from analytics.catalog.entries import INDICATORS
from analytics.catalog.indicator import MIN_INHABITANTS, Duration, Indicator, Time, Unit

__all__ = ["INDICATORS", "MIN_INHABITANTS", "Duration", "Indicator", "Time", "Unit", "find"]


def find(indicator_id: str) -> Indicator:
    """The indicator of that id; KeyError when the catalogue has none."""
    for indicator in INDICATORS:
        if indicator.id == indicator_id:
            return indicator
    raise KeyError(indicator_id)
