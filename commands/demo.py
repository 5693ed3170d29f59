"""`bloei.py demo`: a data file with made-up data."""

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
) -> None:
    """Maak een bestand met verzonnen gegevens die het gepubliceerde verhaal vertellen."""
    from data.file.lock import locked
    from data.file.versions import versioned

    refuse_target(to)
    try:
        with locked(to.parent, versioned(to).parent), busy("Demogegevens maken") as progress:
            _refuse_real(to)
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
