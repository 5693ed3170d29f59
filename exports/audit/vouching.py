"""What the manifests among the files say: which files the product made, of which series.

A manifest of the product for the rounded audience vouches for the files whose SHA-256 it names.
That is believed of pictures only, which cannot be read; all else is read.
"""

import io
import json
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

from analytics.disclosure.series.overlap import Told, of_manifest
from analytics.figures.doors.marts import Audience
from exports.manifest import NAME

_ZIP = b"PK\x03\x04"


@dataclass(frozen=True)
class Vouching:
    """`hashes`: of the files that manifests name. `told`: the series that they tell of."""

    hashes: frozenset[str] = frozenset()
    told: tuple[Told, ...] = ()
    by_hash: Mapping[str, Told] = field(default_factory=dict)

    def knows(self, data: bytes) -> bool:
        """Whether a manifest names a file with these bytes."""
        return sha256(data).hexdigest() in self.hashes

    def of_file(self, data: bytes) -> list[Told]:
        """The series and months that a manifest tells of the file with these bytes."""
        one = self.by_hash.get(sha256(data).hexdigest())
        return [one] if one else []


def vouched(files: Iterable[tuple[str, bytes]]) -> Vouching:
    """What the manifests say that are among the files, or in zip files among them."""
    hashes: set[str] = set()
    told: list[Told] = []
    by_hash: dict[str, Told] = {}
    for name, data in _manifests(files):
        named = _hashes(data)
        hashes |= named
        if one := of_manifest(name, data):
            told.append(one)
            by_hash |= dict.fromkeys(named, one)
    return Vouching(frozenset(hashes), tuple(told), by_hash)


def _manifests(files: Iterable[tuple[str, bytes]]) -> Iterator[tuple[str, bytes]]:
    for name, data in files:
        if name.endswith(NAME):
            yield name, data
        elif data.startswith(_ZIP) and name.lower().endswith(".zip"):
            yield from _packed(name, data)


def _packed(name: str, data: bytes) -> Iterator[tuple[str, bytes]]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for part in archive.namelist():
                if part.endswith(NAME):
                    yield f"{name} > {part}", archive.read(part)
    except (zipfile.BadZipFile, RuntimeError, ValueError):
        return  # a damaged file is reported by who reads it


def _hashes(data: bytes) -> frozenset[str]:
    """The hashes in a manifest for the rounded audience; none when it is no such manifest."""
    try:
        told: Any = json.loads(data)
        is_rounded = told["publiek"] == Audience.GEMEENTE
        return frozenset(map(str, told["bestanden"].values())) if is_rounded else frozenset()
    except (ValueError, KeyError, TypeError, AttributeError):
        return frozenset()
