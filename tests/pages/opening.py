"""A page of the dashboard as a reader with an address sees it, without a browser."""

from streamlit.testing.v1 import AppTest


def opened(app: AppTest, script: str, **query: str) -> AppTest:
    """The dashboard at a page (by its file), with that selection in the address."""
    for key, value in query.items():
        app.query_params[key] = value
    app.switch_page(script).run()
    assert not app.exception
    return app
