"""One request to an application, as a server on this computer hands it over."""

import asyncio
import json
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from starlette.types import ASGIApp


@dataclass(frozen=True)
class Answer:
    """What came back."""

    status: int
    headers: dict[str, str]
    body: bytes

    def json(self) -> Any:
        return json.loads(self.body)


def get(app: ASGIApp, address: str, method: str = "GET", **headers: str) -> Answer:
    """The answer to a request for an address; a low line in the name of a header is a dash."""
    path, _, query = address.partition("?")
    sent = {"host": "localhost:8501", **headers}
    scope = {
        "type": "http", "http_version": "1.1", "method": method, "path": path, "root_path": "",
        "raw_path": path.encode(), "query_string": quote(query, safe="=&,").encode(),
        "scheme": "http", "server": ("localhost", 8501), "client": ("127.0.0.1", 1),
        "headers": [(n.replace("_", "-").encode(), v.encode()) for n, v in sent.items()],
    }  # fmt: skip
    messages: list[Any] = []

    asked = iter([{"type": "http.request", "body": b"", "more_body": False}])

    async def receive() -> Any:
        return next(asked, None) or await asyncio.Event().wait()  # nobody hangs up

    async def send(message: Any) -> None:
        messages.append(message)

    asyncio.run(app(scope, receive, send))  # type: ignore[arg-type]
    head = {name.decode(): value.decode() for name, value in messages[0]["headers"]}
    return Answer(messages[0]["status"], head, b"".join(m.get("body", b"") for m in messages[1:]))
