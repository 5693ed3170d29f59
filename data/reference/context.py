"""How people in a buurt live: estimates of RIVM per buurt, which the registration does not know."""

import csv
from collections.abc import Mapping
from functools import cache

import pandas as pd

from data.reference.areas import AREAS_FILE

CONTEXT_FILE = AREAS_FILE.with_name("context_rivm2020.csv")
CONTEXT_SOURCE = "RIVM, GGD en CBS, Gezondheid per wijk en buurt 2020 (CC BY 4.0)"
TRAITS = (
    "eenzaam",
    "ernstig_eenzaam",
    "moeite_rondkomen",
    "vrijwilligerswerk",
    "mantelzorger",
    "gezondheid_goed",
)


@cache
def context() -> Mapping[str, dict[str, float]]:
    """Percentages of adults by buurt code and trait; a buurt without estimates is absent."""
    with CONTEXT_FILE.open(encoding="utf-8", newline="") as file:
        rows = {row.pop("buurtcode"): row for row in csv.DictReader(file)}
    return {
        code: {trait: float(text) for trait, text in row.items()}
        for code, row in rows.items()
        if all(row.values())
    }


def context_table() -> pd.DataFrame:
    """The same with a row per buurt by code, and TRAITS as columns: also where nobody is known."""
    known = context()
    return pd.DataFrame(list(known.values()), list(known), list(TRAITS), dtype="float64")
