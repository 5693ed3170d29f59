"""What axe finds on a page: faults against WCAG 2.2 AA that a machine can see.

axe-core 4.14.1 (Deque, MPL 2.0) lies beside this file, so that no test asks the network for it.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

AXE = Path(__file__).parent / "axe" / "axe.min.js"
HEAVY = ("serious", "critical")
OPTIONS = {
    "runOnly": {
        "type": "tag",
        "values": [
            *("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"),
            "best-practice",
        ],
    },
    "rules": {"target-size": {"enabled": True}},
}


@dataclass(frozen=True)
class Fault:
    """A rule that an element breaks."""

    rule: str
    impact: str
    element: str
    why: str


def faults(page: Page, within: str = "html") -> list[Fault]:
    """All faults of a page as it stands, or of what a selector finds in it."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("([within, options]) => axe.run(within, options)", [within, OPTIONS])
    return [_fault(rule, node) for rule in found["violations"] for node in rule["nodes"]]


def heavy(page: Page, within: str = "html") -> list[Fault]:
    """The faults that keep a reader out."""
    return [fault for fault in faults(page, within) if fault.impact in HEAVY]


def _fault(rule: dict[str, Any], node: dict[str, Any]) -> Fault:
    why = " ".join(str(node.get("failureSummary", "")).split())
    return Fault(rule["id"], str(rule["impact"]), str(node["html"])[:200], why[:300])
