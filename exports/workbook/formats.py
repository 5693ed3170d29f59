"""How numbers and days are written in a workbook: the program shows them as its reader's own."""

MONTH = "[$-413]mmm yyyy"  # 413 is Dutch
DAY = "dd-mm-yyyy"


def number_format(decimals: int, *, is_change: bool = False) -> str:
    """A number format that a Dutch program shows as 1.234,5; a change has its sign: +1.234,5."""
    plain = "#,##0" + ("." + "0" * decimals if decimals else "")
    return f"+{plain};-{plain};{plain}" if is_change else plain
