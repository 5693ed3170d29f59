"""docs/privacy.md: what is protected against what, with the measured cost."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pandas as pd

from analytics.disclosure.errors import in_words
from analytics.disclosure.keyed import DEFAULT_THRESHOLD
from analytics.disclosure.protector import demo_protector
from analytics.marts import Audience
from analytics.sentences import audience_words
from data.delivery.importer import import_delivery
from data.dutch import number

GENERATED = "<!-- Gemaakt met `make docs` uit de voorbeeldlevering; verander deze pagina niet. -->"

TEXT = """
# Privacy: cijfers die naar buiten gaan

De registratie gaat over inwoners, vaak in een kwetsbare positie. Wie niet bij het programma werkt,
mag uit geen enkel cijfer kunnen opmaken hoe het met een kleine groep gaat: niet uit een cel, niet
uit totalen, niet uit twee bestanden naast elkaar.

## Hoe het werkt

Op elke pagina en in elk bestand voor de gemeente staat: "{sentence}"

1. Bij het laden van een levering worden alle scans en matches verdeeld in de kleinste cellen die
   te vragen zijn: een scan in buurt, maand, talenten, leeftijdsgroep en eerste of latere scan; een
   match in buurt, maand, talent en soort.
2. Een cel met minder dan {threshold} wordt 0 of {threshold}. Welke van de twee, is zo gekozen dat
   de totalen dicht bij de werkelijkheid blijven (small count rounding; Langsrud en Heldal, 2018).
   Een cel van {threshold} of meer blijft zoals hij is.
3. Elke record krijgt zo een gewicht: 0, of {threshold} en meer. Alle cijfers voor de gemeente zijn
   sommen van die gewichten. Daarom kloppen ze met elkaar, op elk niveau en in elke periode, en komt
   een aantal van 1 tot en met {most} nergens voor.
4. Ook standen (lopende matches, wachtende inwoners) zijn sommen van dezelfde gewichten, dus nooit
   negatief en nooit in strijd met de aantallen erbij.
5. Verhoudingen, rangordes, kleuren en zinnen worden uit de afgeronde cijfers gemaakt.
6. Alleen hele maanden gaan naar buiten.

De keuze voor 0 of {threshold} hangt aan een geheime sleutel van de eigenaar (het bestand `.sleutel`
naast het gegevensbestand) en wordt bewaard in het grootboek (`.grootboek`). Een cel die naar buiten
is gegaan, houdt in elk later bestand dezelfde waarde. Zonder sleutel of grootboek, of met een
andere drempel, weigert het laden en blijft alles zoals het was.

## Wat beschermd is, en wat niet

- Beschermd: aantallen scans, bereikte inwoners, matches, lopende matches, wachtende inwoners, en
  wat daarvan is afgeleid (verhoudingen, vrije plekken).
- Ook beschermd: hoe lang inwoners wachten en matches lopen. Die curves en medianen komen uit
  dezelfde gewichten, in hele maanden, en alleen voor groepen van 20 of meer.
- Niet afgerond: aantallen vacatures, ontwikkelplaatsen en gestarte wijken. Die gaan over
  organisaties en over het programma, en zijn openbaar.
- Vrije plekken worden per buurt berekend uit de openbare plekken en de afgeronde matches; het
  cijfer kan daardoor een tiende van het exacte aantal afwijken.
- Een afgerond aantal van {threshold} zegt dat er tussen 1 en {threshold} waren. Dat er iets was, is
  dus te zien; hoeveel niet. In een fijn cijfer is het vaak maar een.
- Een cel van {threshold} of meer is exact. Komt er later een record bij dat te laat is ingevoerd,
  dan is dat verschil tussen twee publicaties te zien.

## Wat de eigenaar niet moet doen

- Exacte kleine aantallen naast deze cijfers naar buiten brengen, ook niet eenmalig of mondeling.
- De sleutel delen, of sleutel en grootboek weggooien of voor een nieuwe reeks opnieuw maken.
- Het gegevensbestand zelf delen: daarin staan de records. Deel alleen afgeronde cijfers.

## Wat het kost

Gemeten op de voorbeeldlevering: hoeveel een totaal er naast zit.

| totalen | aantal | gemiddeld | 95% binnen | grootste |
|---|--:|--:|--:|--:|
{rows}

Totalen boven de 100 zitten er gemiddeld {relative}% naast.
"""


def privacy_page(sample: Path) -> str:
    """The page, with the error table of the sample delivery in that folder."""
    errors = _measured(sample)
    rows = ["| " + " | ".join(row) + " |" for row in in_words(errors)]
    relative = errors.to_dict("index")["alle totalen"]["relative"]
    return GENERATED + TEXT.format(
        sentence=audience_words(Audience.GEMEENTE, DEFAULT_THRESHOLD),
        threshold=DEFAULT_THRESHOLD,
        most=DEFAULT_THRESHOLD - 1,
        rows="\n".join(rows),
        relative=number(100 * relative, 1),
    )


def _measured(sample: Path) -> pd.DataFrame:
    protector = demo_protector()
    with TemporaryDirectory() as folder:
        import_delivery(
            [sample],
            Path(folder) / "sample.duckdb",
            as_of=None,
            mapping=None,
            strict=False,
            progress=lambda step: None,
            protector=protector,
        )
    return protector.errors
