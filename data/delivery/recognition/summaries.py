"""Sheets that tell about the registration but are no part of it: pivot tables, notes, legends."""

import re

from data.delivery.files.raw import RawSheet
from data.delivery.text import squash, words

_NAMES = frozenset(
    (
        *("per", "pivot", "pivottable", "draaitabel", "draaitabellen", "samenvatting", "overzicht"),
        *("totaal", "totalen", "telling", "tellingen", "grafiek", "grafieken", "toelichting"),
        *("uitleg", "legenda", "notities", "notitie", "instructie", "leeswijzer", "voorblad"),
        *("info", "codelijst", "codelijsten", "keuzelijst", "keuzelijsten", "dashboard"),
    )
)
_CELLS = re.compile(
    "(rijlabels|rowlabels|kolomlabels|columnlabels|eindtotaal|grandtotal|draaitabel|pivottable)"
    "|(somvan|aantalvan|gemiddeldevan|sumof|countof|averageof).*"
)
_TABLE_WITH_PER = "talentenperscan"
_ROWS = 40


def is_summary(raw: RawSheet) -> bool:
    """True when a sheet says by its name or its cells that it is a summary or an explanation."""
    named = raw.stem() if raw.alone and len(words(raw.name)) <= len(words(raw.stem())) else raw.name
    if _TABLE_WITH_PER not in squash(named) and not _NAMES.isdisjoint(words(named)):
        return True
    cells = (cell for row in raw.rows[:_ROWS] for cell in row if isinstance(cell, str))
    return any(_CELLS.fullmatch(squash(cell)) for cell in cells)
