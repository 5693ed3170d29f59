"""The command line: load a delivery, make a demo file, ask for figures, write the documentation.

Exit codes: 0 done, 1 refused (with a reason in Dutch), 2 wrong usage.
"""

import json
import os
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.table import Table

if TYPE_CHECKING:
    from pandas import DataFrame

    from analytics.marts import Marts
    from analytics.result import Result

# What a command needs is imported inside it: an answer about figures need not load the import.

app = typer.Typer(
    help="Buurt in Bloei: gegevens laden en cijfers opvragen.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
out = Console()
err = Console(stderr=True)

HERE = Path(__file__).parent
DEFAULT_FILE = HERE / "data" / "demo.duckdb"
REFUSED = 1
WRONG_USAGE = 2


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
        raise _stopped(str(refusal)) from refusal
    except (DeliveryRefused, LedgerRefused) as refusal:
        raise _stopped(str(refusal)) from refusal
    print_report(out, result)
    out.print(_error_table(protector.errors))
    _save_report(report, result.as_json())
    out.print(f"Klaar: {to} is bijgewerkt.")


@app.command()
def demo(
    to: Target,
    seed: Annotated[int, typer.Option(help="Begingetal; hetzelfde getal geeft hetzelfde.")] = 2021,
    scale: Annotated[float, typer.Option(min=0.01, help="Zoveel keer zo groot.")] = 1.0,
) -> None:
    """Maak een bestand met verzonnen gegevens die het gepubliceerde verhaal vertellen."""
    from analytics.disclosure.protector import demo_protector
    from data.demo import write_demo

    with err.status("Demogegevens maken") as status:
        protector = demo_protector()
        write_demo(to, seed=seed, scale=scale, progress=status.update, protector=protector)
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
    from analytics.question import Question, WrongQuestion, ask, parse_audience
    from data.store import DataFileProblem, Store

    if list_:
        out.print(_catalogue())
        return
    days = [day.date() if day else None for day in (as_of, from_, to)]
    question = Question(indicator, level, area, days[0], days[1], days[2], period)
    try:
        marts = open_marts(Store(file or _default_file()), parse_audience(audience))
        result = ask(marts, question)
    except (WrongQuestion, NotPublished) as wrong:
        raise _stopped(str(wrong), WRONG_USAGE) from wrong
    except DataFileProblem as problem:
        raise _stopped(f"{problem} {problem.advice}") from problem
    _warn_beyond(as_of, result)
    _print_result(result, format_)


@app.command()
def docs(
    check: Annotated[bool, typer.Option(help="Schrijf niets; meld wat niet klopt.")] = False,
) -> None:
    """Schrijf de pagina's van docs/ die uit de catalogus, het contract en de afronding komen."""
    from analytics.catalog.documentation import contract_page, indicators_page
    from analytics.disclosure.documentation import privacy_page

    pages = {
        "indicatoren.md": indicators_page(),
        "gegevens.md": contract_page(),
        "privacy.md": privacy_page(HERE / "tests" / "samples" / "2021-10"),
    }
    for name, text in pages.items():
        path = HERE / "docs" / name
        if not check:
            path.write_text(text, encoding="utf-8")
        elif not path.exists() or path.read_text(encoding="utf-8") != text:
            raise _stopped(f"docs/{name} is niet bij: draai `make docs`.")


def _default_file() -> Path:
    return Path(os.environ.get("BLOEI_DATABASE", DEFAULT_FILE))


def _save_report(path: Path | None, report: dict[str, object]) -> None:
    if path:
        text = json.dumps(report, ensure_ascii=False, indent=2, default=str)
        path.write_text(text + "\n", encoding="utf-8")


def _error_table(errors: "DataFrame") -> Table:
    from analytics.disclosure.errors import in_words

    title = "Afronding voor wie buiten staat: afwijking van de totalen"
    table = Table("totalen", title=title, title_justify="left")
    for heading in ("aantal", "gemiddeld", "95% binnen", "grootste"):
        table.add_column(heading, justify="right")
    for row in in_words(errors):
        table.add_row(*row)
    return table


def _warn_beyond(asked: datetime | None, result: "Result[Marts]") -> None:
    known = result.selection.as_of
    if asked and asked.date() > known:
        err.print(f"Let op: het bestand weet alles tot en met {known}; dat is nu de peildatum.")


def _print_result(result: "Result[Marts]", format_: Format) -> None:
    if format_ is Format.JSON:
        rows = [row._asdict() for row in result.rows()]
        typer.echo(json.dumps(rows, ensure_ascii=False, indent=1))
    elif format_ is Format.CSV:
        typer.echo(result.frame.to_csv(index=False), nl=False)
    else:
        out.print(_table(result))


def _table(result: "Result[Marts]") -> Table:
    from data.dutch import number

    table = Table("periode", "code", "gebied", title=result.indicator.label)
    table.add_column(result.indicator.unit, justify="right")
    for row in result.rows():
        value = "niet van toepassing"
        if row.value is not None:
            value = number(row.value, result.indicator.decimals)
        table.add_row(row.period, row.area_code, row.area_name, value)
    return table


def _catalogue() -> Table:
    from analytics.catalog import INDICATORS

    table = Table()
    table.add_column("indicator", no_wrap=True)
    for heading in ("vraag", "soort", "eenheid"):
        table.add_column(heading)
    for indicator in INDICATORS:
        table.add_row(indicator.id, indicator.question, indicator.kind, indicator.unit)
    return table


def _stopped(reason: str, code: int = REFUSED) -> typer.Exit:
    err.print(reason, highlight=False, markup=False, soft_wrap=True)
    return typer.Exit(code)


if __name__ == "__main__":
    app()
