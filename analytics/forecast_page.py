"""docs/voorspelling.md: how forecasts are made, with how often they were right."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from analytics.backtest import FIRST, SHARE, Coverage, backtest
from analytics.catalog import find
from analytics.disclosure.protector import demo_protector
from analytics.forecast import (
    FARTHEST,
    LEAST_COUNT,
    LEAST_MONTHS,
    ORIGINS,
    RECENT,
    WINDOW,
    history,
)
from analytics.marts import Audience, Marts, open_marts
from analytics.outlook import HOPELESS, SURE
from analytics.rollout import progress
from data.areas import Level
from data.delivery.importer import import_delivery
from data.dutch import number
from data.store import Store

GENERATED = "<!-- Gemaakt met `make docs` uit de voorbeeldlevering; verander deze pagina niet. -->"
LEVELS = (Level.WIJK, Level.STADSDEEL, Level.GEMEENTE)
MEASURED = (
    ("matches", Audience.INTERN, 3),
    ("matches", Audience.INTERN, 6),
    ("inwoners_bereikt", Audience.INTERN, 3),
    ("inwoners_bereikt", Audience.INTERN, 6),
    ("matches", Audience.GEMEENTE, 3),
    ("inwoners_bereikt", Audience.GEMEENTE, 3),
)
NAMES = {Audience.INTERN: "exact", Audience.GEMEENTE: "afgerond"}

TEXT = """
# Voorspelling: hoe zij wordt gemaakt, en hoe vaak zij klopt

Bij een doel staat wat er tot het einde naar verwachting komt, met een band waarin {share}% van wat
kan komen ligt, en de kans dat het doel wordt gehaald. Bij een kans van {sure}% of meer staat er ja,
bij {unsure}% of minder nee, daartussen onzeker.

## Hoe zij wordt gemaakt

1. Alle gestarte wijken worden naast elkaar gelegd op de maanden sinds hun eigen start. Door de
   laatste {window} maanden loopt een gezamenlijke kromme (Poisson-regressie op de leeftijd).
2. Elke wijk heeft een eigen tempo rond die kromme, uit de laatste {recent} maanden. Een wijk die
   kort meedoet, bewijst nog weinig en leunt op de wijken die voorgingen; een wijk met veel
   aantallen op zichzelf (gamma-Poisson; Clayton en Kaldor, 1987).
3. Maanden verschillen meer dan toeval alleen, en de stad als geheel wordt drukker of rustiger.
   Hoeveel, volgt uit hoe ver de {origins} vorige verwachtingen voor de stad ernaast zaten.
4. Daaruit worden duizend mogelijke vervolgen getrokken, in hele aantallen. Band en kans zijn
   daarvan geteld. Dezelfde cijfers geven altijd dezelfde uitkomst.

## Hoe vaak zij klopt

Gemeten op de voorbeeldlevering: vanaf maand {first} is elke maand opnieuw een verwachting gemaakt
voor elke wijk, elk stadsdeel en de stad, met alleen wat toen bekend was. De laatste kolom zegt hoe
vaak het aantal dat kwam, in de band van {share}% lag. Een eerlijke band zit daar dicht bij.

| wat | aantallen | maanden vooruit | verwachtingen | in de band |
|---|---|--:|--:|--:|
{rows}

## Wat zij niet kan

- Zij weet niets van plannen: een nieuwe bustour, een extra verbinder of een lockdown.
- Zij telt alleen wijken mee die nu al een hele maand meedoen, niet wijken die nog gaan starten.
- Zij gaat hooguit {farthest} maanden vooruit, en niet over standen, verhoudingen en buurten.
- Met minder dan {months} maanden of {count} aantallen is er geen verwachting; dan staat erbij
  waarom.
"""


class Measured(NamedTuple):
    """How forecasts of one subject did, for one audience, so many months ahead."""

    subject: str
    audience: Audience
    months: int
    coverage: Coverage


def forecast_page(sample: Path) -> str:
    """The page, with the coverage on the sample delivery in that folder."""
    return GENERATED + TEXT.format(
        share=number(100 * SHARE),
        sure=number(100 * SURE),
        unsure=number(100 * HOPELESS),
        window=WINDOW,
        recent=RECENT,
        origins=ORIGINS,
        first=FIRST + 1,
        rows="\n".join(_row(row) for row in measured(sample)),
        farthest=FARTHEST,
        months=LEAST_MONTHS,
        count=LEAST_COUNT,
    )


def _row(found: Measured) -> str:
    cells = [
        find(found.subject).label,
        NAMES[found.audience],
        str(found.months),
        number(found.coverage.forecasts),
        f"{number(100 * found.coverage.share)}%",
    ]
    return "| " + " | ".join(cells) + " |"


def measured(sample: Path) -> list[Measured]:
    """How often what came lay in the band, on the sample delivery in that folder."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "sample.duckdb"
        import_delivery(
            [sample],
            path,
            as_of=None,
            mapping=None,
            strict=False,
            progress=lambda step: None,
            protector=demo_protector(),
        )
        store = Store(path)
        found = [
            Measured(*asked, _coverage(open_marts(store, asked[1]), asked[0], asked[2]))
            for asked in MEASURED
        ]
        store.close()
    return found


def _coverage(marts: Marts, subject: str, months: int) -> Coverage:
    groups = {
        code: area.wijken
        for level in LEVELS
        for code, area in progress(marts, level, marts.as_of).items()
    }
    return backtest(history(marts, subject, marts.as_of), months, groups)
