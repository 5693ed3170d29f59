"""A workbook as this house writes it: no formulas, no links of its own accord, no clock time."""

from collections.abc import Callable
from datetime import datetime
from io import BytesIO
from typing import Any

from xlsxwriter import Workbook

OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "nan_inf_to_errors": False,
}
# Any fixed moment: Excel wants one, and the moment of making would make every file differ.
PROPERTIES: dict[str, Any] = {
    "author": "WIJeindhoven",
    "company": "WIJeindhoven",
    "created": datetime(2017, 9, 1),
}


def written(title: str, fill: Callable[[Workbook], None]) -> bytes:
    """The bytes of a workbook that `fill` has filled."""
    file = BytesIO()
    with Workbook(file, OPTIONS) as workbook:
        workbook.set_properties(PROPERTIES | {"title": title})
        fill(workbook)
    return file.getvalue()
