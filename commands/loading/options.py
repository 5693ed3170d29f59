"""The options of `bloei.py import`, as they are typed and explained."""

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

_SERIES = "De reeks"  # the heading of its options in --help

Sources = Annotated[list[Path], typer.Argument(help="Bestanden of een map van de levering.")]
Mapping = Annotated[Path | None, typer.Option(help="Bestand met eigen kolomkoppen (TOML of JSON).")]
Strict = Annotated[bool, typer.Option(help="Weiger alles bij een geweigerde rij.")]
AcceptLess = Annotated[
    bool, typer.Option("--accept-less", help="Ook als er veel minder is dan er staat.")
]
Add = Annotated[
    bool, typer.Option("--add", help="Voeg toe aan wat er is; gelijke nummers vervangen.")
]
Rehearse = Annotated[
    bool, typer.Option("--rehearse", help="Proef: toon wat er verandert, verander niets.")
]
Refused = Annotated[
    Path | None, typer.Option(help="Bewaar de geweigerde rijen als werkmap (.xlsx).")
]
Keep = Annotated[
    int, typer.Option(min=2, envvar="BLOEI_VERSIONS", help="Zoveel versies blijven bewaard.")
]
ProgressJson = Annotated[
    bool, typer.Option("--progress-json", help="Meld elke stap als een regel JSON.")
]
Threshold = Annotated[
    int | None,
    typer.Option(
        min=3,
        max=10,
        help="Kleinere aantallen komen niet naar buiten (eerste keer: 5).",
        rich_help_panel=_SERIES,
    ),
]
SeriesPlace = Annotated[
    Path | None,
    typer.Option(
        envvar="BLOEI_SERIES",
        help="Map met de reeksen; anders reeksen naast --to.",
        rich_help_panel=_SERIES,
    ),
]
NewSeries = Annotated[
    str, typer.Option(help="Begin met opzet een nieuwe reeks.", rich_help_panel=_SERIES)
]
FromMonth = Annotated[
    datetime | None,
    typer.Option(
        formats=["%Y-%m"],
        help="Eerste maand van een nieuwe reeks, als jjjj-mm.",
        rich_help_panel=_SERIES,
    ),
]
SeriesKey = Annotated[
    Path | None,
    typer.Option(
        help="De sleutel die bij de reeks hoort te horen; een andere wordt geweigerd.",
        rich_help_panel=_SERIES,
    ),
]
