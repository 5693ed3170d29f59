"""What can be read at the address: figures, areas, the catalogue, and the description of it all."""

import json
from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from threading import Lock

from starlette.requests import Request

from analytics.figures.doors.withheld import NotPublished
from analytics.scope.scope import Scope
from analytics.scope.view import View
from data.access.people import Person
from data.access.record import CannotRecord, What
from data.problems import DataFileProblem
from exports.flat.collect import Flat, NoFigures
from exports.safe import Unsafe, refuse_unsafe
from exports.setting import setting_of
from pages._api import openapi, tables
from pages._api.asking import OF_FIGURES, Form, form_of, refuse_unknown, wanted_of
from pages._api.replies import Problem
from pages._parts import access, handing, session
from pages._parts.access import NoEntry
from pages._parts.session import Results

KEPT = 32  # answers that were read by the audit
Table = tuple[Sequence[str], list[tables.Record]]


@dataclass(frozen=True)
class Prepared:
    """An answer that is made when it is wanted. `about` is all that decides what is in it."""

    make: Callable[[], bytes]
    mime: str
    about: tuple[object, ...]


Resource = Callable[[Request], Prepared]


def _figures(request: Request) -> Prepared:
    query = dict(request.query_params)
    refuse_unknown(query, OF_FIGURES)

    def make(results: Results) -> Table:
        wanted = wanted_of(query, results.known)
        view = View(area=wanted.area, as_of=wanted.as_of, audience=results.audience)
        return tables.figures(Flat(results, setting_of(Scope(results, view)), wanted))

    return _prepared(request, "figures", make)


def _areas(request: Request) -> Prepared:
    refuse_unknown(request.query_params, ())
    return _prepared(request, "areas", lambda results: tables.areas(results.known))


def _catalogue(request: Request) -> Prepared:
    refuse_unknown(request.query_params, ())
    return _prepared(request, "catalogue", lambda results: tables.catalogue())


def _description(_request: Request) -> Prepared:
    data = json.dumps(openapi.description(), ensure_ascii=False, indent=1).encode("utf-8")
    return Prepared(lambda: data, "application/json", ())


RESOURCES: Mapping[str, Resource] = {
    "/figures": _figures,
    "/areas": _areas,
    "/catalogue": _catalogue,
    "/openapi.json": _description,
}


def _prepared(request: Request, name: str, make: Callable[[Results], Table]) -> Prepared:
    """An answer from the current version, for who sent the request. Problem when not allowed."""
    form = form_of(request.query_params, request.headers.get("accept", ""))
    results = _results(request, form)
    asked = (name, form, results.version, *sorted(request.query_params.items()))
    return Prepared(
        lambda: _made(results, form, asked, make), f"{form.mime}; charset=utf-8", asked[1:3]
    )


def _results(request: Request, form: Form) -> Results:
    address = request.client.host if request.client else ""
    who: Person = access.sender(request.headers, address)
    try:
        results = session.results_for(who, form.audience)
        results.door  # noqa: B018 (refuses who may not have these figures)
    except NoEntry:
        if who == access.NOBODY:
            raise Problem(401, "Meld u aan bij het dashboard.") from None
        raise Problem(403, "Uw rol geeft hier geen recht op; vraag audience=gemeente.") from None
    except DataFileProblem as problem:
        raise Problem(503, f"{problem} {problem.advice}") from problem
    return results


def _made(
    results: Results, form: Form, asked: tuple[object, ...], make: Callable[[Results], Table]
) -> bytes:
    """The answer, read by the audit, after the record of use has it."""
    write = tables.as_csv if form.name == "csv" else tables.as_json
    try:
        data = _AUDITED.get(asked, lambda: _audited(write(*make(results)), results, form, asked[0]))
        handing.note(results.who, What.EXPORT, f"adres {asked[0]} ({form.name})", results)
    except (NoFigures, NotPublished) as wrong:
        raise Problem(400, str(wrong)) from wrong
    except Unsafe as unsafe:
        raise Problem(500, "De controle geeft dit niet mee; meld dit de beheerder.") from unsafe
    except CannotRecord as problem:
        raise Problem(503, str(problem)) from problem
    return data


def _audited(data: bytes, results: Results, form: Form, name: object) -> bytes:
    view = View(audience=results.audience)
    refuse_unsafe({f"{name}_{form.audience}.{form.name}": data}, setting_of(Scope(results, view)))
    return data


class _Kept:
    """The last answers, each read by the audit once."""

    def __init__(self) -> None:
        """Nothing is kept yet."""
        self._lock = Lock()
        self._known: OrderedDict[tuple[object, ...], bytes] = OrderedDict()

    def get(self, asked: tuple[object, ...], make: Callable[[], bytes]) -> bytes:
        """What was made for what was asked, or what `make` makes now."""
        with self._lock:
            if asked in self._known:
                self._known.move_to_end(asked)
                return self._known[asked]
        data = make()
        with self._lock:
            self._known[asked] = data
            if len(self._known) > KEPT:
                self._known.popitem(last=False)
        return data


_AUDITED = _Kept()
