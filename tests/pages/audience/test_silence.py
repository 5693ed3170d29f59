"""No page, log line or error page carries the number of a resident, a scan or a match."""

import logging
import re

import pytest
from streamlit.testing.v1 import AppTest

from data.file.store import Store

IDENTIFIER = re.compile(r"\b[RSM]\d{4,}\b")


def test_pages_and_logs_are_silent_about_people(
    app: AppTest, store: Store, caplog: pytest.LogCaptureFixture
) -> None:
    ids = store.query("SELECT resident_id, scan_id FROM scans LIMIT 1", {}).iloc[0]
    assert all(IDENTIFIER.fullmatch(text) for text in ids)  # or the pattern below finds nothing
    with caplog.at_level(logging.DEBUG):
        app.run()
        app.switch_page("pages/kaart/kaart.py").run()
    said = "\n".join([*(str(part.body) for part in app.html), caplog.text, str(app.query_params)])
    assert not IDENTIFIER.search(said)
