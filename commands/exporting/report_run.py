"""`bloei.py report-run`: the reports of every month, as a file says, for a timer."""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from commands.answers import busy, say, warn
from commands.options import data_file
from commands.refusals import making, writing

if TYPE_CHECKING:
    from commands.exporting.exporting import Exporting

ABOUT = ("report", "level", "area", "window", "parts", "audience")
KEYS = (*ABOUT, "formats", "folder", "template", "mail")


def report_run(
    file: Annotated[Path, typer.Argument(help="Welke rapporten: een bestand als reports.toml.")],
    again: Annotated[
        bool, typer.Option("--again", help="Ook als de gegevens niet zijn veranderd.")
    ] = False,
) -> None:
    """Maak de rapporten uit een bestand; wat al van deze gegevens is gemaakt, blijft staan."""
    with making(f"{file}: "):
        planned = _planned(file)
        for number, (exporting, folder) in enumerate(planned, 1):
            _run(exporting, folder, f"{number} van {len(planned)}", again=again)


def _planned(file: Path) -> "list[tuple[Exporting, Path]]":
    """What a file asks, all of it looked at before anything is made. WrongQuestion."""
    told = _read(file)
    _refuse_wrong(told)
    folder, data = file.parent / told["out"], told.get("data")
    path = data_file(file.parent / data if data else None)
    orders = [_beside(order, file.parent) for order in told["rapport"]]
    return [(_exporting(order, path), folder / _name(order)) for order in orders]


def _beside(order: Mapping[str, Any], folder: Path) -> Mapping[str, Any]:
    """The report with its templates where the file stands."""
    names = [name.strip() for name in order.get("template", "").split(",") if name.strip()]
    return {**order, "template": ",".join(str(folder / name) for name in names)}


def _refuse_wrong(told: Mapping[str, Any]) -> None:
    """WrongQuestion when the file asks something that is not there to ask."""
    from analytics.scope.search.question import WrongQuestion

    orders = told.get("rapport", [])
    if not told.get("out") or not orders or told.keys() - {"data", "out", "rapport"}:
        raise WrongQuestion("Noem data, out en minstens één [[rapport]], en niets anders.")
    folders = [_name(order) for order in orders]
    if len(set(folders)) != len(folders):
        raise WrongQuestion("Twee rapporten hebben dezelfde map: geef elk een eigen folder.")
    for order, folder in zip(orders, folders, strict=True):
        wrong = [key for key in order if key not in KEYS or not isinstance(order[key], str)]
        if wrong or Path(folder).name != folder:
            raise WrongQuestion(f"Dit kan niet: {', '.join(wrong) or folder}. Het zijn: {KEYS}.")


def _name(order: Mapping[str, Any]) -> str:
    """The folder of a report inside the folder of them all."""
    return str(order.get("folder") or order.get("report"))


def _exporting(order: Mapping[str, Any], data: Path) -> "Exporting":
    """One report, looked at before it is made."""
    from commands.exporting.asked import Asked
    from commands.exporting.exporting import Exporting

    asked = {key: order[key] for key in order.keys() - {"audience", "folder"}}
    exporting = Exporting(data, order.get("audience", "gemeente"), Asked(**asked))
    exporting.files()
    return exporting


def _read(file: Path) -> dict[str, Any]:
    from analytics.scope.search.question import WrongQuestion

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
    stopped_words = f"Gestopt; in {folder} is niets geschreven."
    with writing(folder, stopped_words), busy(f"{place}: {folder}"):
        exporting.refuse_unrecorded()
        names = exporting.deliver(folder)
        exporting.record(folder)
    say(f"{place}: {len(names)} bestanden in {folder}.")
