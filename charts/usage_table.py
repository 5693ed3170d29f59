"""The table of the record of use: who did what, when, with what."""

from collections.abc import Sequence
from datetime import datetime

from charts.card import Card, Column, Kind, Line, Table
from data.access.record import Event

TITLE = "Gebruik"
COLUMNS = (
    Column("Dag", kind=Kind.DAY),
    *map(Column, ("Tijd", "Wie", "Rol", "Wat", "Waarvan", "Publiek", "Versie")),
)


def usage_card(events: Sequence[Event], days: str) -> Card:
    """The events of a span in words, the newest first."""
    table = Table(TITLE, COLUMNS, [_line(event) for event in events])
    source = "Namen van pagina's en bestanden; geen cijfers en niets over inwoners."
    return Card("beheer.gebruik", TITLE, days, source, file_name="gebruik", table=table)


def _line(event: Event) -> Line:
    """One event; a moment in the record is text (see data.access.record)."""
    at = datetime.fromisoformat(event.moment)
    words = [event.who, event.role, event.what, event.subject, event.audience, event.version]
    return Line([at.date(), f"{at:%H:%M:%S}", *words])
