"""Behind nginx, as docs/beheer has it: TLS, a path of its own, headers, and everything works."""

import ssl
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

from data.demo import make_demo
from pages import PAGES
from tests.browser.conftest import AS_OF
from tests.cities import write_city
from tests.tools.browser import settled
from tests.tools.nginx import running_nginx
from tests.tools.provider import log_in, running_provider, write_settings
from tests.tools.server import free_port, running_dashboard

# The provider of the tests uses what its own library calls old.
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")
ALL = [page.address.lstrip("/") for page in PAGES[1:]]  # the first stands at the root
# What stands between reader and server can break what pages have in common: one of each section.
SOME = sorted({"kaart", *{page.section: page.address.lstrip("/") for page in PAGES[1:]}.values()})


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address for readers of two dashboards on one file: https://localhost:port/bloei."""
    folder, port = tmp_path_factory.mktemp("proxy"), free_port()
    database, settings = folder / "bloei.duckdb", folder / "login.toml"
    write_city(database, make_demo(seed=11, scale=0.05), AS_OF).close()
    with running_provider() as provider, pytest.MonkeyPatch.context() as patch:
        write_settings(settings, provider, f"https://localhost:{port}/bloei")
        patch.setenv("BLOEI_LOGIN", str(settings))
        two = (running_dashboard(database, below="/bloei") for _ in range(2))
        with ExitStack() as stack:
            urls = [stack.enter_context(dashboard) for dashboard in two]
            inside = [url.removeprefix("http://").removesuffix("/bloei") for url in urls]
            with running_nginx(folder, inside, port) as outside:
                yield f"{outside}/bloei"


@pytest.fixture(scope="module")
def noor(browser: Browser, site: str) -> Iterator[tuple[Page, list[str]]]:
    """Somebody who is logged in, and what went wrong since."""
    size = ViewportSize(width=1440, height=900)
    with browser.new_context(ignore_https_errors=True, viewport=size) as of:
        page, wrong = of.new_page(), []
        page.goto(site)
        log_in(page, "noor")
        page.on("console", lambda said: wrong.append(said.text) if said.type == "error" else None)
        page.on("response", lambda got: wrong.append(got.url) if got.status >= 400 else None)
        yield page, wrong


@pytest.mark.parametrize(
    "names", [SOME, pytest.param(ALL, marks=pytest.mark.slow)], ids=["of every section", "all"]
)
def test_pages_open_by_their_address_and_draw_their_maps(
    noor: tuple[Page, list[str]], site: str, names: list[str]
) -> None:
    page, wrong = noor
    for name in names:
        page.goto(f"{site}/{name}?gebied=SD5")
        settled(page)
        expect(page.get_by_role("heading", level=1).first).to_be_visible()
        assert "Deze pagina kan nu niet" not in page.content()
        assert not wrong, name


def test_the_pages_lead_to_each_other_and_a_card_is_taken_along(
    noor: tuple[Page, list[str]], site: str
) -> None:
    page, wrong = noor
    page.goto(site)
    page.get_by_role("link", name="Kaart", exact=True).click()
    page.wait_for_url("**/bloei/kaart**")
    settled(page)
    page.get_by_role("button", name="Meenemen").first.click()
    with page.expect_download() as found:
        page.get_by_role("button", name="Cijfers (CSV met uitleg)").last.click()
    assert found.value.suggested_filename.endswith(".csv.zip")
    assert Path(found.value.path()).stat().st_size
    assert not wrong


def test_fonts_and_scripts_come_from_below_the_path(
    noor: tuple[Page, list[str]], site: str
) -> None:
    page, _ = noor
    urls: list[str] = []
    page.on("request", lambda asked: urls.append(asked.url))
    page.goto(f"{site}/kaart")
    settled(page)
    outside = [url for url in urls if not url.startswith((site, "data:", "blob:"))]
    assert not [url for url in outside if not url.startswith(site.replace("https", "wss"))]
    assert any("fonts/source-sans" in url for url in urls)


def asked(url: str, **headers: str) -> tuple[int, dict[str, str]]:
    unchecked = ssl._create_unverified_context()
    try:
        with urlopen(Request(url, headers=headers), context=unchecked) as answer:
            return answer.status, {name.lower(): value for name, value in answer.headers.items()}
    except HTTPError as error:
        return error.code, {name.lower(): value for name, value in error.headers.items()}


def test_every_answer_has_the_headers_that_protect(site: str) -> None:
    for path in ("/", "/kaart", "/_stcore/health"):
        status, headers = asked(f"{site}{path}")
        assert status == 200
        assert "frame-ancestors 'none'" in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "same-origin"
        assert "nginx/" not in headers["server"]


@pytest.mark.parametrize(
    ("path", "status"),
    [("/_stcore/metrics", 404), ("/_stcore/agent/x", 404), ("/media/0000.csv", 403)],
)
def test_what_is_closed_is_closed(site: str, path: str, status: int) -> None:
    assert asked(f"{site}{path}")[0] == status
    assert asked(f"{site.removesuffix('/bloei')}/")[0] == 404


def test_scripts_are_sent_small(site: str) -> None:
    _, headers = asked(f"{site}/app/static/geo/buurt.json", **{"Accept-Encoding": "gzip"})
    assert headers["content-encoding"] == "gzip"


def test_who_says_to_be_somebody_is_not_believed(browser: Browser, site: str) -> None:
    told = {"X-Bloei-Persoon": "beheer@bloei.invalid", "X-Bloei-Rollen": "beheerder"}
    with browser.new_context(ignore_https_errors=True, extra_http_headers=told) as context:
        page = context.new_page()
        page.goto(site)
        expect(page.get_by_role("button", name="Aanmelden")).to_be_visible()


def test_too_many_logins_are_slowed_down(site: str) -> None:
    answers = {asked(f"{site}/auth/login")[0] for _ in range(60)}
    assert 503 in answers
