"""The parts that a report can have: one entry is one part, for the page and the command line."""

from charts.cards import CARDS
from exports.report import texts
from exports.report.report import CardPart, Part, TextPart

# In the order of a report; a card that the house does not have is not offered.
ALL_PARTS: dict[str, Part] = {
    "samenvatting": TextPart("Samenvatting", texts.summary),
    "toelichting": TextPart("Toelichting van de schrijver", texts.author),
    "kaart": CardPart("Kaart", "overzicht.kaart", inside=True),
    "verloop": CardPart("Verloop per maand", "overzicht.trend"),
    "vergelijking": CardPart("Vergelijking met andere gebieden", "overzicht.uitrol"),
    "binnen": CardPart("De gebieden erbinnen", "overzicht.uitrol", inside=True),
    "stand": CardPart("Hoe ver is de uitrol?", "uitrol.stand", inside=True),
    "cijfers": CardPart("Cijfers naast vorig jaar, stadsdeel en stad", "rapport.cijfers"),
    "kwartalen": CardPart("Verloop per kwartaal", "rapport.kwartalen"),
    "leeftijd": CardPart("Vergeleken op dezelfde leeftijd", "uitrol.leeftijd"),
    "doelen": CardPart("Doelen", "uitrol.doelen"),
    "verwachting": CardPart("Verwachting", "uitrol.verwachting"),
    "looptijd": CardPart("Hoe lang duren matches?", "uitkomsten.looptijd"),
    "veranderd": CardPart("Wat veranderde er?", "gebied.veranderd"),
    "toeval": CardPart("Wat is meer dan toeval?", "uitrol.trechter"),
    "plekken": CardPart("Waar zijn plekken nodig?", "rapport.plekken"),
    "vergelijkbaar": CardPart("Vergelijkbare gebieden", "gebied.vergelijkbaar", below_city=True),
    "gebeurtenissen": TextPart("Gebeurtenissen", texts.events),
    "werkwijze": TextPart("Werkwijze en begrippen", texts.method),
    "bescherming": TextPart("Bescherming van inwoners", texts.protection),
    "nauwkeurigheid": TextPart("Hoe ver een cijfer ernaast kan zitten", texts.accuracy),
}
PARTS: dict[str, Part] = {
    name: part
    for name, part in ALL_PARTS.items()
    if isinstance(part, TextPart) or part.card in CARDS
}
