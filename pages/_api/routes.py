"""The way in for programs: which address answers what, and to whom.

What a request may see is decided by who sent it, as for a page; what it gets goes through the same
audit as a file, and stands in the record of use.
"""

import logging
import os
from hashlib import sha256

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from pages._api.replies import ALLOWED, ROOT, VERSION, Problem, reply, same

SWITCH = "BLOEI_API"  # the environment variable that opens it
OFF = f"De ingang voor programma's staat uit. Wie het dashboard start, zet hem aan met {SWITCH}=1."
METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")

logger = logging.getLogger(__name__)


def is_on() -> bool:
    """Whether the owner opened the way in."""
    return os.environ.get(SWITCH, "") == "1"


def routes(base: str) -> tuple[Route, ...]:
    """Everything below /api; what is not there is a problem that a program can read."""
    paths = (f"{base}/api", f"{base}/api/{{path:path}}")
    return tuple(Route(path, _answered, methods=list(METHODS)) for path in paths)


def _answered(request: Request) -> Response:
    """The answer; whatever goes wrong, a problem without figures in it."""
    try:
        return _answer(request)
    except Problem as problem:
        return problem.reply()
    except Exception as error:
        logger.error("Onverwachte fout %s in het adres", type(error).__name__)
        return Problem(500, "De gegevens zijn niet geraakt. Probeer het later nog eens.").reply()


def _answer(request: Request) -> Response:
    if not is_on():
        raise Problem(404, OFF)
    if request.method not in ALLOWED:
        raise Problem(405, f"Kies als methode uit: {', '.join(ALLOWED)}.")
    # Imported late: its caches log a warning when they are made before the server runs.
    from pages._api.resources import RESOURCES  # noqa: PLC0415

    name = f"/api/{request.path_params.get('path', '')}".removeprefix(ROOT)
    resource = RESOURCES.get(name)
    if resource is None:
        names = ", ".join(f"{ROOT}{one}" for one in RESOURCES)
        raise Problem(404, f"Kies uit: {names}, zonder schuine streep aan het eind.")
    prepared = resource(request)
    asked = (VERSION, name, *sorted(request.query_params.items()), *prepared.about)
    tag = f'"{sha256(repr(asked).encode()).hexdigest()[:32]}"'
    if tag in request.headers.get("if-none-match", ""):
        return same(tag)
    return reply(prepared.make(), prepared.mime, tag)
