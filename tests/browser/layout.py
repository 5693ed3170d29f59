"""How a page lies on the screen, as a browser tells it: what is cut, or lies over something."""

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
  for (const chart of document.querySelectorAll("[data-testid=stPlotlyChart], .area-map svg")) {
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
