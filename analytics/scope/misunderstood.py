"""What an address names that is not there: said to the reader, never passed over in silence."""

from collections.abc import Mapping

from analytics.scope.areas import find_area
from analytics.scope.view import Known, View, parse, to_query
from data.dutch import day_of, long_date
from data.reference.areas import Level

SUBJECTS = {
    "gebied": "Het gebied",
    "peildatum": "De peildatum",
    "vanaf": "De maand om mee te vergelijken",
    "niveau": "Het niveau",
    "periode": "De periode",
    "indicator": "Het cijfer",
    "talent": "Het talent",
}
LONGEST = 60  # letters of what was asked


def misunderstood(query: Mapping[str, str], known: Known) -> list[str]:
    """A sentence for every part of an address that its view does not hold."""
    return [
        f"{subject} ‘{text[:LONGEST]}’ uit de link is hier niet bekend. {_instead(key, known)}"
        for key, subject in SUBJECTS.items()
        if (text := query.get(key, "").strip()) and not _is_understood(key, text, known)
    ]


def _is_understood(key: str, text: str, known: Known) -> bool:
    """Whether a part changes the view, or names what a view holds without it."""
    if key in to_query(parse({key: text}, known)):
        return True
    if key == "gebied":
        area = find_area(list(known.areas.values()), text)
        return area is not None and area.level is Level.GEMEENTE
    if key in ("peildatum", "vanaf"):
        return day_of(text) == known.as_of
    usual = getattr(View(), {"niveau": "level", "periode": "window"}.get(key, key))
    return text == str(usual)


def _instead(key: str, known: Known) -> str:
    """What the reader sees in its place."""
    if key == "gebied":
        return f"Hier staat heel {known.city.name}."
    if key in ("peildatum", "vanaf"):
        first, last = long_date(known.beginning), long_date(known.as_of)
        return f"De cijfers lopen van {first} tot en met {last}."
    return "Hier staat wat er zonder die keuze staat."
