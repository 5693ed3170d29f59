"""Every page with an area that a reader put together, on the finest level."""

import pytest
from streamlit.testing.v1 import AppTest

from pages import PAGES

SCRIPTS = [page.script for page in PAGES]


@pytest.mark.parametrize("audience", ["intern", "gemeente"])
@pytest.mark.parametrize("page", SCRIPTS)
def test_a_page_opens_for_it(app: AppTest, page: str, audience: str) -> None:
    app.query_params["gebied"] = "eigen~Rond het park~1110~1120~2110"
    app.query_params["niveau"] = "buurt"
    app.query_params["publiek"] = audience
    app.run()
    app.switch_page(page).run()
    assert [title.value for title in app.title][1:] == []  # no second title that says it failed
    text = "\n".join(str(part.body) for part in app.html)
    assert "Rond het park (eigen gebied)" in text
