"""`bloei.py figures`: figures on the terminal, as a table or for another program."""

from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from commands.answers import out, warn
from commands.options import DataFile, Day, data_file, day_of
from commands.refusals import asking

if TYPE_CHECKING:
    from analytics.figures.doors.marts import Marts
    from analytics.figures.result import Result
    from analytics.scope.search.question import Question


class Format(StrEnum):
    """How figures are written to the terminal."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"


def figures(
    indicator: Annotated[str, typer.Argument(help="Naam uit de catalogus.")] = "",
    level: Annotated[str, typer.Option(help="gemeente, stadsdeel, wijk, buurt of team")] = "",
    area: Annotated[str, typer.Option(help="Code of naam van een gebied.")] = "",
    as_of: Day = None,
    from_: Annotated[
        datetime | None, typer.Option("--from", formats=["%Y-%m-%d"], help="Eerste dag.")
    ] = None,
    to: Annotated[
        datetime | None, typer.Option("--to", formats=["%Y-%m-%d"], help="Laatste dag.")
    ] = None,
    period: Annotated[str, typer.Option(help="week, month, quarter of year")] = "",
    audience: Annotated[
        str, typer.Option(help="gemeente (afgerond, om naar buiten te brengen) of intern (exact)")
    ] = "gemeente",
    file: DataFile = None,
    format_: Annotated[Format, typer.Option("--format", help="Tabel, csv of json.")] = Format.TABLE,
    list_: Annotated[bool, typer.Option("--list", help="Toon de catalogus.")] = False,
) -> None:
    """Vraag een indicator op, met dezelfde rekenwijze als het dashboard."""
    from analytics.scope.search.question import Question
    from exports.terminal import catalogue_table

    if list_:
        out.print(catalogue_table())
        return
    days = [day_of(day) for day in (as_of, from_, to)]
    question = Question(indicator, level, area, days[0], days[1], days[2], period)
    _answer(question, data_file(file), audience, format_)


def _answer(question: "Question", file: Path, audience: str, format_: Format) -> None:
    from analytics.figures.doors.marts import open_marts
    from analytics.scope.search.question import ask, notes, parse_audience
    from data.file.store import Store

    with asking():
        marts = open_marts(Store(file).seeing(question.area), parse_audience(audience))
        result = ask(marts, question)
    for note in notes(marts, result, question):
        warn(note)
    _print_result(result, format_)


def _print_result(result: "Result[Marts]", format_: Format) -> None:
    from exports.tables.rows import as_csv, as_json
    from exports.terminal import result_table

    if format_ is Format.TABLE:
        out.print(result_table(result))
    else:
        typer.echo((as_json if format_ is Format.JSON else as_csv)(result), nl=False)
