"""The reasons of a gap: the heaviest three, in Dutch, with the city beside them."""

import pytest

from analytics.gaps.index.components import Component
from analytics.gaps.index.reasons import Part, reasons


def part(
    component: Component, events: float, base: float, city: float, contribution: float = 1.0
) -> Part:
    return Part(component, events, base, city, contribution)


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        (
            part(Component.WAITING, 27, 13_500, 0.0015),
            "Er wachten 27 inwoners: 2,0 per 1.000 inwoners, in de stad 1,5.",
        ),
        (
            part(Component.WAITING, 1, 2_000, 0.0015),
            "Er wacht 1 inwoner: 0,5 per 1.000 inwoners, in de stad 1,5.",
        ),
        (
            part(Component.REACH, 4, 20, 0.94),
            "Voor elk talent van wie wacht, zijn er binnen bereik 0,2 vrije plekken,"
            " in de stad 0,9.",
        ),
        (
            part(Component.LONG, 4, 5, 0.74),
            "Van wie wacht, wacht 80% langer dan 90 dagen, in de stad 74%.",
        ),
        (
            part(Component.OUTSIDE, 9, 10, 0.594),
            "Van de matches met een ontwikkelplaats is 90% buiten de eigen wijk, in de stad 59%.",
        ),
        (
            part(Component.PROGRAMME, 1, 1_000, 0.0143),
            "Er is 1 inwoner bereikt. Op elke 1.000 inwoners die eenzaam zijn of moeilijk"
            " rondkomen, is dat 1,0, in de stad 14,3.",
        ),
        (
            part(Component.PROGRAMME, 1_200, 100_000, 0.0143),
            "Er zijn 1.200 inwoners bereikt. Op elke 1.000 inwoners die eenzaam zijn of moeilijk"
            " rondkomen, is dat 12,0, in de stad 14,3.",
        ),
    ],
)
def test_a_sentence_gives_the_figure_beside_that_of_the_city(given: Part, sentence: str) -> None:
    assert reasons([given]) == (sentence,)


def test_the_three_that_add_most_are_told_the_largest_first() -> None:
    shares = [0.1, 0.4, -0.2, 0.3, 0.2]
    parts = [part(name, 1, 5, 1, share) for name, share in zip(Component, shares, strict=True)]
    told = [sentence.split(" ")[0] for sentence in reasons(parts)]
    assert told == ["Voor", "Van", "Er"]
    assert "buiten" in reasons(parts)[1]
    assert "bereikt" in reasons(parts)[2]


def test_what_is_not_known_is_no_reason() -> None:
    parts = [part(Component.LONG, 0, 0, 0.7, 9.0), part(Component.WAITING, 0, 5_000, 0.001)]
    assert reasons(parts) == ("Er wachten geen inwoners: 0,0 per 1.000 inwoners, in de stad 1,0.",)
    assert parts[0].ratio is None


def test_a_share_of_fewer_than_five_is_not_told() -> None:
    for component in (Component.LONG, Component.OUTSIDE):
        assert reasons([part(component, 2, 4, 0.7)]) == ()
        assert len(reasons([part(component, 2, 5, 0.7)])) == 1
    assert len(reasons([part(Component.REACH, 2, 1, 0.7)])) == 1
