"""`bloei.py export`: cards, reports and all figures as files, as the dashboard makes them."""

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from commands.answers import WRONG_USAGE, busy, not_written, reason, say, stopped, warn
from commands.options import DataFile, data_file, day_of

Day = Annotated[
    datetime | None, typer.Option("--as-of", formats=["%Y-%m-%d"], help="Peildatum, jjjj-mm-dd.")
]


def export(
    report: Annotated[
        str, typer.Option(help="Een niveau (wijk, ...) of een vast rapport; zie --list.")
    ] = "",
    chart: Annotated[str, typer.Option(help="Naam van een kaartje, zoals overzicht.trend.")] = "",
    area: Annotated[str, typer.Option(help="Code of naam van een gebied; all: alle.")] = "",
    level: Annotated[
        str, typer.Option(help="Kaart, tabel of rapport per: stadsdeel, wijk, ...")
    ] = "",
    indicator: Annotated[str, typer.Option(help="Indicator van de kaart.")] = "",
    as_of: Day = None,
    window: Annotated[str, typer.Option(help="alles, jaar, kwartaal of maand")] = "alles",
    audience: Annotated[str, typer.Option(help="gemeente (afgerond) of intern")] = "gemeente",
    period: Annotated[
        str, typer.Option(help="Van alle cijfers: month, quarter, year, met komma's.")
    ] = "",
    formats: Annotated[
        str, typer.Option("--format", help="Met komma's. Alle cijfers: csv, swing, dcat.")
    ] = "",
    parts: Annotated[str, typer.Option(help="Delen van het rapport, met komma's.")] = "",
    explanation: Annotated[
        Path | None, typer.Option(help="Tekstbestand met de toelichting in het rapport.")
    ] = None,
    to: Annotated[Path | None, typer.Option("--out", help="Map voor de bestanden.")] = None,
    file: DataFile = None,
    verify: Annotated[
        Path | None, typer.Option(help="Een map met een export: is alles nog zoals het was?")
    ] = None,
    list_: Annotated[bool, typer.Option("--list", help="Toon wat er mee kan.")] = False,
) -> None:
    """Maak rapporten, losse kaartjes of alle cijfers als bestanden, om mee te nemen."""
    from analytics.figures.withheld import NotPublished
    from analytics.scope.question import WrongQuestion
    from commands.exporting import Asked, Exporting, choices
    from data.problems import DataFileProblem
    from exports.flat.collect import NoFigures
    from exports.house import HouseProblem
    from exports.safe import Unsafe

    if list_:
        say(choices())
        return
    if verify is not None:
        _verify(verify)
        return
    day = day_of(as_of)
    asked = Asked(
        report, chart, area, level, indicator, day, window, formats, parts, explanation, period
    )
    if to is None:
        raise stopped("Noem met --out de map voor de bestanden.", WRONG_USAGE)
    try:
        exporting = Exporting(data_file(file), audience, asked)
        for note in exporting.notes:
            warn(note)
        with busy("Bestanden maken"):
            names = exporting.deliver(to)
    except (WrongQuestion, NotPublished, NoFigures, HouseProblem) as wrong:
        raise stopped(str(wrong), WRONG_USAGE) from wrong
    except Unsafe as unsafe:
        raise stopped(str(unsafe)) from unsafe
    except DataFileProblem as problem:
        raise stopped(f"{problem} {problem.advice}") from problem
    except KeyboardInterrupt as interrupt:
        raise stopped("Gestopt; er is niets geschreven.") from interrupt
    except OSError as error:
        raise not_written(to, error) from error
    say(f"Klaar: {len(names)} bestanden in {to}.")


def _verify(folder: Path) -> None:
    """Says whether every file of an export is there as it was made."""
    from exports.manifest import SUMS, verify

    try:
        found = verify(folder)
    except OSError as error:
        raise stopped(f"{folder / SUMS} kan niet worden gelezen ({reason(error)}).") from error
    except ValueError as error:
        raise stopped(f"{folder}: {error} Maak de export opnieuw.") from error
    for name in found.unknown:
        warn(f"Niet nagekeken, want niet van deze export: {name}")
    if not found.is_good:
        told = [f"Veranderd: {name}" for name in found.changed]
        told += [f"Weg: {name}" for name in found.gone]
        raise stopped("\n".join([*told, "Maak de export opnieuw, of haal de map uit een back-up."]))
    say(f"Alle {len(found.good)} bestanden in {folder} zijn zoals ze zijn gemaakt.")
