"""The boundaries that a browser gets are those of the gemeente, wherever its folder stands."""

from pathlib import Path

import pytest
from starlette.applications import Starlette

from data.reference.areas import Level
from geo.boundaries import boundary_url
from pages._parts.serving import server
from tests.pages.serving.asking import get


@pytest.mark.parametrize("base", ["", "/bloei"])
def test_they_come_from_the_folder_of_the_gemeente(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, base: str
) -> None:
    (tmp_path / "wijk.json").write_text("{}")
    monkeypatch.setattr(server, "GEO_FOLDER", tmp_path)
    monkeypatch.setattr(server, "base", lambda: base)
    app = Starlette(routes=server.routes())
    answer = get(app, f"{base}{boundary_url(Level.WIJK)}")
    assert (answer.status, answer.body) == (200, b"{}")
    assert get(app, f"{base}/app/static/geo/../wijk.json").status == 404
    assert get(app, f"{base}{boundary_url(Level.BUURT)}").status == 404
