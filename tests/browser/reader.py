"""What a reader does and sees on the dashboard, in the words of the tests."""

from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import parse_qsl, urlsplit

from playwright.sync_api import Browser, Locator, Page

from pages import PAGES
from tests.tools.browser import Record, Scheme, open_page, rerun, settled

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

TOUCH = 2  # pixels by which the boxes of two words may touch: letters have air around them

# Words of a chart that lie over each other, or stick out of it.
WORDS = """(touch) => {
  const found = [];
  const middles = (text) => {
    const lines = text.querySelectorAll("tspan").length ? text.querySelectorAll("tspan") : [text];
    return [...lines].filter((line) => line.textContent.trim())
      .map((line) => [line.textContent, line.getBoundingClientRect(), text])
      .filter(([, box]) => box.width > 1 && box.height > 1);
  };
  for (const chart of document.querySelectorAll(".bloei-chart, .area-map svg")) {
    const frame = chart.getBoundingClientRect();
    const words = [...chart.querySelectorAll("text")].flatMap(middles);
    words.forEach(([text, box, owner], index) => {
      if (box.right > frame.right + touch || box.left < frame.left - touch)
        found.push(`cut: ${text}`);
      for (const [other, its, whose] of words.slice(index + 1)) {
        const wide = Math.min(box.right, its.right) - Math.max(box.left, its.left);
        const high = Math.min(box.bottom, its.bottom) - Math.max(box.top, its.top);
        if (whose !== owner && wide > touch && high > 2 * touch)
          found.push(`${text} over ${other}`);
      }
    });
  }
  return found;
}"""

# What sticks out of the page and cannot be scrolled to.
OUTSIDE = """() => {
  const main = document.querySelector("[data-testid=stMainBlockContainer]");
  const end = main.getBoundingClientRect().right + 1;
  const scrolls = (element) => {
    for (let up = element.parentElement; up && up !== main; up = up.parentElement)
      if (getComputedStyle(up).overflowX !== "visible") return true;
    return false;
  };
  return [...main.querySelectorAll("*")]
    .filter((element) => element.children.length === 0 && element.textContent.trim())
    .filter((element) => element.getBoundingClientRect().right > end && !scrolls(element))
    .map((element) => element.textContent);
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
def reader(
    browser: Browser, width: int = 1440, scheme: Scheme = "light", *, own: bool = False
) -> Iterator[Reader]:
    """A reader who came for the first time; nothing may be wrong while they are here."""
    with open_page(browser, width, scheme=scheme, own=own) as (page, record):
        found = Reader(page, record)
        yield found
        found.sees_nothing_wrong()


def misplaced(page: Page) -> list[str]:
    """Words of charts that lie over each other or stick out, and what sticks out of the page."""
    return [*page.evaluate(WORDS, TOUCH), *page.evaluate(OUTSIDE)]
