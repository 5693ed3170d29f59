"""witte_vlekken.vraag_en_aanbod: what is lacking and what is left, per area and talent."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from analytics.figures.doors.marts import Audience
from analytics.gaps.supply import Balanced, balances
from analytics.scope.indicator.ranking import Mark
from analytics.scope.scope import Scope
from analytics.scope.sentences import PLURALS
from analytics.scope.view import Balance
from charts.card import Card, Column, Line, Table, Value, empty
from charts.cards.gaps.words import (
    distance_words,
    names,
    near_words,
    not_started,
    of_parts,
    parts,
    reach_words,
)
from charts.cards.inside import inside_source, place_and_day
from charts.pictures import Heat
from charts.registry import card
from charts.theme import AROUND_ZERO
from data.dutch import number
from data.grammar import NAMED_AT_MOST, are, capital, counted, listed, plural
from data.reference.areas import Level
from data.reference.code_lists import code_lists

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


@card("witte_vlekken.vraag_en_aanbod", TITLE, Audience.INTERN)
def supply_heat(scope: Scope) -> Card:
    """The areas of the level, those that lack most first."""
    found = _of_started(scope)
    if not any(row.waiting or row.free for row in found):
        where = f"In {scope.area.in_sentence}"
        note = f"{where} wacht op deze dag niemand en is er geen plek vrij."
        return empty(not_started(scope) or note)
    sentence, shown = lack_sentence(scope), rows_shown(scope)
    return Card(
        subtitle=f"{SHOWN[scope.view.balance].unit} binnen {reach_words(scope.view.catchment)} van"
        f" wie in het gebied woont · {place_and_day(scope)}",
        source=inside_source(
            scope,
            _order(of_parts(scope).level, found, shown),
            distance_words(),
        ),
        alt=f"Tabel in kleuren van gebieden en talenten. {sentence}",
        sentence=sentence,
        file_name=scope.file_name("vraag-en-aanbod"),
        indicators=("wachtend", "vrije_plekken"),
        picture=_picture(scope, found, shown),
        table=_table(scope, found),
    )


def rows_shown(scope: Scope) -> list[str]:
    """The codes of the areas in the picture: those that lack most of the parts that are shown."""
    return _most_lacking(_of_started(scope))[:MOST_ROWS]


def lack_sentence(scope: Scope) -> str:
    """For which talent the chosen area lacks most, within reach of who lives there."""
    place = scope.area
    found = _balances(scope, place.level)
    mine = [row for row in found if row.area == place.code]
    if not any(row.waiting_near or row.free_near for row in mine):
        nothing = f"{near_words(place)} wacht niemand en is geen plek vrij."
        return not_started(scope) or nothing
    if not any(row.waiting_near for row in mine):
        return f"{near_words(place)} wacht niemand op een plek."
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


def _balances(scope: Scope, level: Level) -> list[Balanced]:
    day = scope.day
    return scope.of(balances, level, day, scope.view.catchment.metres)


def _of_started(scope: Scope) -> list[Balanced]:
    """The parts that are shown, without those where nothing has begun: there nothing is no zero."""
    shown = of_parts(scope)
    codes = parts(shown)
    progress = scope.progress(shown.level)
    found = [row for row in _balances(shown, shown.level) if row.area in codes]
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


def _picture(scope: Scope, found: Sequence[Balanced], shown: Sequence[str]) -> Heat:
    how, called = SHOWN[scope.view.balance], names(scope)
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
        chosen=called[scope.view.area] if scope.view.area in shown else "",
    )


def _amounts(row: Balanced, *, has_started: bool) -> list[Value]:
    """The figures of a line; before the start nothing is no zero."""
    amounts = [*row[2:], row.difference, row.ratio]
    return [amount if amount or has_started else Mark.NOT_STARTED for amount in amounts]


def _table(scope: Scope, found: Sequence[Balanced]) -> Table:
    called, order = names(scope), _most_lacking(found)
    ordered = sorted(found, key=lambda row: order.index(row.area))
    progress = scope.progress(of_parts(scope).level)
    lines = [
        Line(
            cells=[
                called[row.area],
                row.talent,
                *_amounts(row, has_started=progress[row.area].has_started),
            ],
            code=row.area,
            is_chosen=row.area == scope.view.area,
        )
        for row in ordered
    ]
    level = of_parts(scope).level
    columns = [Column(capital(level)), *COLUMNS]
    return Table(f"Vraag en aanbod per {level} en talent", columns, [*lines, *_whole(scope, level)])


def _whole(scope: Scope, level: Level) -> list[Line]:
    """The chosen area itself under its parts: it is what the sentence is about.

    Its figures are no sum of theirs: who lives in two reaches may reach the same position.
    """
    place = scope.area
    if place.level is level:
        return []
    has_started = scope.progress(place.level)[place.code].has_started
    return [
        Line([place.name, row.talent, *_amounts(row, has_started=has_started)], code=place.code)
        for row in _balances(scope, place.level)
        if row.area == place.code
    ]
