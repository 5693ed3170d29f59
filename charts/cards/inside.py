"""What cards for internal use say: the day of a standing, and the line under them."""

from analytics.scope.scope import Scope
from data.dutch import long_date

SOURCE = "Bron: registratie Buurt in Bloei, WIJeindhoven"


def day_words(scope: Scope) -> str:
    """The day of a standing: stand op 1 oktober 2021."""
    return f"stand op {long_date(scope.day)}"


def place_and_day(scope: Scope) -> str:
    """The area and the day of a standing: Strijp (stadsdeel) · stand op 1 oktober 2021."""
    return f"{scope.area.after_in} · {day_words(scope)}"


def inside_source(scope: Scope, *extra: str) -> str:
    """The line under a card for internal use."""
    day = f"peildatum {long_date(scope.day)}"
    return " · ".join([SOURCE, day, *extra, "voor intern gebruik"])
