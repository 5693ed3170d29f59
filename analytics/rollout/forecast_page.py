"""docs/voorspelling.md: how forecasts are made, with how often they were right."""

import csv
from pathlib import Path

from analytics.catalog import find
from analytics.rollout.forecast.backtest import FIRST, HORIZONS, Cell, Coverage
from analytics.rollout.forecast.curve import HALF_LIFE
from analytics.rollout.forecast.draws import SHARE
from analytics.rollout.forecast.drift import SEASON_GAIN, TREND_GAIN, TWO_YEARS
from analytics.rollout.forecast.foreseen import FORESEEN
from analytics.rollout.forecast.history import FARTHEST, LEAST_COUNT, LEAST_MONTHS, WINDOW
from analytics.rollout.forecast.luck import by_luck
from analytics.rollout.outlook import HOPELESS, SURE
from data.dutch import number
from data.grammar import listed
from data.reference.areas import Level

# Measured by tests/tools/mutation/coverage.py.
COVERAGE_FILE = Path(__file__).parent / "forecast" / "coverage.csv"
FIELDS = ("source", "subject", "numbers", "level", "months", "forecasts", "inside")

LEVELS = (Level.WIJK, Level.STADSDEEL, Level.GEMEENTE)
ONE_CITY = ("sample", "demo")
GOAL = (75, 85)  # percent
SIMULATED = 10  # cities of each kind
SOURCES = {
    "sample": "voorbeeldlevering",
    "demo": "demo",
    "flat": "nagebootst: vlak",
    "growth": "nagebootst: groei",
    "decline": "nagebootst: krimp",
    "season": "nagebootst: seizoen",
    "clumped": "nagebootst: maanden met klonten",
    "drift": "nagebootst: dwalend niveau",
}
NUMBERS = {"intern": "exact", "gemeente": "afgerond"}

TEXT = """<!-- Gemaakt met `make docs` uit {file}; verander haar niet. -->
# Voorspelling: hoe zij wordt gemaakt, en hoe vaak zij klopt

Bij een doel staat wat er tot het einde naar verwachting komt, met een band waarin {share}% van wat
kan komen ligt, en de kans dat het doel wordt gehaald. Bij een kans van {sure}% of meer staat er ja,
bij {unsure}% of minder nee, daartussen onzeker.

## Hoe zij wordt gemaakt

1. Alle gestarte wijken worden naast elkaar gelegd op de maanden sinds hun eigen start. Door de
   laatste {window} maanden loopt een gezamenlijke kromme (Poisson-regressie op de leeftijd); een
   maand van {half} maanden terug weegt half.
2. Elke wijk heeft een eigen tempo rond die kromme. Een wijk die kort meedoet, bewijst nog weinig en
   leunt op de wijken die voorgingen; een wijk met veel aantallen op zichzelf (gamma-Poisson;
   Clayton en Kaldor, 1987). Een wijk met een startdatum in de komende {farthest} maanden begint op
   die dag met het tempo van de andere, en telt mee in stadsdeel en stad.
3. Voor elke eerdere maand wordt de verwachting opnieuw gemaakt, met alleen wat toen bekend was.
   Een trend komt erbij als die verwachtingen daarmee ten minste {trend}% beter waren, een seizoen
   als zij ten minste {season}% beter waren en er {years} maanden bekend zijn. Een trend loopt elke
   maand minder door.
4. Hoe ver die eerdere verwachtingen ernaast zaten, zegt hoe breed de band is: voor de stad als
   geheel, en voor wijken daarbinnen. Wat kort geleden misging, weegt het meest.
5. Daaruit worden duizend mogelijke vervolgen van elke wijk getrokken, in hele aantallen. Stadsdelen
   en stad zijn in elk vervolg de som van hun wijken (bottom-up met getrokken paden; Panagiotelis
   en anderen, 2023). Ook de verwachte aantallen tellen zo op: die van de stad zijn de som van die
   van de wijken. Dezelfde cijfers geven altijd dezelfde uitkomst.
6. Lag het aantal van de laatste {foreseen} maanden buiten wat daarvoor was voorzien, dan staat dat
   bij de verwachting.

## Hoe vaak zij klopt

Vanaf maand {first} is elke maand opnieuw een verwachting gemaakt, met alleen wat toen bekend was,
en naast alles gelegd wat in het gebied kwam, ook in wijken die later startten. Er staat hoe vaak
dat in de band van {share}% lag: eerlijk is {goal}. Niveaus en termijnen staan apart.

{table}

Achter een cijfer van de gemeente staat waar het bij een eerlijke band door toeval al ligt, in
negen van de tien gevallen. Verwachtingen overlappen elkaar namelijk: op het niveau van de gemeente
rust een cijfer voor een jaar in een enkele stad op een of twee losse jaren, en in de tien
nagebootste steden van een soort (van {months} maanden) op zo'n dertig.

Van de {parts} cijfers van wijken en stadsdelen liggen er {fair} daarbinnen, {low} eronder en
{high} erboven. Grenzen staan daar niet bij: een maand die in de hele stad tegenvalt, valt in alle
delen tegen, zodat zoveel verwachtingen van delen nauwelijks meer zeggen dan die van de stad.

Zo'n cijfer van een enkele stad hangt ook van toeval af: met een andere sleutel voor het afronden en
verder dezelfde gegevens, lagen van de 24 afgeronde cijfers er 9 daarbinnen, en niet 15.

De band achteraf bijstellen is geprobeerd: hem per niveau en termijn zo ver rekken dat 80% van wat
eerder kwam erin lag, en minder ver zolang er weinig eerder kwam (conformal prediction; Vovk en
anderen, 2005). Op de voorbeeldlevering, de demo en 24 nagebootste steden kwamen er zo 60 in plaats
van 52 van de 84 cijfers binnen; zij lagen gemiddeld 4,2 in plaats van 4,8 punten van 80%, die van
de gemeente 11 in plaats van 15. Vlakke en groeiende steden werden er slechter van: de gemeente ging
van 82 naar 75% (vlak, 3 maanden) en van 78 naar 71% (groei, 12 maanden). Het is niet overgenomen,
want met een eigen rek per niveau telt wat er van wijken komt niet meer op tot de stad.

Buiten die grenzen ligt wat niet aan toeval te wijten is:

- *demo, bereikte inwoners, 3 en 6 maanden*: twee lockdowns halveren de aantallen, en daarna komen
  ze dubbel terug. Zo'n sprong was er eerder niet geweest; dat voorziet geen enkele band. Een band
  die nooit smaller wordt dan bij 10% dwalen per maand is geprobeerd: de demo kwam op 39, 70 en 86%,
  en een vlakke stad, waar 80% hoort, op 100%.
- *groei, een jaar vooruit*: wat naast de band viel, lag er altijd boven. Een groei die aanhoudt,
  wordt te voorzichtig doorgetrokken. De trend minder laten afnemen is geprobeerd en hielp niet
  (68% werd 66%).
- *seizoen, een jaar vooruit*: de band is te ruim, omdat vroege fouten lang meetellen.

De verwachting uit afgeronde aantallen is naast afgeronde aantallen gelegd.

## Wat zij niet kan

- Zij weet niets van plannen, behalve de startdatum van een wijk: niet van een nieuwe bustour, een
  extra verbinder of een lockdown. Na een sprong in het niveau duurt het enkele maanden voordat zij
  is bijgesteld.
- Een wijk zonder startdatum telt niet mee. Een start in de tabel uitrol die na de gekozen peildatum
  ligt, geldt als een plan dat toen bekend was.
- Zij gaat hooguit {farthest} maanden vooruit, en niet over standen, verhoudingen en buurten.
- Met minder dan {least} maanden of {count} aantallen is er geen verwachting; dan staat erbij
  waarom.
"""


def forecast_page() -> str:
    """The page, with the coverage that was measured."""
    return TEXT.format(
        file="analytics/rollout/forecast/coverage.csv",
        share=number(100 * SHARE),
        sure=number(100 * SURE),
        unsure=number(100 * HOPELESS),
        window=WINDOW,
        half=HALF_LIFE,
        farthest=FARTHEST,
        trend=number(100 - 100 * TREND_GAIN),
        season=number(100 - 100 * SEASON_GAIN),
        years=TWO_YEARS,
        foreseen=listed([str(months) for months in FORESEEN], "of"),
        first=FIRST + 1,
        table="\n".join(table()),
        months=60,
        goal=f"{GOAL[0]} tot {GOAL[1]}%",
        **_of_parts(),
        least=LEAST_MONTHS,
        count=LEAST_COUNT,
    )


def _of_parts() -> dict[str, str]:
    """How many shares of wijken and stadsdelen lie within, below and above the goal, in words."""
    percents = [
        round(100 * found.share)
        for part in coverages().values()
        for cell, found in part.items()
        if cell.level != Level.GEMEENTE
    ]
    low = sum(share < GOAL[0] for share in percents)
    high = sum(share > GOAL[1] for share in percents)
    amounts = {"parts": len(percents), "fair": len(percents) - low - high, "low": low, "high": high}
    return {name: number(amount) for name, amount in amounts.items()}


Row = tuple[str, str, str]  # source, subject, numbers


def coverages() -> dict[Row, dict[Cell, Coverage]]:
    """What was measured, by source, subject and kind of numbers."""
    found: dict[Row, dict[Cell, Coverage]] = {}
    with COVERAGE_FILE.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            cell = Cell(row["level"], int(row["months"]))
            part = found.setdefault((row["source"], row["subject"], row["numbers"]), {})
            part[cell] = Coverage(int(row["forecasts"]), int(row["inside"]))
    return found


def table() -> list[str]:
    """The lines of the table: a row a source, a column a level and a horizon."""
    cells = [Cell(level, months) for level in LEVELS for months in HORIZONS]
    heads = ["stad", "wat", "aantallen", *(f"{cell.level}, {cell.months} mnd" for cell in cells)]
    lines = ["| " + " | ".join(heads) + " |", "|---|---|---" + "|--:" * len(cells) + "|"]
    for (source, subject, numbers), part in coverages().items():
        what = find(subject).label if subject else "aantallen"
        shares = [_share(part[cell], cell, source) for cell in cells]
        lines.append("| " + " | ".join([SOURCES[source], what, NUMBERS[numbers], *shares]) + " |")
    return lines


def _share(found: Coverage, cell: Cell, source: str) -> str:
    """The share as a percentage; of the city with where luck alone puts an honest one."""
    share = f"{number(100 * found.share)}%"
    if cell.level != Level.GEMEENTE:
        return share
    low, high = luck(found, cell, source)
    return f"{share} ({number(100 * low)}–{number(100 * high)}%)"


def luck(found: Coverage, cell: Cell, source: str) -> tuple[float, float]:
    """Between which shares an honest band lies by luck, of the city of a source or of its ten."""
    return by_luck(found.forecasts, cell.months, 1 if source in ONE_CITY else SIMULATED)
