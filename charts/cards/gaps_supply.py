"""witte_vlekken.vraag_en_aanbod: what is lacking and what is left, per area and talent."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from analytics import questions
from analytics.answers import Answers
from analytics.gaps.supply import Balanced, balances
from analytics.marts import Marts
from analytics.sentences import PLURALS
from analytics.view import Balance, View
from charts.card import Card, Column, Line, Table
from charts.cards.gaps_words import (
    counted,
    day_words,
    distance_words,
    inside_source,
    internal,
    names,
    reach_words,
)
from charts.cards.words import file_words
from charts.pictures import Heat
from charts.theme import AROUND_ZERO
from data.areas import Level
from data.contract import code_lists

ID = "witte_vlekken.vraag_en_aanbod"
TITLE = "Vraag en aanbod per talent"
MOST_ROWS = 20  # of the picture; the table has all areas


@dataclass(frozen=True)
class Shown:
    """One way to look at supply and demand."""

    unit: str
    ramp: str
    value: Callable[[Balanced], float | None]
    decimals: int = 0
    middle: float = 0.0
    top: float | None = None


SHOWN = {
    Balance.DIFFERENCE: Shown(
        "vrije plekken min wachtende inwoners", AROUND_ZERO, lambda row: row.difference
    ),
    Balance.RATIO: Shown(
        "vrije plekken per wachtende inwoner",
        AROUND_ZERO,
        lambda row: row.ratio,
        decimals=1,
        middle=1.0,
        top=2.0,
    ),
    Balance.WAITING: Shown("wachtende inwoners", "Purples", lambda row: row.waiting_near),
    Balance.FREE: Shown("vrije plekken", "Blues", lambda row: row.free_near),
}
COLUMNS = (
    Column("Talent"),
    Column("Wachtend in het gebied", 0),
    Column("Vrij in het gebied", 0),
    Column("Wachtend binnen bereik", 0),
    Column("Vrij binnen bereik", 0),
    Column("Verschil", 0),
    Column("Vrij per wachtende", 1),
)


@internal(ID, TITLE)
def supply_heat(answers: Answers, view: View) -> Card:
    """The areas of the level, those that lack most first."""
    found = _balances(answers, view, view.level)
    if not any(row.waiting or row.free for row in found):
        return Card(ID, TITLE, note="Op deze dag wacht niemand en is er geen plek vrij.")
    sentence, shown = lack_sentence(answers, view), rows_shown(answers, view)
    return Card(
        id=ID,
        title=TITLE,
        subtitle=f"{SHOWN[view.balance].unit} binnen {reach_words(view.catchment)} van wie in het"
        f" gebied woont · {day_words(view, answers.known)}",
        source=inside_source(view, answers.known, _order(view, found, shown), distance_words()),
        alt=f"Tabel in kleuren van gebieden en talenten. {sentence}",
        sentence=sentence,
        file_name=file_words("vraag-en-aanbod", view, answers.known),
        indicators=("wachtend", "vrije_plekken"),
        picture=_picture(answers, view, found, shown),
        table=_table(answers, view, found),
    )


def rows_shown(answers: Answers, view: View) -> list[str]:
    """The codes of the areas in the picture: all, or those inside the chosen area, or the worst."""
    every = _most_lacking(_balances(answers, view, view.level))
    if len(every) <= MOST_ROWS:
        return every
    inside = answers.of(_inside, view.level, questions.area(view, answers.known).code)
    mine = [code for code in every if code in inside]
    return (mine if len(mine) > 1 else every)[:MOST_ROWS]


def lack_sentence(answers: Answers, view: View) -> str:
    """For which talent the chosen area lacks most, within reach of who lives there."""
    place = questions.area(view, answers.known)
    found = _balances(answers, view, place.level)
    worst = min((row for row in found if row.area == place.code), key=lambda row: row.difference)
    where = f"In {place.name}" if place.level is Level.GEMEENTE else f"In en rond {place.name}"
    if worst.difference >= 0:
        return f"{where} is er voor elk talent minstens een vrije plek per wachtende inwoner."
    waiting = counted(worst.waiting_near, "inwoner", "inwoners")
    free = counted(worst.free_near, "plek", "plekken")
    wait = "wacht" if worst.waiting_near == 1 else "wachten"
    are = "zijn" if worst.free_near > 1 else "is"
    return (
        f"{where} ontbreken vooral plekken voor {worst.talent}:"
        f" er {wait} {waiting} en er {are} {free} vrij."
    )


def _balances(answers: Answers, view: View, level: Level) -> list[Balanced]:
    day = questions.as_of(view, answers.known)
    return answers.of(balances, level, day, view.catchment.metres)


def _most_lacking(found: Sequence[Balanced]) -> list[str]:
    """The codes of the areas, those that lack most positions over all talents first."""
    lack: Counter[str] = Counter()
    for row in found:
        lack[row.area] += min(row.difference, 0)
    return sorted(lack, key=lambda code: (lack[code], code))


def _inside(marts: Marts, level: Level, area: str) -> set[str]:
    return marts.inside(level, area)


def _order(view: View, found: Sequence[Balanced], shown: Sequence[str]) -> str:
    total = len({row.area for row in found})
    amount = f"{len(shown)} van de {total} {PLURALS[view.level]}, " if len(shown) < total else ""
    return f"{amount}waar het meest ontbreekt staat bovenaan"


def _picture(answers: Answers, view: View, found: Sequence[Balanced], shown: Sequence[str]) -> Heat:
    how, called = SHOWN[view.balance], names(answers)
    values = {(row.area, row.talent): how.value(row) for row in found}
    talents = code_lists()["talent"]
    return Heat(
        rows=[called[code] for code in shown],
        columns=talents,
        values=[[values[code, talent] for talent in talents] for code in shown],
        ramp=how.ramp,
        unit=how.unit,
        decimals=how.decimals,
        middle=how.middle,
        top=how.top,
        chosen=called[view.area] if view.area in shown else "",
    )


def _table(answers: Answers, view: View, found: Sequence[Balanced]) -> Table:
    called, order = names(answers), _most_lacking(found)
    ordered = sorted(found, key=lambda row: order.index(row.area))
    lines = [
        Line(
            cells=[called[row.area], *row[1:], row.difference, row.ratio],
            code=row.area,
            is_chosen=row.area == view.area,
        )
        for row in ordered
    ]
    columns = [Column(view.level.capitalize()), *COLUMNS]
    return Table(f"Vraag en aanbod per {view.level} en talent", columns, lines)
