"""The page Gegevenskwaliteit, and the word about it on the pages with figures."""

from streamlit.testing.v1 import AppTest

from charts.registry import INTERNAL
from tests.pages import opening

PAGE = "pages/beheer/kwaliteit.py"


def markup(app: AppTest) -> str:
    return "\n".join(str(part.body) for part in app.html)


def opened(app: AppTest, **query: str) -> AppTest:
    return opening.opened(app, PAGE, **query)


def test_it_shows_the_rules_the_teams_and_the_records(app: AppTest) -> None:
    shown = markup(opened(app))
    assert "Op 1 oktober 2021 val" in shown
    for words in ("Meer matches dan plekken", "Bij welk team", "Welke rijen", "Wanneer het begon"):
        assert words in shown
    assert app.selectbox(key="quality-team").options
    [save] = app.get("download_button")[:1]
    assert save.proto.label == "Bewaar de werkmap"


def test_a_chosen_rule_narrows_the_records(app: AppTest) -> None:
    opened(app)
    choice = app.selectbox(key="quality-rule")
    choice.select("vacature_zonder_match").run()
    records = markup(app).split('aria-label="Welke rijen"')[1]
    assert "Vacature een jaar open zonder match" in records
    assert "Match ver over de afgesproken datum" not in records


def test_whoever_is_outside_sees_one_calm_sentence(app: AppTest) -> None:
    shown = markup(opened(app, publiek="gemeente"))
    assert INTERNAL in shown
    assert "Welke rijen" not in shown
