"""A record for a data catalogue, made from the catalogue of indicators, after DCAT-AP-NL 3.0.

Source: docs.geostandaarden.nl/dcat/dcat-ap-nl30. Who publishes, where and under which licence
stands in publisher.toml.
"""

import json
import tomllib
from datetime import date
from pathlib import Path
from typing import Any

from data.reference.areas import city
from exports.flat.collect import Flat

_PUBLISHER = Path(__file__).parent / "publisher.toml"
_EU = "http://publications.europa.eu/resource/authority"
_CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_FILES = {
    "csv": ("cijfers_{}.csv", "CSV", "text/csv"),
    "xlsx": (
        "swing_{}.xlsx", "XLSX",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ),
    "html": ("kijkdoos_{}.html", "HTML", "text/html"),
}  # fmt: skip


def record(flat: Flat) -> bytes:
    """The catalogue with one dataset and its files, as JSON-LD."""
    told = tomllib.loads(_PUBLISHER.read_text(encoding="utf-8"))
    publisher, address = _publisher(told["publisher"]), told["dataset"]["address"]
    catalogue = {
        "@context": _CONTEXT,
        "@id": address,
        "@type": "dcat:Catalog",
        "dct:title": _dutch("Buurt in Bloei"),
        "dct:description": _dutch(f"Cijfers over Buurt in Bloei in {city().name}."),
        "dct:publisher": publisher,
        "dcat:dataset": [_dataset(flat, told, publisher)],
    }
    return (json.dumps(catalogue, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def _dataset(flat: Flat, told: dict[str, Any], publisher: dict[str, Any]) -> dict[str, Any]:
    setting, dataset = flat.setting, told["dataset"]
    is_open = "RESTRICTED" if setting.is_intern else "PUBLIC"
    address = f"{dataset['address']}cijfers_{_whose(flat)}"
    return {
        "@id": address,
        "@type": "dcat:Dataset",
        "dct:identifier": address,
        "dct:title": _dutch(" · ".join(("Buurt in Bloei in cijfers", *setting.marks))),
        "dct:description": _dutch(_description(flat)),
        "dct:publisher": publisher,
        "dct:creator": publisher,
        "dcat:contactPoint": _contact(told["publisher"]),
        "dcat:theme": {"@id": dataset["theme"]},
        "dcat:keyword": [_dutch(indicator.label) for indicator in flat.wanted.indicators],
        "dct:accessRights": {"@id": f"{_EU}/access-right/{is_open}"},
        "dct:language": {"@id": f"{_EU}/language/NLD"},
        "dct:accrualPeriodicity": {"@id": f"{_EU}/frequency/MONTHLY"},
        "dct:modified": _day(setting.as_of),
        "dct:temporal": _time(flat),
        "dcat:distribution": [
            _file(flat, dataset, kind) for kind in _FILES if kind != "html" or not setting.is_intern
        ],
    }


def _description(flat: Flat) -> str:
    setting = flat.setting
    means = [f"{one.label}: {one.definition}" for one in flat.wanted.indicators]
    return "\n".join((f"Peildatum {setting.as_of}. {setting.audience_words}", *means))


def _file(flat: Flat, dataset: dict[str, Any], kind: str) -> dict[str, Any]:
    pattern, form, mime = _FILES[kind]
    name = pattern.format(_whose(flat))
    address = dataset["address"] + name
    return {
        "@id": address,
        "@type": "dcat:Distribution",
        "dct:title": _dutch(name),
        "dcat:accessURL": {"@id": dataset["address"]},
        "dcat:downloadURL": {"@id": address},
        "dct:license": {"@id": dataset["licence"]},
        "dct:format": {"@id": f"{_EU}/file-type/{form}"},
        "dcat:mediaType": {"@id": f"http://www.iana.org/assignments/media-types/{mime}"},
    }


def _whose(flat: Flat) -> str:
    """Of which area and for whom, as files are called: SD5_gemeente."""
    return "_".join(filter(None, (flat.wanted.area, flat.setting.audience)))


def _publisher(told: dict[str, str]) -> dict[str, Any]:
    return {"@id": told["uri"], "@type": "foaf:Agent", "foaf:name": _dutch(told["name"])}


def _contact(told: dict[str, str]) -> dict[str, Any]:
    page = {"@id": told["homepage"]}
    return {"@type": "vcard:Organization", "vcard:fn": told["name"], "vcard:hasURL": page}


def _time(flat: Flat) -> dict[str, Any]:
    days = [figure.days for figure in flat.figures]
    first, last = min(part.start for part in days), max(part.end for part in days)
    return {"@type": "dct:PeriodOfTime", "dcat:startDate": _day(first), "dcat:endDate": _day(last)}


def _day(day: date) -> dict[str, str]:
    return {"@value": day.isoformat(), "@type": "xsd:date"}


def _dutch(text: str) -> dict[str, str]:
    return {"@value": text, "@language": "nl"}
