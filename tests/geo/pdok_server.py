"""A server on this machine that speaks the protocol of PDOK, with every fault it can have."""

import gzip
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

from tests.geo.maps import carried

YEAR = 2024
PATH = f"/cbs/wijken-en-buurten-{YEAR}/ogc/v1/collections/buurten/items"

Feature = dict[str, Any]


@dataclass(frozen=True)
class Reply:
    """What goes over the line; `missing` bytes are announced but not sent."""

    body: bytes
    status: int = 200
    headers: dict[str, str] = field(
        default_factory=lambda: {"Content-Type": "application/geo+json"}
    )
    missing: int = 0


@dataclass
class Service:
    """A running service: what it serves and how it fails, by number of the page."""

    features: list[Feature]
    page_size: int = 50
    filters: bool = True
    on_page: Callable[[int, dict[str, Any]], object] = lambda number, page: None
    on_reply: Callable[[int, Reply], Reply | None] = lambda number, reply: reply
    address: str = ""
    asked: list[str] = field(default_factory=list)


def official() -> list[Feature]:
    """The carried buurten with the properties that PDOK gives."""
    features: list[Feature] = carried()["features"]
    for feature in features:
        feature["properties"] |= {
            "gemeentecode": "GM0772",
            "gemeentenaam": "Eindhoven",
            "aantal_inwoners": -99997,
        }
    return features


@contextmanager
def serving(service: Service) -> Iterator[Service]:
    """The service on a free port of this machine, until the end of the block."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            service.asked.append(self.path)
            reply = _reply(service, self.path, "gzip" in self.headers.get("Accept-Encoding", ""))
            if reply is None:  # the server dies
                self.connection.close()
                return
            self.send_response(reply.status)
            for name, value in reply.headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(reply.body) + reply.missing))
            self.end_headers()
            self.wfile.write(reply.body)

        def log_message(self, format: str, *args: object) -> None:
            """Nothing: the tests read `asked`."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    service.address = f"http://127.0.0.1:{server.server_address[1]}"
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield service
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def _reply(service: Service, path: str, zipped: bool) -> Reply | None:
    asked = urlsplit(path)
    query = {name: values[0] for name, values in parse_qs(asked.query).items()}
    if asked.path != PATH:
        return Reply(b'{"title":"Not Found"}', 404)
    start = int(query.get("offset", 0))
    number = start // service.page_size + 1
    page = _page(service, query, start)
    service.on_page(number, page)
    reply = Reply(json.dumps(page).encode())
    if zipped:
        headers = reply.headers | {"Content-Encoding": "gzip"}
        reply = replace(reply, body=gzip.compress(reply.body), headers=headers)
    return service.on_reply(number, reply)


def _page(service: Service, query: dict[str, str], start: int) -> dict[str, Any]:
    matched = [
        feature
        for feature in service.features
        if not service.filters
        or feature["properties"].get("gemeentecode", query["gemeentecode"]) == query["gemeentecode"]
    ]
    end = start + min(int(query["limit"]), service.page_size)
    links = [{"rel": "self", "href": f"{service.address}{PATH}"}]
    if end < len(matched):
        following = urlencode(query | {"offset": str(end)})
        links.append({"rel": "next", "href": f"{service.address}{PATH}?{following}"})
    features = matched[start:end]
    return {
        "type": "FeatureCollection",
        "links": links,
        "numberReturned": len(features),
        "features": features,
    }
