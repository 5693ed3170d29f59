"""Files inside files: zip, gzip, tar; nothing is unpacked to disk."""

import bz2
import gzip
import io
import lzma
import tarfile
import zipfile
from collections.abc import Callable, Iterable, Mapping
from pathlib import PurePath

_END, _END_LENGTH = b"PK\5\6", 22  # with what closes a zip file (APPNOTE 4.3.16)
MOST_BYTES = 200_000_000  # of one unpacked file: more is no export

Parts = list[tuple[str, bytes]]
_OPENERS: Mapping[str, Callable[[io.BytesIO], io.BufferedIOBase]] = {
    ".gz": lambda data: gzip.GzipFile(fileobj=data),
    ".tgz": lambda data: gzip.GzipFile(fileobj=data),
    ".bz2": bz2.BZ2File,
    ".xz": lzma.LZMAFile,
}
ENDINGS = (".zip", ".tar", *_OPENERS)


class TooLarge(Exception):
    """A packed file that is too large to unpack."""


def parts(name: str, data: bytes, suffix: str) -> Parts:
    """The files inside by name. TooLarge, or what the unpacking raises of a damaged file."""
    if suffix == ".zip":
        return zip_parts(data)
    if suffix == ".tar":
        return _tar_parts(data)
    with _OPENERS[suffix](io.BytesIO(data)) as stream:
        inner = stream.read(MOST_BYTES + 1)
    if len(inner) > MOST_BYTES:
        raise TooLarge
    stem = PurePath(name.rpartition(" > ")[2]).stem
    return [(f"{stem}.tar" if suffix == ".tgz" else stem, inner)]


def zip_parts(data: bytes) -> Parts:
    """The files in a zip file, or in an office file, which is one too."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        inside = [item for item in archive.infolist() if not item.is_dir()]
        if sum(item.file_size for item in inside) > MOST_BYTES:
            raise TooLarge
        found = [(item.filename, archive.read(item)) for item in inside]
        return [*found, *_beside(data, archive.infolist())]


def _beside(data: bytes, items: Iterable[zipfile.ZipInfo]) -> Parts:
    """What stands in a zip file outside of its files: before or behind them, or as a remark."""
    first = min((item.header_offset for item in items), default=0)
    behind = data[data.rfind(_END) + _END_LENGTH :]
    around = {"ervoor": data[:first], "erachter": behind}
    around |= {f"opmerking bij {item.filename}": item.comment for item in items}
    return [(name, words) for name, words in around.items() if words.strip()]


def _tar_parts(data: bytes) -> Parts:
    with tarfile.open(fileobj=io.BytesIO(data)) as archive:
        members = [member for member in archive.getmembers() if member.isfile()]
        if sum(member.size for member in members) > MOST_BYTES:
            raise TooLarge
        found = ((member.name, archive.extractfile(member)) for member in members)
        return [(name, stream.read()) for name, stream in found if stream]
