"""The audit of what is about to leave: rounded figures in which the audit finds something stay."""

from collections.abc import Mapping

from analytics.figures.doors.marts import Audience
from exports.audit import DEFAULT_THRESHOLD, Heed, audit_made
from exports.setting import Setting

_EXAMPLES = 3


class Unsafe(Exception):
    """Files in which the audit found something; the message says in Dutch what."""


def refuse_unsafe(
    files: Mapping[str, bytes], setting: Setting, heed: Heed = lambda name: None
) -> None:
    """Unsafe when the audit finds anything in files with rounded figures.

    Exact figures are marked INTERN and do not leave the building: they are not looked into.
    `heed` hears the name of each file before it is read.
    """
    if setting.audience is not Audience.GEMEENTE:
        return
    threshold = (setting.series.threshold if setting.series else 0) or DEFAULT_THRESHOLD
    found = audit_made(files, threshold=threshold, heed=heed)
    if found.failed:
        told = [f"{one.what} ({one.where})" for one in found.findings[:_EXAMPLES]]
        raise Unsafe(
            f"De controle vindt {len(found.findings)} keer iets wat niet naar buiten mag, en geeft"
            f" niets mee: {'; '.join(told)}. Meld dit aan wie het dashboard beheert."
        )
