"""The command line: load a delivery, make a demo file, ask for figures, write the documentation.

What a command needs is imported inside it: an answer about figures need not load the import.
"""

import json
import os
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from commands import export, geo
from commands.answers import REFUSED, WRONG_USAGE, err, not_written, out, stopped

if TYPE_CHECKING:
    from analytics.marts import Marts
    from analytics.result import Result

app = typer.Typer(
    help="Buurt in Bloei: gegevens laden en cijfers opvragen.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
app.add_typer(geo.app, name="geo")
app.command()(export.export)

HERE = Path(__file__).parent
DEFAULT_FILE = HERE / "data" / "demo.duckdb"


class Format(StrEnum):
    """How figures are written to the terminal."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"


Target = Annotated[Path, typer.Option("--to", help="Het gegevensbestand dat wordt gemaakt.")]
Day = Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"], help="Dag als jjjj-mm-dd.")]


@app.command("import")
def import_(
    sources: Annotated[list[Path], typer.Argument(help="Bestanden of een map van de levering.")],
    to: Target,
    as_of: Day = None,
    mapping: Annotated[
        Path | None, typer.Option(help="Bestand met eigen kolomkoppen (TOML of JSON).")
    ] = None,
    report: Annotated[Path | None, typer.Option(help="Bewaar het verslag als JSON.")] = None,
    strict: Annotated[bool, typer.Option(help="Weiger alles bij een geweigerde rij.")] = False,
    threshold: Annotated[
        int, typer.Option(min=3, max=10, help="Kleinere aantallen komen niet naar buiten.")
    ] = 5,
    key: Annotated[
        Path | None, typer.Option(help="Geheime sleutel; anders het bestand .sleutel ernaast.")
    ] = None,
) -> None:
    """Laad een levering van de registratie in een nieuw gegevensbestand."""
    from analytics.disclosure.ledger import LedgerRefused
    from analytics.disclosure.protector import protector_for
    from data.delivery.importer import DeliveryRefused, StrictRefused, import_delivery
    from data.delivery.terminal import print_report
    from exports.terminal import error_table

    day = as_of.date() if as_of else None
    try:
        protector = protector_for(to, threshold, key)
        with err.status("Levering lezen") as status:
            result = import_delivery(
                sources,
                to,
                as_of=day,
                mapping=mapping,
                strict=strict,
                progress=status.update,
                protector=protector,
            )
    except StrictRefused as refusal:
        print_report(out, refusal.report)
        _save_report(report, refusal.report.as_json())
        raise stopped(str(refusal)) from refusal
    except (DeliveryRefused, LedgerRefused) as refusal:
        raise stopped(str(refusal)) from refusal
    except OSError as error:
        raise not_written(to, error) from error
    print_report(out, result)
    if len(protector.errors):
        out.print(error_table(protector.errors))
    out.print(f"Klaar: {to} is bijgewerkt.")
    _save_report(report, result.as_json())


@app.command()
def demo(
    to: Target,
    seed: Annotated[int, typer.Option(help="Begingetal; hetzelfde getal geeft hetzelfde.")] = 2021,
    scale: Annotated[float, typer.Option(min=0.01, help="Zoveel keer zo groot.")] = 1.0,
) -> None:
    """Maak een bestand met verzonnen gegevens die het gepubliceerde verhaal vertellen."""
    from analytics.disclosure.protector import demo_protector
    from data.demo import write_demo

    protector = demo_protector()
    try:
        with err.status("Demogegevens maken") as status:
            write_demo(to, seed=seed, scale=scale, progress=status.update, protector=protector)
    except ValueError as error:
        raise stopped(str(error), WRONG_USAGE) from error
    except OSError as error:
        raise not_written(to, error) from error
    out.print(f"Klaar: {to} bevat demogegevens; geen enkele inwoner bestaat echt.")


@app.command()
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
        str, typer.Option(help="intern (exact) of gemeente (afgerond, om naar buiten te brengen)")
    ] = "intern",
    file: Annotated[Path | None, typer.Option(help="Gegevensbestand.")] = None,
    format_: Annotated[Format, typer.Option("--format", help="Tabel, csv of json.")] = Format.TABLE,
    list_: Annotated[bool, typer.Option("--list", help="Toon de catalogus.")] = False,
) -> None:
    """Vraag een indicator op, met dezelfde rekenwijze als het dashboard."""
    from analytics.marts import NotPublished, open_marts
    from analytics.question import Question, WrongQuestion, ask, notes, parse_audience
    from data.store import DataFileProblem, Store
    from exports.terminal import catalogue_table

    if list_:
        out.print(catalogue_table())
        return
    path = file or Path(os.environ.get("BLOEI_DATABASE", DEFAULT_FILE))
    days = [day.date() if day else None for day in (as_of, from_, to)]
    question = Question(indicator, level, area, days[0], days[1], days[2], period)
    try:
        marts = open_marts(Store(path), parse_audience(audience))
        result = ask(marts, question)
    except (WrongQuestion, NotPublished) as wrong:
        raise stopped(str(wrong), WRONG_USAGE) from wrong
    except DataFileProblem as problem:
        raise stopped(f"{problem} {problem.advice}") from problem
    for note in notes(marts, result, question):
        err.print(note, highlight=False)
    _print_result(result, format_)


@app.command()
def audit(
    paths: Annotated[list[Path], typer.Argument(help="Bestanden of mappen die naar buiten gaan.")],
    threshold: Annotated[
        int, typer.Option(min=3, max=10, help="Kleinere aantallen horen er niet in.")
    ] = 5,
    report: Annotated[Path | None, typer.Option(help="Bewaar het verslag als JSON.")] = None,
) -> None:
    """Kijk als een indringer naar bestanden: wat is er over kleine groepen uit op te maken?"""
    from analytics.disclosure.intruder import audit as examine

    for path in paths:
        if not path.exists():
            raise stopped(f"{path} bestaat niet.", WRONG_USAGE)
    found = examine(paths, threshold=threshold)
    _save_report(report, found.as_json())
    out.print(found.as_text(), highlight=False, markup=False, soft_wrap=True)
    if found.failed:
        raise typer.Exit(REFUSED)


@app.command()
def docs(
    check: Annotated[bool, typer.Option(help="Schrijf niets; meld wat niet klopt.")] = False,
) -> None:
    """Schrijf de pagina's van docs/ die uit de catalogus, het contract en de afronding komen."""
    from analytics.documentation import pages

    for name, text in pages(HERE / "tests" / "samples" / "2021-10").items():
        path = HERE / "docs" / name
        if not check:
            path.write_text(text, encoding="utf-8")
        elif not path.exists() or path.read_text(encoding="utf-8") != text:
            raise stopped(f"docs/{name} is niet bij: draai `make docs`.")


def _save_report(path: Path | None, report: dict[str, object]) -> None:
    if path is None:
        return
    text = json.dumps(report, ensure_ascii=False, indent=2, default=str)
    try:
        path.write_text(text + "\n", encoding="utf-8")
    except OSError as error:
        raise not_written(path, error) from error


def _print_result(result: "Result[Marts]", format_: Format) -> None:
    from exports.rows import as_csv, as_json
    from exports.terminal import result_table

    if format_ is Format.TABLE:
        out.print(result_table(result))
    else:
        typer.echo((as_json if format_ is Format.JSON else as_csv)(result), nl=False)


if __name__ == "__main__":
    app()
