"""The menu beside every page: who sees which pages, and that a browser need fetch it once."""

import re
from collections.abc import Callable

from streamlit.testing.v1 import AppTest

from analytics.figures.doors.marts import Audience
from pages import PAGES, page
from pages._parts.frame.menu import menu_html
from tests.pages.opening import opened


def menu(app: AppTest) -> str:
    [found] = [str(part.body) for part in app.html if "<nav" in str(part.body)]
    return found


def addresses(html: str) -> list[str]:
    return re.findall(r'href="\.(/[^"]*)"', html)


def test_every_page_is_in_its_section() -> None:
    html = menu_html(PAGES)
    assert addresses(html) == [one.address for one in PAGES]
    sections = [one.section for one in PAGES if one.section]
    assert re.findall(r"<summary>(.*?)</summary>", html) == list(dict.fromkeys(sections))


def test_it_is_the_same_on_every_page_and_for_every_view(app: AppTest) -> None:
    first = menu(opened(app, page("overzicht/overzicht").script))
    assert menu(opened(app, page("uitleg/begrippen").script, gebied="SD2")) == first


def test_pages_of_inside_are_for_who_sees_exact_figures(
    app: AppTest, as_role: Callable[..., None]
) -> None:
    script = page("uitleg/begrippen").script
    assert set(addresses(menu(opened(app, script)))) == {one.address for one in PAGES}
    as_role("gemeente")
    outward = {one.address for one in PAGES if one.audience is not Audience.INTERN}
    assert set(addresses(menu(opened(app, script)))) == outward
