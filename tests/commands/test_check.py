"""`bloei.py audit`: two series over the same months are an alarm, in whatever order they come."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from bloei import app

ONE, OTHER = "aaaaaaaa", "bbbbbbbb"


def audit(*paths: Path) -> Result:
    return CliRunner().invoke(app, ["audit", *map(str, paths)])


def told(folder: Path, series: str, first: str = "2020-01-01", last: str = "2021-09-30") -> Path:
    """A folder with the manifest of an export."""
    folder.mkdir(parents=True)
    manifest = {
        "publiek": "gemeente",
        "peildatum": last,
        "reeks": {"kenmerk": series, "naam": "x", "drempel": 5, "vanaf": first},
    }
    (folder / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    return folder


def test_two_series_over_the_same_months_are_an_alarm(tmp_path: Path) -> None:
    one, other = told(tmp_path / "a", ONE), told(tmp_path / "b", OTHER)
    for paths in ([one, other], [other, one], [tmp_path], [one / "manifest.json", other]):
        answer = audit(*paths)
        assert answer.exit_code == 1
        assert "zijn van twee reeksen" in answer.output


@pytest.mark.parametrize(
    ("series", "first"), [(ONE, "2020-01-01"), (OTHER, "2021-10-01")], ids=["one", "later"]
)
def test_one_series_or_other_months_are_no_alarm(tmp_path: Path, series: str, first: str) -> None:
    told(tmp_path / "a", ONE)
    told(tmp_path / "b", series, first, "2021-12-31")
    answer = audit(tmp_path, tmp_path / "a")
    assert answer.exit_code == 0, answer.output
    assert "twee reeksen" not in answer.output
