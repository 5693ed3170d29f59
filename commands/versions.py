"""`bloei.py versions` and `bloei.py rollback`: what is kept, and going back and forth."""

from typing import TYPE_CHECKING, Annotated

import typer

from commands.answers import not_written, say, stopped
from commands.options import DataFile, data_file

if TYPE_CHECKING:
    from data.history.listing import History

Number = Annotated[int, typer.Option("--to", help="Nummer van de versie; anders de vorige.")]


def versions(
    file: DataFile = None,
    compare: Annotated[str, typer.Option(help="Vergelijk twee versies, bijvoorbeeld 3,5.")] = "",
) -> None:
    """Toon de versies die bewaard zijn, of wat er verschilt tussen twee ervan."""
    from data.history.listing import history
    from data.history.words import summary, switch_lines, version_lines

    path = data_file(file)
    found = history(path)
    if not found.versions:
        raise stopped(f"Van {path} zijn geen versies bewaard. Elke import bewaart er een.")
    if compare:
        _compare(found, compare)
        return
    told = (line for version in found.versions for line in version_lines(version))
    for line in (summary(found), *told, *switch_lines(found)):
        say(line)


def _compare(found: "History", asked: str) -> None:
    from analytics.loading.compare import change_report
    from analytics.loading.words import lines
    from data.problems import DataFileProblem

    paths = {str(version.number): version.path for version in found.versions}
    before, _, now = (part.strip() for part in asked.partition(","))
    if before not in paths or now not in paths:
        raise stopped("Noem twee versies die er zijn, met een komma ertussen, zoals 3,5.")
    try:
        report = change_report(paths[before], paths[now])
    except DataFileProblem as problem:
        raise stopped(f"{problem} {problem.advice}") from problem
    say(f"Van versie {before} naar versie {now}")
    for line in lines(report):
        say(line)


def rollback(
    reason: Annotated[str, typer.Option(help="Waarom; dat wordt bewaard bij de versies.")] = "",
    to: Number = 0,
    file: DataFile = None,
) -> None:
    """Zet een andere versie in gebruik: terug, of weer vooruit."""
    from data.dutch import long_date
    from data.file.lock import locked
    from data.file.versions import versioned
    from data.history.rollback import RollbackRefused, roll_back

    path = data_file(file)
    if not path.exists():
        raise stopped(f"Er is geen gegevensbestand op {path}.")
    try:
        with locked(path.parent, versioned(path).parent):
            chosen = roll_back(path, reason or _asked(), to)
    except RollbackRefused as refusal:
        raise stopped(str(refusal)) from refusal
    except OSError as error:
        raise not_written(path, error) from error
    day = f", met peildatum {long_date(chosen.as_of)}" if chosen.as_of else ""
    say(f"Versie {chosen.number} is in gebruik{day}. Wat naar buiten ging, houdt zijn waarde.")


def _asked() -> str:
    """The reason, asked on a terminal; empty where nobody answers."""
    try:
        return str(typer.prompt("Waarom", default="", show_default=False))
    except typer.Abort:
        return ""
