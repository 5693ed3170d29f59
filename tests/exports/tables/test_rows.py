"""Figures for other programs and on the terminal: for whom they are stands at every row."""

import csv
import json
from io import StringIO

import pandas as pd
import pytest
from rich.console import Console

from analytics.catalog import find
from analytics.figures.doors.marts import Audience, Marts
from analytics.figures.result import RESULT_COLUMNS, Result
from analytics.figures.selection import Selection
from data.reference.areas import Level
from exports.tables.rows import as_csv, as_json
from exports.terminal import result_table
from tests.cities import ODD_AS_OF

HOSTILE = ["[/b]", '=HYPERLINK("http://x")', "gewoon"]


def result(audience: Audience) -> Result[Marts]:
    rows = [("2020", name, name, 5.0, None, 5.0, "shown") for name in HOSTILE]
    frame = pd.DataFrame(rows, columns=list(RESULT_COLUMNS))
    return Result(find("scans"), Selection(Level.TEAM, ODD_AS_OF), frame, audience)


@pytest.mark.parametrize(
    ("audience", "word"), [(Audience.INTERN, "INTERN"), (Audience.GEMEENTE, "gemeente")]
)
def test_for_whom_they_are_stands_at_every_row(audience: Audience, word: str) -> None:
    rows = json.loads(as_json(result(audience)))
    assert [row["audience"] for row in rows] == [word] * len(HOSTILE)
    assert [*rows[0]] == [*RESULT_COLUMNS, "indicator", "audience"]
    lines = list(csv.DictReader(StringIO(as_csv(result(audience)))))
    assert {line["indicator"] for line in lines} == {"scans"}
    assert [line["audience"] for line in lines] == [word] * len(HOSTILE)
    assert [*lines[0]] == [*RESULT_COLUMNS, "indicator", "audience"]
    table = result_table(result(audience))
    assert table.columns[-1].header == "audience"
    assert [str(cell) for cell in table.columns[-1].cells] == [word] * len(HOSTILE)


def test_a_name_is_no_formula_and_no_markup() -> None:
    lines = list(csv.DictReader(StringIO(as_csv(result(Audience.INTERN)))))
    assert [line["area_name"] for line in lines] == ["[/b]", f"'{HOSTILE[1]}", "gewoon"]
    out = Console(file=StringIO(), width=200)
    out.print(result_table(result(Audience.INTERN)))
    assert "[/b]" in out.file.getvalue()  # type: ignore[attr-defined]
