"""Records as rows: what is said of each, and that a text which many have is not held by each."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analytics.disclosure.rows import _talents
from tests.analytics.disclosure.sample import records


@pytest.mark.parametrize("table", ["scans", "matches"])
def test_a_text_of_many_records_stands_there_once(table: str) -> None:
    frame = getattr(records(), table).drop(columns="visit", errors="ignore")
    texts = [name for name in frame if frame[name].dtype == "str"]
    assert texts
    assert all(frame[name].nunique() > len(frame) / 10 for name in texts)


@given(st.lists(st.sets(st.sampled_from(["taal", "groen en tuin", "sport"]), min_size=1)))
def test_a_scan_counts_under_each_talent_that_it_names(named: list[set[str]]) -> None:
    sets = pd.Series(["; ".join(sorted(one)) for one in named], dtype="str").astype("category")
    found = _talents(sets)
    pairs = [(row, talent) for row, one in enumerate(named) for talent in sorted(one)]
    assert list(zip(found.index, found, strict=True)) == pairs
