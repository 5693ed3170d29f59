"""The command line: load a delivery, make a demo file, ask for figures, write the documentation.

Each group of commands is a module of commands/. What a command needs is imported inside it: an
answer about figures need not load the import.
"""

import gc

import typer

from commands import ask, backup, check, demo, geo, versions
from commands.exporting import export, report_run
from commands.guard import Guarded
from commands.loading import inbox, load, recognise

# Objects between two looks for garbage: with 700, Python walks past all that is loaded many times.
MOST_GARBAGE = 100_000

app = typer.Typer(
    cls=Guarded,
    help="Buurt in Bloei: gegevens laden en cijfers opvragen.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
app.command("import")(load.import_)
app.command(hidden=True)(recognise.recognise)
app.command()(inbox.inbox)
app.command()(demo.demo)
app.command()(versions.versions)
app.command()(versions.rollback)
app.command()(ask.figures)
app.command()(export.export)
app.command()(report_run.report_run)
app.command()(backup.backup)
app.command()(backup.restore)
app.command()(check.check)
app.command()(check.audit)
app.command()(check.docs)
app.add_typer(geo.app, name="geo")


if __name__ == "__main__":
    gc.set_threshold(MOST_GARBAGE)
    app()
