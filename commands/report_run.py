"""`bloei.py report-run`: the reports of every month, as a file says, for a timer."""

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from commands.answers import WRONG_USAGE, busy, not_written, say, stopped, warn
from commands.options import data_file

if TYPE_CHECKING:
    from commands.exporting import Exporting

KEYS = ("report", "level", "area", "window", "formats", "parts", "audience", "folder")


def report_run(
    file: Annotated[Path, typer.Argument(help="Welke rapporten: een bestand als reports.toml.")],
    again: Annotated[
        bool, typer.Option("--again", help="Ook als de gegevens niet zijn veranderd.")
    ] = False,
) -> None:
    """Maak de rapporten uit een bestand; wat al van deze gegevens is gemaakt, blijft staan."""
    from analytics.figures.withheld import NotPublished
    from analytics.scope.question import WrongQuestion
    from data.problems import DataFileProblem
    from exports.house import HouseProblem
    from exports.safe import Unsafe

    try:
        planned = _planned(file)
        for number, (exporting, folder) in enumerate(planned, 1):
            _run(exporting, folder, f"{number} van {len(planned)}", again=again)
    except (WrongQuestion, NotPublished, HouseProblem) as wrong:
        raise stopped(f"{file}: {wrong}", WRONG_USAGE) from wrong
    except Unsafe as unsafe:
        raise stopped(str(unsafe)) from unsafe
    except DataFileProblem as problem:
        raise stopped(f"{problem} {problem.advice}") from problem


def _planned(file: Path) -> "list[tuple[Exporting, Path]]":
    """What a file asks, all of it looked at before anything is made. WrongQuestion."""
    from analytics.scope.question import WrongQuestion
    from commands.exporting import Asked, Exporting

    told = _read(file)
    data, out = told.get("data"), told.get("out")
    orders = told.get("rapport", [])
    if not out or not orders or told.keys() - {"data", "out", "rapport"}:
        raise WrongQuestion("Noem data, out en minstens één [[rapport]], en niets anders.")
    folders = [str(order.get("folder") or order.get("report")) for order in orders]
    if len(set(folders)) != len(folders):
        raise WrongQuestion("Twee rapporten hebben dezelfde map: geef elk een eigen folder.")
    planned = []
    for order, folder in zip(orders, folders, strict=True):
        wrong = [key for key in order if key not in KEYS or not isinstance(order[key], str)]
        if wrong or Path(folder).name != folder:
            raise WrongQuestion(f"Dit kan niet: {', '.join(wrong) or folder}. Het zijn: {KEYS}.")
        asked = {key: order[key] for key in order.keys() - {"audience", "folder"}}
        path = data_file(file.parent / data if data else None)
        exporting = Exporting(path, order.get("audience", "gemeente"), Asked(**asked))
        exporting.files()
        planned.append((exporting, file.parent / out / folder))
    return planned


def _read(file: Path) -> dict[str, Any]:
    from analytics.scope.question import WrongQuestion

    try:
        return tomllib.loads(file.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError) as error:
        raise WrongQuestion("Dit bestand kan niet worden gelezen.") from error
    except tomllib.TOMLDecodeError as error:
        raise WrongQuestion(f"Dit is geen TOML ({error}).") from error


def _run(exporting: "Exporting", folder: Path, place: str, *, again: bool) -> None:
    """Makes one report, whole or not at all."""
    for note in exporting.notes:
        warn(note)
    if not again and exporting.is_made(folder):
        say(f"{place}: {folder} is al van deze gegevens gemaakt.")
        return
    try:
        with busy(f"{place}: {folder}"):
            names = exporting.deliver(folder)
    except KeyboardInterrupt as interrupt:
        raise stopped(f"Gestopt; in {folder} is niets geschreven.") from interrupt
    except OSError as error:
        raise not_written(folder, error) from error
    say(f"{place}: {len(names)} bestanden in {folder}.")
