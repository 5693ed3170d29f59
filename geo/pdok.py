"""The buurten of Eindhoven from the service of PDOK: the only module that uses the network.

Protocol: OGC API Features, part 1 (OGC 17-069r4): GeoJSON in WGS84, in pages that a link with
relation `next` chains together. Licence of the data: CBS/Kadaster, CC BY 4.0.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin, urlsplit

import requests
import shapely
from requests.exceptions import ChunkedEncodingError, ContentDecodingError

from data.reference.areas import city

BASE_URL = "https://api.pdok.nl"
COLLECTION = "cbs/wijken-en-buurten-{year}/ogc/v1/collections/buurten/items"
PAGE_SIZE = 1_000  # the most that the service gives at once
MOST_PAGES = 200
TIMEOUT_SECONDS = 30.0
NO_VALUE = "-999"  # CBS writes -99990 and below, as a number or as text, where it has no value

Json = Mapping[str, Any]


class NotRetrieved(Exception):
    """The service did not give the buurten; the message says in one Dutch line why."""


@dataclass(frozen=True)
class Piece:
    """One feature of the service: a buurt, or a part of one (land and water may be apart).

    `shape` is a Polygon or MultiPolygon in degrees, longitude first; `name` may be "".
    """

    code: str
    name: str
    wijk: str
    shape: shapely.Geometry


@dataclass(frozen=True)
class _Service:
    session: requests.Session
    host: str
    year: int
    timeout: float


def fetch_buurten(
    year: int, base_url: str = BASE_URL, timeout: float = TIMEOUT_SECONDS
) -> tuple[Piece, ...]:
    """All buurten of Eindhoven on the wijk- en buurtkaart of a year, from all pages.

    `timeout` is in seconds, for each silence of the service. What the service gives of another
    gemeente is left out.

    Raises:
        NotRetrieved: when the service does not answer, does not know the year, answers with
            something else, or only in part.
    """
    gemeente = city().code
    address = f"{base_url.rstrip('/')}/{COLLECTION.format(year=year)}"
    first = f"{address}?f=json&limit={PAGE_SIZE}&gemeentecode={gemeente}"
    with requests.Session() as session:
        service = _Service(session, _host(base_url), year, timeout)
        features = [feature for page in _pages(service, first) for feature in page]
    return tuple(_piece(one) for one in features if _text(one, "gemeentecode") == gemeente)


def _pages(service: _Service, first: str) -> Iterator[list[Json]]:
    url, seen = first, set[str]()
    while url:
        if url in seen or len(seen) == MOST_PAGES:
            raise NotRetrieved(f"De pagina's van {service.host} houden niet op.")
        seen.add(url)
        where = f"{service.host} (pagina {len(seen)})"
        page = _collection(_answer(service, url, where), where)
        yield page["features"]
        url = _next(page, url, where)


# A redirect is not followed: it could lead to another host.
def _answer(service: _Service, url: str, where: str) -> bytes:
    try:
        answer = service.session.get(url, timeout=service.timeout, allow_redirects=False)
    except requests.Timeout as error:
        raise NotRetrieved(f"Geen antwoord op tijd van {where}. Probeer het later.") from error
    except requests.ConnectionError as error:
        raise NotRetrieved(f"Geen verbinding met {where}. Kijk of er internet is.") from error
    except (ChunkedEncodingError, ContentDecodingError) as error:
        raise NotRetrieved(f"Het antwoord van {where} is niet heel.") from error
    except (requests.RequestException, ValueError) as error:
        raise NotRetrieved(f"Het adres {url} kan niet worden opgevraagd.") from error
    if answer.status_code == requests.codes.not_found:
        raise NotRetrieved(f"Van {service.year} is er geen kaart bij {where}: antwoord 404.")
    if answer.status_code != requests.codes.ok:
        raise NotRetrieved(f"Antwoord {answer.status_code} in plaats van een kaart van {where}.")
    return answer.content


# The body is judged, not its content type: servers call GeoJSON by several names.
def _collection(body: bytes, where: str) -> Json:
    try:
        page = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise NotRetrieved(f"Het antwoord van {where} is geen GeoJSON of niet heel.") from error
    features = page.get("features") if isinstance(page, dict) else None
    if not isinstance(features, list):
        raise NotRetrieved(f"Het antwoord van {where} is geen lijst van gebieden.")
    told = page.get("numberReturned", len(features))
    if told != len(features):
        raise NotRetrieved(
            f"Het antwoord van {where} is niet heel: {len(features)} van {told} gebieden."
        )
    return {"features": features, "links": page.get("links")}


def _next(page: Json, url: str, where: str) -> str:
    links = page["links"] if isinstance(page["links"], list) else []
    found = [
        str(link.get("href"))
        for link in links
        if isinstance(link, dict) and link.get("rel") == "next"
    ]
    if not found:
        return ""
    try:
        following = urljoin(url, found[0])
        elsewhere = urlsplit(following)[:2] != urlsplit(url)[:2]
    except ValueError:
        elsewhere = True
    if elsewhere:
        raise NotRetrieved(f"Het antwoord van {where} verwijst naar elders: {found[0]}.")
    return following


def _piece(feature: Json) -> Piece:
    code = _text(feature, "buurtcode")
    return Piece(
        code=code,
        name=str(feature["properties"].get("buurtnaam") or ""),
        wijk=_text(feature, "wijkcode"),
        shape=_shape(feature, code),
    )


def _text(feature: Json, name: str) -> str:
    properties = feature.get("properties") if isinstance(feature, dict) else None
    value = properties.get(name) if isinstance(properties, dict) else None
    if not isinstance(value, str) or not value.strip() or value.startswith(NO_VALUE):
        raise NotRetrieved(f"Een gebied op de kaart heeft geen {name}.")
    return value.strip()


def _shape(feature: Json, code: str) -> shapely.Geometry:
    try:
        shape = shapely.from_geojson(json.dumps(feature.get("geometry")))
    except shapely.errors.GEOSException as error:
        raise NotRetrieved(f"De grens van buurt {code} is niet te lezen.") from error
    if shape.geom_type not in {"Polygon", "MultiPolygon"}:
        raise NotRetrieved(f"De grens van buurt {code} is geen vlak.")
    return shapely.force_2d(shape)


def _host(url: str) -> str:
    return url.partition("//")[2].partition("/")[0] or url
