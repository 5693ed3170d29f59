"""The table of the record of use: who did what, when, with what."""

from collections.abc import Sequence

from charts.card import Card, Column, Line, Table
from data.access.record import Event

TITLE = "Gebruik"
COLUMNS = ("Wanneer", "Wie", "Rol", "Wat", "Waarvan", "Publiek", "Versie")


def usage_card(events: Sequence[Event], days: str) -> Card:
    """The events of a span in words, the newest first."""
    lines = [
        Line([e.moment, e.who, e.role, e.what, e.subject, e.audience, e.version]) for e in events
    ]
    table = Table(TITLE, [Column(name) for name in COLUMNS], lines)
    source = "Namen van pagina's en bestanden; geen cijfers en niets over inwoners."
    return Card("beheer.gebruik", TITLE, days, source, file_name="gebruik", table=table)
