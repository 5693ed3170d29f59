"""The rule that a sentence says no figure that the card does not show."""

import re
from collections.abc import Mapping, Sequence
from functools import partial

from analytics.catalog import MIN_INHABITANTS
from analytics.scope.areas import NO_TEAM
from charts.tabulate import columns_and_lines, table_of
from data.dutch import number, rounded
from data.models.marts import last_closed_month
from data.periods import add_months
from data.reference.areas import Level
from tests.charts.cards.rules.seen import FEW, Seen, text_of
from tests.charts.cards.rules.subject import day_of, has_figures, wijken_of

FIGURE = re.compile(r"(?<![\w.,-])[+−]?\d[\d.]*(?:,\d+)?(?![\w-])")
DATES = re.compile(
    r"\d{1,2}[- ](?:\d{2}-|[a-z]+ )\d{4}|\b(?:januari|februari|maart|april|mei|juni|juli|augustus"
    r"|september|oktober|november|december) \d{4}|\d+e kwartaal van \d{4}|per 1\.000|80%|95%"
    r"|(?:ruim|bijna) [\d.]+|BU\w+|WK\w+"
    rf"|[Mm]inder dan {MIN_INHABITANTS} inwoners"
)


def says_what_it_shows(seen: Seen) -> list[str]:
    """Figures of a sentence stand in the table or the picture; counts of things may be small."""
    if not has_figures(seen.card) or seen.card.sentence.startswith("Fases."):
        return []
    shown = {cell for row in seen.cells for cell in row}
    if seen.card.picture is not None:
        columns, lines = columns_and_lines(seen.card.picture)
        shown |= {
            text_of(*pair) for line in lines for pair in zip(line.cells, columns, strict=True)
        }
    text = " ".join(shown) + f" {seen.card.title} {seen.card.subtitle}"
    known = [*map(_value, FIGURE.findall(text)), *_of_streams(seen), *_of_plans(seen)]
    told = PLACE.sub(partial(_place, seen), DATES.sub(" ", seen.card.sentence))
    ratios = shown_ratios(told, known) | ratios_of_lines(told, _rates(seen))
    return [
        found
        for found in FIGURE.findall(told)
        if not _is_shown(found, known)
        and found not in ratios
        and not _is_count(found.lstrip("+−").rstrip("."), seen)
    ]


# Where an area stands among its like: its own line need not be one of the table of its parts.
PLACE = re.compile(
    r"op plaats (\d+) van (\d+)(?:, samen met \d+ anderen?)?"
    r"(?:; door toeval kan dat (\d+) tot en met (\d+) zijn)?"
)


def _place(seen: Seen, found: re.Match[str]) -> str:
    """Nothing, for a place that can be: between its ends, of no more than there are areas."""
    place, among, first, last = (int(figure or 0) for figure in found.groups())
    like = sum(area.level is seen.place.level for area in seen.known.areas.values())
    is_there = (first or place) <= place <= (last or place) <= among <= like
    return "" if is_there else found.group()


MORE = re.compile(r"(?P<percent>\d+)% (?P<way>meer|minder) dan")


def shown_ratios(told: str, known: Sequence[float]) -> set[str]:
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


def ratios_of_lines(told: str, rates: Mapping[str, float]) -> set[str]:
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
    wijken = wijken_of(seen, seen.place)
    mine = [line.cells for line in table.lines if line.code in wijken]
    total = sum(float(str(amount)) for _, _, amount, _ in mine)
    out = sum(float(str(amount)) for origin, to, amount, _ in mine if origin != to)
    return [total, 100 * out / total] if total else []


def _of_plans(seen: Seen) -> list[float]:
    """How many wijken of the area do not start within a year: a forecast leaves these out."""
    if "zonder start in de komende 12 maanden" not in seen.card.sentence:
        return []
    then = add_months(last_closed_month(day_of(seen)), 12)
    progress = seen.answers.progress(Level.WIJK, then)
    return [float(sum(not progress[code].has_started for code in wijken_of(seen, seen.place)))]


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
