"""An Office template as an ordinary file: both are a zip, that differs in what it says to be."""

from pathlib import Path
from zipfile import ZipFile

from exports.zips import zipped

_TYPES = "[Content_Types].xml"
_TEMPLATE = b"ml.template.main+xml"


def as_file(path: Path, kind: bytes) -> bytes:
    """The bytes of a template as those of a file of that kind (presentation, document).

    A file that is no template stays what it says. OSError; BadZipFile and ValueError when it is no
    Office file.
    """
    with ZipFile(path) as archive:
        parts = [(name, archive.read(name)) for name in archive.namelist()]
    ordinary = b"ml." + kind + b".main+xml"
    return zipped(
        (name, data.replace(_TEMPLATE, ordinary) if name == _TYPES else data)
        for name, data in parts
    )
