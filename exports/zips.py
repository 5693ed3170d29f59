"""Zip files without clock times, so that the same content gives the same bytes."""

from collections.abc import Iterable
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

EARLIEST = (1980, 1, 1, 0, 0, 0)  # the first moment that a zip file knows


def zipped(parts: Iterable[tuple[str, bytes]]) -> bytes:
    """The parts by name in the order given, each with the same moment."""
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for name, data in parts:
            part = ZipInfo(name, EARLIEST)
            part.compress_type = ZIP_DEFLATED
            archive.writestr(part, data)
    return out.getvalue()


def steady(data: bytes) -> bytes:
    """An office file, which is a zip, with the same parts and without its clock times."""
    with ZipFile(BytesIO(data)) as archive:
        return zipped([(name, archive.read(name)) for name in archive.namelist()])
