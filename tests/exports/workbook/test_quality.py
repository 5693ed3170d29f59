"""The workbook of a team: what to do, the keys per rule, and nothing of another team."""

from collections.abc import Iterator
from datetime import date
from io import BytesIO
from zipfile import ZipFile

import openpyxl
import pytest

from analytics.figures.doors.marts import Audience, open_marts
from analytics.loading.findings import Finding, Oddity
from analytics.scope.answers import Answers, DirectAnswers
from analytics.scope.scope import Scope
from analytics.scope.view import View
from data.file.store import Store
from data.quality import rules
from exports.house import house
from exports.setting import setting_of
from exports.workbook.quality import team_workbook
from tests.cities import ODD_AS_OF, odd_frames, write_city


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Answers]:
    path = tmp_path_factory.mktemp("workbook") / "odd.duckdb"
    store: Store = write_city(path, odd_frames(), ODD_AS_OF)
    yield DirectAnswers(open_marts(store, Audience.INTERN), is_demo=True)
    store.close()


def odd(key: str, team: str) -> Oddity:
    return Oddity(key, "BU07723120", team, date(2020, 1, 2), "=1+1")


FOUND = (
    Finding(rules()[0], (odd("V1", "Zuid"), odd("V2", "Noord"))),
    Finding(rules()[1], (odd("S1", "Zuid"),)),
    Finding(rules()[2], (odd("M1", "Noord"),)),
)


def made(answers: Answers, team: str) -> bytes:
    scope = Scope(answers, View())
    setting = setting_of(scope)
    data = team_workbook(scope, FOUND, team, setting, house())
    assert data == team_workbook(scope, FOUND, team, setting, house())
    return data


def opened(answers: Answers, team: str) -> openpyxl.Workbook:
    return openpyxl.load_workbook(BytesIO(made(answers, team)))


def values(book: openpyxl.Workbook) -> list[object]:
    return [cell for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row]


def test_a_team_gets_its_own_records_and_what_to_do(answers: Answers) -> None:
    book = opened(answers, "Zuid")
    names = ["Overzicht", "Meer matches dan plekken", "Scan in een wijk voor de start"]
    assert book.sheetnames == [*names, "Toelichting"]
    found = values(book)
    assert {"V1", "S1", rules()[0].advice, "=1+1"} <= {str(value) for value in found}
    assert not {"V2", "M1", "Noord"} & {str(value) for value in found}
    [row] = [row for row in book[names[1]].iter_rows(values_only=True) if row[0] == "V1"]
    assert row[4].date() == date(2020, 1, 2)


def test_it_says_that_it_is_intern_and_of_whom(answers: Answers) -> None:
    with ZipFile(BytesIO(made(answers, "Noord"))) as archive:
        drawing = archive.read("xl/drawings/drawing1.xml").decode()
    assert "Na te kijken: Noord · INTERN · Demogegevens" in drawing
