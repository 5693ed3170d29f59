"""docs/toegankelijkheid.md: the statement on accessibility, from a run of axe over all pages.

`python -m tests.tools.statement DATABASE` opens every page in every width and colour scheme, writes
the statement, and prints what was found.
"""

import sys
from collections import Counter
from collections.abc import Iterator
from datetime import date
from itertools import product
from pathlib import Path

from playwright.sync_api import Browser

from data.dutch import long_date
from pages import PAGES
from tests.paths import ROOT
from tests.tools.accessibility import HEAVY, Fault, faults
from tests.tools.browser import Scheme, open_browser, open_page, settled
from tests.tools.server import running_dashboard

TARGET = ROOT / "docs" / "toegankelijkheid.md"
WIDTHS = (320, 768, 1440)
SCHEMES: tuple[Scheme, ...] = ("light", "dark")
IMPACTS = {"critical": "kritiek", "serious": "ernstig", "moderate": "matig", "minor": "klein"}
PATIENCE = 150_000  # milliseconds

TEXT = """<!-- Gemaakt met `python -m tests.tools.statement`; verander deze pagina niet. -->
# Toegankelijkheidsverklaring

Deze verklaring gaat over het dashboard Buurt in Bloei. Zij volgt de vorm van het model van de
overheid.

**Status**: voldoet gedeeltelijk (B) aan WCAG 2.2, niveau AA. Getoetst is wat een programma kan
zien; een onderzoek door een
deskundige en met gebruikers is er nog niet. Daarom is de status nooit hoger dan B.

**Hoe getoetst**: met axe-core 4.14.1 in Chromium, op {day}: {pages} pagina's, {widths} pixels
breed, licht en donker, samen {views}
beelden. Met het toetsenbord zijn de balk, de tabellen, het zoekveld en de kaart bediend door de
tests in `tests/browser`.

## Wat er niet in orde is

{found}

## Wat bekend is en blijft

- Onderdelen van Streamlit (keuzelijsten, meldingen) zijn die van Streamlit: hun opbouw ligt
  niet bij ons.
- De kaart is een beeld; alles wat erop staat, staat ook in de tabel ernaast of eronder.
- Grafieken hebben een tekst met de belangrijkste cijfers, en hun cijfers zijn als werkmap mee
  te nemen.

## Een probleem melden

Meld het aan de beheerder van het dashboard, met het adres van de pagina.
"""


def run(base_url: str, browser: Browser) -> Iterator[tuple[str, Fault]]:
    """Every fault with the page on which it is."""
    for width, scheme in product(WIDTHS, SCHEMES):
        with open_page(browser, width, 900, scheme) as (page, _):
            page.set_default_timeout(PATIENCE)
            for one in PAGES:
                page.goto(base_url + one.address)
                settled(page)
                yield from ((one.title, fault) for fault in faults(page))


def statement(found: list[tuple[str, Fault]], day: date) -> str:
    """The statement on what a run found."""
    widths = ", ".join(map(str, WIDTHS[:-1])) + f" en {WIDTHS[-1]}"
    views = len(PAGES) * len(WIDTHS) * len(SCHEMES)
    return TEXT.format(
        day=long_date(day), pages=len(PAGES), widths=widths, views=views, found=_table(found)
    )


def _table(found: list[tuple[str, Fault]]) -> str:
    if not found:
        return "Er is niets gevonden."
    counts = Counter((fault.impact, fault.rule) for _, fault in found)
    rows = [
        f"| `{rule}` | {IMPACTS.get(impact, impact)} | {count} | {_pages(found, rule)} |"
        for (impact, rule), count in sorted(counts.items(), key=_order)
    ]
    return "\n".join(["| regel van axe | hoe erg | keer | pagina's |", "|---|---|--:|---|", *rows])


def _order(one: tuple[tuple[str, str], int]) -> tuple[int, str]:
    (impact, rule), _ = one
    return list(IMPACTS).index(impact), rule


def _pages(found: list[tuple[str, Fault]], rule: str) -> str:
    titles = {title for title, fault in found if fault.rule == rule}
    return "alle" if len(titles) == len(PAGES) else ", ".join(sorted(titles))


def main() -> None:
    """Runs over the data file that the command names."""
    with running_dashboard(Path(sys.argv[1])) as url, open_browser() as browser:
        found = list(run(url, browser))
    TARGET.write_text(statement(found, date.today()), encoding="utf-8")
    for title, fault in found:
        if fault.impact in HEAVY:
            print(title, fault)


if __name__ == "__main__":
    main()
