"""A small count hidden anywhere in any format is found; the same export without it passes."""

from pathlib import Path

import pytest

from exports.audit import audit
from tests.exports.audit.exporters import EXPORTERS, Exporter


@pytest.mark.parametrize("exporter", EXPORTERS, ids=lambda exporter: exporter.__name__)
def test_a_hidden_small_count_is_found(tmp_path: Path, exporter: Exporter) -> None:
    for note in (1, 4):
        report = audit([exporter(tmp_path, note)])
        assert report.failed
        assert note in {finding.low for finding in report.findings}


@pytest.mark.parametrize("exporter", EXPORTERS, ids=lambda exporter: exporter.__name__)
def test_the_same_export_without_it_passes(tmp_path: Path, exporter: Exporter) -> None:
    report = audit([exporter(tmp_path, None)])
    assert report.findings == ()
    assert report.unread == ()
