"""How a command answers: on the output, on the error stream, and with an exit code.

Exit codes: 0 done, 1 refused (with a reason in Dutch), 2 wrong usage.
"""

from pathlib import Path

import typer
from rich.console import Console

REFUSED = 1
WRONG_USAGE = 2

out = Console()
err = Console(stderr=True)


def stopped(reason: str, code: int = REFUSED) -> typer.Exit:
    """Says on the error stream why a command stops; the exit that is to be raised."""
    err.print(reason, highlight=False, markup=False, soft_wrap=True)
    return typer.Exit(code)


def not_written(path: Path, error: OSError) -> typer.Exit:
    """The exit for a file that cannot be written."""
    return stopped(
        f"{path} kan niet worden geschreven ({error.strerror or error})."
        " Kies een andere plek of maak ruimte; wat er stond, staat er nog."
    )
