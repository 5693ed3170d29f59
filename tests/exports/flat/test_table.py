"""The flat table, read as a program reads it: by the types that datapackage.json gives."""

import csv
import json
from collections.abc import Callable
from datetime import date
from hashlib import sha256
from io import StringIO
from typing import Any

import pytest

from exports.flat.collect import Flat
from exports.flat.package import package
from exports.flat.table import table
from tests.exports.flat.conftest import Told

NAME = "cijfers_gemeente.csv"
READ: dict[str, Callable[[str], Any]] = {
    "string": str, "number": float, "date": date.fromisoformat, "integer": int,
}  # fmt: skip


@pytest.fixture(scope="module")
def made(flat: Flat) -> bytes:
    return table(flat)


@pytest.fixture(scope="module")
def described(flat: Flat, made: bytes) -> Any:
    return json.loads(package(flat, NAME, made))


def read(made: bytes, schema: Any) -> list[dict[str, Any]]:
    """The rows with the types of a Table Schema; a missing value is None."""
    heading, *lines = csv.reader(StringIO(made.decode("utf-8"), newline=""))
    assert heading == [field["name"] for field in schema["fields"]]
    kinds = [READ[field["type"]] for field in schema["fields"]]
    missing = schema["missingValues"]
    return [
        {
            name: None if cell in missing else kind(cell)
            for name, kind, cell in zip(heading, kinds, line, strict=True)
        }
        for line in lines
    ]


def test_it_holds_what_figures_tells(made: bytes, described: Any, asked: Told) -> None:
    found = read(made, described["resources"][0]["schema"])
    told = {(row["indicator"], row["period"], row["level"], row["area_code"]): row for row in found}
    assert {key: (row["value"], row["status"]) for key, row in told.items()} == asked
    assert {row["status"] for row in found} == {
        "shown", "withheld", "not applicable", "not started",
    }  # fmt: skip


def test_numbers_are_plain_and_days_are_of_the_period(made: bytes, described: Any) -> None:
    rows = read(made, described["resources"][0]["schema"])
    for row in rows:
        assert row["first_day"].day == 1
        assert row["first_day"].isoformat().startswith(row["period"])
        assert row["last_day"].isoformat().startswith(row["period"][:4])
        if row["indicator"] == "matches_per_1000" and row["status"] == "shown":
            assert row["value"] == pytest.approx(row["numerator"] / row["denominator"] * 1000)
        elif row["status"] == "withheld":
            assert (row["numerator"], row["denominator"], row["value"]) == (None, None, None)
        elif row["status"] == "not started":
            assert (row["numerator"], row["value"]) == (0, None)


def test_the_description_keeps_the_rules_of_frictionless(
    made: bytes, described: Any, flat: Flat
) -> None:
    figures, indicators = described["resources"]
    assert described["profile"] == "tabular-data-package"
    for name in (described["name"], figures["name"], indicators["name"]):
        assert name == name.lower()
        assert all(sign.isalnum() or sign in "-_." for sign in name)
    assert "/" not in figures["path"]
    assert figures["hash"] == f"sha256:{sha256(made).hexdigest()}"
    for resource in described["resources"]:
        fields = [field["name"] for field in resource["schema"]["fields"]]
        assert len(fields) == len(set(fields))
        assert set(resource["schema"]["primaryKey"]) <= set(fields)
        assert all(field["type"] in READ for field in resource["schema"]["fields"])


def test_keys_constraints_and_references_hold(made: bytes, described: Any) -> None:
    figures, indicators = described["resources"]
    schema = figures["schema"]
    rows = read(made, schema)
    keys = [tuple(row[name] for name in schema["primaryKey"]) for row in rows]
    assert len(keys) == len(set(keys))
    for field in schema["fields"]:
        if field["constraints"]["required"]:
            assert all(row[field["name"]] is not None for row in rows), field["name"]
        allowed = field["constraints"].get("enum")
        assert allowed is None or {row[field["name"]] for row in rows} <= set(allowed)
    assert {row["indicator"] for row in rows} == {row["id"] for row in indicators["data"]}
    for row in indicators["data"]:
        assert list(row) == [field["name"] for field in indicators["schema"]["fields"]]
        for field in indicators["schema"]["fields"]:
            assert isinstance(row[field["name"]], READ[field["type"]])  # type: ignore[arg-type]


def test_every_column_has_a_title_and_a_definition(described: Any) -> None:
    for field in described["resources"][0]["schema"]["fields"]:
        assert field["title"]
        assert field["description"]
