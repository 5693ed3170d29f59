"""Undoing a selection: what was chosen last goes first."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from analytics.scope.view import View

# What narrows a view; the level stays when a selection is undone, because it hides nothing.
NARROWING = ("area", "window", "as_of")

Choice = frozenset[str]  # the parts that one choice changed
TIME: Choice = frozenset({"window", "as_of"})


def narrowed(view: View) -> Choice:
    """The parts by which a view shows less than all."""
    return frozenset(part for part in NARROWING if getattr(view, part) != getattr(View, part))


def remembered(order: Sequence[Choice], before: View, after: View) -> tuple[Choice, ...]:
    """The choices so far, oldest first, with what changed between two views as the newest."""
    changed = frozenset(part for part in NARROWING if getattr(before, part) != getattr(after, part))
    kept = (choice - changed for choice in order)
    return tuple(choice for choice in (*kept, changed) if choice)


def last_choice(view: View, order: Sequence[Choice]) -> Choice:
    """What was chosen last and still narrows the view; without memory the time goes first."""
    now = narrowed(view)
    return next((now & choice for choice in reversed(order) if now & choice), now & TIME or now)


def without(view: View, parts: Choice) -> View:
    """The view with some of its parts as they are without a choice."""
    usual: dict[str, Any] = {part: getattr(View, part) for part in parts}
    return replace(view, **usual)
