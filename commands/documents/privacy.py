"""docs/privacy.md: what is protected against what, with the measured cost."""

from pathlib import Path

from analytics.disclosure.errors import in_words
from analytics.disclosure.keyed import DEFAULT_THRESHOLD
from analytics.disclosure.measuring import measure
from analytics.figures.doors.marts import Audience
from analytics.figures.doors.withheld import FEWEST_RECORDS
from analytics.scope.sentences import audience_words
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
   negatief en nooit in strijd met de aantallen erbij. Per buurt en per eigen gebied zijn er standen
   aan het eind van een kwartaal, en niet daartussen.
5. Verhoudingen, rangordes, kleuren en zinnen worden uit de afgeronde cijfers gemaakt.
6. Alleen hele maanden gaan naar buiten, en een gepubliceerde maand blijft zoals hij was. Wat later
   wordt gecorrigeerd, komt in de eerste maand die nog niet was gepubliceerd: een record dat te laat
   kwam telt daar mee, een stand gaat daar naar wat de registratie dan zegt. Een aantal dat al is
   verteld, gaat er nooit af; een record met een nieuwe datum telt geen tweede keer. Komt van een
   inwoner die al was bereikt later een oudere scan binnen, dan telt die in de eerste open maand als
   een latere scan: de inwoner was al geteld, en telt geen tweede keer.
7. Nergens staan matches waar niemand is bereikt: de scans worden eerst afgerond, en daarna de
   matches. Van de buurten met maar een of twee scans of matches sinds de start houdt een op de
   vier een nul; de sleutel kiest welke. Een nul zegt dus niet dat er niemand was.

De keuze voor 0 of {threshold} hangt aan een geheime sleutel van de eigenaar en wordt bewaard in een
grootboek. Beide liggen in de map `reeksen` naast de gegevensbestanden, met wat er per maand is
gepubliceerd ([reeksen](reeksen.md)). Een cel die naar buiten is gegaan, houdt in elk later bestand
dezelfde waarde. Zonder sleutel of grootboek, of met een andere drempel, weigert het laden en blijft
alles zoals het was.

## Wat beschermd is, en wat niet

- Beschermd: aantallen scans, bereikte inwoners, matches, lopende matches, wachtende inwoners, en
  wat daarvan is afgeleid (verhoudingen, vrije plekken).
- Ook beschermd: hoe lang inwoners wachten en matches lopen. Die curves en medianen komen uit
  dezelfde gewichten, in hele maanden, alleen voor de stad en de stadsdelen, en alleen waar ten
  minste {fewest} records met een gewicht achter staan. Daaronder waren ze niet meer dan ruis.
- Niet afgerond: aantallen vacatures, ontwikkelplaatsen en gestarte wijken. Die gaan over
  organisaties en over het programma, en zijn openbaar.
- Vrije plekken worden berekend uit de openbare plekken en uit gewichten, en uit niets anders. Of
  een match zonder gewicht er is, maakt geen verschil. Over de maanden gemeten zitten ze er in de
  stad gemiddeld {free_mean}% naast, en nooit meer dan {free_most}%.
- Een afgerond aantal van {threshold} zegt dat er tussen 1 en {threshold} waren. Dat er iets was, is
  dus te zien; hoeveel niet. In een fijn cijfer is het vaak maar een record.
- Zo'n record is een blok van {threshold}. Staat het alleen in een buurt, dan is te zien in welk
  kwartaal het begint en eindigt. De maand van begin en einde samen is te lezen bij
  {told_matches} van de {all_matches} matches met een gewicht, en bij {told_scans} van de
  {all_scans} scans. Met standen per maand zou dat {monthly_matches} en {monthly_scans} zijn.
- Wie de registratie zelf kan inzien, of een inwoner goed kent, kan een blok soms herkennen. Daar
  beschermt afronden niet tegen.
- Een cel van {threshold} of meer is exact.
- Wie twee publicaties van voor en na een correctie naast elkaar legt, ziet in de eerste open maand
  een verschil in een stand, zoals wanneer er iets begint of eindigt. In de wacht- en looptijden van
  een stadsdeel kan te zien zijn dat er een blok weg is, en hoe lang het toen duurde.

## De controle

`bloei.py audit MAP` leest bestanden zoals een buitenstaander dat doet, alle bestanden samen, en
rekent na wat eruit volgt. Rapporten, exports en elk los kaartje voor de gemeente gaan er eerst
doorheen; wordt er iets gevonden, dan wordt niets meegegeven. De uitkomst is:

- 0: niets gevonden, en alles is gelezen.
- 1: er is een klein aantal te lezen of af te leiden, of er ligt iets bij dat nooit naar buiten mag:
  een sleutel, een grootboek, een gegevensbestand, exacte cijfers, of cijfers van een tweede reeks.
- 2: niets gevonden, maar niet alles kon worden gelezen. Kijk zelf wat erin staat.

Zij leest csv, tekst, json, GeoJSON, GeoPackage (ook gewiste stukken), html (ook met een figuur
of een kijkdoos), svg, pdf, Word, PowerPoint en Excel (ook verborgen bladen, opmerkingen en
alternatieve teksten), parquet, Feather en e-mail, wat is ingepakt of gecodeerd (zip, gz,
base64), wat naast de bestanden in een zip staat, en de namen van de bestanden. Ook wat het adres
voor programma's geeft, leest zij eerst.
Zij leest geen plaatjes (voor die van het dashboard staat het manifest in), geen film of geluid,
geen rtf en geen bestanden met een wachtwoord. Wat geen tekst is en geen soort die zij kent, meldt
zij als niet onderzocht. Een getal in de naam van een gebied (*Wijk 2*) is geen aantal.

Woorden zonder getal ("een paar inwoners", "de derde match"), sommen (6/2), turven en aantallen in
honderdtallen vindt zij niet, en cijfers in een eigen programma op een pagina niet altijd. Een
exact kaartje waar het woord INTERN uit is gehaald, vindt zij aan zijn cijfers, maar in een pdf
niet altijd: wat daar in een kolom staat, is dan niet zeker. Wat iemand weet dat niet in de
bestanden staat, weet zij ook niet: hoeveel plekken er zijn naast exacte vrije plekken, of wie in de
tijd is gevolgd naast een percentage.

## Wat de eigenaar niet moet doen

- Exacte kleine aantallen naast deze cijfers naar buiten brengen, ook niet eenmalig of mondeling.
- De sleutel delen, of de sleutel, het grootboek of de gepubliceerde maanden (`.maanden`) weggooien.
- Het gegevensbestand zelf delen: daarin staan de records. Deel alleen afgeronde cijfers.

## Wat het kost

Gemeten op de voorbeeldlevering: hoeveel een totaal er naast zit.

| totalen | aantal | gemiddeld | 95% binnen | grootste |
|---|--:|--:|--:|--:|
{rows}

Totalen boven de 100 zitten er gemiddeld {relative}% naast. Van de {buurten} buurten met een
bereikte inwoner staan er {empty_reached} op nul, en van de {matched} met een match
{empty_matched}. Buurten met matches waar niemand is bereikt: {unreached}.
"""


def privacy_page(sample: Path) -> str:
    """The page, with what was measured on the sample delivery in that folder."""
    measured = measure(sample)
    rows = ["| " + " | ".join(row) + " |" for row in in_words(measured.errors)]
    relative = measured.errors.to_dict("index")["alle totalen"]["relative"]
    return GENERATED + TEXT.format(
        sentence=audience_words(Audience.GEMEENTE, DEFAULT_THRESHOLD),
        threshold=DEFAULT_THRESHOLD,
        most=DEFAULT_THRESHOLD - 1,
        fewest=FEWEST_RECORDS,
        rows="\n".join(rows),
        relative=number(100 * relative, 1),
        free_mean=number(100 * measured.free.mean(), 1),
        free_most=number(100 * measured.free.abs().max(), 1),
        told_matches=measured.matches.told,
        all_matches=measured.matches.representatives,
        monthly_matches=measured.matches.monthly,
        told_scans=measured.scans.told,
        all_scans=measured.scans.representatives,
        monthly_scans=measured.scans.monthly,
        **measured.seen,
    )
