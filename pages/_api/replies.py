"""What every answer of the address has: its version, and a problem as a program can read it.

Source: API Design Rules 2 of the Dutch public sector
(logius-standaarden.github.io/API-Design-Rules), and RFC 9457 for problems.
"""

import json
from dataclasses import dataclass

from starlette.responses import Response

VERSION = "1.0.0"
ROOT = "/api/v1"
ALLOWED = ("GET", "HEAD")
NOT_MODIFIED = 304
_HEADERS = {
    "API-Version": VERSION,
    "Cache-Control": "private, no-cache",
    "X-Content-Type-Options": "nosniff",
}
_TITLES = {
    400: "Deze vraag kan niet worden gesteld",
    401: "Eerst aanmelden",
    403: "Dit mag u niet zien",
    404: "Dit is er niet",
    405: "Hier kan alleen worden gelezen",
    406: "Dit formaat is er niet",
    500: "Er ging iets mis",
    503: "Er zijn nu geen gegevens",
}


@dataclass
class Problem(Exception):
    """Why there is no answer: an HTTP status and a Dutch sentence that says what to do."""

    status: int
    detail: str

    def reply(self) -> Response:
        """The problem as application/problem+json."""
        told = {"title": _TITLES[self.status], "status": self.status, "detail": self.detail}
        data = json.dumps(told, ensure_ascii=False).encode("utf-8")
        headers = {"Allow": ", ".join(ALLOWED)} if self.status == 405 else {}  # noqa: PLR2004
        return Response(
            data, self.status, _HEADERS | headers, media_type="application/problem+json"
        )


def reply(data: bytes, mime: str, tag: str) -> Response:
    """An answer, with the tag by which it is known again."""
    return Response(data, headers={**_HEADERS, "ETag": tag, "Vary": "Accept"}, media_type=mime)


def same(tag: str) -> Response:
    """That the answer is the one that the program has."""
    return Response(status_code=NOT_MODIFIED, headers={**_HEADERS, "ETag": tag, "Vary": "Accept"})
