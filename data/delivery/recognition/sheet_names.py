"""The names of sheets and files: which table they name, and when two are the same sheet."""

from collections.abc import Iterable
from functools import cache

from data.contract.columns import Table
from data.contract.tables import TABLES
from data.delivery.files.raw import RawSheet
from data.delivery.text import squash, words

# Words in the name of a file that say nothing about what is in it.
_NEUTRAL = frozenset(
    (
        *("kopie", "copy", "copie", "van", "of", "de", "het", "def", "definitief", "definitieve"),
        *("final", "export", "exports", "versie", "version", "v", "nieuw", "nieuwe", "new", "oud"),
        *("oude", "old", "levering", "registratie", "alle", "blad", "sheet", "tabel", "table"),
        *("backup", "reservekopie", "maand", "januari", "februari", "maart", "april", "mei"),
        *("juni", "juli", "augustus", "september", "oktober", "november", "december", "jan"),
        *("feb", "mrt", "apr", "jun", "jul", "aug", "sep", "sept", "okt", "nov", "dec"),
    )
)


def sheet_name(raw: RawSheet) -> str:
    """How a mapping file calls a sheet: by its own name, or that of its file when it is alone.

    A name that says nothing (Blad1) stands behind that of its file.
    """
    if raw.alone:
        return raw.stem()
    return raw.name if _telling(raw.name) else f"{raw.stem()}, blad {raw.name}"


def sheet_key(name: str) -> str:
    """What is equal for the same sheet next month: the words of its name that say something.

    >>> sheet_key("Export mensen oktober 2021"), sheet_key("mensen (2)"), sheet_key("Blad1")
    ('mensen', 'mensen', 'blad1')
    """
    return _telling(name) or squash(name)


def _telling(name: str) -> str:
    return "".join(word for word in words(name) if word not in _NEUTRAL)


def tables_named(name: str, *, exactly: bool) -> tuple[Table, ...]:
    """The tables whose sheet name occurs in `name`, or is all that it says (`exactly`).

    A name inside a longer one does not count: `scan_talents` is not a sheet of scans. Digits and
    words such as `kopie` and `oktober` say nothing.

    >>> [table.name for table in tables_named("Kopie van matches (2) okt 2021", exactly=True)]
    ['matches']
    """
    names = _aliases()
    plain = squash(name)
    bare = {_letters(plain), _telling(name)}
    found = [alias for alias in names if (alias in bare if exactly else alias in plain)]
    return _longest(found)


@cache
def _aliases() -> dict[str, Table]:
    return {squash(alias): table for table in TABLES for alias in (table.name, *table.sheets)}


def _letters(plain: str) -> str:
    return "".join(sign for sign in plain if not sign.isdigit())


def _longest(found: Iterable[str]) -> tuple[Table, ...]:
    names, found = _aliases(), list(found)
    longest = [
        names[alias]
        for alias in found
        if not any(alias in other and names[other] is not names[alias] for other in found)
    ]
    return tuple(dict.fromkeys(longest, None))
