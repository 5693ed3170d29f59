"""The description of the address for programs: OpenAPI 3, made from the words that it takes."""

from analytics.catalog import INDICATORS
from analytics.figures.doors.marts import Audience
from exports.flat.collect import LEVELS, PERIODS
from exports.flat.package import DEFINED, FIELDS
from pages._api import tables
from pages._api.asking import TYPES
from pages._api.replies import ROOT, VERSION

Node = dict[str, object]
_PROBLEMS = {
    "400": "De vraag kan niet worden gesteld; het antwoord zegt wat wel kan.",
    "401": "Niet aangemeld.",
    "403": "De rol geeft geen recht op deze cijfers.",
    "404": "Dit adres is er niet, of de ingang staat uit.",
    "406": "Dit formaat is er niet.",
    "503": "Er zijn nu geen gegevens.",
}
_JSON_TYPES = {"date": {"type": "string", "format": "date"}}


def description() -> Node:
    """The whole description."""
    return {
        "openapi": "3.0.3",
        "info": {
            "title": "Buurt in Bloei in cijfers",
            "version": VERSION,
            "description": (
                "Alleen lezen. Cijfers zijn afgerond, tenzij audience=intern en de rol dat mag."
                " Zonder format beslist de kop Accept. Dezelfde ETag betekent dezelfde gegevens."
            ),
            "contact": {"name": "WIJeindhoven", "url": "https://www.wijeindhoven.nl"},
        },
        "servers": [{"url": ROOT}],
        "paths": {
            "/figures": _path("Cijfers per indicator, periode en gebied", _of_figures(), _figure()),
            "/areas": _path("Gebieden", [], _texts(tables.AREA, optional=("parent",))),
            "/catalogue": _path("Wat de indicatoren betekenen", [], _catalogue()),
        },
    }


def _path(summary: str, parameters: list[Node], item: Node) -> Node:
    schema: Node = {"type": "array", "items": item}
    good: Node = {
        "description": summary,
        "headers": {name: {"schema": {"type": "string"}} for name in ("API-Version", "ETag")},
        "content": {
            TYPES["json"]: {"schema": schema},
            TYPES["csv"]: {"schema": {"type": "string"}},
        },
    }
    same: Node = {"description": "De gegevens zijn nog dezelfde (If-None-Match)."}
    problems = {status: _problem(words) for status, words in _PROBLEMS.items()}
    operation = summary.split(maxsplit=1)[0].lower()
    told = {
        "operationId": f"lees_{operation}",
        "summary": summary,
        "parameters": [*parameters, *_of_all()],
        "responses": {"200": good, "304": same, **problems},
    }
    return {"get": told}


def _problem(words: str) -> Node:
    properties = {"title": {"type": "string"}, "status": {"type": "integer"}}
    schema = {"type": "object", "properties": {**properties, "detail": {"type": "string"}}}
    return {"description": words, "content": {"application/problem+json": {"schema": schema}}}


def _of_figures() -> list[Node]:
    return [
        _several("indicator", [one.id for one in INDICATORS], "Welke cijfers.", required=True),
        _several("level", list(map(str, LEVELS)), "Niveaus; zonder: alle."),
        _parameter("area", {"type": "string"}, "Code of naam van een gebied; zonder: de stad."),
        _several("period", list(map(str, PERIODS)), "Alleen hele perioden; zonder: alle."),
        _parameter("as_of", {"type": "string", "format": "date"}, "Peildatum; zonder: de laatste."),
    ]


def _of_all() -> list[Node]:
    audiences: Node = {
        "type": "string",
        "enum": [str(one) for one in Audience],
        "default": "gemeente",
    }
    forms: Node = {"type": "string", "enum": list(TYPES)}
    return [
        _parameter("audience", audiences, "gemeente: afgerond; intern: exact, als de rol het mag."),
        _parameter("format", forms, "In plaats van de kop Accept."),
    ]


def _several(name: str, known: list[str], words: str, *, required: bool = False) -> Node:
    schema: Node = {"type": "array", "items": {"type": "string", "enum": known}}
    more = {"style": "form", "explode": False, "required": required}
    return _parameter(name, schema, words) | more


def _parameter(name: str, schema: Node, words: str) -> Node:
    return {"name": name, "in": "query", "description": words, "schema": schema}


def _figure() -> Node:
    properties = {
        name: {**_type(kind), "title": title, "description": words, "nullable": kind == "number"}
        for name, (kind, title, words) in FIELDS.items()
    }
    return {"type": "object", "properties": properties, "required": list(FIELDS)}


def _catalogue() -> Node:
    properties = {name: {"type": kind} for name, kind in DEFINED.items()}
    return {"type": "object", "properties": properties, "required": list(DEFINED)}


def _texts(names: tuple[str, ...], optional: tuple[str, ...]) -> Node:
    properties = {name: {"type": "string", "nullable": name in optional} for name in names}
    return {"type": "object", "properties": properties, "required": list(names)}


def _type(kind: str) -> Node:
    return dict(_JSON_TYPES.get(kind, {"type": kind}))
