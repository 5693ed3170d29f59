"""The page Vergelijk: what there is to choose, and what stands there once it is chosen."""

from streamlit.testing.v1 import AppTest

from charts.cards.beside.beside import NOTHING
from tests.pages.opening import opened
from tests.pages.test_pages import markup

PAGE = "pages/vergelijk/vergelijk.py"


def test_areas_of_choice_stand_beside_each_other(app: AppTest) -> None:
    opened(app, PAGE)
    [chosen] = app.multiselect
    assert NOTHING in markup(app)
    assert "Alle aantallen per 1.000 inwoners" not in markup(app)
    assert "de rest van de stad" not in chosen.options
    chosen.set_value(["SD5", "SD3"]).run()
    assert not app.exception
    assert (app.query_params["gebied"], app.query_params["naast"]) == ("SD5", "SD3")
    assert NOTHING not in markup(app)
    assert "Alle aantallen per 1.000 inwoners" in markup(app)
    assert "de rest van de stad" in app.multiselect[0].options
