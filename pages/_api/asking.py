"""From the words of a request to a question: the same words as the command line has."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeVar

from analytics.catalog import find
from analytics.catalog.indicator import Indicator
from analytics.figures.doors.marts import Audience
from analytics.scope.areas import find_area
from analytics.scope.view import Known
from data.dutch import day_of
from data.models.marts import last_closed_month
from data.periods import Period
from data.reference.areas import Level
from exports.flat.collect import LEVELS, PERIODS, Wanted
from pages._api.replies import Problem

Choice = TypeVar("Choice", bound=StrEnum)
OF_ALL = ("format", "audience")
OF_FIGURES = ("indicator", "level", "area", "period", "as_of")
TYPES = {"json": "application/json", "csv": "text/csv"}


@dataclass(frozen=True)
class Form:
    """In which form an answer is wanted, and for whom."""

    name: str
    audience: Audience

    @property
    def mime(self) -> str:
        """The form as a media type."""
        return TYPES[self.name]


def refuse_unknown(query: Mapping[str, str], known: Iterable[str]) -> None:
    """Problem for a word that means nothing here: it would be left out without a sign."""
    unknown = sorted(set(query) - {*known, *OF_ALL})
    if unknown:
        names = ", ".join((*known, *OF_ALL))
        raise Problem(400, f"Onbekend: {', '.join(unknown)}. Kies uit: {names}.")


def form_of(query: Mapping[str, str], accept: str) -> Form:
    """The form by its name, or else by what the program takes; json when it takes anything."""
    named = query.get("format", "")
    taken = [part.partition(";")[0].strip() for part in accept.split(",")] if accept else []
    fits = [name for name, mime in TYPES.items() if {mime, "*/*", "text/*"} & set(taken)]
    if named and named not in TYPES:
        raise Problem(406, f"Kies als format uit: {', '.join(TYPES)}.")
    if not named and taken and not fits:
        raise Problem(406, f"Kies als Accept uit: {', '.join(TYPES.values())}.")
    wanted = named or ("csv" if fits == ["csv"] else "json")
    return Form(wanted, Audience(_one(query.get("audience", "gemeente"), Audience, "audience")))


def wanted_of(query: Mapping[str, str], known: Known) -> Wanted:
    """Which figures a request asks for. Problem when there is no such thing."""
    if not query.get("indicator"):
        raise Problem(400, "Noem met indicator welk cijfer; /api/v1/catalogue noemt ze alle.")
    return Wanted(
        as_of=_day(query.get("as_of", ""), known),
        indicators=tuple(map(_indicator, _several(query["indicator"]))),
        levels=_chosen(query.get("level", ""), LEVELS, "level", Level),
        periods=_chosen(query.get("period", ""), PERIODS, "period", Period),
        area=_area(query.get("area", ""), known),
    )


def _several(text: str) -> list[str]:
    return list(dict.fromkeys(part.strip() for part in text.split(",") if part.strip()))


def _chosen(
    text: str, known: tuple[Choice, ...], what: str, kind: type[Choice]
) -> tuple[Choice, ...]:
    return tuple(kind(_one(name, known, what)) for name in _several(text)) or known


def _one(name: str, known: Iterable[str], what: str) -> str:
    names = list(known)
    if name not in names:
        raise Problem(400, f"Kies als {what} uit: {', '.join(names)}.")
    return name


def _indicator(name: str) -> Indicator:
    try:
        return find(name)
    except KeyError:
        told = f"Er is geen indicator {name!r}; /api/v1/catalogue noemt ze alle."
        raise Problem(400, told) from None


def _area(text: str, known: Known) -> str:
    area = find_area(list(known.areas.values()), text) if text else known.city
    if area is None:
        raise Problem(400, f"Er is geen gebied {text!r}; /api/v1/areas noemt ze alle.")
    return "" if area.level is Level.GEMEENTE else area.code


def _day(text: str, known: Known) -> date:
    """The peildatum, as the audience sees it."""
    if not text:
        return known.as_of
    day = day_of(text)
    if day is None:
        raise Problem(400, "Schrijf as_of als jjjj-mm-dd.")
    day = min(day, known.as_of)
    return last_closed_month(day) if known.audience is Audience.GEMEENTE else day
