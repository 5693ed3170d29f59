"""A choice that a reader made in the selection bar, in the words of an address, becomes a view."""

from dataclasses import replace

from analytics.scope.view import Known, View, parse, to_query
from data.reference import own_area
from data.reference.areas import Level

PARTS = ("gebied", "periode", "peildatum", "niveau", "publiek", "sorteer")


def chosen(view: View, known: Known, part: str, text: str) -> View:
    """The view after one choice; a part that is no choice, or nonsense in it, changes nothing."""
    if part not in PARTS:
        return view
    if part == "peildatum":  # a year or quarter would bring its own day
        day = parse({"peildatum": text}, known).as_of
        return replace(view, as_of=day, moment=None)
    own = own_area.parse(text) if part == "gebied" else None
    if own:  # its figures are there from the next run on
        return replace(view, area=own.code, level=Level.BUURT)
    found = parse({**to_query(view), part: text}, known)
    return replace(found, moment=None) if part == "periode" else found  # the slider begins anew
