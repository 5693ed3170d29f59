"""The code lists: what a record may say of kind, talent, sector, channel and age."""

import csv
from pathlib import Path

CODE_LISTS_FILE = Path(__file__).parent / "code_lists.csv"


def code_lists() -> dict[str, tuple[str, ...]]:
    """Allowed values per code list, in the order in which a reader sees them."""
    lists: dict[str, tuple[str, ...]] = {}
    with CODE_LISTS_FILE.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter=";"):
            lists[row["list"]] = (*lists.get(row["list"], ()), row["value"])
    return lists
