"""`bloei.py geo`: the areas and where things lie in them."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from commands.answers import busy, not_written, reason, say, stopped

FAULTS_IN_LINE = 4

app = typer.Typer(help="Gebieden: grenzen, postcodes en afstanden.", no_args_is_help=True)


@app.command()
def update(
    year: Annotated[int, typer.Option(help="Jaar van de wijk- en buurtkaart van CBS.")],
    base_url: Annotated[
        str | None, typer.Option(help="Adres van de dienst; anders https://api.pdok.nl.")
    ] = None,
) -> None:
    """Haal de grenzen van een jaar op bij PDOK. Alleen deze opdracht gebruikt internet."""
    from data.reference.areas import CITY
    from geo import build
    from geo.pdok import BASE_URL, NotRetrieved
    from geo.refresh import refresh

    kept = "De grenzen van nu blijven staan."
    try:
        with busy("Grenzen ophalen"):
            count = refresh(year, CITY, base_url=base_url or BASE_URL, today=date.today())
    except (NotRetrieved, build.BoundaryError) as refused:
        raise stopped(f"{_one_line(refused)} {kept}") from refused
    except OSError as error:
        raise stopped(
            f"De grenzen kunnen niet worden geschreven ({reason(error)}). {kept}"
        ) from error
    say(
        f"Klaar: de grenzen van {count} buurten in {year} staan klaar."
        " Start het dashboard opnieuw om ze te zien."
    )


@app.command()
def postcodes(
    file: Annotated[Path, typer.Argument(help="pc6hnr..._gwb.csv van CBS, ook als zip.")],
) -> None:
    """Laad de postcodes, zodat een levering met postcodes geplaatst kan worden."""
    from data.reference.areas import city
    from geo.postcodes import TARGET, PostcodeError, build_postcodes

    try:
        count = build_postcodes(file, TARGET)
    except PostcodeError as error:
        raise stopped(str(error)) from error
    except OSError as error:
        raise not_written(TARGET, error) from error
    say(f"Klaar: {count} postcodes van {city().name} staan klaar voor de volgende levering.")


def _one_line(error: Exception) -> str:
    faults = str(error).splitlines()
    rest = len(faults) - FAULTS_IN_LINE
    more = [f"Er is nog meer mis ({rest} keer)."] if rest > 0 else []
    return " ".join(faults[:FAULTS_IN_LINE] + more)


@app.command()
def afstanden(
    file: Annotated[Path, typer.Argument(help="csv met origin;destination;metres.")],
) -> None:
    """Laad afstanden tussen buurten, in plaats van hemelsbreed maal 1,3."""
    from data.reference.distances import DISTANCES_FILE, DistanceError
    from geo.distances import keep_distances

    try:
        count = keep_distances(file)
    except DistanceError as error:
        raise stopped(str(error)) from error
    except OSError as error:
        raise not_written(DISTANCES_FILE, error) from error
    say(f"Klaar: {count} afstanden staan klaar. Start het dashboard opnieuw.")
