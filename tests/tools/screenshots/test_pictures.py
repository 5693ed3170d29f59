"""The pictures that go out with the repository show what the gemeente may see, and are vouched."""

from datetime import date
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from analytics.figures.doors.marts import Audience
from data.demo import make_demo
from exports.audit import audit
from exports.manifest import NAME
from pages import page
from tests.cities import write_city
from tests.tools.screenshots import screenshots
from tests.tools.screenshots.pictures import FOLDER, origin_of, publish

PICTURE = b"\x89PNG\r\n\x1a\n" + b"niet te lezen"
SHOWN: list[tuple[str, dict[str, str]]] = [
    *((path, {}) for path in screenshots.EVERYWHERE.values()),
    *screenshots.ONCE.values(),
]


@pytest.mark.parametrize(("path", "choices"), SHOWN)
def test_every_page_is_taken_as_the_gemeente_sees_it(path: str, choices: dict[str, str]) -> None:
    asked = parse_qs(urlsplit(screenshots.address(path, choices)).query)
    assert asked["publiek"] == [Audience.GEMEENTE.value]
    assert page(path).audience is Audience.GEMEENTE


def test_what_is_in_the_folder_was_examined_and_tells_nothing() -> None:
    found = audit([FOLDER], threshold=5)
    assert list(FOLDER.glob("*.png"))
    assert not found.failed
    assert found.complete


def test_a_picture_that_was_not_taken_here_is_not_vouched_for(
    tmp_path: Path,
) -> None:
    database, folder = tmp_path / "demo.duckdb", tmp_path / "beelden"
    write_city(database, make_demo(seed=11, scale=0.05), date(2021, 10, 1)).close()
    folder.mkdir()
    (folder / "oud.png").write_bytes(PICTURE)
    publish(origin_of(database), {"kaart.png": PICTURE + b"1"}, folder)
    assert {path.name for path in folder.iterdir()} == {"kaart.png", NAME, "SHA256SUMS"}
    assert audit([folder], threshold=5).complete
    (folder / "later.png").write_bytes(PICTURE + b"2")
    assert not audit([folder], threshold=5).complete
