"""The way to an area as buttons: the areas around it, and on to the areas inside it.

They are HTML: a press is a choice of the selection bar, as `part` (frame/bar.py) has it.
"""

from collections.abc import Sequence
from html import escape

from analytics.scope.areas import NamedArea, path_to
from analytics.scope.view import Known
from data.reference.areas import Level

STEP = '<span aria-hidden="true">›</span>'


def way(known: Known, here: NamedArea, part: str) -> str:
    """The HTML of Eindhoven › stadsdeel › wijk › buurt; each but the last goes where it names."""
    *around, last = path_to(here, known.areas)
    steps = [f"{_button(area, area.label, part)}{STEP}" for area in around]
    here_words = f'<b aria-current="page">{escape(last.label)}</b>'
    return f'<div class="bloei-ways bloei-path">{"".join(steps)}{here_words}</div>'


def choices(title: str, areas: Sequence[NamedArea], part: str) -> str:
    """The HTML of areas to go on to, after a word that says what they are; "" without areas."""
    if not areas:
        return ""
    buttons = "".join(_button(area, area.name, part) for area in areas)
    return f'<div class="bloei-ways"><span class="bloei-kind">{escape(title)}</span>{buttons}</div>'


def _button(area: NamedArea, text: str, part: str) -> str:
    code = "" if area.level is Level.GEMEENTE else escape(area.code)
    return (
        f'<button type="button" id="to-{escape(area.code)}" data-choose="{part}"'
        f' data-text="{code}">{escape(text)}</button>'
    )
