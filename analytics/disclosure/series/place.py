"""A series (reeks): all publications under one key and one ledger, kept together in one place.

The place is a folder `reeksen` beside the data files, with a folder a series: `1-eerste`,
`2-proef`. In each lie the key (`reeks.sleutel`), the ledger (`reeks.grootboek`) and the published
months (`reeks.maanden`), which come there together in one step. The one with the highest number is
in use; the others are closed. Two series over the same months can be averaged, so a new one is
never begun by accident (`analytics.disclosure.series.opening`).
"""

import re
import secrets
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from analytics.disclosure.keyed import MIN_KEY_BYTES, Rule
from analytics.disclosure.ledger import (
    About,
    Entry,
    LedgerRefused,
    fingerprint,
    prepared,
    read_ledger,
)
from analytics.disclosure.published import Published, as_bytes, read_published
from data.file.whole import replace, whole_folder
from data.models.marts import Series

FOLDER = "reeksen"
KEY, LEDGER, MONTHS = "reeks.sleutel", "reeks.grootboek", "reeks.maanden"
FIRST_NAME = "eerste"
MOST_SIGNS = 40

_STAGE = ".reeks.half"
_LETTERS = str.maketrans("0123456789abcdef", "abcdefghijklmnop")
_ID_SIGNS = 8


@dataclass(frozen=True)
class OpenSeries:
    """A series that an import may go on with.

    `folder`: where its key and ledger lie, or will lie once something is kept. `ledger`: the
    ledger that goes on, which is another file as long as it is taken over from beside a data
    file; `loose`: the files that go when it is. `notice`: what the owner must be told.
    """

    folder: Path
    ledger: Path
    rule: Rule
    about: About
    decided: Mapping[str, int] = field(default_factory=dict)
    seals: tuple[str, ...] = ()
    loose: tuple[Path, ...] = ()
    published: Published = field(default_factory=Published, compare=False)
    notice: str = ""

    @property
    def series(self) -> Series:
        """How the series is named in the data file and in exports."""
        threshold, first = self.about.threshold, self.about.first_month
        return Series(id_of(self.rule.key), self.about.name, threshold, first)

    def prepared(self, decisions: Mapping[str, int]) -> Entry:
        """The ledger with new decisions, not yet written."""
        return prepared(self.ledger, self.rule, decisions, self.about)

    def keep(self, entry: Entry, published: Published) -> None:
        """Writes the published months and the ledger; the first time with the key. OSError.

        The months come first: a ledger never tells of months that are not kept.
        """
        months = as_bytes(published, self.rule.key)
        if (self.folder / LEDGER).exists():
            replace(self.folder / MONTHS, months)
            replace(self.folder / LEDGER, entry.text)
            return
        files = {KEY: self.rule.key + b"\n", MONTHS: months, LEDGER: entry.text}
        _place_together(self.folder, files)
        for path in self.loose:
            with suppress(OSError):
                path.unlink()


def id_of(key: bytes) -> str:
    """Eight letters by which a series is known; no digits, so that nobody takes it for a count.

    >>> id_of(b"een sleutel van meer dan tweeendertig tekens")
    'oohncbpj'
    """
    return fingerprint(key)[:_ID_SIGNS].translate(_LETTERS)


def new_series(place: Path, about: About, key: bytes = b"") -> OpenSeries:
    """A series that begins: it gets a new key (or `key`), and is kept with its first figures."""
    folder = place / f"{_next_number(place)}-{slug(about.name)}"
    fresh = key or secrets.token_hex(MIN_KEY_BYTES).encode("ascii")
    return OpenSeries(folder, folder / LEDGER, Rule(about.threshold, fresh), about)


def open_folder(folder: Path, about: About, key: bytes) -> OpenSeries:
    """The series in a folder.

    LedgerRefused when its ledger or its months are damaged, of another key, or not there.
    """
    rule = Rule(about.threshold, key)
    ledger = read_ledger(folder / LEDGER, rule)
    named = About(about.threshold, about.name or name_of(folder), about.first_month)
    return OpenSeries(
        folder=folder,
        ledger=folder / LEDGER,
        rule=rule,
        about=named,
        decided=ledger.decisions,
        seals=ledger.seals,
        published=read_published(folder / MONTHS, key),
    )


def folders(place: Path) -> list[Path]:
    """The folders of series in a place, the one in use last; a folder without any key is none."""
    inside = place.iterdir() if place.is_dir() else ()
    numbered = [(int(found[1]), path) for path in inside if (found := _numbered(path))]
    return [path for _, path in sorted(numbered) if _holds_series(path)]


def name_of(folder: Path) -> str:
    """The name of the series that a folder is called after."""
    return folder.name.partition("-")[2]


def slug(name: str) -> str:
    """A name of a series as it stands in the name of its folder."""
    return "-".join(name.casefold().split())


def is_name(text: str) -> bool:
    """Whether a series can be called so: letters first, then digits, spaces and dashes too."""
    signs = set(text) - {" ", "-"}
    return len(text) <= MOST_SIGNS and text[:1].isalpha() and all(s.isalnum() for s in signs)


def read_key(path: Path) -> bytes:
    """The key in a file; empty when there is no file or nothing in it.

    LedgerRefused when it is too short to be one.
    """
    key = path.read_bytes().strip() if path.exists() else b""
    if 0 < len(key) < MIN_KEY_BYTES:
        raise LedgerRefused(
            f"De sleutel {path.name} is te kort of beschadigd. Zet haar terug uit een back-up."
        )
    return key


def _numbered(path: Path) -> "re.Match[str] | None":
    return re.fullmatch(r"(\d+)-.+", path.name)


def _holds_series(folder: Path) -> bool:
    key = folder / KEY
    return (folder / LEDGER).exists() or (key.exists() and bool(key.read_bytes().strip()))


def _next_number(place: Path) -> int:
    inside = place.iterdir() if place.is_dir() else ()
    return max((int(found[1]) for path in inside if (found := _numbered(path))), default=0) + 1


def _place_together(folder: Path, files: Mapping[str, bytes]) -> None:
    """Makes the folder of a series with all that is in it, in one step."""
    is_new = not folder.parent.exists()
    try:
        with whole_folder(folder, folder.parent / _STAGE, 0o700) as stage:
            for name, content in files.items():
                replace(stage / name, content)
    except BaseException:
        with suppress(OSError):
            if is_new:
                folder.parent.rmdir()
        raise


@dataclass(frozen=True)
class Wanted:
    """What an import asks of the series; what is empty, the series itself says.

    `place`: the folder with the series; `key`: the key that must be hers; `name`: the new series
    that is begun; `first_month`: the first day of the month with which a new one begins.
    """

    threshold: int | None = None
    key: Path | None = None
    place: Path | None = None
    name: str = ""
    first_month: date | None = None

    def place_for(self, target: Path) -> Path:
        """Where the series of a data file lies; the folder of one series stands for its place."""
        if self.place and ((self.place / KEY).exists() or (self.place / LEDGER).exists()):
            return self.place.parent
        return self.place or target.parent / FOLDER
