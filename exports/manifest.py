"""What a set of files is: from which data, for whom, and a hash of each to compare with.

The hashes stand in SHA256SUMS too, as `sha256sum -c` reads them, that of the manifest as well.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import file_digest, sha256
from pathlib import Path

from analytics.figures.doors.marts import Audience
from data.contract.tables import CONTRACT_VERSION
from exports.setting import Setting

NAME, SUMS = "manifest.json", "SHA256SUMS"
_LINE = re.compile(r"([0-9a-f]{64}) [ *](.+)")
CORRECTIONS = (
    "Een gepubliceerde maand blijft zoals hij was; correcties komen in de eerste maand die nog niet"
    " was gepubliceerd. Standen per buurt zijn er aan het eind van een kwartaal."
)


@dataclass(frozen=True)
class Origin:
    """Where the files come from: the data file, the setting, and what was asked in words."""

    data_file: Path
    setting: Setting
    asked: Mapping[str, str]


def told_of(origin: Origin, files: Mapping[str, bytes]) -> list[tuple[str, bytes]]:
    """The files that tell of some files by name: the manifest, and the hashes of all."""
    told = {NAME: manifest(origin, files)}
    every = {**files, **told}
    lines = [f"{sha256(every[name]).hexdigest()}  {name}\n" for name in sorted(every)]
    return [*told.items(), (SUMS, "".join(lines).encode("utf-8"))]


@dataclass(frozen=True)
class Verified:
    """The names of files in a folder: as they were made, changed or gone, and not known."""

    good: list[str]
    changed: list[str]
    gone: list[str]
    unknown: list[str]

    @property
    def is_good(self) -> bool:
        """Whether every file that was made is there as it was."""
        return bool(self.good) and not (self.changed or self.gone)


def verify(folder: Path) -> Verified:
    """What became of the files of an export. OSError; ValueError when its list is no list."""
    lines = (folder / SUMS).read_text(encoding="utf-8").splitlines()
    found = [_LINE.fullmatch(line) for line in lines]
    hashes = {line[2]: line[1] for line in found if line and Path(line[2]).name == line[2]}
    if not lines or len(hashes) != len(lines):
        raise ValueError(f"{SUMS} is geen lijst van bestanden.")
    there = {path.name for path in folder.iterdir() if path.is_file() and path.name[0] != "."}
    same = {name for name in hashes.keys() & there if hash_of(folder / name) == hashes[name]}
    return Verified(
        good=sorted(same),
        changed=sorted((hashes.keys() & there) - same),
        gone=sorted(hashes.keys() - there),
        unknown=sorted(there - hashes.keys() - {SUMS}),
    )


def hash_of(path: Path) -> str:
    """The SHA-256 of a file. OSError."""
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()


def manifest(origin: Origin, files: Mapping[str, bytes]) -> bytes:
    """The manifest of some files by name, as JSON; no clock time is in it."""
    told = {
        "gegevensbestand_sha256": hash_of(origin.data_file),
        "contractversie": CONTRACT_VERSION,
        "publiek": origin.setting.audience,
        **_corrections(origin.setting),
        "afronding": origin.setting.audience_words,
        "reeks": _series(origin.setting),
        "peildatum": origin.setting.as_of.isoformat(),
        "selectie": dict(origin.asked),
        "bestanden": {name: sha256(files[name]).hexdigest() for name in sorted(files)},
    }
    return (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def _series(setting: Setting) -> dict[str, str | int] | None:
    """The series by which the files may or may not stand beside others; from which day it tells."""
    if setting.series is None or setting.counted_from is None:
        return None
    return {
        "kenmerk": setting.series.id,
        "naam": setting.series.name,
        "drempel": setting.series.threshold,
        "vanaf": setting.counted_from.isoformat(),
    }


def _corrections(setting: Setting) -> dict[str, str]:
    """How corrections come in, for who gets rounded figures."""
    return {} if setting.audience is Audience.INTERN else {"correcties": CORRECTIONS}
