"""Options that several commands have."""

import os
from datetime import date, datetime
from pathlib import Path
from typing import Annotated

import typer

ROOT = Path(__file__).parent.parent

Target = Annotated[Path, typer.Option("--to", help="Het gegevensbestand dat wordt gemaakt.")]
Day = Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"], help="Dag als jjjj-mm-dd.")]
Report = Annotated[Path | None, typer.Option(help="Bewaar het verslag als JSON (.json).")]
DataFile = Annotated[Path | None, typer.Option(help="Gegevensbestand.")]


def day_of(moment: datetime | None) -> date | None:
    """The day that was given, if one was."""
    return moment.date() if moment else None


def data_file(given: Path | None) -> Path:
    """The data file that is asked: the given one, that of BLOEI_DATABASE, or the demo."""
    from data.reference.areas import CITY

    return given or Path(os.environ.get("BLOEI_DATABASE", CITY / "data" / "demo.duckdb"))
