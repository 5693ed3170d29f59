"""What a reader sees in a cell of a table, on a screen and in every export."""

from datetime import date

from charts.card import Column, Kind, Value
from data.dutch import number, quarter, short_date, short_month, signed

NOTHING = "–"
_DATED = {Kind.MONTH: short_month, Kind.QUARTER: quarter}


def cell_text(value: Value, column: Column) -> str:
    """Dutch numbers and dates, a dash where there is nothing."""
    if value is None:
        return NOTHING
    if isinstance(value, date):
        return _DATED.get(column.kind, short_date)(value)
    if isinstance(value, str):
        return value
    return (signed if column.kind is Kind.CHANGE else number)(value, column.decimals or 0)
