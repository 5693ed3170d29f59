"""`bloei.py check`, `audit` and `docs`: checks on a data file, on what goes out, on the docs."""

from pathlib import Path
from typing import Annotated

import typer

from commands.answers import REFUSED, WRONG_USAGE, busy, not_written, say, stopped
from commands.options import ROOT, Report
from commands.paths import refuse_report, save_report


def audit(
    paths: Annotated[list[Path], typer.Argument(help="Bestanden of mappen die naar buiten gaan.")],
    threshold: Annotated[
        int, typer.Option(min=3, max=10, help="Kleinere aantallen horen er niet in.")
    ] = 5,
    report: Report = None,
) -> None:
    """Kijk als een indringer naar bestanden: wat is er over kleine groepen uit op te maken?"""
    from analytics.disclosure.intruder import audit as examine

    refuse_report(report, paths)
    for path in paths:
        if not path.exists():
            raise stopped(f"{path} bestaat niet.", WRONG_USAGE)
    found = examine(paths, threshold=threshold)
    alarms = _two_series(paths)
    try:
        save_report(report, {**found.as_json(), "series": alarms})
    except OSError as error:
        raise not_written(report or ROOT, error) from error
    for text in (found.as_text(), *alarms):
        say(text)
    if found.failed or alarms:
        raise typer.Exit(REFUSED)


def _two_series(paths: list[Path]) -> list[str]:
    """What the manifests among the files tell of two series over the same months."""
    from analytics.disclosure.series.overlap import alarm, of_manifest, overlaps
    from exports.manifest import NAME

    inside = [file for path in paths for file in (path, *sorted(path.rglob(NAME)))]
    manifests = {file.resolve(): file for file in inside if file.name == NAME}
    told = [of_manifest(str(file), file.read_bytes()) for file in manifests.values()]
    return [alarm(*pair) for pair in overlaps(one for one in told if one)]


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
    from analytics.documentation import pages

    for name, text in pages(ROOT / "tests" / "samples" / "2021-10").items():
        path = ROOT / "docs" / name
        if not check:
            path.write_text(text, encoding="utf-8")
        elif not path.exists() or path.read_text(encoding="utf-8") != text:
            raise stopped(f"docs/{name} is niet bij: draai `make docs`.")
