"""Works out ahead what readers ask first of a data file, so that no reader waits for it.

It works in the background, page by page in the order of the menu, once at the start of the server
and once for every version that comes after it. `BLOEI_AHEAD=0` leaves it to the first reader.
"""

import logging
import os
from collections.abc import Iterator
from dataclasses import replace
from threading import Event

from analytics.figures.doors.marts import Audience
from analytics.profile.leads import profile_lead
from analytics.scope.view import View, parse, to_query
from charts.cards import CARDS
from charts.cards.loading.quality import heed_words
from charts.theme import Mode
from data.file.store import Version
from data.problems import DataFileProblem
from data.reference.areas import Level
from pages import PAGES, Page
from pages._parts import key_figures, problems, session
from pages._parts.access import NOBODY
from pages._parts.session import Door, PageScope, Results

PAUSE = 5.0  # seconds between two looks at which version is current
# Pages that ask the figures of a level.
OF_AN_AREA = ("overzicht/overzicht", "kaart/kaart", "gebied/gebied")

logger = logging.getLogger(__name__)


class Unseen(Results):
    """Answers that nobody gets: they wait behind the doors through which readers come."""

    @property
    def door(self) -> Door:
        """The way to the figures of an audience, whoever asks."""
        return Door(self.version, self.reader)


def is_wanted() -> bool:
    """Whether whoever starts the server wants it to work ahead."""
    return os.environ.get("BLOEI_AHEAD", "1") != "0"


def keep_ahead() -> None:
    """Looks every few seconds whether there is another version, as long as the server lives."""
    wait, done = Event().wait, None
    while is_wanted():
        done = look(done)
        wait(PAUSE)


def look(done: Version | None) -> Version | None:
    """Works ahead when the current version is another than `done`; for which version it did."""
    try:
        version = session.current()
    except DataFileProblem as problem:  # a reader is told
        logger.info("%s", problem)
        return done
    if version != done:
        for audience in Audience:
            _try(Unseen(version, audience, who=NOBODY))
    return version


def _try(answers: Results) -> None:
    """Works once, whatever comes of it: what goes wrong here is told to the reader who asks it."""
    try:
        _work(answers)
    except DataFileProblem as problem:
        logger.info("%s", problem)
    except Exception as error:  # the next version must find somebody at work
        problems.log(error)


def _work(answers: Results) -> None:
    """Everything that pages show before anything is chosen, and what is chosen first."""
    for problem in answers.problems:
        logger.warning("%s", problem)
    view = parse(to_query(View(audience=answers.reader)), answers.known)
    whole = PageScope(answers, view)
    for page in PAGES:
        _draw(page, whole)
    for page in (page for page in PAGES if page.path in OF_AN_AREA):
        for scope in _chosen_first(whole):
            _draw(page, scope)


def _draw(page: Page, scope: PageScope) -> None:
    for name in page.cards:
        heed_words(scope, CARDS[name](scope))
    if page.path in OF_AN_AREA:
        key_figures.html(scope, Mode.LIGHT)
        profile_lead(scope)


def _chosen_first(whole: PageScope) -> Iterator[PageScope]:
    """All stadsdelen, and an area of every other level.

    Whoever chooses another one of a level finds the figures of all.
    """
    areas = [*whole.known.areas.values()]
    first = {area.level: area.code for area in reversed(areas)}
    others = [first[level] for level in (Level.WIJK, Level.BUURT, Level.TEAM) if level in first]
    for code in [area.code for area in areas if area.level is Level.STADSDEEL] + others:
        yield whole.seen(replace(whole.view, area=code))
