"""What a reader does and sees on the dashboard, in the words of the tests."""

from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import parse_qsl, urlsplit

from playwright.sync_api import Browser, Locator, Page

from pages import PAGES
from tests.tools.browser import Record, open_page, rerun, settled

# A point in the window that lies inside an area, however bent it is.
INSIDE = """(path) => {
  const { x, y, width, height } = path.getBBox();
  const steps = [...Array(19).keys()].map((n) => (n + 1) / 20);
  const point = (i, j) => new DOMPoint(x + i * width, y + j * height);
  const points = steps.flatMap((i) => steps.map((j) => point(i, j)));
  const far = (p) => Math.hypot(p.x - x - width / 2, p.y - y - height / 2);
  const [first] = points.filter((p) => path.isPointInFill(p)).sort((a, b) => far(a) - far(b));
  const { x: left, y: top } = first.matrixTransform(path.getScreenCTM());
  return [left, top];
}"""

HIGHEST = 3 * 900  # pixels: two scrolls of a window
HEIGHT = "document.querySelector('[data-testid=stMainBlockContainer]').scrollHeight"


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
        [section] = [page.section for page in PAGES if page.title == name]
        group = self.page.locator("details", has=self.page.locator("summary", has_text=section))
        if section and group.get_attribute("open") is None:
            group.locator("summary").click()
        with rerun(self.page, self.record):
            self.page.get_by_role("link", name=name, exact=True).click()

    def go_back(self) -> None:
        with rerun(self.page, self.record):
            self.page.go_back()

    def area(self, code: str) -> Locator:
        return self.page.locator(f'.area-map .area[data-code="{code}"]')

    def click_area(self, code: str) -> None:
        with rerun(self.page, self.record):
            self.page.mouse.click(*self.place(code))

    def point_at(self, code: str) -> None:
        self.page.mouse.move(*self.place(code))

    def place(self, code: str) -> tuple[float, float]:
        self.page.locator(".area-map .canvas").scroll_into_view_if_needed()
        x, y = self.area(code).evaluate(INSIDE)
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
