"""Results as tables in a terminal."""

import pandas as pd
from rich.table import Table
from rich.text import Text

from analytics.catalog import INDICATORS
from analytics.disclosure.errors import in_words
from analytics.figures.doors.marts import Marts
from analytics.figures.result import Result, Row, Status
from analytics.scope.indicator.ranking import Mark
from data.dutch import number
from exports.tables.rows import audience_word

_WHY_NOT = {
    Status.WITHHELD: Mark.WITHHELD,
    Status.NOT_APPLICABLE: Mark.NOT_APPLICABLE,
    Status.NOT_STARTED: Mark.NOT_STARTED,
}


def result_table(result: Result[Marts]) -> Table:
    """The figures of a result, a row per period and area."""
    table = Table("periode", "code", "gebied", title=result.indicator.label)
    table.add_column(result.indicator.unit, justify="right")
    table.add_column("audience")
    for row in result.rows():
        value = _words(row, result.indicator.decimals)
        words = (row.period, row.area_code, row.area_name, value, audience_word(result.audience))
        table.add_row(*(Text(word) for word in words))
    return table


def _words(row: Row, decimals: int) -> str:
    """The figure, or why there is none."""
    if row.status is Status.SHOWN and row.value is not None:
        return number(row.value, decimals)
    return str(_WHY_NOT[row.status])


def catalogue_table() -> Table:
    """The indicators of the catalogue."""
    table = Table()
    table.add_column("indicator", no_wrap=True)
    for heading in ("vraag", "soort", "eenheid"):
        table.add_column(heading)
    for indicator in INDICATORS:
        table.add_row(indicator.id, indicator.question, indicator.kind, indicator.unit)
    return table


def error_table(errors: pd.DataFrame) -> Table:
    """How far the protected totals are off (see `analytics.disclosure.errors`)."""
    title = "Afronding voor wie buiten staat: afwijking van de totalen"
    table = Table("totalen", title=title, title_justify="left")
    for heading in ("aantal", "gemiddeld", "95% binnen", "grootste"):
        table.add_column(heading, justify="right")
    for row in in_words(errors):
        table.add_row(*row)
    return table
