"""One list of marks: with another least number of inhabitants every part of the house follows."""

import subprocess
import sys

TRIED = """
import analytics.catalog
import analytics.catalog.indicator
analytics.catalog.MIN_INHABITANTS = analytics.catalog.indicator.MIN_INHABITANTS = 50
from analytics.gaps.index.ranking import why_unknown
from analytics.gaps.snapshot import hierarchy
from analytics.scope.indicator.ranking import Mark
from charts.layout.area_map import PATTERNS
from types import SimpleNamespace
frame = hierarchy().assign(inhabitants=49.0, residents=1, started=True, is_new=False)
first, second = frame.index[:2]
frame.loc[second, "inhabitants"] = 50.0
day = SimpleNamespace(buurten=frame)
marks = [why_unknown(day, [first]), why_unknown(day, [second]), why_unknown(day, [first, second])]
assert marks == [Mark.FEW_INHABITANTS, None, None], marks
assert Mark(str(marks[0])) is marks[0]
assert str(marks[0]) == "minder dan 50 inwoners"
assert PATTERNS[marks[0]]
"""


def test_with_another_least_number_of_inhabitants_every_mark_follows() -> None:
    subprocess.run([sys.executable, "-c", TRIED], check=True, timeout=60)
