"""witte_vlekken.vraag_en_aanbod: what is lacking and what is left, per area and talent."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from analytics.gaps.supply import Balanced, balances
from analytics.scope import questions
from analytics.scope.answers import Answers
from analytics.scope.sentences import PLURALS
from analytics.scope.view import Balance, View
from charts.card import Card, Column, Line, Table
from charts.cards.gaps.words import (
    day_words,
    distance_words,
    inside_source,
    internal,
    names,
    near_words,
    not_started,
    of_parts,
    parts,
    reach_words,
)
from charts.cards.words import file_words
from charts.pictures import Heat
from charts.theme import AROUND_ZERO
from data.dutch import number
from data.grammar import NAMED_AT_MOST, are, counted, listed, plural
from data.reference.areas import Level
from data.reference.code_lists import code_lists

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
    found = _of_started(answers, view)
    if not any(row.waiting or row.free for row in found):
        note = "Op deze dag wacht niemand en is er geen plek vrij."
        return Card(ID, TITLE, note=not_started(answers, view) or note)
    sentence, shown = lack_sentence(answers, view), rows_shown(answers, view)
    return Card(
        id=ID,
        title=TITLE,
        subtitle=f"{SHOWN[view.balance].unit} binnen {reach_words(view.catchment)} van wie in het"
        f" gebied woont · {day_words(view, answers.known)}",
        source=inside_source(
            view,
            answers.known,
            _order(of_parts(answers, view).level, found, shown),
            distance_words(),
        ),
        alt=f"Tabel in kleuren van gebieden en talenten. {sentence}",
        sentence=sentence,
        file_name=file_words("vraag-en-aanbod", view, answers.known),
        indicators=("wachtend", "vrije_plekken"),
        picture=_picture(answers, view, found, shown),
        table=_table(answers, view, found),
    )


def rows_shown(answers: Answers, view: View) -> list[str]:
    """The codes of the areas in the picture: those that lack most of the parts that are shown."""
    return _most_lacking(_of_started(answers, view))[:MOST_ROWS]


def lack_sentence(answers: Answers, view: View) -> str:
    """For which talent the chosen area lacks most, within reach of who lives there."""
    place = questions.area(view, answers.known)
    found = _balances(answers, view, place.level)
    mine = [row for row in found if row.area == place.code]
    if not any(row.waiting_near or row.free_near for row in mine):
        nothing = f"{near_words(place)} wacht niemand en is geen plek vrij."
        return not_started(answers, view) or nothing
    lack = min(row.difference for row in mine)
    if lack >= 0:
        enough = "is er voor elk talent een vrije plek voor elke inwoner die wacht"
        return f"{near_words(place)} {enough}."
    return f"{near_words(place)} {_worst([row for row in mine if row.difference == lack])}"


def _worst(worst: Sequence[Balanced]) -> str:
    """The talent of which most positions lack; of more as many all, or how many they are."""
    first = worst[0]
    if len(worst) == 1:
        wait = plural(first.waiting_near, "wacht", "wachten")
        waiting = counted(first.waiting_near, "inwoner", "inwoners")
        free = counted(first.free_near, "plek", "plekken")
        return (
            f"ontbreken vooral plekken voor {first.talent}: er {wait} {waiting}"
            f" en er {are(first.free_near)} {free} vrij."
        )
    lacking = counted(-first.difference, "plek", "plekken")
    if len(worst) > NAMED_AT_MOST:
        return f"ontbreken voor {number(len(worst))} talenten de meeste plekken: elk {lacking}."
    talents = listed([row.talent for row in worst])
    return f"ontbreken vooral plekken voor {talents}: elk {lacking}."


def _balances(answers: Answers, view: View, level: Level) -> list[Balanced]:
    day = questions.as_of(view, answers.known)
    return answers.of(balances, level, day, view.catchment.metres)


def _of_started(answers: Answers, view: View) -> list[Balanced]:
    """The parts that are shown, without those where nothing has begun: there nothing is no zero."""
    shown = of_parts(answers, view)
    codes = parts(answers, shown)
    progress = answers.progress(shown.level, questions.as_of(view, answers.known))
    found = [row for row in _balances(answers, shown, shown.level) if row.area in codes]
    busy = {row.area for row in found if row.waiting or row.free}
    return [row for row in found if progress[row.area].has_started or row.area in busy]


def _most_lacking(found: Sequence[Balanced]) -> list[str]:
    """The codes of the areas, those that lack most positions over all talents first."""
    lack: Counter[str] = Counter()
    for row in found:
        lack[row.area] += min(row.difference, 0)
    return sorted(lack, key=lambda code: (lack[code], code))


def _order(level: Level, found: Sequence[Balanced], shown: Sequence[str]) -> str:
    total = len({row.area for row in found})
    amount = f"{len(shown)} van de {total} {PLURALS[level]}, " if len(shown) < total else ""
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
    level = of_parts(answers, view).level
    columns = [Column(level.capitalize()), *COLUMNS]
    return Table(f"Vraag en aanbod per {level} en talent", columns, lines)
