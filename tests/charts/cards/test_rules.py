"""What holds for every card of the house, whatever a reader selects.

Each rule reads a card and gives the words that break it. A card that is added to CARDS is tried by
itself: on areas of every level, an own area, days from the first to the last, both audiences; of
the demo, and fewer of the sample and of an odd city. The quick test takes a part of the selections
in which every choice stands at least once, the slow one takes all.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import cycle, islice
from pathlib import Path

import pytest

from analytics.catalog import find
from analytics.figures.doors.marts import Audience, open_marts
from analytics.figures.selection import Selection
from analytics.gaps.distance import metres, near
from analytics.scope.answers import DirectAnswers
from analytics.scope.areas import NO_TEAM, NamedArea, path_to
from analytics.scope.indicator.ranking import Mark
from analytics.scope.scope import Scope
from analytics.scope.view import Known, View, parse, to_query
from analytics.scope.windows import Window
from analytics.statistics.spells import Spell
from charts.card import Card, Column, Kind, Line, Table, Value
from charts.cards import CARDS
from charts.cells import cell_text
from charts.pictures import AreaMap, Bars, Panels, Series, Trend
from charts.tabulate import columns_and_lines, table_of
from data.demo import make_demo
from data.dutch import number, rounded
from data.file.store import Store
from data.reference import own_area
from data.reference.areas import Level
from tests.charts.conftest import City
from tests.cities import write_city

AS_OF = date(2021, 10, 1)
OWN = "eigen~Rond het park~1110~6370"
AREAS = ("", "SD3", "SD5", "WK077242", "WK077263", "BU07721110", "Team Strijp", "Zonder team", OWN)
LEVELS = (Level.STADSDEEL, Level.WIJK, Level.BUURT, Level.TEAM)
DAYS = (date(2017, 9, 4), date(2018, 1, 31), date(2019, 12, 27), date(2020, 12, 31), None)
INDICATORS = (
    "inwoners_bereikt_per_1000",
    "matches",
    "wachtend",
    "open_vacatures_per_wachtende",
    "mediaan_dagen_tot_match",
    "vacatures",
)
SELECTIONS = {"demo": 40, "sample": 14, "odd": 14}
QUICK = {"demo": slice(10), "sample": slice(5), "odd": slice(5, 10)}
LEAST = 5  # followed, or counted: of fewer nothing is said
FEW = 12  # numbers of a sentence up to this count things that stand there, as "12 maanden"


@dataclass(frozen=True)
class Seen:
    """A card with the selection that it was made for."""

    card: Card
    view: View
    place: NamedArea
    known: Known
    answers: DirectAnswers

    @property
    def words(self) -> str:
        """All that stands around the figures."""
        card = self.card
        texts = (card.title, card.subtitle, card.sentence, card.note, card.alt, card.source)
        return " ¶ ".join(filter(None, texts))

    @property
    def cells(self) -> list[list[str]]:
        """The texts of the table of the card, a minus as a sentence writes it."""
        table = table_of(self.card)
        if table is None:
            return []
        return [
            [_text(cell, column) for cell, column in zip(line.cells, table.columns, strict=True)]
            for line in table.lines
        ]


def _text(cell: Value, column: Column) -> str:
    return re.sub(r"(?<!\w)-(?=\d)", "−", cell_text(cell, column))


Rule = Callable[[Seen], list[str]]

NONSENSE = re.compile(r"\b(?:nan|None|inf|NaT)\b|\bin Zonder team\b|docs/|  |\.\.|!")
SINGULARS = {
    "wijken": "wijk",
    "buurten": "buurt",
    "stadsdelen": "stadsdeel",
    "teams": "team",
    "matches": "match",
    "vacatures": "vacature",
    "inwoners": "inwoner",
    "scans": "scan",
    "plekken": "plek",
    "maanden": "maand",
    "dagen": "dag",
    "ontwikkelplaatsen": "ontwikkelplaats",
    "gebieden": "gebied",
    "doelen": "doel",
}
MANY = "|".join(SINGULARS)
ONE = "|".join(SINGULARS.values())
ALONE = r"(?<![\d.,:+−-])"
SLIPS = (
    re.compile(rf"{ALONE}1 (?:{MANY})\b"),
    re.compile(rf"{ALONE}(?:0|[2-9]|\d[\d.]*\d) (?:{ONE})\b"),
    re.compile(rf"\b[01] van de \d+ (?:{MANY}) zijn\b"),
    re.compile(rf"\bvan de 1 (?:{ONE}|{MANY})\b"),
    re.compile(rf"\balle [12] (?:{ONE}|{MANY})\b", re.IGNORECASE),
    re.compile(r"\b(?:evenveel|keer zo veel) dan\b|\b(?:meer|minder|hoger|lager) als\b"),
)


def reads_well(seen: Seen) -> list[str]:
    """No words of the machine, no plural beside one, "als" with equal and "dan" with more."""
    texts = [seen.words, *(cell for row in seen.cells for cell in row)]
    forms = (NONSENSE, *SLIPS)
    return [found.group() for text in texts for form in forms for found in form.finditer(text)]


def is_about_the_selection(seen: Seen) -> list[str]:
    """The words name the chosen area; lines lie in it, around it, or it is marked among them.

    A card that compares areas among their like shows others too. Then it (or its parts, or what
    lies around it) is marked and nothing else is; when it takes no part, a clause says so by name.
    """
    if not seen.view.area or not _has_figures(seen.card):
        return []
    named = seen.place.in_sentence
    table = table_of(seen.card)
    lines = table.lines if table else ()
    codes = {line.code for line in lines if line.code and not _touches(seen, line)}
    around = _around(seen)
    own = _inside(seen) | around
    strange = codes - own - _nearby(seen)
    marked = {line.code for line in lines if line.is_chosen}
    is_marked = (bool(marked) and marked <= own) or _is_of_city(seen)
    is_told = is_marked or _is_said_to_be_absent(seen, named)
    is_named = named.casefold() in seen.words.casefold()  # a name may begin a sentence
    said = [] if is_named or around & codes else [f"noemt {named} niet"]
    return [*said, *([f"gaat ook over {sorted(strange)[:3]}"] if strange and not is_told else [])]


def _is_said_to_be_absent(seen: Seen, named: str) -> bool:
    """Whether a clause of the words says of the chosen area that it is not there, or has none."""
    clauses = re.split(r"[.;:¶·] ", seen.words.casefold())
    return any(
        named.casefold() in clause and re.search(r"\b(?:niet|geen|niets)\b", clause)
        for clause in clauses
    )


def _has_figures(card: Card) -> bool:
    return not card.note and bool(card.picture or card.table)


def _touches(seen: Seen, line: Line) -> bool:
    """Whether a line goes from one wijk to another, and one of the two is of the chosen area."""
    table = seen.card.table
    if table is None or [column.heading for column in table.columns[:2]] != ["Van", "Naar"]:
        return False
    own = {seen.known.areas[wijk].name for wijk in _wijken(seen, seen.place)}
    return not own.isdisjoint(map(str, line.cells[:2]))


def _nearby(seen: Seen) -> set[str]:
    """The buurten within reach, of a card that says to look beyond the borders of the area."""
    named = re.escape(seen.place.in_sentence)
    if not re.search(rf"\b(?:[Ii]n en rond|binnen [\d,]+ km van) {named}", seen.words):
        return set()
    reached = near(metres(), seen.view.catchment.metres)
    return set(reached.index[reached[sorted(_inside(seen) & {*reached})].any(axis="columns")])


def _is_of_city(seen: Seen) -> bool:
    """Whether a card says in its title to be of the city, and where the chosen area is in that.

    Of lines in the chosen area each is marked; without any the card says that there are none.
    """
    table = table_of(seen.card)
    own = [line for line in (table.lines if table else ()) if line.code in _inside(seen)]
    none = f"geen ervan in {seen.place.in_sentence}" in seen.card.subtitle
    told = all(line.is_chosen for line in own) if own else none
    return "hele stad" in seen.card.title and told


def _around(seen: Seen) -> set[str]:
    """The chosen area, what lies around it, and the team of its wijken."""
    path = {area.code for area in path_to(seen.place, seen.known.areas)}
    wijken = set(_wijken(seen, seen.place))
    teams = seen.answers.progress(Level.TEAM, seen.known.as_of)
    return path | {code for code, team in teams.items() if wijken <= set(team.wijken)}


def _inside(seen: Seen) -> set[str]:
    """The areas of which all wijken are wijken of the chosen one; buurten of an own area."""
    if seen.place.level is Level.OWN:
        found = own_area.parse(seen.view.area)
        return {*(found.buurten if found else ()), *_wijken(seen, seen.place)}
    if seen.place.level is Level.BUURT:
        return {seen.place.code}
    own = set(_wijken(seen, seen.place))
    return {
        code
        for level in LEVELS
        for code, found in seen.answers.progress(level, seen.answers.known.as_of).items()
        if set(found.wijken) <= own
    }


def _wijken(seen: Seen, place: NamedArea) -> tuple[str, ...]:
    progress = seen.answers.progress(place.level, seen.answers.known.as_of)
    return progress[place.code].wijken


def shows_no_zero_before_the_start(seen: Seen) -> list[str]:
    """An area that has not started has no zero in a map, bars or a table of areas."""
    picture, table = seen.card.picture, seen.card.table
    progress = {
        code: found.has_started
        for level in (*LEVELS, Level.GEMEENTE)
        for code, found in seen.answers.progress(level, _day(seen)).items()
    }
    shown: list[tuple[str, object]] = []
    if isinstance(picture, AreaMap) and not picture.classes.is_change:
        shown += [(area.code, area.values[picture.shown]) for area in picture.areas]
    if isinstance(picture, Bars):
        shown += [(bar.code, bar.value) for bar in picture.bars]
    if table:
        shown += [
            (line.code, cell)
            for line in table.lines
            if _is_area(seen, line, table)
            for cell, column in zip(line.cells, table.columns, strict=True)
            if column.is_number
        ]
    return [f"0 in {code}" for code, value in shown if value == 0 and progress.get(code) is False]


def _is_area(seen: Seen, line: Line, table: Table) -> bool:
    """Whether a line is about the area itself: of a place in it the 0 is of that place."""
    area = seen.known.areas.get(line.code)
    return area is not None and area.name in str(line.cells[table.head])


def _day(seen: Seen) -> date:
    return seen.view.as_of or seen.known.as_of


def draws_something(seen: Seen) -> list[str]:
    """No empty picture: a card that has nothing to draw says so in a note."""
    picture = seen.card.picture
    trends = list(picture.panels.values()) if isinstance(picture, Panels) else [picture]
    lines = [trend for trend in trends if isinstance(trend, Trend)]
    if lines and not any(
        value is not None for trend in lines for line in trend.series for value in line.values
    ):
        return ["een lege lijn"]
    if seen.card.note and seen.card.picture:
        return ["een plaatje naast een melding"]
    return []


REFERENCES = ("doel", "verwacht", "afgesproken", "zonder uitstroom", "zware regels", "pilot")


def dashes_what_is_held_beside(seen: Seen) -> list[str]:
    """A line of what was counted is whole; what it is held against is dashed, or quiet."""
    picture = seen.card.picture
    trends = list(picture.panels.values()) if isinstance(picture, Panels) else [picture]
    lines = [line for trend in trends if isinstance(trend, Trend) for line in trend.series]
    return [
        f"{line.name} {'met' if line.is_dashed else 'zonder'} streepjes"
        for line in lines
        if line.is_dashed is not (_is_reference(seen, line) and not line.is_quiet)
    ]


def _is_reference(seen: Seen, line: Series) -> bool:
    is_city = line.name == seen.known.city.name and line.ink == "line"
    return line.name in REFERENCES or line.name.startswith("heel ") or is_city


def gives_equals_one_place(seen: Seen) -> list[str]:
    """Lines with a place: who shows the same value shares it."""
    table = table_of(seen.card)
    if table is None or table.columns[0].kind is not Kind.RANK:
        return []
    value = next((at for at, column in enumerate(table.columns) if column.has_bars), None)
    places: dict[str, set[str]] = {}
    for row in seen.cells:
        if value is not None and row[0].isdigit():
            places.setdefault(row[value], set()).add(row[0])
    return [f"{shown}: {sorted(found)}" for shown, found in places.items() if len(found) > 1]


def says_nothing_of_fewer_than_five(seen: Seen) -> list[str]:
    """A share, a median or a curve stands on five who were followed, or does not stand there."""
    table = table_of(seen.card)
    if table is None:
        return []
    return [
        f"{table.columns[at].heading} {line.cells[at]} van {line.cells[count]}"
        for count in _of_kind(table, Kind.FOLLOWED)
        for at in _of_kind(table, Kind.PERCENT, Kind.DAYS)
        for line in table.lines
        if _is_few(line.cells[count]) and isinstance(line.cells[at], int | float)
    ] + _medians_of_few(seen, table)


def _of_kind(table: Table, *kinds: Kind) -> list[int]:
    return [at for at, column in enumerate(table.columns) if column.kind in kinds]


# How many decimals figures of one kind have, wherever they stand.
PRECISION = {
    re.compile(r"per 1\.000|^Km$|^Per maand|^Nodig$|^Als de pilot$|^Pilot$", re.IGNORECASE): 1,
    re.compile(r"^Vrije plekken per gezocht talent|^Tegen (?:pilot|midden)$"): 2,
    re.compile(r"\(%\)$|^% |^Procent$|^Aantal$|^Matches$|^Scans$|^Wachtend$"): 0,
}


def has_decimals_that_fit(seen: Seen) -> list[str]:
    """Whole numbers have no decimals; others have at most two, those of their kind."""
    table = table_of(seen.card)
    if table is None:
        return []
    found = [
        (column, [line.cells[at] for line in table.lines])
        for at, column in enumerate(table.columns)
        if column.decimals is not None
    ]
    return [
        f"{column.heading} met {column.decimals} decimalen"
        for column, cells in found
        if column.decimals not in range(3)
        or (column.decimals and _are_whole(cells))
        or any(
            form.search(column.heading) and column.decimals != decimals
            for form, decimals in PRECISION.items()
        )
    ]


# Between which ends figures of one kind lie: the city is 12 km across.
BOUNDS = {
    re.compile(r"^Km$"): (0, 25),
    re.compile(r"\(%\)$|^Procent$"): (0, 100),
}


def stays_within_bounds(seen: Seen) -> list[str]:
    """A distance lies in the city, a share between nothing and all."""
    table = table_of(seen.card)
    return [
        f"{column.heading}: {cell}"
        for at, column in enumerate(table.columns if table else ())
        for form, (low, high) in BOUNDS.items()
        if form.search(column.heading)
        for cell in (line.cells[at] for line in (table.lines if table else ()))
        if isinstance(cell, int | float) and not low <= cell <= high
    ]


def _are_whole(cells: Sequence[Value]) -> bool:
    numbers = [cell for cell in cells if isinstance(cell, int | float)]
    return bool(numbers) and all(isinstance(cell, int) for cell in numbers)


def _is_few(count: Value) -> bool:
    return isinstance(count, int | float) and count < LEAST


def _medians_of_few(seen: Seen, table: Table) -> list[str]:
    """Durations of areas in which fewer than five scans or matches were ever made."""
    indicator = find(seen.view.indicator)
    if not indicator.duration or seen.view.indicator not in seen.card.indicators:
        return []
    subject = "scans" if indicator.duration.spell is Spell.WAIT else "matches"
    made: dict[str, float] = {}
    for level in (*LEVELS, Level.GEMEENTE):
        rows = seen.answers.get(subject, Selection(level, _day(seen))).rows()
        made |= {row.area_code: row.numerator for row in rows}
    return [
        f"{line.cells[-1]} van {made[line.code]:.0f} {subject}"
        for line in table.lines
        if made.get(line.code, LEAST) < LEAST and isinstance(line.cells[-1], int | float)
    ]


EXTREME = re.compile(
    r"(?:[Hh]et (?:hoogst|laagst|meest erbij|meest eraf)|[Bb]ovenaan staat|[Oo]nderaan staat):? "
    r"(?P<names>[^().]+?) \((?P<value>[+−]?[\d.,]+)\)"
)


def names_all_that_share_an_end(seen: Seen) -> list[str]:
    """Who is called highest or lowest has that value in the table, and nobody else has it."""
    table = table_of(seen.card)
    claims = EXTREME.finditer(f"{seen.card.title}. {seen.card.sentence}") if table else ()
    return [
        f"{claim.group()}: {len(sharing)} delen dit"
        for claim in claims
        for sharing in [_sharing(seen, claim["value"].lstrip("+"))]
        if not _names(claim["names"], sharing)
    ]


def _sharing(seen: Seen, value: str) -> list[str]:
    """The names of the lines (of parts, where there are any) of which the last figure is this."""
    table = table_of(seen.card)
    lines = table.lines if table else ()
    head = table.head if table else 0
    found = [
        (row[head], line.code)
        for row, line in zip(seen.cells, lines, strict=True)
        if row[-1].lstrip("+") == value
    ]
    parts = [name for name, code in found if code != seen.place.code]
    return parts or [name for name, _ in found]


def _names(names: str, sharing: Sequence[str]) -> bool:
    counted = re.match(r"(\d+) ", names)
    if counted:
        return int(counted[1]) == len(sharing)
    told = re.split(r", | en ", names)
    return set(told) == set(sharing) or len(told) == len(sharing)


FIGURE = re.compile(r"(?<![\w.,-])[+−]?\d[\d.]*(?:,\d+)?(?![\w-])")
DATES = re.compile(
    r"\d{1,2}[- ](?:\d{2}-|[a-z]+ )\d{4}|\b(?:januari|februari|maart|april|mei|juni|juli|augustus"
    r"|september|oktober|november|december) \d{4}|\d+e kwartaal van \d{4}|per 1\.000|80%|95%"
    r"|(?:ruim|bijna) [\d.]+|BU\w+|WK\w+"
)


def says_what_it_shows(seen: Seen) -> list[str]:
    """Figures of a sentence stand in the table or the picture; counts of things may be small."""
    if not _has_figures(seen.card) or seen.card.sentence.startswith("Fases."):
        return []
    shown = {cell for row in seen.cells for cell in row}
    if seen.card.picture is not None:
        columns, lines = columns_and_lines(seen.card.picture)
        shown |= {_text(*pair) for line in lines for pair in zip(line.cells, columns, strict=True)}
    text = " ".join(shown) + f" {seen.card.title} {seen.card.subtitle}"
    known = [*map(_value, FIGURE.findall(text)), *_of_streams(seen)]
    told = DATES.sub(" ", seen.card.sentence)
    ratios = _shown_ratios(told, known) | _ratios_of_lines(told, _rates(seen))
    return [
        found
        for found in FIGURE.findall(told)
        if not _is_shown(found, known)
        and found not in ratios
        and not _is_count(found.lstrip("+−").rstrip("."), seen)
    ]


MORE = re.compile(r"(?P<percent>\d+)% (?P<way>meer|minder) dan")


def _shown_ratios(told: str, known: Sequence[float]) -> set[str]:
    """The percentages more or less of which the ratio is shown: 60% meer dan, of 1,60."""
    return {
        found["percent"]
        for found in MORE.finditer(told)
        for way in (1 if found["way"] == "meer" else -1,)
        if round(1 + way * int(found["percent"]) / 100, 2) in known
    }


TIMES = re.compile(
    r"(?:^|[:;,] )(?P<one>[^:;]+?) (?P<figure>[\d,]+)"
    r"(?P<way> keer zo veel als|% (?:meer|minder) dan) (?P<other>[^:;]+?)(?=;|\.(?: |$))"
)


def _ratios_of_lines(told: str, rates: Mapping[str, float]) -> set[str]:
    """The figures that say of two areas with a rate in the table how they relate, and rightly."""
    return {
        found["figure"]
        for found in TIMES.finditer(told)
        if {found["one"], found["other"]} <= {*rates}
        and f"{found['figure']}{found['way']}".startswith(
            _related(rates[found["one"]] / rates[found["other"]])
        )
    }


def _related(ratio: float) -> str:
    if rounded(ratio, 2) >= 2:
        return f"{number(ratio, 1)} keer zo veel als".replace(",0 ", " ")
    return f"{abs(ratio - 1) * 100:.0f}% {'meer' if ratio > 1 else 'minder'} dan"


def _rates(seen: Seen) -> dict[str, float]:
    """The figures per 1.000 inhabitants of a table, by the name that its areas have in words."""
    table = table_of(seen.card)
    headings = [column.heading for column in table.columns] if table else []
    if table is None or "Per 1.000" not in headings:
        return {}
    cells = [(line.cells[0], line.cells[headings.index("Per 1.000")]) for line in table.lines]
    return {
        str(name).replace(NO_TEAM, "de wijken zonder team"): value
        for name, value in cells
        if isinstance(value, float)
    }


def _of_streams(seen: Seen) -> list[float]:
    """Of lines from wijk to wijk: how many leave from the chosen area, and which part goes out."""
    table = seen.card.table
    if table is None or [column.heading for column in table.columns[:2]] != ["Van", "Naar"]:
        return []
    wijken = _wijken(seen, seen.place)
    mine = [line.cells for line in table.lines if line.code in wijken]
    total = sum(float(str(amount)) for _, _, amount, _ in mine)
    out = sum(float(str(amount)) for origin, to, amount, _ in mine if origin != to)
    return [total, 100 * out / total] if total else []


def _value(figure: str) -> float:
    return float(figure.lstrip("+−").rstrip(".,").replace(".", "").replace(",", "."))


def _is_shown(figure: str, known: Sequence[float]) -> bool:
    """Whether a figure is one of those that are shown, or one of them with fewer decimals."""
    decimals = len(figure.rstrip(".,").partition(",")[2])
    return any(rounded(value, decimals) == _value(figure) for value in known)


def _is_count(figure: str, seen: Seen) -> bool:
    """Whether a figure may count the lines (or some of them) instead of standing in one."""
    if "," in figure:
        return False
    amount = int(figure.replace(".", ""))
    table = table_of(seen.card)
    return amount <= max(FEW, len(table.lines) if table else 0)


RULES: tuple[Rule, ...] = (
    reads_well,
    is_about_the_selection,
    shows_no_zero_before_the_start,
    draws_something,
    dashes_what_is_held_beside,
    gives_equals_one_place,
    says_nothing_of_fewer_than_five,
    has_decimals_that_fit,
    stays_within_bounds,
    names_all_that_share_an_end,
    says_what_it_shows,
)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    path: Path = tmp_path_factory.mktemp("rules") / "demo.duckdb"
    store = write_city(path, make_demo(seed=5, scale=0.15), AS_OF)
    yield store.with_area(own_area.parse(OWN))  # type: ignore[arg-type]
    store.close()


def days_of(city: str, known: Known) -> Sequence[date | None]:
    """Days from the first to the last of a city."""
    if city == "demo":
        return DAYS
    apart = (known.as_of - known.beginning) / 3
    return (known.beginning, *(known.beginning + turn * apart for turn in (0.1, 1, 2)), None)


def selections(days: Sequence[date | None], amount: int) -> list[View]:
    """Views that take turns in everything that a reader can choose."""
    audiences = (Audience.GEMEENTE, Audience.INTERN, Audience.INTERN, Audience.GEMEENTE)
    windows = (Window.ALL, Window.YEAR, Window.ALL, Window.MONTH, Window.QUARTER, Window.ALL)
    turns = zip(
        cycle(LEVELS),
        cycle(AREAS),
        cycle((*windows, Window.ALL)),
        cycle(days),
        cycle(INDICATORS),
        cycle((*audiences, *audiences, *audiences[::-1])),
        strict=False,
    )
    return [View(*choices) for choices in islice(turns, amount)]


Doors = dict[str, dict[Audience, DirectAnswers]]


@pytest.fixture(scope="module")
def doors(store: Store, cities: dict[str, City]) -> Doors:
    stores = {"demo": store} | {
        name: cities[name].store.with_area(own_area.parse(OWN))  # type: ignore[arg-type]
        for name in ("sample", "odd")
    }
    return {
        name: {who: DirectAnswers(open_marts(found, who), is_demo=True) for who in Audience}
        for name, found in stores.items()
    }


def seen_by(answers: DirectAnswers, name: str, view: View) -> Seen:
    """A card as a reader of an audience gets it, on a day that the audience has."""
    known = answers.known
    asked = parse(to_query(view), known)
    place = known.areas[asked.area] if asked.area else known.city
    return Seen(CARDS[name](Scope(answers, asked)), asked, place, known, answers)


def broken_rules(answers: DirectAnswers, name: str, view: View) -> list[str]:
    """What a card breaks, with the selection that shows it."""
    seen = seen_by(answers, name, view)
    where = f"{view.audience}, {to_query(seen.view)}"
    return [f"{rule.__name__}: {words} ({where})" for rule in RULES for words in rule(seen)]


@pytest.mark.parametrize("city", QUICK)
@pytest.mark.parametrize("name", CARDS)
def test_every_card_keeps_the_rules(doors: Doors, name: str, city: str) -> None:
    keeps_the_rules(doors[city], name, views_of(city, doors)[QUICK[city]])


@pytest.mark.slow
@pytest.mark.parametrize("city", SELECTIONS)
@pytest.mark.parametrize("name", CARDS)
def test_every_card_keeps_the_rules_everywhere(doors: Doors, name: str, city: str) -> None:
    keeps_the_rules(doors[city], name, views_of(city, doors))


def keeps_the_rules(
    answers: Mapping[Audience, DirectAnswers], name: str, views: Sequence[View]
) -> None:
    broken = [words for view in views for words in broken_rules(answers[view.audience], name, view)]
    assert not broken, "\n".join(broken[:12]) + f"\n({len(broken)} in all)"


def views_of(city: str, doors: Doors) -> list[View]:
    days = days_of(city, doors[city][Audience.INTERN].known)
    return selections(days, SELECTIONS[city])


@pytest.mark.parametrize("choice", ["level", "area", "window", "as_of", "indicator", "audience"])
def test_the_quick_selections_have_every_choice(choice: str) -> None:
    every = selections(DAYS, SELECTIONS["demo"])
    quick = every[QUICK["demo"]]
    assert {getattr(view, choice) for view in quick} == {getattr(view, choice) for view in every}


@pytest.mark.parametrize(
    ("text", "slip"),
    [
        ("1 wijken", "1 wijken"),
        ("0 van de 2 wijken zijn gestart", "0 van de 2 wijken zijn"),
        ("2 wijk is gestart", "2 wijk"),
        ("alle 2 wijken", "alle 2 wijken"),
        ("evenveel dan de stad", "evenveel dan"),
        ("3 meer als vorig jaar", "meer als"),
        ("0 van de 2 wijken is gestart", ""),
        ("1 wijk, 21 wijken en 11 buurten", ""),
        ("12,1 matches", ""),
    ],
)
def test_slips_of_grammar_are_seen(text: str, slip: str) -> None:
    found = [match.group() for form in SLIPS for match in form.finditer(text)]
    assert found == ([slip] if slip else [])


@pytest.mark.parametrize(
    ("told", "known", "shown"),
    [
        ("60% meer dan de pilot", [1.6], {"60"}),
        ("60% minder dan de pilot", [0.4], {"60"}),
        ("60% minder dan de pilot", [1.6, 60.0], set()),
        ("60% van de wijken", [1.6], set()),
    ],
)
def test_a_percentage_more_or_less_needs_its_ratio(
    told: str, known: list[float], shown: set[str]
) -> None:
    assert _shown_ratios(told, known) == shown


@pytest.mark.parametrize(
    ("told", "shown"),
    [
        ("Scans: A 15,5 keer zo veel als B; A 16% meer dan C.", {"15,5", "16"}),
        ("Scans: A 15 keer zo veel als B.", set()),
        ("Scans: B 15,5 keer zo veel als A.", set()),
        ("Scans: C 14% minder dan A. Nog niet gestart: B.", {"14"}),
        ("Scans: A 15,5 keer zo veel als D.", set()),
    ],
)
def test_a_ratio_of_two_areas_is_that_of_their_rates(told: str, shown: set[str]) -> None:
    assert _ratios_of_lines(told, {"A": 3.1, "B": 0.2, "C": 2.67}) == shown


def test_marks_are_words_and_no_figures() -> None:
    assert not any(mark.isdigit() for mark in Mark)
