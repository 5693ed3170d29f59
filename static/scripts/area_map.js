// A choropleth map in the reader's browser: hover, click, keys and the moment need no server.
// What is drawn comes from charts/browser/area_map.py, the shapes from static/geo.

const SVG = "http://www.w3.org/2000/svg";
const WIDTH = 1000; // of the drawing, in its own units
const TALLEST = 1.15; // times its width no map is higher
const LETTER = 11.5; // pixels
const LINE = 1.2; // of the letter size
const ALWAYS = 0.1; // the scale of a name that stands on any map, though it does not fit
const USUAL = 600; // pixels: the width of a map for which the widths of flows are given
const STEP = 700; // milliseconds a moment, when it plays
const FROM_PAGE = { lines: "bloei-lines", crosses: "bloei-crosses", dots: "bloei-dots", rules: "bloei-rules" };

const shapes = (window.bloeiShapes ??= new Map());
const kept = (window.bloeiMaps ??= new WeakMap()); // what a reader did to a map outlives a rerun

const fetched = (address) => {
  if (!shapes.has(address)) {
    shapes.set(address, fetch(new URL(`.${address}`, document.baseURI)).then((answer) => answer.json()));
  }
  return shapes.get(address);
};

const make = (name, attributes = {}, parent = null, text = "") => {
  const isHtml = ["figure", "figcaption", "div", "ul", "li", "i", "output", "input", "button", "label"];
  const made = isHtml.includes(name) ? document.createElement(name) : document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  if (text) made.textContent = text;
  parent?.append(made);
  return made;
};

// From degrees to the drawing: the frame fills it, north is up.
const projection = ({ frame: [west, south, east, north], narrowing }) => {
  const scale = WIDTH / Math.max((east - west) * narrowing, (north - south) * TALLEST);
  const place = ([longitude, latitude]) => [
    WIDTH / 2 + (longitude - (west + east) / 2) * narrowing * scale,
    (north - latitude) * scale,
  ];
  return { place, scale, height: (north - south) * scale };
};

// A pixel of the screen in units of the drawing, which is as wide or as high as its place allows.
const pixel = (svg) => {
  const { width, height } = svg.viewBox.baseVal;
  return Math.max(width / (svg.clientWidth || width), height / (svg.clientHeight || height));
};

const rings = ({ geometry }) =>
  geometry.type === "Polygon" ? geometry.coordinates : geometry.coordinates.flat();

const path = (feature, place) =>
  rings(feature)
    .map((ring) => `M${ring.slice(0, -1).map((p) => place(p).map((n) => n.toFixed(1)).join(",")).join("L")}Z`)
    .join("");

export default function ({ parentElement, data, setTriggerValue }) {
  const root = parentElement.querySelector(".area-map");
  const state = slidTo(data, kept.get(root));
  kept.set(root, state);
  root.dataset.drawn = "";
  root.classList.toggle("on-ground", Boolean(data.background));
  let isStale = false;
  let observer;
  let player;
  Promise.all([fetched(data.shapes), fetched(data.outlines)]).then(([inner, outer]) => {
    if (isStale) return;
    const hadFocus = root.querySelector(".areas")?.contains(document.activeElement);
    root.replaceChildren();
    const own = new Map(inner.features.map((feature) => [feature.id, feature]));
    const world = { data, own, outer: outer.features, state, setTriggerValue, root };
    if (data.isSeries) drawSeries(world);
    else ({ observer, player } = drawOne(world));
    drawLegend(world);
    if (hadFocus) root.querySelector(".area[tabindex='0']")?.focus();
    root.dataset.drawn = "yes";
  });
  return () => {
    isStale = true;
    observer?.disconnect();
    clearInterval(player?.timer);
  };
}

// Where the slider stands. The server answers late: until it knows what it was told last, the reader's
// own hand counts; a moment that it names of itself (a link, going back) is followed.
const slidTo = ({ moments, slid = 0 }, before) => {
  const count = moments.length;
  if (before?.count !== count) return { count, moment: slid, told: slid, waits: false };
  const isKnown = slid === before.told;
  if (isKnown || before.waits) return { ...before, waits: before.waits && !isKnown };
  return { count, moment: slid, told: slid, waits: false };
};

const codes = (area) => area.shapes ?? [area.code];
const number = (value, { decimals, isChange }) =>
  value.toLocaleString("nl-NL", {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
    signDisplay: isChange ? "exceptZero" : "auto",
  }).replace("-", "−");
const isMark = (value) => typeof value === "string";
const words = (value, data) =>
  isMark(value) ? data.marks[Number(value)][0] : `${number(value, data)} ${data.unit}`;
const classOf = (value, { borders }) => borders.filter((border) => value >= border).length;
const fill = (value, data) => {
  if (!isMark(value)) return data.colours[classOf(value, data)];
  const pattern = FROM_PAGE[data.marks[Number(value)][1]];
  return pattern ? `url(#${pattern})` : "var(--empty)";
};
const inkOn = (value, data) => (isMark(value) ? "var(--ink)" : data.inks[classOf(value, data)]);

// The drawing of all areas at one moment; returns its parts, so that a moment can change them.
const drawMap = (world, svg) => {
  const { data, own, outer } = world;
  const { place, scale, height } = projection(data);
  svg.setAttribute("viewBox", `0 0 ${WIDTH} ${height.toFixed(0)}`);
  if (data.background) drawBackground(data.background, svg, place, data.frame);
  const back = make("g", { class: "context" }, svg);
  for (const feature of outer) make("path", { d: path(feature, place) }, back);
  const group = make("g", { class: "areas" }, svg);
  const paths = data.areas.map((area) => {
    const d = codes(area).map((code) => path(own.get(code), place)).join("");
    return make("path", { d, class: "area", "data-code": area.code }, group);
  });
  const lines = make("g", { class: "outlines" }, svg);
  for (const feature of outer) make("path", { d: path(feature, place) }, lines);
  const ring = (flag, kind) => data.areas.forEach((area, index) => {
    if (area[flag]) make("path", { d: paths[index].getAttribute("d"), class: kind }, lines);
  });
  ring("pilot", "pilot");
  ring("chosen", "halo");
  ring("chosen", "chosen");
  return { place, scale, paths, height };
};

// Square pictures of the ground (Web Mercator, by zoom, column and row), as many as fill the frame.
const drawBackground = (address, svg, place, [west, south, east, north]) => {
  const zoom = Math.min(Math.floor(Math.log2(360 / (east - west))) + 3, 17);
  const count = 2 ** zoom;
  const column = (longitude) => Math.floor(((longitude + 180) / 360) * count);
  const row = (latitude) => Math.floor(
    ((1 - Math.asinh(Math.tan((latitude * Math.PI) / 180)) / Math.PI) / 2) * count,
  );
  const corner = (x, y) => place([
    (x / count) * 360 - 180, (Math.atan(Math.sinh(Math.PI * (1 - (2 * y) / count))) * 180) / Math.PI,
  ]);
  const layer = make("g", { class: "background" }, svg);
  for (let x = column(west) - 1; x <= column(east) + 1; x += 1) {
    for (let y = row(north) - 1; y <= row(south) + 1; y += 1) {
      const [[left, top], [right, bottom]] = [corner(x, y), corner(x + 1, y + 1)];
      const href = address.replace("{z}", zoom).replace("{x}", x).replace("{y}", y);
      make("image", {
        href, x: left, y: top, width: right - left, height: bottom - top, preserveAspectRatio: "none",
      }, layer);
    }
  }
};

const paint = (paths, { data }, moment) =>
  data.areas.forEach((area, index) => {
    paths[index].style.fill = fill(area.values[moment], data);
  });

const drawSeries = (world) => {
  const { data, root } = world;
  const sheet = make("div", { class: "sheet" }, root);
  const namers = data.moments.map((moment, at) => {
    const figure = make("figure", {}, sheet);
    make("figcaption", {}, figure, moment);
    const shown = data.areas.map((area) => `${area.name}: ${words(area.values[at], data)}`).join("; ");
    const svg = make("svg", { role: "img", "aria-label": `${moment}. ${shown}` }, figure);
    if (!at) patterns(svg);
    const drawn = drawMap(world, svg);
    const { paths } = drawn;
    paint(paths, world, at);
    paths.forEach((one, i) => make("title", {}, one, `${data.areas[i].name}: ${words(data.areas[i].values[at], data)}`));
    const names = make("g", { class: "names", "aria-hidden": "true" }, svg);
    return () => drawNames(data, at, svg, names, drawn);
  });
  for (const draw of namers) draw(); // how wide a map is, is known when all are there
};

const drawOne = (world) => {
  const { data, state, root, setTriggerValue } = world;
  const canvas = make("div", { class: "canvas" }, root);
  const svg = make("svg", { role: "group", "aria-label": data.alt }, canvas);
  patterns(svg);
  const drawn = drawMap(world, svg);
  drawFlows(world, svg, drawn.place);
  const names = make("g", { class: "names", "aria-hidden": "true" }, svg);
  drawSpots(world, svg, drawn.place);
  const tip = make("div", { class: "tip", hidden: "" }, canvas);
  const show = () => {
    paint(drawn.paths, world, state.moment);
    data.areas.forEach((area, index) => {
      drawn.paths[index].setAttribute("aria-label", `${area.name}: ${words(area.values[state.moment], data)}`);
    });
    drawNames(data, state.moment, svg, names, drawn);
  };
  listen(world, canvas, svg, drawn, tip, setTriggerValue);
  const player = drawTime(world, show);
  show();
  const observer = new ResizeObserver(() => drawNames(data, state.moment, svg, names, drawn));
  observer.observe(svg);
  return { observer, player };
};

const patterns = (svg) => {
  const defs = make("defs", {}, svg);
  const pattern = (id, d) => {
    const made = make("pattern", { id, width: 9, height: 9, patternUnits: "userSpaceOnUse" }, defs);
    make("rect", { width: 9, height: 9, class: "ground" }, made);
    make("path", { d, class: "figure" }, made);
  };
  pattern("bloei-lines", "M-2,11L11,-2M-2,2L2,-2M7,11L11,7");
  pattern("bloei-crosses", "M2,2L7,7M7,2L2,7");
  pattern("bloei-dots", "M4,4h1.6v1.6h-1.6z");
  pattern("bloei-rules", "M0,4.5H9");
};

// One stop for the Tab key; arrows walk to the nearest area that way, Enter chooses, Escape goes up.
const listen = (world, canvas, svg, { paths, place }, tip, setTriggerValue) => {
  const { data, own, state } = world;
  const middles = data.areas.map((area) => place(own.get(codes(area)[0]).properties.label));
  const choose = (index) => setTriggerValue("chosen", data.areas[index].code);
  const tell = (index, x, y) => {
    tip.replaceChildren();
    make("div", { class: "tip-name" }, tip, data.areas[index].name);
    make("div", {}, tip, words(data.areas[index].values[state.moment], data));
    tip.hidden = false;
    tip.style.left = `${Math.min(x + 12, canvas.clientWidth - tip.offsetWidth)}px`;
    tip.style.top = `${Math.max(y - tip.offsetHeight - 8, 0)}px`;
  };
  const walk = (from, { right, down }) => {
    const reach = ([x, y]) => {
      const [dx, dy] = [x - middles[from][0], y - middles[from][1]];
      const along = dx * right + dy * down;
      const aside = Math.abs(dx * down + dy * right);
      return along > 1 ? along + 2 * aside : Infinity;
    };
    const best = middles.map(reach).reduce((least, far, i, all) => (far < all[least] ? i : least), 0);
    if (reach(middles[best]) < Infinity) paths[best].focus();
  };
  const KEYS = {
    ArrowRight: { right: 1, down: 0 },
    ArrowLeft: { right: -1, down: 0 },
    ArrowDown: { right: 0, down: 1 },
    ArrowUp: { right: 0, down: -1 },
  };
  const first = Math.max(data.areas.findIndex((area) => area.chosen), 0);
  paths.forEach((one, index) => {
    one.setAttribute("role", "button");
    one.setAttribute("tabindex", index === first ? "0" : "-1");
    one.addEventListener("click", () => choose(index));
    one.addEventListener("pointermove", (event) => {
      const frame = canvas.getBoundingClientRect();
      tell(index, event.clientX - frame.left, event.clientY - frame.top);
    });
    one.addEventListener("pointerleave", () => { tip.hidden = true; });
    one.addEventListener("focus", () => {
      paths.forEach((other) => other.setAttribute("tabindex", other === one ? "0" : "-1"));
      const [frame, box] = [canvas.getBoundingClientRect(), one.getBoundingClientRect()];
      tell(index, box.left + box.width / 2 - frame.left, box.top + box.height / 2 - frame.top);
    });
    one.addEventListener("blur", () => { tip.hidden = true; });
    one.addEventListener("keydown", (event) => {
      if (event.key in KEYS) walk(index, KEYS[event.key]);
      else if (event.key === "Enter" || event.key === " ") choose(index);
      else if (event.key === "Escape") setTriggerValue("up", true);
      else return;
      event.preventDefault();
    });
  });
};

const drawTime = (world, show) => {
  const { data, state, root, setTriggerValue } = world;
  const player = {};
  if (data.moments.length < 2) return player;
  const bar = make("div", { class: "time" }, root);
  const play = make("button", { type: "button", class: "play", "aria-label": "Afspelen" }, bar, "▶");
  const last = data.moments.length - 1;
  const slider = make("input", { type: "range", min: 0, max: last, step: 1, "aria-label": "Moment van de kaart" }, bar);
  const now = make("output", {}, bar);
  const adopt = make("button", { type: "button", class: "adopt" }, bar, "Zet de peildatum hierop");
  const go = (moment) => {
    state.moment = moment;
    slider.value = moment;
    slider.setAttribute("aria-valuetext", data.moments[moment]);
    now.textContent = data.moments[moment];
    adopt.hidden = moment === data.shown;
    show();
    root.dispatchEvent(new CustomEvent("moment", { detail: moment }));
  };
  // What is taken along is what is on the map: the server hears where the reader left it.
  const tell = () => {
    if (player.timer || state.told === state.moment) return;
    state.told = state.moment;
    state.waits = true;
    setTriggerValue("slid", state.moment);
  };
  const stop = () => {
    clearInterval(player.timer);
    player.timer = undefined;
    play.textContent = "▶";
    play.setAttribute("aria-label", "Afspelen");
  };
  play.addEventListener("click", () => {
    if (player.timer) {
      stop();
      return tell();
    }
    if (state.moment === last) go(0);
    play.textContent = "❚❚";
    play.setAttribute("aria-label", "Stoppen");
    player.timer = setInterval(() => {
      if (state.moment < last) return go(state.moment + 1);
      stop();
      return tell();
    }, STEP);
    return undefined;
  });
  slider.addEventListener("input", () => {
    stop();
    go(Number(slider.value));
  });
  slider.addEventListener("pointerup", tell);
  slider.addEventListener("blur", tell);
  adopt.addEventListener("click", () => setTriggerValue("moment", state.moment));
  go(state.moment);
  return player;
};

// A name stands where it fits its area and touches no other name (charts/layout/labels.py tells from
// which scale); below it the figure.
const drawNames = (data, moment, svg, names, { place, scale }) => {
  names.replaceChildren();
  const letter = LETTER * pixel(svg);
  data.areas.forEach((area) => {
    if (!area.label || scale / letter < area.label[2]) return;
    const [longitude, latitude, , name] = area.label;
    const [x, y] = place([longitude, latitude]);
    const value = area.values[moment];
    const lines = isMark(value) || data.flows.length ? name : [...name, number(value, data)];
    // The ground around its letters: the name that the title names may run over a border.
    const look = isMark(value) ? { class: "on-pattern" } : { class: "on-colour", stroke: fill(value, data) };
    if (area.label[2] <= ALWAYS) look.class += " always";
    const text = make("text", { x, y, "font-size": letter, fill: inkOn(value, data), ...look }, names);
    lines.forEach((line, row) => make("tspan", {
      x, dy: row ? letter * LINE : (0.35 + data.firstLine[lines.length - 1] * LINE) * letter,
    }, text, line));
    if (data.flows.length) drawPlate(text, isMark(value) ? "var(--empty)" : fill(value, data));
  });
};

// The ground below a name, so that no line of a flow runs through its letters.
const drawPlate = (text, colour) => {
  const { x, y, width, height } = text.getBBox();
  const air = height / 8;
  const plate = make("rect", {
    x: x - air, y: y - air, width: width + 2 * air, height: height + 2 * air, rx: 2 * air, fill: colour, class: "plate",
  });
  text.before(plate);
};

const drawSpots = ({ data }, svg, place) => {
  if (!data.spots.length) return;
  const unit = pixel(svg);
  const layer = make("g", { class: "spots" }, svg);
  for (const [longitude, latitude, symbol, fill, radius, name, group, detail] of data.spots) {
    const [x, y] = place([longitude, latitude]);
    const spot = make("path", {
      d: data.symbols[symbol],
      transform: `translate(${x.toFixed(1)},${y.toFixed(1)}) scale(${(radius * unit).toFixed(1)})`,
      class: "spot",
      fill,
    }, layer);
    make("title", {}, spot, `${name}\n${group}\n${detail}`);
  }
};

const drawFlows = ({ data }, svg, place) => {
  if (!data.flows.length) return;
  const layer = make("g", { class: "flows" }, svg);
  const unit = WIDTH / USUAL;
  for (const [x1, y1, x2, y2, x3, y3, width, detail] of data.flows) {
    const [start, middle, end] = [place([x1, y1]), place([x2, y2]), place([x3, y3])];
    const d = `M${start}Q${middle} ${end}`;
    make("path", { d, class: "halo", "stroke-width": (width + 2) * unit }, layer);
    const line = make("path", { d, "stroke-width": width * unit }, layer);
    make("circle", { cx: end[0], cy: end[1], r: 3.5 * unit }, layer);
    make("title", {}, line, detail);
  }
};

const drawLegend = ({ data, root }) => {
  const list = make("ul", { class: "legend", "aria-label": "Legenda" }, root);
  const sign = {
    fill: (colour, pattern) => make("i", {
      class: pattern === "plain" ? "" : `mark ${pattern}`, style: `background-color:${colour}`,
    }),
    ring: (colour, pattern, symbol, stroke) => make("i", {
      class: "ring", style: `border: 3px ${stroke === "solid" ? stroke : "dashed"} ${colour}`,
    }),
    spot: (colour, pattern, symbol) => {
      const svg = make("svg", { viewBox: "-1.5 -1.5 3 3", class: "symbol" });
      make("path", { d: data.symbols[symbol], class: "spot", fill: colour }, svg);
      return svg;
    },
  };
  for (const [text, kind, ...look] of data.keys) {
    make("li", {}, list).append(sign[kind](...look), text);
  }
};
