"""Recognising a delivery in a process of its own, so that no file takes the dashboard down."""

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from data.delivery.overview import SheetOverview, overview_of
from data.delivery.process import PROGRAM
from data.problems import DeliveryRefused

LONGEST = 300.0  # seconds
TOO_LONG = (
    "Deze bestanden kunnen niet worden gelezen: het duurt te lang of ze nemen te veel ruimte."
    " Splits de levering in kleinere bestanden. Er is niets veranderd."
)


def recognised(
    sources: Sequence[Path],
    mapping: Path | None,
    *,
    seconds: float = LONGEST,
    command: Sequence[str] = (sys.executable, str(PROGRAM)),
) -> list[SheetOverview]:
    """The sheets of a delivery; DeliveryRefused, in Dutch, when they cannot be read."""
    own = ["--mapping", str(mapping)] if mapping and mapping.exists() else []
    words = [*command, "recognise", *own, "--", *(str(source) for source in sources)]
    try:
        done = subprocess.run(words, capture_output=True, timeout=seconds, check=False)
    except subprocess.TimeoutExpired as error:
        raise DeliveryRefused(TOO_LONG) from error
    if done.returncode:
        raise DeliveryRefused(done.stderr.decode("utf-8", "replace").strip() or TOO_LONG)
    return [overview_of(sheet) for sheet in json.loads(done.stdout)]
