"""`datapackage.json`: what the columns and indicators of `cijfers.csv` are (Frictionless).

Source: Data Package and Table Schema, version 1 (specs.frictionlessdata.io).
"""

import json
from hashlib import sha256
from typing import Any

from analytics.catalog import Indicator
from analytics.catalog.explanation import explanation
from analytics.figures.result import Status
from exports.flat.collect import Flat
from exports.flat.table import HEADINGS, KEY

NAME = "datapackage.json"
FIELDS: dict[str, tuple[str, str, str]] = {
    "indicator": ("string", "Indicator", "Wat er is geteld; uitleg in de tabel indicatoren."),
    "period": ("string", "Periode", "Maand (2021-09), kwartaal (2021-Q3) of jaar (2021)."),
    "first_day": ("date", "Eerste dag", "De eerste dag van de periode."),
    "last_day": ("date", "Laatste dag", "De laatste dag; een stand is de stand op die avond."),
    "level": ("string", "Niveau", "gemeente, stadsdeel, wijk, buurt of team."),
    "area_code": ("string", "Gebiedscode", "Code van het CBS, van een stadsdeel of van een team."),
    "area_name": ("string", "Gebied", "Naam van het gebied."),
    "numerator": ("number", "Teller", "Wat er is geteld, voor het delen."),
    "denominator": ("number", "Noemer", "Waardoor is gedeeld; leeg bij een aantal."),
    "value": ("number", "Waarde", "Het cijfer, in de eenheid van de indicator."),
    "status": ("string", "Status", "shown: getoond; withheld: te weinig mensen om te tonen;"
               " not applicable: niet van toepassing; not started: hier was Buurt in Bloei nog niet"
               " gestart."),
    "audience": ("string", "Voor wie", "gemeente: afgerond; anders exact, om binnen te houden."),
}  # fmt: skip
DEFINED = {
    "id": "string", "label": "string", "unit": "string", "definition": "string",
    "counted": "string", "decimals": "integer", "source": "string",
}  # fmt: skip


def package(flat: Flat, csv_name: str, csv: bytes) -> bytes:
    """The description of the csv file of that name, as JSON."""
    setting = flat.setting
    told = {
        "profile": "tabular-data-package",
        "name": f"buurt-in-bloei-{setting.audience}",
        "title": " · ".join(("Buurt in Bloei in cijfers", *setting.marks)),
        "description": f"Peildatum {setting.as_of.isoformat()}. {setting.audience_words}",
        "sources": [{"title": source} for source in _sources(flat)],
        "resources": [_figures(flat, csv_name, csv), _indicators(flat)],
    }
    return (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def _sources(flat: Flat) -> list[str]:
    return list(dict.fromkeys(indicator.source for indicator in flat.wanted.indicators))


def _figures(flat: Flat, name: str, csv: bytes) -> dict[str, Any]:
    reference = {"resource": "indicatoren", "fields": "id"}
    return {
        "profile": "tabular-data-resource",
        "name": "cijfers",
        "path": name,
        "title": "Cijfers per indicator, periode en gebied",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "hash": f"sha256:{sha256(csv).hexdigest()}",
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "header": True},
        "schema": {
            "fields": [_field(heading) for heading in HEADINGS],
            "missingValues": [""],
            "primaryKey": list(KEY),
            "foreignKeys": [{"fields": "indicator", "reference": reference}],
        },
    }


def _field(heading: str) -> dict[str, Any]:
    kind, title, description = FIELDS[heading]
    constraints: dict[str, Any] = {"required": heading in (*KEY, "first_day", "last_day", "status")}
    if heading == "status":
        constraints["enum"] = [str(status) for status in Status]
    field = {"name": heading, "type": kind, "title": title, "description": description}
    return {**field, "format": "default", "constraints": constraints}


def _indicators(flat: Flat) -> dict[str, Any]:
    """The catalogue as a table of its own inside the description."""
    return {
        "profile": "tabular-data-resource",
        "name": "indicatoren",
        "title": "Wat de indicatoren betekenen",
        "data": [defined(indicator) for indicator in flat.wanted.indicators],
        "schema": {
            "fields": [{"name": name, "type": kind} for name, kind in DEFINED.items()],
            "primaryKey": ["id"],
        },
    }


def defined(indicator: Indicator) -> dict[str, str | int]:
    """What an indicator is, by the columns of the table of indicators."""
    told = explanation(indicator)
    return {
        "id": indicator.id,
        "label": indicator.label,
        "unit": indicator.unit,
        "definition": told.definition,
        "counted": " ".join((told.counted, *told.pitfalls)),
        "decimals": indicator.decimals,
        "source": told.source,
    }
