"""What a reader does and sees on the dashboard, in the words of the tests."""

from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import parse_qsl, urlsplit

from playwright.sync_api import Browser, Locator, Page

from data.areas import Level
from geo.boundaries import label_points
from tests.tools.browser import Record, open_page, rerun, settled

# Where a place in degrees lies in the window.
PLACE = """([longitude, latitude]) => {
  const plot = [...document.querySelectorAll(".js-plotly-plot")]
    .find((found) => found._fullLayout.geo?._subplot);
  const [x, y] = plot._fullLayout.geo._subplot.projection([longitude, latitude]);
  const frame = plot.getBoundingClientRect();
  return [frame.left + x, frame.top + y];
}"""


class Reader:
    """One reader with one window."""

    def __init__(self, page: Page, record: Record) -> None:
        self.page = page
        self.record = record

    def open(self, url: str) -> "Reader":
        self.page.goto(url)
        settled(self.page)
        return self

    def go_to(self, name: str) -> None:
        with rerun(self.page, self.record):
            self.page.get_by_role("link", name=name, exact=True).click()

    def go_back(self) -> None:
        with rerun(self.page, self.record):
            self.page.go_back()

    def click_area(self, level: Level, code: str) -> None:
        with rerun(self.page, self.record):
            self.page.mouse.click(*self.place(level, code))

    def point_at(self, level: Level, code: str) -> None:
        self.page.mouse.move(*self.place(level, code))

    def place(self, level: Level, code: str) -> tuple[float, float]:
        chart = self.page.locator(".st-key-map [data-testid=stPlotlyChart]")
        chart.scroll_into_view_if_needed()
        x, y = self.page.evaluate(PLACE, list(label_points(level)[code]))
        return x, y

    @property
    def title(self) -> Locator:
        return self.page.get_by_role("heading", level=1)

    @property
    def selection(self) -> Locator:
        return self.page.locator(".bloei-selection")

    @property
    def chosen_row(self) -> Locator:
        return self.page.locator("tr[aria-current=true] th")

    @property
    def query(self) -> dict[str, str]:
        return dict(parse_qsl(urlsplit(self.page.url).query))

    def sees_nothing_wrong(self) -> None:
        assert (self.record.errors, self.record.outside) == ([], [])


@contextmanager
def reader(browser: Browser, width: int = 1440) -> Iterator[Reader]:
    """A reader who came for the first time; nothing may be wrong while they are here."""
    with open_page(browser, width) as (page, record):
        found = Reader(page, record)
        yield found
        found.sees_nothing_wrong()
