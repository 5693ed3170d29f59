"""What was typed wrong on the command line, in Dutch."""

import re
from typing import Any

from typer.exceptions import TyperException

from data.grammar import did_you_mean

_HELP = "Met --help staat er hoe het wel kan."


def is_help(error: TyperException) -> bool:
    """Whether nothing was asked, so that the help is shown."""
    return type(error).__name__ == "NoArgsIsHelpError"


def wrong_usage(error: TyperException) -> str:
    """The sentence for something that was typed wrong."""
    kind, told = type(error).__name__, _told(error)
    if kind == "NoSuchOption":
        close = list(getattr(error, "possibilities", None) or ())
        told = f"De optie {getattr(error, 'option_name', '')} bestaat niet."
        return " ".join(filter(None, (told, did_you_mean(close), _HELP)))
    if kind == "MissingParameter":
        return f"{_name(error)} ontbreekt. {_help(error)}{_HELP}"
    if kind == "BadParameter":
        return f"{_name(error)} {_wrong(told)}. {_help(error)}{_HELP}"
    if kind == "BadOptionUsage":
        return f"Achter {getattr(error, 'option_name', '')} hoort een waarde. {_HELP}"
    return f"Deze opdracht wordt niet begrepen: {_value(told)}. {_HELP}"


def _told(error: TyperException) -> str:
    return str(getattr(error, "message", error))


def _value(told: str) -> str:
    """What was wrong, as the parser names it at the end between signs; else all that it says."""
    quoted = re.search(r"'([^']*)'", told) or re.search(r" \(([^()]*)\)$", told)
    return quoted[1] if quoted else told.rstrip(".")


def _wrong(told: str) -> str:
    """What is wrong with a value: out of bounds, or not a value at all."""
    bound = re.search(r"(greater|less) than or equal to (\S+)", told)
    if bound:
        return f"is ten {'minste' if bound[1] == 'greater' else 'hoogste'} {bound[2]}"
    return f"kan niet {_value(told)} zijn" if "'" in told else "heeft een waarde die niet kan"


def _parameter(error: TyperException) -> Any:
    return getattr(error, "param", None)


def _name(error: TyperException) -> str:
    """The option as it is typed, or the name of an argument."""
    names = [*getattr(_parameter(error), "opts", [])]
    return max(names, key=len, default="Een waarde")


def _help(error: TyperException) -> str:
    words = getattr(_parameter(error), "help", None)
    return f"{words} " if words else ""
