"""What a report says besides refused rows: rows that wait, and records from before the start."""

from collections.abc import Iterator, Mapping

import pandas as pd

from data.contract.columns import Kind
from data.contract.tables import MATCHES, PLACES, ROLLOUT, SCAN_TALENTS, SCANS, TABLES, VACANCIES
from data.delivery.checking.records import Records
from data.delivery.postcodes import Postcodes
from data.dutch import long_date
from data.grammar import counted, listed, plural

_ONE = {
    PLACES.name: ("ontwikkelplaats", "ontwikkelplaatsen"),
    VACANCIES.name: ("vacature", "vacatures"),
    SCANS.name: ("talentenscan", "talentenscans"),
    SCAN_TALENTS.name: ("talent", "talenten"),
    MATCHES.name: ("match", "matches"),
}
_SHOWN = 20
LEAST_SHARE = 0.8


def waiting_rows(waiting: Mapping[tuple[str, str, str], int]) -> Iterator[str]:
    """One sentence for every refused row that others wait for, the most waited for first.

    >>> list(waiting_rows({("matches", "scan", "1004"): 3}))
    ['3 matches wachten op scan 1004, die geweigerd is.']
    """
    most = sorted(waiting.items(), key=lambda pair: -pair[1])
    for (table, label, key), count in most[:_SHOWN]:
        verb = plural(count, "wacht", "wachten")
        yield f"{counted(count, *_ONE[table])} {verb} op {label} {key}, die geweigerd is."
    rest = sum(count for _, count in most[_SHOWN:])
    if rest:
        verb = plural(rest, "wacht", "wachten")
        yield f"Nog {counted(rest, 'rij', 'rijen')} {verb} op andere geweigerde rijen."


def split_postcodes(records: Records, postcodes: Postcodes) -> Iterator[str]:
    """One sentence for the rows whose postcode lies for less than 80% in the buurt that it got.

    The rows are named by their keys: the record itself keeps the buurt only.
    """
    key = records.table.key[0]
    for column in records.table.columns:
        if column.kind is Kind.BUURT:
            cells = records.cells[column.name]
            shares = {cell: postcodes.share(str(cell)) for cell in set(cells) - {None}}
            doubtful = {cell for cell, share in shares.items() if share < LEAST_SHARE}
            rows = [row for row, cell in enumerate(cells) if cell in doubtful]
            if rows:
                keys = [str(records.cells[key][row]) for row in rows[:_SHOWN]]
                more = ["andere"] if len(rows) > _SHOWN else []
                verb = plural(len(rows), "heeft", "hebben")
                yield (
                    f"{counted(len(rows), *_ONE[records.table.name])} {verb} een postcode die voor"
                    f" minder dan 80% in de gekozen buurt ligt: {listed([*keys, *more])}. Vul daar"
                    " liever de buurt in."
                )


def early_rows(frames: Mapping[str, pd.DataFrame]) -> Iterator[str]:
    """One sentence for every table with records from before the first start of the rollout."""
    rollout = frames.get(ROLLOUT.name)
    if rollout is None or rollout.empty:
        return
    start = rollout["started_on"].min()
    for table in TABLES:
        if table.name in _ONE and table.name in frames and table is not SCAN_TALENTS:
            column = next(column for column in table.columns if column.kind is Kind.DATE)
            days = frames[table.name][column.name]
            early = days[days < start]
            if len(early):
                yield (
                    f"{counted(len(early), *_ONE[table.name])} met een {column.label} van voor het"
                    f" begin van de uitrol ({long_date(start.date())}); de vroegste is"
                    f" {long_date(early.min().date())}. Klopt dat?"
                )
