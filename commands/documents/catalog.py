"""The pages of docs/ that are written from the catalogue and the contract."""

from analytics.catalog import INDICATORS, MIN_INHABITANTS, Indicator
from commands.documents.delivery import delivery_sections
from data.contract.tables import TABLES
from data.reference.code_lists import code_lists

GENERATED = "<!-- Gemaakt met `make docs`: verander de catalogus of het contract. -->"

POPULATION_HELP = """\
Cijfers per 1.000 inwoners delen door de inwoners aan het begin van het jaar waarin de periode
eindigt, of van het dichtstbijzijnde jaar dat er is (van twee even nabije jaren het vroegste).
Onder elk cijfer staat welk jaar dat is. De aantallen staan in `data/reference/inwoners.csv`, met
de kolommen `area_code`, `year`, `inhabitants`, `households` (mag leeg zijn) en `source`.

Zo voegt u een jaar toe:

1. Zet voor elke wijk een rij onderaan met het nieuwe jaar, het aantal inwoners en de bron,
   bijvoorbeeld uit de kerncijfers wijken en buurten van het CBS. Hebt u ook aantallen per buurt,
   zet die er dan bij.
2. Laad de levering opnieuw met `python bloei.py import`. Een rij die niet klopt wordt genoemd.

De buurten tellen altijd op tot hun wijk, de wijken tot hun stadsdeel en de stadsdelen tot de stad:
een wijk met een eigen aantal verdeelt dat over haar buurten, naar het dichtstbijzijnde jaar waarin
die bekend zijn; een wijk zonder eigen aantal is de som van haar buurten. Een jaar heeft dus alle
wijken of alle buurten. Een buurt zonder aantal heeft in dat jaar geen cijfer per 1.000 inwoners."""


def indicators_page() -> str:
    """docs/indicatoren.md: every indicator with its definition."""
    lines = [GENERATED, "", "# Indicatoren", ""]
    lines += ["| naam | wat | soort | eenheid |", "|---|---|---|---|"]
    lines += [f"| `{i.id}` | {i.label} | {i.kind} | {i.unit} |" for i in INDICATORS]
    for indicator in INDICATORS:
        lines += ["", *_section(indicator)]
    return "\n".join(lines) + "\n"


def _section(indicator: Indicator) -> list[str]:
    direction = {True: "hoger is beter", False: "lager is beter", None: "geen"}
    lines = [
        f"## {indicator.id}",
        "",
        f"**{indicator.question}** {indicator.definition}",
        "",
        f"- Soort: {indicator.kind}; telt {indicator.counts}; {indicator.where}.",
        f"- Eenheid: {indicator.unit}; richting: {direction[indicator.more_is_better]}.",
        f"- Niveaus: {', '.join(indicator.levels)}.",
        f"- Bron: {indicator.source}.",
    ]
    if indicator.denominator == "inhabitants":
        lines.append(
            "- Inwoners: van 1 januari van het jaar waarin de periode eindigt, of van het"
            " dichtstbijzijnde jaar dat er is (docs/gegevens.md)."
        )
        lines.append(f"- Geen cijfer voor gebieden met minder dan {MIN_INHABITANTS} inwoners.")
    return lines


def contract_page() -> str:
    """docs/gegevens.md: every record table, column and code list."""
    lines = [GENERATED, "", "# Gegevens", "", "Kolommen met een * mogen leeg zijn."]
    for table in TABLES:
        lines += ["", f"## {table.name}", "", f"{table.comment}. Sleutel: {', '.join(table.key)}."]
        lines += ["", "| kolom | inhoud | kolomkoppen in een levering |", "|---|---|---|"]
        for column in table.columns:
            mark = "" if column.required else "*"
            headings = ", ".join(column.headings)
            lines.append(f"| `{column.name}`{mark} | {column.comment} | {headings} |")
    lines += ["", "## Codelijsten", ""]
    lines += [f"- {name}: {', '.join(values)}" for name, values in code_lists().items()]
    lines += ["", "## Inwoners", "", POPULATION_HELP]
    return "\n".join([*lines, "", *delivery_sections()]) + "\n"
