"""The sample written in random odd forms: the same delivery, or refused with the place."""

from pathlib import Path

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings

from data.delivery.importer import Delivery
from data.problems import DeliveryRefused
from tests.data.delivery.deliveries import read, write_delivery
from tests.data.delivery.forms import Form, Sheets, form, some_of_the_sample, write_form


@pytest.fixture(scope="module")
def sheets() -> Sheets:
    return some_of_the_sample()


@pytest.fixture(scope="module")
def plain(sheets: Sheets, tmp_path_factory: pytest.TempPathFactory) -> Delivery:
    return read(write_delivery(tmp_path_factory.mktemp("plain") / "levering", sheets))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25)
@given(how=form())
def test_a_delivery_in_any_form_is_the_same_or_refused(
    how: Form, sheets: Sheets, plain: Delivery, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("form")
    write_form(folder, sheets, how)
    check_form(folder, sheets, plain)


def check_form(folder: Path, sheets: Sheets, plain: Delivery) -> str:
    """Asserts that a delivery says what the plain one says, or is refused with its place."""
    delivery, refusal = _read(folder)
    if delivery is None:
        assert any(name in refusal for name in (*sheets, "registratie"))
        return refusal
    assert delivery.report.tables == plain.report.tables
    assert {(r.table, r.key) for r in delivery.report.rejected} == {
        (r.table, r.key) for r in plain.report.rejected
    }
    for name, frame in plain.frames.items():
        assert _records(delivery.frames[name]) == _records(frame)
    return ""


def _read(folder: Path) -> tuple[Delivery | None, str]:
    try:
        return read(folder), ""
    except DeliveryRefused as refusal:
        return None, str(refusal)


def _records(frame: pd.DataFrame) -> list[tuple[str, ...]]:
    texts = frame.drop(columns=["close_reason", "end_reason"], errors="ignore")
    return sorted(tuple(map(str, row)) for row in texts.fillna("").itertuples(index=False))
