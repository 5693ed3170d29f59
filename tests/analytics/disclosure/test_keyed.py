"""Names and orders rest on a digest that is written down: every ledger depends on it."""

import hashlib
import hmac
import json

import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from analytics.disclosure.keyed import digest
from analytics.disclosure.published import names_of

KEY = b"sleutel van de test, lang genoeg"


@given(purpose=st.text(max_size=5), values=st.lists(st.text(max_size=12), max_size=4))
def test_a_digest_is_that_of_the_texts_as_json(purpose: str, values: list[str]) -> None:
    text = json.dumps([purpose, *values], ensure_ascii=False, separators=(",", ":"))
    expected = hmac.digest(KEY, text.encode("utf-8"), hashlib.sha256)
    assert digest(KEY, purpose, values) == expected


def test_a_published_record_has_the_name_that_earlier_files_gave_it() -> None:
    text = json.dumps(["record", "scans", "S1"], ensure_ascii=False, separators=(",", ":"))
    whole = hmac.new(KEY, text.encode("utf-8"), hashlib.sha256).hexdigest()
    assert names_of(KEY, "scans", pd.Series(["S1"])).tolist() == [whole[:20].encode()]
