"""kaart.rangorde: the areas of the level from high to low."""

from analytics import questions
from analytics.answers import Answers
from analytics.catalog import Indicator, find
from analytics.ranking import ranked_areas
from analytics.view import View
from charts.card import Card, Column, Line, Table
from charts.cards.words import file_words


def ranking_table(answers: Answers, view: View) -> Card:
    """Areas without a figure stand at the end, with the reason."""
    indicator = find(view.indicator)
    return Card(
        id="kaart.rangorde",
        title=f"Van hoog naar laag per {view.level}",
        subtitle=indicator.unit,
        file_name=file_words(indicator.id, view, answers.known),
        indicators=[indicator.id],
        table=_table(answers, view, indicator),
    )


def _table(answers: Answers, view: View, indicator: Indicator) -> Table:
    progress = answers.progress(view.level, questions.as_of(view, answers.known))
    lines = [
        Line(
            cells=[str(area.rank or ""), area.row.area_name, area.mark or area.row.value],
            code=area.row.area_code,
            is_chosen=area.row.area_code == view.area,
            is_pilot=progress[area.row.area_code].is_pilot,
        )
        for area in ranked_areas(answers, view, indicator)
    ]
    columns = [
        Column("Nr.", 0),
        Column(view.level.capitalize()),
        Column(indicator.unit.capitalize(), indicator.decimals, has_bars=True),
    ]
    return Table(f"{indicator.label} per {view.level}", columns, lines, head=1)
