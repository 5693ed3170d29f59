"""How a command answers: on the output, on the error stream, and with an exit code.

Exit codes: 0 done, 1 refused (with a reason in Dutch), 2 wrong usage.
Names come from deliveries and from people: nothing in them is markup.
"""

import errno
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import typer
from rich.console import Console
from rich.text import Text

REFUSED = 1
WRONG_USAGE = 2

out = Console(markup=False)
err = Console(stderr=True, markup=False)

_REASONS = {
    errno.ENOSPC: "de schijf is vol",
    errno.EDQUOT: "de schijf is vol",
    errno.EACCES: "u mag daar niet schrijven",
    errno.EPERM: "u mag daar niet schrijven",
    errno.EROFS: "de schijf is alleen te lezen",
    errno.ENAMETOOLONG: "de naam is te lang",
    errno.ENOENT: "de map bestaat niet",
    errno.ENOTDIR: "een deel van de naam is geen map",
    errno.EEXIST: "een deel van de naam is geen map",
    errno.EISDIR: "het is een map",
    errno.ELOOP: "de link wijst naar zichzelf",
    errno.EIO: "de schijf geeft een fout",
}


def say(text: str) -> None:
    """One sentence on the output, as it is."""
    out.print(text, highlight=False, soft_wrap=True)


def say_json(text: str) -> None:
    """One sentence for another program, as a line of JSON."""
    _line({"said": text})


def say_refused_json() -> None:
    """Tells another program that it is the delivery that is refused, and not the machine."""
    _line({"refused": "levering"})


def _line(told: dict[str, str]) -> None:
    print(json.dumps(told, ensure_ascii=True), flush=True)


def warn(text: str) -> None:
    """One sentence on the error stream, as it is."""
    err.print(text, highlight=False, soft_wrap=True)


def stopped(reason: str, code: int = REFUSED) -> typer.Exit:
    """Says on the error stream why a command stops; the exit that is to be raised."""
    warn(reason)
    return typer.Exit(code)


def not_written(path: Path, error: OSError) -> typer.Exit:
    """The exit for a file that cannot be written."""
    return stopped(
        f"{path} kan niet worden geschreven ({reason(error)})."
        " Kies een andere plek of maak ruimte; wat er stond, staat er nog."
    )


def reason(error: OSError) -> str:
    """Why the system refused, in Dutch where that is known."""
    return _REASONS.get(error.errno or 0, error.strerror or str(error))


@contextmanager
def busy(step: str, *, is_json: bool = False) -> Iterator[Callable[[str], None]]:
    """Shows that a command is busy; yields what tells the next step.

    For another program every step is a line of JSON.
    """
    if is_json:
        _line({"step": step})
        yield lambda words: _line({"step": words})
        return
    with err.status(Text(step)) as status:
        yield lambda words: status.update(Text(words))
