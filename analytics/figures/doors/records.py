"""The records themselves, which only the exact door gives."""

from datetime import date

import pandas as pd

from analytics.figures.doors.public import PublicAnswers
from analytics.figures.sql import query
from data.quality import Rule, breaking, counts
from data.reference.areas import Level


class RecordAnswers(PublicAnswers):
    """What names records: places, what breaks a rule on quality, what was known on a day."""

    def places(self, as_of: date, area: str) -> pd.DataFrame:
        """The places as known on a day, with exact free positions."""
        asked = {"day": min(as_of, self.as_of), "area": area}
        return self._store.query(query("places"), asked)

    def breaking(self, rule: Rule, day: date) -> pd.DataFrame:
        """The records that break a rule on quality on a day (see `data.quality`)."""
        return breaking(self._store, rule, min(day, self.as_of))

    def findings(self, level: Level, area: str) -> dict[str, int]:
        """By rule on quality how many records break it in an area, on the peildatum."""
        if level is Level.OWN:
            return counts(self._store, Level.BUURT, sorted(self.inside(Level.BUURT, area)))
        return counts(self._store, level, [area])

    def known_on(self, name: str, day: date) -> pd.DataFrame:
        """The outcome of a query of queries/ that asks for one day, records and all."""
        return self._store.query(query(name), {"as_of": day})
