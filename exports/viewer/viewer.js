
// The page around the map: choices, lines, table. All figures are in the page; nothing is asked of
// a server. `drawAreaMap` and its helpers come from static/scripts/area_map.js, just above.

const read = (id) => JSON.parse(document.getElementById(id).textContent);
const box = read("box");
for (const [address, found] of Object.entries(read("shapes"))) shapes.set(address, Promise.resolve(found));

const at = (id) => document.getElementById(id);
const isDark = matchMedia("(prefers-color-scheme: dark)");
const isPaper = matchMedia("print");
const mapRoot = document.querySelector(".area-map");
const chosen = {
  indicator: box.indicators.at(0).id, level: box.levels.at(0).id, area: "", day: "", by: "value", down: true, isWhole: false,
};
let stopMap;

const element = (name, attributes, parent, text = "") => {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  if (text !== "") made.textContent = text;
  parent.append(made);
  return made;
};
const capital = (words) => words.charAt(0).toUpperCase() + words.slice(1);

const layerOf = (indicator, level) => box.layers.find((one) => one.indicator === indicator && one.level === level);
const layer = () => layerOf(chosen.indicator, chosen.level);
// The moment of a layer that is nearest to the chosen day, not after it.
const moment = ({ days }) => Math.max(days.filter((day) => !chosen.day || day <= chosen.day).length - 1, 0);
const told = (value, { map }) => (isMark(value) ? words(value, map) : number(value, map));
const isRate = () => box.indicators.find(({ id }) => id === chosen.indicator).isRate;
const name = (code) => layer().map.areas.find((area) => area.code === code)?.name ?? box.area;

const fillChoices = () => {
  const fillIn = (name_, options) => {
    const select = at(name_);
    select.replaceChildren();
    for (const { id, label } of options) element("option", { value: id }, select, label);
    select.value = chosen[name_];
  };
  fillIn("indicator", box.indicators.map(({ id, label }) => ({ id, label: capital(label) })));
  fillIn("level", box.levels.filter(({ id }) => layerOf(chosen.indicator, id)));
  const areas = layer().map.areas.map(({ code, name: label }) => ({ id: code, label }));
  areas.sort((one, other) => one.label.localeCompare(other.label, "nl"));
  fillIn("area", [{ id: "", label: `Heel ${box.area}` }, ...areas]);
};

// A choice that the figures do not have gives way: a level of this indicator, an area of this level.
const settle = () => {
  if (!layer()) chosen.level = box.levels.find(({ id }) => layerOf(chosen.indicator, id)).id;
  if (!layer().map.areas.some((area) => area.code === chosen.area)) chosen.area = "";
};

const drawMapOf = (one) => {
  const map = isDark.matches && !isPaper.matches ? { ...one.map, ...one.dark } : one.map;
  const areas = map.areas.map((area) => (area.code === chosen.area ? { ...area, chosen: true } : area));
  const moved = moment(one);
  stopMap?.();
  stopMap = drawAreaMap({
    parentElement: mapRoot.parentElement,
    data: { ...map, areas, slid: moved },
    setTriggerValue: (trigger, value) => {
      if (trigger === "chosen") choose("area", value === chosen.area ? "" : value);
      if (trigger === "up") choose("area", "");
    },
  });
};

const draw = () => {
  settle();
  fillChoices();
  const one = layer();
  at("map-title").textContent = one.about.split(" · ").slice(0, 2).join(" · ");
  at("source").textContent = one.source;
  drawMapOf(one);
  drawMoment();
};

// What follows the slider: the sentence, the lines with their mark, and the table.
const drawMoment = () => {
  const one = layer();
  const now = moment(one);
  at("sentence").textContent = now === one.days.length - 1 ? one.sentence : "";
  drawTrend(one, now);
  drawTable(one, now);
};

const choose = (key, value) => {
  chosen[key] = value;
  draw();
};

for (const id of ["indicator", "level", "area"]) at(id).addEventListener("change", () => choose(id, at(id).value));
document.querySelector(".choices").addEventListener("submit", (event) => event.preventDefault());
at("find").addEventListener("input", () => filterTable());
at("print").addEventListener("click", () => print());
isDark.addEventListener("change", draw);
isPaper.addEventListener("change", draw); // paper is light, whatever the screen is
addEventListener("resize", () => drawMoment());
mapRoot.addEventListener("moment", ({ detail }) => {
  if (detail === moment(layer())) return;
  chosen.day = layer().days[detail];
  drawMoment();
});

const drawTable = (one, now) => {
  const { map } = one;
  const unit = capital(map.unit);
  at("table-title").textContent = `${unit}, ${map.moments[now]}`;
  const head = at("areas").tHead.rows.item(0);
  head.replaceChildren();
  for (const [key, words] of [["name", capital(chosen.level)], ["value", unit]]) {
    const cell = element("th", { scope: "col", class: key === "value" ? "number" : "" }, head);
    if (key === chosen.by) cell.setAttribute("aria-sort", chosen.down ? "descending" : "ascending");
    element("button", { type: "button", "data-sort": key }, cell, words);
  }
  const rows = map.areas.map((area) => ({ code: area.code, name: area.name, value: area.values[now] }));
  const most = Math.max(...rows.map(({ value }) => (isMark(value) ? 0 : value)));
  const body = at("areas").tBodies.item(0);
  body.replaceChildren();
  for (const { code, name: words, value } of sorted(rows)) {
    const row = element("tr", code === chosen.area ? { "aria-current": "true" } : {}, body);
    const head_ = element("th", { scope: "row" }, row);
    element("button", { type: "button", "data-area": code }, head_, words);
    const cell = element("td", { class: isMark(value) ? "mark" : "number" }, row, told(value, one));
    if (!isMark(value) && most > 0) cell.style.setProperty("--bar", `${((100 * value) / most).toFixed(1)}%`);
  }
  filterTable();
};

// Areas without a figure stand at the end, whichever way the others go.
const sorted = (rows) => {
  const byName = (one, other) => one.name.localeCompare(other.name, "nl");
  const turn = chosen.down ? -1 : 1;
  if (chosen.by === "name") return rows.sort((one, other) => turn * byName(one, other));
  return rows.sort((one, other) => {
    if (isMark(one.value) || isMark(other.value)) return isMark(one.value) - isMark(other.value) || byName(one, other);
    return turn * (one.value - other.value) || byName(one, other);
  });
};

const FEW = 10; // rows that a long table begins with
const plain = (words) => words.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

const filterTable = () => {
  const wanted = plain(at("find").value.trim());
  const rows = [...at("areas").tBodies.item(0).rows];
  const isFound = (row) => plain(row.cells.item(0).textContent).includes(wanted);
  const isLong = !wanted && !chosen.isWhole && rows.length > FEW;
  rows.forEach((row, index) => {
    row.hidden = !isFound(row);
    row.classList.toggle("folded", isLong && index >= FEW && !row.hasAttribute("aria-current"));
  });
  at("none").hidden = rows.some(isFound);
  at("unfold").hidden = !isLong;
  at("unfold").textContent = `Toon alle ${rows.length}`;
};

at("unfold").addEventListener("click", () => {
  chosen.isWhole = true;
  filterTable();
  at("areas").tBodies.item(0).rows[FEW].querySelector("button").focus();
});

at("areas").addEventListener("click", ({ target }) => {
  const { sort, area } = target.dataset;
  if (sort) {
    chosen.down = sort === chosen.by ? !chosen.down : sort === "value";
    chosen.by = sort;
    drawTable(layer(), moment(layer()));
    at("areas").querySelector(`[data-sort="${sort}"]`).focus();
  }
  if (area) {
    choose("area", area === chosen.area ? "" : area);
    at("areas").querySelector(`[data-area="${CSS.escape(area)}"]`)?.focus();
  }
});

// Lines over the moments, from zero. The area itself is the subject until a part of it is chosen.
const PLOT = { width: 640, narrowest: 320, height: 360, left: 56, top: 12, bottom: 28 };
const NAME_GAP = 15;
const END = { letter: 7.5, longest: 20 }; // of the names at the ends: width in pixels, most letters
const MOST_PILOTS = 2; // more names than that hide each other

const linesOf = (one) => {
  const part = one.map.areas.find((area) => area.code === chosen.area);
  const whole = { name: box.area, values: one.whole, kind: part ? "whole" : "accent" };
  const others = isRate() ? one.map.areas.filter((area) => area !== part) : [];
  const isFew = others.filter(({ pilot }) => pilot).length <= MOST_PILOTS;
  const quiet = others.map((area) => ({ ...area, kind: area.pilot && isFew ? "pilot" : "other" }));
  const beside = one.whole.length && (isRate() || !part) ? [whole] : [];
  return [...quiet, ...beside, ...(part ? [{ ...part, kind: "accent" }] : [])];
};

const niceTop = (most) => {
  const power = 10 ** Math.floor(Math.log10(most || 1));
  return [power, 2 * power, 2.5 * power, 5 * power].find((top) => top >= most) ?? 10 * power;
};

const drawTrend = (one, now) => {
  const lines = linesOf(one);
  const root = at("trend");
  root.replaceChildren();
  const subject = lines.find(({ kind }) => kind === "accent");
  at("trend-title").textContent = `${capital(one.map.unit)} in ${chosen.area ? name(chosen.area) : box.area}`;
  drawLineTable(one, subject);
  const values = lines.flatMap((line) => line.values).filter((value) => typeof value === "number");
  if (!values.length) return element("p", { class: "quiet" }, root, "Hiervan is er geen lijn te tekenen.");
  PLOT.width = Math.max(root.clientWidth, PLOT.narrowest);
  PLOT.right = 16 + END.letter * Math.max(0, ...lines.filter(({ kind }) => kind !== "other").map((line) => shortened(line.name).length));
  const svg = make("svg", { viewBox: `0 0 ${PLOT.width} ${PLOT.height}`, role: "img" }, root);
  const times = one.days.map((day) => Date.parse(day));
  const top = niceTop(Math.max(...values));
  const x = (time) => PLOT.left
    + ((time - times.at(0)) / (times.at(-1) - times.at(0) || 1)) * (PLOT.width - PLOT.left - PLOT.right);
  const y = (value) => PLOT.height - PLOT.bottom - (value / top) * (PLOT.height - PLOT.top - PLOT.bottom);
  drawAxes(svg, one, { x, y, top, times });
  make("line", { class: "now", x1: x(times[now]), x2: x(times[now]), y1: y(top), y2: y(0) }, svg);
  for (const line of lines) make("path", { d: pathOf(line.values, times, x, y), class: line.kind }, svg);
  nameLines(svg, lines, times, x, y);
  const last = subject?.values[now];
  if (typeof last === "number") make("circle", { cx: x(times[now]), cy: y(last), r: 4.5 }, svg);
  const ends = `van ${one.map.moments.at(0)} tot en met ${one.map.moments.at(-1)}`;
  svg.setAttribute("aria-label", `Lijn van ${subject?.name ?? box.area}, ${ends}. De cijfers staan eronder.`);
  return svg;
};

const shortened = (words) => (words.length > END.longest ? `${words.slice(0, END.longest - 1)}…` : words);

const pathOf = (values, times, x, y) => {
  let isDown = false;
  return values.map((value, index) => {
    const move = isDown ? "L" : "M";
    isDown = typeof value === "number";
    return isDown ? `${move}${x(times[index]).toFixed(1)},${y(value).toFixed(1)}` : "";
  }).join("");
};

const drawAxes = (svg, one, { x, y, top, times }) => {
  const decimals = top < 1 ? 2 : top < 5 ? 1 : 0;
  for (let step = 0; step <= 4; step += 1) {
    const value = (top * step) / 4;
    make("line", { class: "grid", x1: PLOT.left, x2: PLOT.width - PLOT.right, y1: y(value), y2: y(value) }, svg);
    const words = value.toLocaleString("nl-NL", { maximumFractionDigits: Math.max(decimals, top % 4 ? 1 : 0) });
    make("text", { x: PLOT.left - 8, y: y(value) + 4, "text-anchor": "end" }, svg, words);
  }
  const [first, last] = [new Date(times.at(0)), new Date(times.at(-1))];
  for (let year = first.getFullYear(); year <= last.getFullYear(); year += 1) {
    const start = Date.UTC(year, 0, 1);
    if (start < times.at(0)) continue;
    make("text", { x: x(start), y: PLOT.height - 8, "text-anchor": "middle" }, svg, String(year));
  }
};

// Names at the ends of the lines that are not context; they make room for each other.
const nameLines = (svg, lines, times, x, y) => {
  let before = Infinity;
  lines.filter(({ kind }) => kind !== "other")
    .map((line) => ({ ...line, end: line.values.findLastIndex((value) => typeof value === "number") }))
    .filter(({ end }) => end >= 0)
    .sort((one, other) => one.values[one.end] - other.values[other.end])
    .forEach((line) => {
      const height = Math.min(y(line.values[line.end]) + 4, before - NAME_GAP);
      before = height;
      const placed = { x: x(times[line.end]) + 7, y: height, class: `named ${line.kind}` };
      const text = make("text", placed, svg, shortened(line.name));
      if (line.kind === "pilot") text.style.fill = "var(--pilot)";
    });
};

const drawLineTable = (one, subject) => {
  at("line").replaceChildren();
  if (!subject) return;
  const table = element("table", {}, at("line"));
  element("caption", {}, table, `${one.map.unit} in ${subject.name}`);
  const head = element("tr", {}, element("thead", {}, table));
  for (const words of ["Moment", capital(one.map.unit)]) element("th", { scope: "col" }, head, words);
  const body = element("tbody", {}, table);
  subject.values.forEach((value, index) => {
    const row = element("tr", {}, body);
    element("th", { scope: "row" }, row, one.map.moments[index]);
    element("td", {}, row, subject.values === one.whole && isMark(value) ? value : told(value, one));
  });
};

draw();
