"""The options of `bloei.py export`, as they are typed and explained."""

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

Day = Annotated[
    datetime | None, typer.Option("--as-of", formats=["%Y-%m-%d"], help="Peildatum, jjjj-mm-dd.")
]
Report = Annotated[
    str, typer.Option(help="Een niveau (wijk, ...) of een vast rapport; zie --list.")
]
Chart = Annotated[str, typer.Option(help="Naam van een kaartje, zoals overzicht.trend.")]
Area = Annotated[str, typer.Option(help="Code of naam van een gebied; all: alle.")]
AtLevel = Annotated[str, typer.Option(help="Kaart, tabel of rapport per: stadsdeel, wijk, ...")]
MapIndicator = Annotated[str, typer.Option(help="Indicator van de kaart.")]
InWindow = Annotated[str, typer.Option(help="alles, jaar, kwartaal of maand")]
ForAudience = Annotated[str, typer.Option(help="gemeente (afgerond) of intern")]
Periods = Annotated[str, typer.Option(help="Van alle cijfers: month, quarter, year, met komma's.")]
Formats = Annotated[
    str,
    typer.Option(
        "--format", help="Met komma's. Alle cijfers: html (kijkdoos), csv, xlsx, swing, dcat."
    ),
]
Parts = Annotated[str, typer.Option(help="Delen van het rapport, met komma's.")]
Explanation = Annotated[
    Path | None, typer.Option(help="Tekstbestand met de toelichting in het rapport.")
]
Template = Annotated[
    str, typer.Option(help="Eigen sjabloon: pptx, potx, docx of dotx, met komma's.")
]
OutFolder = Annotated[Path | None, typer.Option("--out", help="Map voor de bestanden.")]
Verify = Annotated[
    Path | None, typer.Option(help="Een map met een export: is alles nog zoals het was?")
]
Refresh = Annotated[
    Path | None,
    typer.Option(help="Een presentatie van hier, ook als u haar bewerkte: met nieuwe cijfers."),
]
ShowList = Annotated[bool, typer.Option("--list", help="Toon wat er mee kan.")]
