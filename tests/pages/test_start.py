"""Start: every question of every reader has an answer, about the area that is looked at."""

import re

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.opening import opened
from tests.pages.test_pages import markup

ANSWER = re.compile(r'<p class="bloei-lead">(.*?)</p>')


@pytest.mark.parametrize("area", ["", "SD7"])
@pytest.mark.parametrize("who", ["manager", "ontwikkelaar", "gemeente", "beheerder"])
def test_every_question_has_an_answer(app: AppTest, who: str, area: str) -> None:
    opened(app, "pages/start/start.py", **({"gebied": area} if area else {}))
    [choice] = [group for group in app.button_group if group.key == "reader"]
    choice.set_value([who]).run()
    answers = ANSWER.findall(markup(app))
    assert len(answers) == 3
    assert all(answers)


def test_the_answer_is_that_of_the_page(app: AppTest) -> None:
    opened(app, "pages/start/start.py", gebied="SD7", publiek="gemeente")
    assert "Hoe gaat het in Gestel?" in markup(app)
    assert "Gestel" in ANSWER.findall(markup(app))[0]
