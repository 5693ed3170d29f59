"""`bloei.py recognise`: what a delivery holds, for the page that asks about it."""

import json
from pathlib import Path
from typing import Annotated

import typer

from commands.answers import stopped


def recognise(
    sources: Annotated[list[Path], typer.Argument(help="Bestanden of een map van de levering.")],
    mapping: Annotated[
        Path | None, typer.Option(help="Bestand met eigen kolomkoppen (TOML of JSON).")
    ] = None,
) -> None:
    """Toon als JSON welk blad welke tabel is, en welke kop welke kolom."""
    from data.delivery.overview import overviews
    from data.problems import DeliveryRefused

    try:
        found = overviews(sources, mapping)
    except DeliveryRefused as refusal:
        raise stopped(str(refusal)) from refusal
    print(json.dumps([sheet.as_json() for sheet in found]), flush=True)
