"""`bloei.py geo`: the areas and where things lie in them."""

from pathlib import Path
from typing import Annotated

import typer

from commands.answers import out, stopped

app = typer.Typer(help="Gebieden: postcodes en afstanden.", no_args_is_help=True)


@app.command()
def postcodes(
    file: Annotated[Path, typer.Argument(help="pc6hnr..._gwb.csv van CBS, ook als zip.")],
) -> None:
    """Laad de postcodes, zodat een levering met postcodes geplaatst kan worden."""
    from geo.postcodes import PostcodeError, build_postcodes

    try:
        count = build_postcodes(file)
    except PostcodeError as error:
        raise stopped(str(error)) from error
    out.print(f"Klaar: {count} postcodes van Eindhoven staan klaar voor de volgende levering.")


@app.command()
def afstanden(
    file: Annotated[Path, typer.Argument(help="csv met origin;destination;metres.")],
) -> None:
    """Laad afstanden tussen buurten, in plaats van hemelsbreed maal 1,3."""
    from data.distances import DistanceError, keep_distances

    try:
        count = keep_distances(file)
    except DistanceError as error:
        raise stopped(str(error)) from error
    out.print(f"Klaar: {count} afstanden staan klaar. Start het dashboard opnieuw.")
