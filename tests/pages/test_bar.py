"""The selection bar: what its choices do to the view."""

import pytest

from analytics.figures.doors.marts import ExactMarts
from analytics.scope.view import View, known_of
from data.file.store import Store
from data.reference.areas import Level
from pages._parts import state
from pages._parts.frame import bar


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("SD1", View(area="SD1", level=Level.WIJK)),
        ("WK077211", View(area="WK077211", level=Level.BUURT)),
        ("", View(level=Level.STADSDEEL)),
        ("Utrecht", View(level=Level.STADSDEEL)),  # which no button of ours holds
    ],
)
def test_a_step_into_an_area_shows_its_parts(
    store: Store, monkeypatch: pytest.MonkeyPatch, text: str, expected: View
) -> None:
    kept: list[View] = []
    monkeypatch.setattr(state, "view", View)
    monkeypatch.setattr(state, "keep", kept.append)
    bar._choose(bar.INTO, text, known_of(ExactMarts(store)))
    assert kept == [expected]
