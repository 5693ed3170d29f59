// A chart: a still drawing at once, and plotly itself from when a reader points at it.
// What is drawn is a figure of plotly (charts/screen).

const { stillChart } = await import(`./still_chart.js${new URL(import.meta.url).search}`);

const REST = 100; // milliseconds: who only passes over a chart does not wake it
const USUAL = 640; // pixels: the width of a chart that is not in sight, such as in a closed tab

const charts = (window.bloeiCharts ??= new WeakMap());

// Plotly's own script, once a window. It is no module.
const plotly = (address) => (window.bloeiPlotly ??= new Promise((done, fail) => {
  const script = document.createElement("script");
  script.src = new URL(address, document.baseURI);
  script.addEventListener("load", () => done(window.Plotly));
  script.addEventListener("error", () => {
    window.bloeiPlotly = undefined; // the next one who points tries again
    fail(new Error(address));
  });
  document.head.append(script);
}));

export default function ({ parentElement, data, setTriggerValue }) {
  const root = parentElement.querySelector(".bloei-chart");
  if (!charts.has(root)) charts.set(root, new Chart(root));
  const chart = charts.get(root);
  chart.choose = (point) => setTriggerValue("pointed", point);
  chart.show(data);
  const draw = () => chart.draw();
  const observer = new ResizeObserver(() => chart.resize());
  observer.observe(root);
  addEventListener("beforeprint", draw);
  return () => {
    observer.disconnect();
    removeEventListener("beforeprint", draw);
  };
}

class Chart {
  constructor(root) {
    this.root = root;
    root.setAttribute("role", "img");
    root.addEventListener("pointermove", (event) => this.approach(event));
    root.addEventListener("pointerleave", () => clearTimeout(this.rest));
    root.addEventListener("click", (event) => this.click(event));
  }

  show(data) {
    this.data = data;
    this.root.setAttribute("aria-label", data.alt);
    this.draw();
    // Letters that are still on their way have another width.
    if (document.fonts.status === "loading") document.fonts.ready.then(() => this.live || this.draw());
  }

  // The still drawing; plotly's goes.
  draw() {
    this.turn = Symbol("drawing");
    if (this.live) window.Plotly.purge(this.live);
    this.live = undefined;
    this.width = this.root.clientWidth;
    this.root.replaceChildren(stillChart(this.data.figure, this.width || USUAL));
    this.root.dataset.drawn = "still";
  }

  resize() {
    if (this.root.clientWidth && this.root.clientWidth !== this.width) this.draw();
  }

  approach(event) {
    this.pointer = event;
    clearTimeout(this.rest);
    if (!this.live) this.rest = setTimeout(() => this.wake(), REST);
  }

  async wake() {
    const { turn } = this;
    const { figure, config, plotly: address } = this.data;
    const Plotly = await plotly(address).catch(() => undefined);
    if (!Plotly || this.live || turn !== this.turn) return; // or another was drawn meanwhile
    this.live = document.createElement("div");
    this.root.replaceChildren(this.live);
    await Plotly.newPlot(this.live, figure.data, { ...figure.layout, width: this.width }, config);
    this.live.on("plotly_click", ({ points }) => this.choose(points[0].customdata));
    this.root.dataset.drawn = "live";
    this.point();
  }

  // What the reader points at already, plotly hears of too.
  point() {
    const { clientX, clientY } = this.pointer;
    document.elementFromPoint(clientX, clientY)
      ?.dispatchEvent(new MouseEvent("mousemove", { clientX, clientY, bubbles: true }));
  }

  // A cell of a still drawing can be chosen; a finger, which never rests, wakes plotly by a tap.
  click(event) {
    const { trace, point } = event.target.dataset;
    this.pointer = event;
    if (trace) this.choose(this.data.figure.data[trace].customdata[point]);
    else if (!this.live) this.wake();
  }
}
