"""A template of Word or PowerPoint opens as an ordinary file."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import BadZipFile, ZipFile

import pytest
from docx import Document
from pptx import Presentation

from exports.template import as_file

TYPES = "[Content_Types].xml"


def template_of(made: Any, kind: bytes, path: Path) -> Path:
    """An empty file of a program, saved as that program saves a template."""
    plain = BytesIO()
    made.save(plain)
    with ZipFile(plain) as old, ZipFile(path, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            ours, theirs = b"ml." + kind + b".main+xml", b"ml.template.main+xml"
            assert name != TYPES or ours in data
            new.writestr(name, data.replace(ours, theirs) if name == TYPES else data)
    return path


@pytest.mark.parametrize(
    ("opens", "kind"), [(Document, b"document"), (Presentation, b"presentation")]
)
def test_a_template_opens_as_a_file(opens: Callable[..., Any], kind: bytes, tmp_path: Path) -> None:
    path = template_of(opens(), kind, tmp_path / "sjabloon")
    with pytest.raises(ValueError, match="is not a"):
        opens(str(path))
    assert opens(BytesIO(as_file(path, kind)))


def test_what_is_no_office_file_is_told(tmp_path: Path) -> None:
    path = tmp_path / "sjabloon.dotx"
    path.write_bytes(b"geen zip")
    with pytest.raises(BadZipFile):
        as_file(path, b"document")
