"""What a report says besides refused rows: rows that wait, and records from before the start."""

from collections.abc import Iterator, Mapping, Sequence

import pandas as pd

from data.contract.columns import Kind
from data.contract.tables import MATCHES, PLACES, ROLLOUT, SCAN_TALENTS, SCANS, TABLES, VACANCIES
from data.delivery.checking.records import Records
from data.delivery.postcodes import LEAST_SHARE
from data.dutch import long_date, number
from data.grammar import counted, listed, plural

_ONE = {
    PLACES.name: ("ontwikkelplaats", "ontwikkelplaatsen"),
    VACANCIES.name: ("vacature", "vacatures"),
    SCANS.name: ("talentenscan", "talentenscans"),
    SCAN_TALENTS.name: ("talent", "talenten"),
    MATCHES.name: ("match", "matches"),
}
_SHOWN = 20


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


def split_postcodes(records: Records, rows: Sequence[int]) -> Iterator[str]:
    """One sentence for the rows (indexes) whose postcode fits their buurt badly."""
    keys = [str(records.key(row)[0]) for row in rows]
    if keys:
        more = ["andere"] if len(keys) > _SHOWN else []
        verb = plural(len(keys), "heeft", "hebben")
        yield (
            f"{counted(len(keys), *_ONE[records.table.name])} {verb} een postcode die voor"
            f" minder dan {number(100 * LEAST_SHARE)}% in de gekozen buurt ligt:"
            f" {listed([*keys[:_SHOWN], *more])}. Vul daar liever de buurt in, of kijk na of de"
            " twee bij elkaar horen."
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
