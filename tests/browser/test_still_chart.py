"""A chart is there at once as a still drawing, and becomes plotly's where a reader points at it."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, expect

from charts.pictures import Picture
from charts.screen import figure
from charts.theme import CONFIG, Mode
from pages import page
from pages._parts.serving.plotly_script import ADDRESS
from tests.browser.reader import Reader, reader
from tests.exports.paper import samples
from tests.tools.browser import open_page, rerun

LIGHT = "/app/static/geo/gemeente.json"  # a page of the dashboard with nothing on it
NEAR = 1.5  # pixels
WIDTH = 1000  # pixels
SAMPLES = (
    samples.trend,
    samples.bars,
    samples.scatter,
    samples.heat,
    samples.strip,
    samples.panels,
)
# Of both drawings: every line of words, and every mark, each with the ends of its box.
BOTH = """async ([figure, config, width, address]) => {
  const { stillChart } = await import("/app/static/scripts/still_chart.js");
  if (!window.Plotly) await new Promise((done) => {
    const script = document.createElement("script");
    script.src = address;
    script.onload = done;
    document.head.append(script);
  });
  const addressOf = (weight) => `url(/app/static/fonts/source-sans-3-latin-${weight}-normal.woff2)`;
  for (const weight of ["400", "600"]) {
    const face = new FontFace("Source Sans 3", addressOf(weight), { weight });
    document.fonts.add(await face.load());
  }
  const [still, live] = [document.createElement("div"), document.createElement("div")];
  for (const place of [still, live]) place.style.cssText = "position:absolute;top:0;left:0";
  document.body.replaceChildren(still, live);
  still.append(stillChart(figure, width));
  await Plotly.newPlot(live, figure.data, { ...figure.layout, width }, config);
  const ends = ({ left, top, right, bottom }) => [left, top, right, bottom];
  const boxes = (place, marks) => [...place.querySelectorAll(marks)]
    .filter((mark) => !mark.matches(".js-line") || getComputedStyle(mark).strokeWidth !== "0px")
    .map((mark) => ends(mark.getBoundingClientRect()));
  const words = (place, lines) => [...place.querySelectorAll("text")].flatMap((text) => {
    const found = [...text.querySelectorAll(lines)];
    return (found.length ? found : [text])
      .map((line) => [line.textContent.trim(), line.getBoundingClientRect()]);
  }).filter(([text, box]) => text && box.width).map(([text, box]) => [text, ends(box)]);
  return {
    words: [words(still, "text > tspan"), words(live, "tspan.line")],
    lines: [boxes(still, ".line"), boxes(live, ".scatterlayer .js-line")],
    bars: [boxes(still, ".bar"), boxes(live, ".barlayer .point path")],
    dots: [boxes(still, ".dot"), boxes(live, ".scatterlayer .points path.point")],
  };
}"""


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: str(sample.__name__))
def test_a_still_drawing_stands_where_plotly_draws(
    browser: Browser, dashboard: str, sample: Callable[[], Picture]
) -> None:
    with open_page(browser) as (window, _):
        window.goto(dashboard + LIGHT)
        drawn = figure(sample(), Mode.LIGHT)
        both = window.evaluate(BOTH, [drawn, CONFIG, WIDTH, ADDRESS])
    still, live = both.pop("words")
    assert sorted(text for text, _ in still) == sorted(text for text, _ in live)
    assert all(any(_is_same(one, other) for other in live) for one in still)
    for still, live in both.values():
        seen = [box for box in live if box[2] > box[0] or box[3] > box[1]]
        own = [box for box in still if box[2] > box[0] or box[3] > box[1]]
        if "markers+text" not in str(drawn["data"]):  # squares that nobody sees
            assert sorted(own) == [pytest.approx(box, abs=NEAR) for box in sorted(seen)]


def _is_same(one: list[Any], other: list[Any]) -> bool:
    (text, box), (other_text, other_box) = one, other
    return bool(text == other_text and box == pytest.approx(other_box, abs=NEAR))


def _chart(someone: Reader) -> Locator:
    return someone.page.locator(".bloei-chart").first


def test_plotly_comes_where_a_reader_points(browser: Browser, dashboard: str) -> None:
    with reader(browser) as someone:
        someone.open(dashboard)
        chart = _chart(someone)
        expect(chart).to_have_attribute("data-drawn", "still")
        assert someone.page.evaluate("() => window.Plotly === undefined")
        chart.hover()
        expect(chart).to_have_attribute("data-drawn", "live")
        expect(chart.locator(".hoverlayer .hovertext").first).to_be_visible()
        with rerun(someone.page, someone.record):
            someone.page.evaluate("() => bloeiChoose('gebied', 'SD2')")
        expect(chart).to_have_attribute("data-drawn", "still")


def test_a_finger_wakes_plotly_by_a_tap(browser: Browser, dashboard: str) -> None:
    with reader(browser, width=390) as someone:
        someone.open(dashboard)
        chart = _chart(someone)
        chart.dispatch_event("click", {"clientX": 0, "clientY": 0})
        expect(chart).to_have_attribute("data-drawn", "live")


@pytest.mark.parametrize("state", ["still", "live"])
def test_a_click_on_a_cell_chooses(browser: Browser, dashboard: str, state: str) -> None:
    with reader(browser) as someone:
        someone.open(dashboard + page("witte_vlekken/vraag_aanbod").address)
        chart = _chart(someone)
        cell = chart.locator("[data-trace]").first
        box = cell.bounding_box()
        assert box
        with rerun(someone.page, someone.record):
            if state == "still":
                cell.dispatch_event("click")
            else:
                someone.page.mouse.move(box["x"] + 5, box["y"] + 5)
                expect(chart).to_have_attribute("data-drawn", "live")
                someone.page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        assert {"gebied", "talent"} <= someone.query.keys()
