"""`bloei.py demo`: a data file with made-up data, or a whole country of them."""

from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from commands.answers import WRONG_USAGE, busy, not_written, say, stopped
from commands.options import Target
from commands.paths import refuse_target


def demo(
    to: Target,
    seed: Annotated[int, typer.Option(help="Begingetal; hetzelfde getal geeft hetzelfde.")] = 2021,
    scale: Annotated[float, typer.Option(min=0.01, help="Zoveel keer zo groot.")] = 1.0,
    country: Annotated[bool, typer.Option("--country", help="Een land; --to is een map.")] = False,
    gemeenten: Annotated[
        int | None, typer.Option(min=1, help="Met --country: alleen de eerste zoveel.")
    ] = None,
) -> None:
    """Maak een bestand met verzonnen gegevens die het gepubliceerde verhaal vertellen."""
    if gemeenten is not None and not country:
        raise stopped("--gemeenten hoort bij --country.", WRONG_USAGE)
    if country:
        _country(to, gemeenten, seed, scale)
    else:
        _city(to, seed, scale)


def _country(folder: Path, count: int | None, seed: int, scale: float) -> None:
    from commands.country import Country, write_country

    if folder.exists() and not folder.is_dir():
        raise stopped(f"{folder} is een bestand. Een land komt in een map: noem die bij --to.")
    try:
        with busy("Gemeenten maken") as progress:
            made = write_country(Country(folder, seed, scale), count, progress)
    except KeyboardInterrupt as stop:
        raise stopped("Gestopt. Wat heel is, blijft; dezelfde opdracht gaat verder.") from stop
    except OSError as error:
        raise not_written(folder, error) from error
    say(f"Klaar: {folder} bevat {made} verzonnen gemeenten, elk in een eigen map.")


def _city(to: Path, seed: int, scale: float) -> None:
    from data.file.lock import locked
    from data.file.versions import versioned

    refuse_target(to)
    try:
        with locked(to.parent, versioned(to).parent), busy("Demogegevens maken") as progress:
            _refuse_real(to)
            _draw_boundaries(progress)
            _write_demo(to, seed, scale, progress)
    except ValueError as error:
        raise stopped(str(error), WRONG_USAGE) from error
    except OSError as error:
        raise not_written(to, error) from error
    say(f"Klaar: {to} bevat demogegevens; geen enkele inwoner bestaat echt.")


def _write_demo(to: Path, seed: int, scale: float, progress: Callable[[str], None]) -> None:
    from analytics.disclosure.protector import demo_protector
    from data.demo import write_demo

    write_demo(to, seed=seed, scale=scale, progress=progress, protector=demo_protector())


def _draw_boundaries(progress: Callable[[str], None]) -> None:
    """Makes the boundaries of a gemeente that has none yet."""
    from geo.boundaries import GEO_FOLDER

    if GEO_FOLDER.is_dir():
        return
    from geo.build import main

    progress("Grenzen maken")
    main()


def _refuse_real(to: Path) -> None:
    """Stops when something else than demo data stands there."""
    from data.file.standing import Kind, standing

    stands = standing(to)
    if stands.kind is Kind.ABSENT or stands.is_demo:
        return
    what = "bevat echte gegevens" if stands.kind is Kind.OURS else stands.kind
    raise stopped(
        f"{to} {what}: daar komen geen demogegevens overheen. Kies een andere naam voor --to, of"
        " haal het bestand eerst zelf weg."
    )
