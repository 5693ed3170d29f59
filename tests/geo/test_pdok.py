"""Reading the buurten from a server that speaks the protocol of PDOK, faults included."""

import socket
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from geo.pdok import MOST_PAGES, NotRetrieved, fetch_buurten
from tests.geo.pdok_server import PATH, YEAR, Reply, Service, official, serving

Page = dict[str, Any]


@pytest.fixture
def service() -> Iterator[Service]:
    with serving(Service(official())) as running:
        yield running


def refused(service: Service, year: int = YEAR) -> str:
    with pytest.raises(NotRetrieved) as refusal:
        fetch_buurten(year, service.address)
    (line,) = str(refusal.value).splitlines()
    return line


def following(href: object) -> Callable[[int, Page], object]:
    """Every page has this address as its next."""
    return lambda number, page: page.update(links=[{"rel": "next", "href": href}])


def test_all_pages_are_read(service: Service) -> None:
    pieces = fetch_buurten(YEAR, service.address)
    assert len(service.asked) == 3
    assert [(piece.code, piece.name, piece.wijk) for piece in pieces] == [
        tuple(one["properties"][name] for name in ("buurtcode", "buurtnaam", "wijkcode"))
        for one in official()
    ]
    assert {piece.shape.geom_type for piece in pieces} == {"Polygon"}


def test_the_question_is_the_one_that_pdok_knows(service: Service) -> None:
    fetch_buurten(YEAR, f"{service.address}/")
    first = urlsplit(service.asked[0])
    assert first.path == PATH
    assert parse_qs(first.query) == {"f": ["json"], "limit": ["1000"], "gemeentecode": ["GM0772"]}


def test_the_service_may_be_asked_below_a_path(service: Service) -> None:
    with pytest.raises(NotRetrieved):
        fetch_buurten(YEAR, f"{service.address}/spiegel")
    assert service.asked[0].startswith(f"/spiegel{PATH}?")


def test_buurten_of_another_gemeente_stay_out(service: Service) -> None:
    best = {"buurtcode": "BU07530000", "wijkcode": "WK075300", "gemeentecode": "GM0753"}
    service.features.insert(3, service.features[0] | {"properties": best})
    service.filters = False
    assert len(fetch_buurten(YEAR, service.address)) == 116


def test_a_next_link_may_be_relative(service: Service) -> None:
    service.on_page = _relative
    assert len(fetch_buurten(YEAR, service.address)) == 116


@pytest.mark.parametrize("kind", ["application/json", "text/plain; charset=latin-1", ""])
def test_the_content_type_does_not_matter(service: Service, kind: str) -> None:
    service.features[0]["properties"]["buurtnaam"] = "Café"
    service.on_reply = lambda _, reply: replace(
        reply, headers=reply.headers | {"Content-Type": kind}
    )
    assert fetch_buurten(YEAR, service.address)[0].name == "Café"


def test_nobody_at_the_address_is_told() -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        port = closed.getsockname()[1]
    with pytest.raises(NotRetrieved, match=rf"^Geen verbinding met 127.0.0.1:{port} \(pagina 1\)"):
        fetch_buurten(YEAR, f"http://127.0.0.1:{port}")


def test_a_silent_service_is_left_after_the_timeout() -> None:
    started = time.monotonic()
    with socket.create_server(("127.0.0.1", 0)) as silent:
        address = f"http://127.0.0.1:{silent.getsockname()[1]}"
        with pytest.raises(NotRetrieved, match=r"^Geen antwoord op tijd van"):
            fetch_buurten(YEAR, address, timeout=0.1)
    assert time.monotonic() - started < 5


@pytest.mark.parametrize("address", ["", "pdok", "http://", "http://[::", "ftp://127.0.0.1"])
def test_no_address_is_told(address: str) -> None:
    with pytest.raises(NotRetrieved, match="kan niet worden opgevraagd"):
        fetch_buurten(YEAR, address)


def test_a_year_that_does_not_exist_is_told(service: Service) -> None:
    assert refused(service, 2031).startswith("Van 2031 is er geen kaart bij 127.0.0.1:")


def test_a_service_that_dies_at_the_second_page_is_told(service: Service) -> None:
    service.on_reply = lambda number, reply: reply if number == 1 else None
    assert "Geen verbinding met" in refused(service)
    assert "(pagina 2)" in refused(service)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda reply: replace(reply, missing=10), "is niet heel"),
        (lambda reply: replace(reply, body=reply.body[:-20]), "of niet heel"),
        (lambda reply: Reply(b'{"features": ['), "is geen GeoJSON of niet heel"),
        (lambda reply: Reply(b"<html>Storing</html>"), "is geen GeoJSON"),
        (lambda reply: Reply(b""), "is geen GeoJSON"),
        (lambda reply: Reply(b"\xff\xfe\xfd"), "is geen GeoJSON"),
        (lambda reply: Reply(b"[" * 100_000), "is geen GeoJSON"),
        (lambda reply: Reply(b"[]"), "is geen lijst van gebieden"),
        (lambda reply: Reply(b'{"title": "Storing"}'), "is geen lijst van gebieden"),
        (lambda reply: Reply(b"nee", headers={"Content-Encoding": "gzip"}), "is niet heel"),
        (lambda reply: Reply(b"", 500), "Antwoord 500 in plaats van een kaart"),
        (lambda reply: Reply(b"", 302, {"Location": "http://elders.nl"}), "Antwoord 302"),
    ],
)
@pytest.mark.parametrize("page", [1, 2])
def test_a_wrong_answer_is_told_with_its_page(
    service: Service, page: int, change: Callable[[Reply], Reply], told: str
) -> None:
    service.on_reply = lambda number, reply: change(reply) if number == page else reply
    line = refused(service)
    assert told in line
    assert f"(pagina {page})" in line


def test_half_a_page_is_told(service: Service) -> None:
    service.on_page = lambda number, page: page["features"].pop()
    assert refused(service).endswith("(pagina 1) is niet heel: 49 van 50 gebieden.")


def test_a_page_that_follows_itself_is_told(service: Service) -> None:
    service.on_page = lambda number, page: page["links"].append(
        {"rel": "next", "href": service.address + service.asked[0]}
    )
    service.page_size = 1000
    assert refused(service).endswith("houden niet op.")
    assert len(service.asked) == 1


def test_pages_without_end_are_told(service: Service) -> None:
    service.on_page = lambda number, page: page.update(
        features=[],
        numberReturned=0,
        links=[{"rel": "next", "href": f"{PATH}?limit=1&gemeentecode=GM0772&n={_count(service)}"}],
    )
    assert refused(service).endswith("houden niet op.")
    assert len(service.asked) == MOST_PAGES


@pytest.mark.parametrize("href", ["http://elders.nl/2", "https://127.0.0.1/2", "//x", "http://["])
def test_a_page_on_another_server_is_not_read(service: Service, href: str) -> None:
    service.on_page = following(href)
    assert refused(service).endswith(f"verwijst naar elders: {href}.")
    assert len(service.asked) == 1


@pytest.mark.parametrize("links", [None, "x", [None, 3], [{"href": "http://elders.nl"}]])
def test_links_of_another_form_are_no_next_page(service: Service, links: object) -> None:
    service.on_page = lambda number, page: page.update(links=links)
    assert len(fetch_buurten(YEAR, service.address)) == 50


def test_an_empty_collection_has_no_buurten(service: Service) -> None:
    service.features.clear()
    assert fetch_buurten(YEAR, service.address) == ()


@pytest.mark.parametrize("name", ["buurtcode", "wijkcode", "gemeentecode"])
@pytest.mark.parametrize("value", [None, "", -99997, "-99997", 7, ["x"]])
def test_a_missing_code_is_told(service: Service, name: str, value: object) -> None:
    service.features[60]["properties"][name] = value
    service.filters = False
    assert refused(service) == f"Een gebied op de kaart heeft geen {name}."


@pytest.mark.parametrize("feature", [None, 3, {}, {"properties": None}, {"properties": [1]}])
def test_a_feature_without_properties_is_told(service: Service, feature: object) -> None:
    service.on_page = lambda number, page: page["features"].__setitem__(0, feature)
    assert refused(service) == "Een gebied op de kaart heeft geen gemeentecode."


def test_a_name_may_be_missing(service: Service) -> None:
    service.features[0]["properties"]["buurtnaam"] = None
    del service.features[1]["properties"]["buurtnaam"]
    assert [piece.name for piece in fetch_buurten(YEAR, service.address)[:2]] == ["", ""]


@pytest.mark.parametrize(
    ("geometry", "told"),
    [
        (None, "is niet te lezen"),
        ({"type": "Polygon", "coordinates": [[[5.4, 51.4], [5.5]]]}, "is niet te lezen"),
        ({"type": "Polygon", "coordinates": "x"}, "is niet te lezen"),
        ({"type": "Polygon", "coordinates": [[[5, float("nan")]]]}, "is niet te lezen"),
        ({"type": "Point", "coordinates": [5.4, 51.4]}, "is geen vlak"),
    ],
)
def test_a_border_that_is_none_is_told(service: Service, geometry: object, told: str) -> None:
    service.features[0]["geometry"] = geometry
    assert refused(service) == f"De grens van buurt BU07721110 {told}."


def test_heights_are_left_out(service: Service) -> None:
    flat = fetch_buurten(YEAR, service.address)[0].shape
    (ring,) = service.features[0]["geometry"]["coordinates"]
    for point in ring:
        point.append(17.5)
    high = fetch_buurten(YEAR, service.address)[0].shape
    assert not high.has_z
    assert high.equals_exact(flat)


def _relative(number: int, page: Page) -> None:
    for link in page["links"]:
        link["href"] = link["href"].partition("?")[2] and "?" + link["href"].partition("?")[2]


def _count(service: Service) -> int:
    return len(service.asked)
