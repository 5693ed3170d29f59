"""The pages of the dashboard: one entry is one page, for the frame, the tests and the pictures.

Pages live in section folders: a module directly in here could be opened past the frame.
"""

from dataclasses import dataclass

from analytics.figures.doors.marts import Audience
from data.reference.areas import city


@dataclass(frozen=True)
class Page:
    """One page: `path` is its module inside pages/, `question` the title that it answers.

    `title` is how it is called in the navigation, in its `section` ("" for those above all).
    `cards` are the ids of the cards that it can draw. `audience` INTERN keeps it inside.
    """

    path: str
    title: str
    question: str
    section: str = ""
    cards: tuple[str, ...] = ()
    audience: Audience = Audience.GEMEENTE

    @property
    def script(self) -> str:
        """The module as a file, seen from app.py."""
        return f"pages/{self.path}.py"

    @property
    def address(self) -> str:
        """The page behind the address of the dashboard: /vergelijken; the first is /."""
        return "/" if self is PAGES[0] else f"/{self.path.rpartition('/')[2]}"


ROLLOUT, OUTCOMES, GAPS = "Uitrol", "Uitkomsten", "Witte vlekken"
TELLING, OUTWARD, CARE = "Uitleg", "Delen", "Beheer"

PAGES = (
    Page(
        "overzicht/overzicht",
        "Overzicht",
        "Hoe ver is de uitrol?",
        cards=("overzicht.kaart", "overzicht.trend", "overzicht.uitrol"),
    ),
    Page("start/start", "Start", "Waar te beginnen?"),
    Page(
        "kaart/kaart",
        "Kaart",
        "Welk deel van de inwoners is bereikt?",
        cards=(
            "kaart.kaart",
            "kaart.staven",
            "kaart.tabel",
            "kaart.reeks",
            "kaart.verandering",
            "kaart.verschillen",
        ),
    ),
    Page(
        "gebied/gebied",
        "Gebied",
        f"Hoe gaat het in {city().name}?",
        cards=(
            "overzicht.kaart",
            "gebied.indicatoren",
            "gebied.verhoudingen",
            "gebied.trend",
            "overzicht.trend",
            "gebied.veranderd",
            "gebied.ontwikkelplaatsen",
            "gebied.vergelijkbaar",
        ),
    ),
    Page(
        "vergelijk/vergelijk",
        "Vergelijk",
        "Waarin verschillen deze gebieden?",
        cards=("vergelijk.verschil", "vergelijk.bereik", "vergelijk.cijfers"),
    ),
    Page(
        "uitrol/stand",
        "Waar staan we",
        "Waar staan we met de uitrol?",
        ROLLOUT,
        cards=("uitrol.gestart", "uitrol.tijdlijn", "uitrol.stand"),
    ),
    Page(
        "uitrol/leeftijd",
        "Op dezelfde leeftijd",
        "Wie loopt voor of achter, op dezelfde leeftijd?",
        ROLLOUT,
        cards=("uitrol.leeftijd", "uitrol.leeftijd_per_gebied", "uitrol.leeftijd_tabel"),
    ),
    Page(
        "uitrol/doelen",
        "Halen we de doelen",
        "Halen we de doelen?",
        ROLLOUT,
        cards=("uitrol.verwachting", "uitrol.doelen"),
    ),
    Page(
        "uitrol/vergelijken",
        "Eerlijk vergelijken",
        "Welke verschillen zijn meer dan toeval?",
        ROLLOUT,
        cards=("uitrol.trechter", "uitrol.rangorde"),
    ),
    Page(
        "uitrol/veranderd",
        "Wat is er veranderd",
        "Wat is er veranderd?",
        ROLLOUT,
        cards=("uitrol.veranderd", "uitrol.veranderd_jaar"),
    ),
    Page(
        "uitkomsten/blijven",
        "Blijven ze?",
        "Blijven ze?",
        OUTCOMES,
        cards=(
            "uitkomsten.looptijd",
            "uitkomsten.afspraak",
            "uitkomsten.trechter",
            "uitkomsten.looptijd_soort",
            "uitkomsten.looptijd_talent",
            "uitkomsten.looptijd_stadsdeel",
        ),
    ),
    Page(
        "uitkomsten/wachttijd",
        "Tot een match",
        "Hoe lang duurt het tot een match?",
        OUTCOMES,
        cards=(
            "uitkomsten.wachttijd",
            "uitkomsten.wachttijd_stadsdeel",
            "uitkomsten.wachttijd_talent",
        ),
    ),
    Page(
        "witte_vlekken/te_weinig",
        "Waar is te weinig?",
        "Waar is te weinig?",
        GAPS,
        cards=(
            "witte_vlekken.deuren",
            "witte_vlekken.kaart",
            "witte_vlekken.blinde_vlekken",
            "witte_vlekken.rangorde",
            "witte_vlekken.clusters",
        ),
        audience=Audience.INTERN,
    ),
    Page(
        "witte_vlekken/vraag_aanbod",
        "Vraag en aanbod",
        "Welke plekken ontbreken, en waar?",
        GAPS,
        cards=(
            "witte_vlekken.vraag_en_aanbod",
            "witte_vlekken.vrije_plekken",
            "witte_vlekken.wachtenden",
        ),
        audience=Audience.INTERN,
    ),
    Page(
        "witte_vlekken/advies",
        "Advies",
        "Wat zou hier het meest helpen?",
        GAPS,
        cards=(
            "witte_vlekken.advies",
            "witte_vlekken.advies_stad",
            "witte_vlekken.ontwikkelplaatsen",
            "witte_vlekken.stromen",
            "witte_vlekken.stromen_lijst",
        ),
        audience=Audience.INTERN,
    ),
    Page(
        "witte_vlekken/wat_als",
        "Wat als",
        "Wat als er plekken bij komen?",
        GAPS,
        cards=("witte_vlekken.wat_als", "witte_vlekken.wat_als_lijst"),
        audience=Audience.INTERN,
    ),
    Page("uitleg/begrippen", "Begrippen", "Wat betekenen de woorden en de cijfers?", TELLING),
    Page(
        "uitleg/voorspelling",
        "Hoe goed is de voorspelling?",
        "Hoe goed is de voorspelling?",
        TELLING,
    ),
    Page("export/export", "Naar buiten", "Wat gaat er naar buiten?", OUTWARD),
    Page("beheer/laden", "Gegevens laden", "Welke gegevens komen erbij?", CARE),
    Page("beheer/versies", "Versies", "Welke versie is in gebruik?", CARE),
    Page(
        "beheer/kwaliteit",
        "Gegevenskwaliteit",
        "Wat valt op in de gegevens?",
        CARE,
        cards=(
            "kwaliteit.regels",
            "kwaliteit.teams",
            "kwaliteit.maanden",
            "kwaliteit.team_maanden",
            "kwaliteit.rijen",
        ),
        audience=Audience.INTERN,
    ),
    Page("beheer/gebruik", "Gebruik", "Wie gebruikt wat?", CARE),
)


def page(path: str) -> Page:
    """The page of a module inside pages/; StopIteration for a path that is no page."""
    return next(found for found in PAGES if found.path == path)
