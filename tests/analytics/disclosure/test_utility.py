"""What protection costs on deliveries that the search was not made on: other cities, other keys."""

from dataclasses import dataclass

import pandas as pd
import pytest

from analytics.disclosure.errors import error_table
from analytics.disclosure.keyed import Rule
from analytics.disclosure.measuring import seen
from analytics.disclosure.weighing import Weighed, weigh
from data.demo import make_demo
from data.models.marts import Records
from tests.analytics.disclosure import sample

KEY = b"de eerste sleutel van de metingen, lang genoeg"
OTHER = b"een tweede sleutel van de metingen, lang genoeg"
CASES = (("sample", KEY), ("full city", OTHER), ("fewer records", KEY))


@dataclass(frozen=True)
class Delivery:
    records: Records
    rule: Rule
    weighed: Weighed

    @property
    def errors(self) -> pd.DataFrame:
        return error_table(self.weighed.totals)


def _records(name: str) -> Records:
    """The sample; a made-up city; another one from which one record in ten is taken away."""
    if name == "sample":
        return sample.records()
    frames = make_demo(seed=77 if name == "full city" else 78)
    if name == "fewer records":
        matches = frames["matches"]
        frames["matches"] = matches[matches.index % 10 > 0]
    return sample.records_of(frames)


@pytest.fixture(scope="module", params=CASES, ids=lambda case: str(case[0]))
def delivery(request: pytest.FixtureRequest) -> Delivery:
    name, key = request.param
    records = _records(name)
    rule = Rule(5, key)
    return Delivery(records, rule, weigh(records, rule, {}))


def test_declared_totals_are_close(delivery: Delivery) -> None:
    every = delivery.errors.to_dict("index")["alle totalen"]
    assert every["max"] <= 15
    assert every["p95"] <= 5
    assert round(every["mean"], 1) <= 2.1
    assert every["relative"] <= 0.03


def test_the_city_is_close_per_year_and_since_the_start(delivery: Delivery) -> None:
    errors = delivery.errors["max"].to_dict()
    assert errors["totaal"] <= 3
    assert max(errors["year"], errors["year x visit"]) <= 4


def test_nowhere_matches_without_anyone_reached(delivery: Delivery) -> None:
    assert seen(delivery.records, delivery.weighed.weights)["unreached"] == 0


def test_few_buurten_are_shown_as_empty(delivery: Delivery) -> None:
    """Without a rule for it, one in six (12 to 19 of 75 to 90) were."""
    found = seen(delivery.records, delivery.weighed.weights)
    assert 1 <= found["empty_reached"] <= found["buurten"] / 10
    assert 1 <= found["empty_matched"] <= found["matched"] / 10


def test_free_positions_of_the_city_take_what_they_truly_take(delivery: Delivery) -> None:
    assert delivery.errors.to_dict("index")["filling"]["max"] <= 6


def test_a_key_and_its_decisions_give_the_same_weights_again(delivery: Delivery) -> None:
    again = weigh(delivery.records, delivery.rule, delivery.weighed.decisions).weights
    for table in ("scans", "matches", "fills"):
        first, second = (getattr(one, table) for one in (delivery.weighed.weights, again))
        pd.testing.assert_frame_equal(first, second)
