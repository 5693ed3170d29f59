"""The record for a data catalogue: what DCAT-AP-NL 3.0 wants to be there."""

import json
from dataclasses import replace
from typing import Any

import pytest

from analytics.figures.doors.marts import Audience
from exports.flat.collect import Flat
from exports.flat.dcat import record

# Mandatory in DCAT-AP-NL 3.0.
OF_CATALOGUE = {"dct:title", "dct:description", "dct:publisher", "dcat:dataset"}
OF_DATASET = {
    "dct:title", "dct:description", "dct:identifier", "dct:publisher", "dct:creator",
    "dcat:contactPoint", "dcat:theme", "dct:accessRights", "dcat:distribution",
}  # fmt: skip
OF_FILE = {"dcat:accessURL", "dct:license", "dct:format"}


@pytest.fixture(scope="module")
def told(flat: Flat) -> Any:
    return json.loads(record(flat))


def test_nothing_that_is_mandatory_is_missing(told: Any) -> None:
    [dataset] = told["dcat:dataset"]
    for wanted, node in ((OF_CATALOGUE, told), (OF_DATASET, dataset)):
        assert not wanted - {name for name, value in node.items() if value}
    for file in dataset["dcat:distribution"]:
        assert not OF_FILE - set(file)


def test_every_prefix_is_explained(told: Any) -> None:
    known = set(told["@context"])
    assert {name.partition(":")[0] for name in _names(told) if not name.startswith("@")} == known


def test_the_page_in_one_file_is_for_everybody_only(told: Any, flat: Flat) -> None:
    of_rest = json.loads(
        record(replace(flat, setting=replace(flat.setting, audience=Audience.INTERN)))
    )
    for node, endings in ((told, {"csv", "xlsx", "html"}), (of_rest, {"csv", "xlsx"})):
        [dataset] = node["dcat:dataset"]
        files = [file["dct:title"]["@value"] for file in dataset["dcat:distribution"]]
        assert {name.rpartition(".")[2] for name in files} == endings


def test_it_tells_of_the_indicators_and_days_of_the_figures(told: Any, flat: Flat) -> None:
    [dataset] = told["dcat:dataset"]
    words = [word["@value"] for word in dataset["dcat:keyword"]]
    assert words == [indicator.label for indicator in flat.wanted.indicators]
    days = dataset["dct:temporal"]
    assert days["dcat:startDate"]["@value"] == "2017-09-01"
    assert days["dcat:endDate"]["@value"] == "2021-09-30"
    assert "afgerond op 0 of 5" in dataset["dct:description"]["@value"]


def _names(node: Any) -> set[str]:
    """The names of properties and types anywhere in it, besides the context."""
    if isinstance(node, list):
        return set().union(*map(_names, node))
    if not isinstance(node, dict):
        return set()
    own = {name for name in node if name != "@context"} | {node.get("@type", "@none")}
    return own.union(*(_names(value) for name, value in node.items() if name != "@context"))
