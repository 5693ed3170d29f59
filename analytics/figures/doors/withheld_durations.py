"""How long things lasted, as the protected door tells it: only where enough records stand."""

import pandas as pd

from analytics.figures.doors.lasting import NOWHERE, DurationAnswers
from analytics.figures.doors.withheld import DURATION_LEVELS, FEWEST_RECORDS, told
from analytics.statistics.spells import Asked, Journey


class WithheldDurations(DurationAnswers):
    """Durations of groups of twenty records or more."""

    def spells(self, asked: Asked) -> pd.DataFrame:
        """Spells in whole months; none of a group that only seems to have twenty records."""
        found = super().spells(asked)
        return told(found, asked.level, self.fewest, ["area_code", "facet_value"])

    def agreements(self, asked: Asked) -> pd.DataFrame:
        """The agreements of an area, when twenty records with one carry weight."""
        return told(super().agreements(asked), asked.level, self.fewest, [])

    def journey(self, asked: Asked, months: int) -> Journey:
        """How far residents have come, when twenty records of them carry weight; else nowhere."""
        records = self._journeys(asked, months)["records"][0]
        is_told = records >= FEWEST_RECORDS and asked.level in DURATION_LEVELS
        return super().journey(asked, months) if is_told else NOWHERE
