import shutil
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from tests.paths import ROOT
from tests.tools.server import DashboardFailed, running_dashboard


@pytest.fixture
def app(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / ".streamlit", tmp_path / ".streamlit")
    script = tmp_path / "app.py"
    script.write_text("import streamlit as st\nst.title('Proef')\n")
    return script


def test_the_server_answers_while_it_runs_and_is_gone_afterwards(app: Path) -> None:
    with (
        running_dashboard(app.parent / "x.duckdb", app) as url,
        urlopen(f"{url}/_stcore/health") as answer,
    ):
        assert answer.status == 200
    with pytest.raises(URLError):
        urlopen(f"{url}/_stcore/health")


def test_a_server_that_does_not_start_shows_its_log(app: Path) -> None:
    absent = app.with_name("absent.py")
    with (
        pytest.raises(DashboardFailed, match=r"absent\.py"),
        running_dashboard(app.parent / "x.duckdb", absent),
    ):
        pytest.fail("the dashboard started without a script")
