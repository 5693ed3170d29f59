"""docs/drempels.md: from where something is shown, told or called real, and why there."""

from fractions import Fraction

from analytics.thresholds import thresholds
from data.dutch import number

TEXT = """\
<!-- Gemaakt met `make docs` uit analytics/thresholds.csv; verander deze pagina niet. -->
# Drempels

Vanaf welk getal iets getoond, genoemd of echt genoemd wordt, en waarom. De getallen staan in
`analytics/thresholds.csv`; wie er een verandert, verandert wat lezers zien.

| wat | drempel | waarom |
|---|---|---|
"""


def thresholds_page() -> str:
    """The page: a row a threshold."""
    rows = [
        f"| {told.meaning} | {_value(told.value)} {told.unit} | {told.reason} |"
        for told in thresholds().values()
    ]
    return TEXT + "\n".join(rows) + "\n"


def _value(value: Fraction) -> str:
    """A number as a reader writes it; what no two decimals can say as one over the other."""
    if value.denominator == 1:
        return number(int(value))
    if (value * 100).denominator != 1:
        return f"{value.numerator}/{value.denominator}"
    return str(float(value)).replace(".", ",")
