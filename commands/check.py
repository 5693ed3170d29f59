"""`bloei.py check`, `audit` and `docs`: checks on a data file, on what goes out, on the docs."""

from pathlib import Path
from typing import Annotated

import typer

from commands.answers import REFUSED, WRONG_USAGE, busy, not_written, reason, say, stopped
from commands.options import ROOT, Report
from commands.paths import refuse_report, save_report

INCOMPLETE = 2  # nothing was found, but not everything could be looked into


def audit(
    paths: Annotated[list[Path], typer.Argument(help="Bestanden of mappen die naar buiten gaan.")],
    threshold: Annotated[
        int, typer.Option(min=3, max=10, help="Kleinere aantallen horen er niet in.")
    ] = 5,
    report: Report = None,
) -> None:
    """Kijk als een indringer naar bestanden: wat is er over kleine groepen uit op te maken?

    Uitkomst 0: niets gevonden; 1: er is iets gevonden; 2: niet volledig onderzocht.
    """
    from exports.audit import audit as examine

    refuse_report(report, paths)
    for path in paths:
        if not path.exists():
            raise stopped(f"{path} bestaat niet.", WRONG_USAGE)
    try:
        found = examine(paths, threshold=threshold)
    except OSError as error:
        raise stopped(f"{error.filename} kan niet worden gelezen ({reason(error)}).") from error
    try:
        save_report(report, found.as_json())
    except OSError as error:
        raise not_written(report or ROOT, error) from error
    say(found.as_text())
    if found.failed:
        raise typer.Exit(REFUSED)
    if not found.complete:
        raise typer.Exit(INCOMPLETE)


def check(
    file: Annotated[Path, typer.Argument(help="Het gegevensbestand.")],
    series: Annotated[
        Path | None,
        typer.Option(envvar="BLOEI_SERIES", help="Map met de reeksen; anders reeksen ernaast."),
    ] = None,
) -> None:
    """Kijk een gegevensbestand na: records, sommen, afronding, codelijsten en grenzen."""
    from analytics.disclosure.proof import all_problems
    from geo.coverage import drawn_faults

    with busy("Alles opnieuw uitrekenen en vergelijken"):
        found = [*all_problems(file, series), *drawn_faults()]
    if found:
        raise stopped("\n".join(found))
    say(
        f"{file} is in orde: alles volgt uit de records, en wat naar buiten gaat uit het grootboek."
    )


def docs(
    check: Annotated[bool, typer.Option(help="Schrijf niets; meld wat niet klopt.")] = False,
) -> None:
    """Schrijf de pagina's van docs/ die uit de catalogus, het contract en de afronding komen."""
    from commands.documents import pages

    for name, text in pages(ROOT / "tests" / "samples" / "2021-10").items():
        path = ROOT / "docs" / name
        if not check:
            path.write_text(text, encoding="utf-8")
        elif not path.exists() or path.read_text(encoding="utf-8") != text:
            raise stopped(f"docs/{name} is niet bij: draai `make docs`.")
