"""What docs/gegevens.md says about reading a delivery: fillers, dates, headings and limits."""

from data.delivery.files import limits
from data.delivery.files.kinds import READABLE
from data.delivery.files.text_file import SEPARATORS
from data.delivery.reading.dates import FIRST_YEAR, LAST_YEAR
from data.delivery.reading.nothing import fillers
from data.delivery.recognition.mapping import SKIPPED
from data.dutch import number

_TAB = "\t"


def delivery_sections() -> list[str]:
    """The lines of the sections, in Markdown."""
    return [*_files(), *_headings(), *_cells(), *_dates(), *_usual()]


def _files() -> list[str]:
    signs = ", ".join("tab" if sign == _TAB else f"`{sign}`" for sign in SEPARATORS)
    return [
        *("", "## Bestanden in een levering", ""),
        f"- Gelezen worden {READABLE}, ook in mappen in mappen. De inhoud telt, niet de naam.",
        f"- Tussen cellen van een tekstbestand staat {signs}; de letters (UTF-8, UTF-16,"
        " Windows-1252, Mac Roman, cp850) worden herkend.",
        "- Een bestand of blad met de naam van een tabel wordt gelezen, of de levering wordt"
        " geweigerd. Verborgen bladen, draaitabellen en bestanden van het systeem worden genoemd en"
        " niet gelezen.",
        "- Staan er twee exports van een tabel in de levering, dan telt de nieuwste.",
        f"- Ten hoogste {number(limits.MAX_ROWS)} rijen, {number(limits.MAX_COLUMNS)} kolommen en"
        f" {number(limits.MAX_CELLS)} cellen per"
        f" bestand, {number(limits.MAX_SHEET_CELLS)} cellen per werkblad en"
        f" {number(limits.MAX_UNPACKED)} bytes uitgepakt.",
    ]


def _headings() -> list[str]:
    return [
        *("", "## Koppen die niemand kent", ""),
        "Een verschrijving of beschadigde letter wordt gelezen als de kop die er zeker mee bedoeld"
        " is; dat staat in het verslag. Lijkt een kop op een kolom die ontbreekt, dan stopt de"
        " levering met een vraag. Het antwoord is een regel in een bestand bij `--mapping`:",
        *("", "```toml", 'matches.ended_on = "Eind plaatsing"  # dit is de kolom'),
        *(f'matches.{SKIPPED} = ["Eind plaatsing"]  # of: deze kolom telt niet mee', "```"),
    ]


def _cells() -> list[str]:
    shown = ", ".join(f"`{word}`" for word in fillers()["word"])
    return [
        *("", "## Cellen die leeg zijn", ""),
        f"Als leeg gelezen en geteld in het verslag: {shown}, en cellen met alleen leestekens.",
    ]


def _dates() -> list[str]:
    shown = ", ".join(fillers()["date"])
    return [
        *("", "## Datums", ""),
        "- Een kolom beslist samen over dag en maand. Past een waarde alleen als maand-dag, dan"
        " wordt de hele kolom zo gelezen of geweigerd.",
        f"- Geen einde (leeg in een kolom die leeg mag zijn): {shown}, en elke eerste of laatste"
        " dag van een jaar vanaf 2090.",
        f"- Andere datums voor {FIRST_YEAR} of na {LAST_YEAR} worden geweigerd.",
        "- Tijden vallen weg. Zijn alle tijden 22:00 of 23:00, naar het seizoen, dan is dat"
        " middernacht in UTC en telt de dag erna.",
    ]


def _usual() -> list[str]:
    return [
        *("", "## Vergelijken met de vorige levering", ""),
        "Is een kolom ineens leeg, of heeft een maand minder dan de helft van de rijen, dan wordt"
        " de levering geweigerd. Klopt het, laad dan met `--accept-less`.",
    ]
