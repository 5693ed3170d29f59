"""The monthly trend of scans, vacatures and matches in the chosen area."""

from datetime import date

from analytics.catalog import find
from analytics.sentences import trend_sentence
from analytics.windows import Window
from charts.theme import line_colour
from charts.trend import Line, trend
from pages._parts import cards, questions
from pages._parts.session import Results
from pages._parts.view import View

INDICATORS = ("scans", "vacatures", "matches")
MONTHS = 12


def draw(results: Results, view: View) -> None:
    """The card: lines per whole month, all of them or the last twelve."""
    shown = None if view.window is Window.ALL else MONTHS
    selection = questions.chosen_area_monthly(view, results.known, shown)
    cards.card_head("Scans, vacatures en matches per maand", "aantal per maand")
    if selection is None:
        cards.note("Er is nog geen hele maand om te tonen. Kies een latere peildatum.")
        return
    found = {name: results.get(name, selection).rows() for name in INDICATORS}
    months = [date.fromisoformat(f"{row.period}-01") for row in found["scans"]]
    mode = cards.mode()
    lines = [
        Line(name, line_colour(find(name).ramp, mode), [row.value or 0 for row in rows])
        for name, rows in found.items()
    ]
    counts = {line.name: int(line.values[-1]) for line in lines}
    if not any(value for line in lines for value in line.values):
        cards.note("In deze maanden zijn hier geen scans, vacatures of matches.")
        return
    cards.chart(trend(months, lines, mode), trend_sentence(months[-1], counts), "trend")
    cards.source(find("scans"), view, results.known)
