"""The report of an audit: for a program, and as a page of text for a privacy officer."""

from collections import Counter
from dataclasses import asdict, dataclass

from data.dutch import number
from data.grammar import capital
from exports.audit.findings import Finding, Kind

_EXAMPLES = 10
_EXPLAINED = {
    Kind.SMALL: "Deze getallen zijn klein en gewoon te lezen, of staan ergens verborgen.",
    Kind.PINNED: "Deze aantallen staan er niet, maar volgen precies uit andere cijfers.",
    Kind.NARROW: "Van deze aantallen is bijna te zien hoe groot ze zijn.",
    Kind.CONTRADICTION: "Deze cijfers spreken elkaar tegen. Uit het verschil kan iets blijken.",
    Kind.CLAIM: "Deze cijfers zeggen afgerond te zijn, maar zijn dat niet.",
    Kind.SECRET: "Haal deze bestanden weg: hiermee is alles terug te rekenen of te lezen.",
    Kind.INTERN: "Deze bestanden hebben exacte cijfers en zijn alleen voor intern.",
    Kind.SERIES: "Naast elkaar zijn hieruit kleine aantallen terug te rekenen.",
}


@dataclass(frozen=True)
class AuditReport:
    """What an outsider can work out from the exports together.

    `exports`: what was given. `figures`: numbers about residents that were placed; `cells`: the
    finest counts that they speak of. `withheld`: blanks and marks in the place of a number, of
    which `recovered` are known exactly. `unread`: in Dutch what was not examined.
    """

    threshold: int
    exports: tuple[str, ...]
    protected: tuple[str, ...]
    figures: int
    cells: int
    withheld: int
    recovered: int
    programs: int
    findings: tuple[Finding, ...]
    unread: tuple[str, ...]

    @property
    def failed(self) -> bool:
        """Whether anything was found."""
        return bool(self.findings)

    @property
    def complete(self) -> bool:
        """Whether everything was examined."""
        return not self.unread

    def as_json(self) -> dict[str, object]:
        """The report as plain values."""
        return {
            "failed": self.failed,
            "complete": self.complete,
            "threshold": self.threshold,
            "exports": list(self.exports),
            "protected": list(self.protected),
            "figures": self.figures,
            "cells": self.cells,
            "withheld": self.withheld,
            "recovered": self.recovered,
            "programs": self.programs,
            "findings": [{**asdict(f), "kind": f.kind.name.lower()} for f in self.findings],
            "not_examined": list(self.unread),
        }

    def as_text(self) -> str:
        """The report in Dutch: the verdict first, then what was found, with some examples."""
        lines = [
            "Controle op herleidbare cijfers",
            "",
            self._verdict(),
            "",
            *self._counted(),
        ]
        for kind in Kind:
            lines += self._section(kind)
        if self.unread:
            lines += ["", "Niet onderzocht:"]
            lines += [f"- {note}" for note in self.unread]
        return "\n".join(lines) + "\n"

    def _verdict(self) -> str:
        if self.failed:
            return (
                "Deze exports zijn niet veilig: er staat iets in wat niet naar buiten mag, of"
                " kleine aantallen inwoners zijn te lezen of af te leiden. Geef ze niet aan"
                " anderen."
            )
        if not self.complete:
            return (
                "In wat is onderzocht, zijn geen kleine aantallen inwoners gevonden."
                " Niet alles kon worden onderzocht; hieronder staat wat niet."
            )
        return "Er zijn geen kleine aantallen inwoners gevonden of af te leiden."

    def _counted(self) -> list[str]:
        kinds = Counter(finding.kind for finding in self.findings)
        lines = [
            f"Onderzocht: {', '.join(self.exports)}.",
            f"Klein is: minder dan {self.threshold} inwoners.",
            f"Gevonden cijfers over inwoners: {number(self.figures)}; zij gaan over"
            f" {number(self.cells)} kleinste aantallen.",
        ]
        if self.protected:
            lines.append(f"Zegt afgerond te zijn: {', '.join(self.protected)}.")
        if self.withheld:
            lines.append(
                f"Weggelaten cijfers: {number(self.withheld)}, waarvan"
                f" {number(self.recovered)} precies af te leiden."
            )
        return lines + [f"{capital(kind)}: {number(count)} keer." for kind, count in kinds.items()]

    def _section(self, kind: Kind) -> list[str]:
        found = [finding for finding in self.findings if finding.kind is kind]
        if not found:
            return []
        lines = ["", f"{capital(kind)} ({number(len(found))})", _EXPLAINED[kind]]
        lines += [f"- {finding.what} ({finding.where})" for finding in found[:_EXAMPLES]]
        if len(found) > _EXAMPLES:
            lines.append(f"- en nog {number(len(found) - _EXAMPLES)}")
        return lines
