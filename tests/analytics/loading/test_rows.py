"""A rule on quality costs what the records are: it never sets each beside all that share a word."""

import json
from typing import Any

import pytest

from data.contract.tables import TABLES
from data.file.store import Store
from data.models.findings import records_query, rule_names


def most_rows(operator: dict[str, Any]) -> int:
    """The most rows that an operator of a plan hands on, or one below it."""
    below = [most_rows(part) for part in operator.get("children", [])]
    return max(int(operator["intermediate_rows"]), *below, 0)


def handled(store: Store, question: str) -> int:
    plan = store.query(
        f"EXPLAIN (ANALYZE, FORMAT json) {question}", {"day": store.meta.as_of}
    ).iloc[0, 1]
    return max(map(most_rows, json.loads(str(plan))["operator"]))


@pytest.fixture(scope="session")
def records(store: Store) -> int:
    """How many records the file holds, all tables together."""
    counts = [store.query(f"SELECT count(*) AS n FROM {table.name}", {}) for table in TABLES]
    return sum(int(count["n"].sum()) for count in counts)


@pytest.mark.parametrize("rule", rule_names())
def test_no_step_of_a_rule_handles_more_rows_than_there_are_records(
    store: Store, records: int, rule: str
) -> None:
    assert 0 < handled(store, records_query(rule)) <= records


def test_a_join_on_a_word_is_noticed(store: Store, records: int) -> None:
    joined = """
        SELECT count(scan_talents.scan_id) FROM scan_talents
        INNER JOIN vacancies ON scan_talents.talent = vacancies.talent AND opened_on <= $day
    """
    assert handled(store, joined) > records
