"""The rehearsal of an import, and where the outcome of an import is kept."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from commands.answers import busy, out, reason, say, say_refused_json, stopped
from commands.loading.asked import Asked
from commands.paths import save_refused, save_report

if TYPE_CHECKING:
    from analytics.loading.rehearsal import Rehearsal
    from data.delivery.report import ImportReport


def rehearsed(asked: Asked) -> None:
    """Shows what a load would do; OSError when there is no room for the scratch file."""
    from analytics.loading.rehearsal import rehearse
    from data.problems import DeliveryRefused

    try:
        with busy("Levering lezen", is_json=asked.is_json) as progress:
            found = rehearse(
                asked.sources,
                asked.to,
                asked.taking,
                accept_less=asked.accept_less,
                progress=progress,
            )
    except DeliveryRefused as refusal:
        if asked.is_json:
            say_refused_json()
        raise stopped(str(refusal)) from refusal
    refusals = (*found.refusals, *_of_the_series(asked))
    if not asked.is_json:
        print_rehearsal(found, refusals)
    plain = {**found.as_json(), "refusals": list(refusals)}
    save_outcome(asked, found.report, plain, "Dit was een proef: er is niets veranderd")


def _of_the_series(asked: Asked) -> list[str]:
    """Why the load would be refused for its series; nothing is written."""
    from analytics.disclosure.ledger import LedgerRefused
    from analytics.disclosure.series.opening import open_series

    try:
        open_series(asked.to, asked.wanted)
    except LedgerRefused as refusal:
        return [str(refusal)]
    return []


def print_rehearsal(found: "Rehearsal", refusals: Sequence[str]) -> None:
    """The report of the delivery and of what would change, on the terminal."""
    from rich.console import Console

    from analytics.loading.words import lines
    from data.delivery.terminal import print_report

    print_report(Console(file=out.file), found.report)
    say("\nWat er zou veranderen")
    for line in lines(found.changes):
        say(line)
    for refusal in refusals:
        say(f"\nZo wordt het laden geweigerd: {refusal}")
    say("\nDit was een proef: er is niets veranderd.")


def save_outcome(
    asked: Asked, report: "ImportReport", plain: Mapping[str, object], stands: str
) -> None:
    """Saves the report and the refused rows where that was asked; `stands` is said on failure."""
    try:
        save_report(asked.report, plain)
        if asked.refused:
            save_refused(asked.refused, report, asked.sources, asked.mapping)
    except OSError as error:
        raise stopped(
            f"{stands}, maar het verslag of de werkmap kon niet worden bewaard ({reason(error)})."
        ) from error
