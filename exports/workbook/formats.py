"""How numbers and days are written in a workbook: the program shows them as its reader's own."""

MONTH = "[$-413]mmm yyyy"  # 413 is Dutch
DAY = "dd-mm-yyyy"


def number_format(decimals: int) -> str:
    """A number format that a Dutch program shows as 1.234,5."""
    return "#,##0" + ("." + "0" * decimals if decimals else "")
