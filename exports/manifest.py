"""What a set of files is: from which data, for whom, and a hash of each to compare with."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import file_digest, sha256
from pathlib import Path

from analytics.figures.marts import Audience
from data.contract.tables import CONTRACT_VERSION
from exports.setting import Setting

NAME = "manifest.json"
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


def manifest(origin: Origin, files: Mapping[str, bytes]) -> bytes:
    """The manifest of some files by name, as JSON; no clock time is in it."""
    with origin.data_file.open("rb") as file:
        data = file_digest(file, "sha256").hexdigest()
    told = {
        "gegevensbestand_sha256": data,
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
