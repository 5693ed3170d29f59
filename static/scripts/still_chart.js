// A figure of plotly as a still drawing, so that a page does not wait for plotly. It knows what
// charts/screen makes, and puts all of it where plotly does.

const SVG = "http://www.w3.org/2000/svg";
const LINE = 1.3; // of the letter size: from one line of text to the next
const ASCENT = 0.93; // of the letter size: from the top of a line to the foot of its letters
const DESCENT = 0.36; // of the letter size: what a line needs below the foot of its letters
const MIDDLE = 0.35; // of the letter size: from the middle of a line to the foot of its letters
const BOX = 2; // pixels around the text of an annotation
const DASHES = { solid: "", dot: "3px,3px" };
const LEGEND = { sample: 30, gap: 5, row: 19.9, air: 10, foot: 19.95, line: 15.5 }; // pixels; foot and line: of its first row

let clips = 0; // in this window

const make = (name, attributes, parent) => {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== "") made.setAttribute(key, value);
  }
  parent?.append(made);
  return made;
};

// The words of plotly: lines of pieces, each bold or not, in a colour or not.
const TAGS = /(<br>|<\/?b>|<\/?span>|<(?:b|span) style="color:[^"]*">)/;
const SIGNS = { "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#x27;": "'", "&amp;": "&" };
const plain = (words) => words.replace(/&(?:lt|gt|quot|#x27|amp);/g, (sign) => SIGNS[sign]);
const pieces = (text) => {
  const [lines, looks] = [[[]], [{}]];
  for (const part of text.split(TAGS)) {
    const [, colour] = /color:([^"]*)/.exec(part) ?? [];
    if (!TAGS.test(part)) lines.at(-1).push([plain(part), looks.at(-1)]);
    else if (part === "<br>") lines.push([]);
    else if (part.startsWith("</")) looks.pop();
    else {
      const own = { ...looks.at(-1), ...(colour && { fill: colour }), ...(part[1] === "b" && { "font-weight": "bold" }) };
      looks.push(own);
    }
  }
  return lines;
};

// Text of which the first line stands at `y` (the foot of its letters); returns how many lines it has.
const write = (text, { x, y, anchor, size, fill, turn }, parent) => {
  const transform = turn ? `rotate(-90,${x},${y})` : "";
  const made = make("text", { x, y, "text-anchor": anchor, "font-size": `${size}px`, fill, transform, style: "white-space:pre" }, parent);
  const lines = pieces(text);
  lines.forEach((line, row) => {
    const held = make("tspan", { x, dy: row ? `${LINE * size}px` : undefined }, made);
    for (const [words, look] of line) make("tspan", look, held).textContent = words;
  });
  return made;
};
const lineCount = (text) => pieces(text).length;

// How wide words are, before they are drawn.
const ruler = document.createElement("canvas").getContext("2d");
const widthOf = (text, size, family) => Math.max(...pieces(text).map((line) => line.reduce((sum, [words, look]) => {
  ruler.font = `${look["font-weight"] ?? "normal"} ${size}px ${family}`;
  return sum + ruler.measureText(words).width;
}, 0)));

const amount = (value) => (typeof value === "string" ? Date.parse(value) : value);

class Axis {
  // `from` and `to` are the pixels of its ends: left and right, or below and above; `letter` its size.
  constructor(name, spec, [from, to], letter) {
    Object.assign(this, { name, spec, from, to, letter });
    [this.low, this.high] = spec.range.map(amount);
  }

  at(value) {
    return this.from + ((amount(value) - this.low) / (this.high - this.low)) * (this.to - this.from);
  }

  has(value) {
    return amount(value) >= this.low && amount(value) <= this.high;
  }

  get standoff() {
    const { ticks, ticklen, linecolor } = this.spec;
    const isOutside = ticks === "outside";
    const air = isOutside || linecolor ? 0.2 * this.letter : 0;
    return (isOutside ? ticklen : 0) + air + (linecolor ? 0.5 : 1);
  }
}

const axisName = (reference) => `${reference[0]}axis${reference.slice(1)}`;

class Still {
  constructor({ data, layout }, width) {
    Object.assign(this, { data, layout, width, height: layout.height });
    this.letter = layout.font.size;
    this.svg = make("svg", {
      width, height: this.height, viewBox: `0 0 ${width} ${this.height}`,
      "font-family": layout.font.family, "aria-hidden": "true",
    });
    this.place();
  }

  place() {
    const { l, r, t, b } = this.layout.margin;
    this.left = Math.max(l, ...this.axesOf("y").filter((spec) => spec.automargin).map((spec) => this.roomFor(spec)));
    [this.right, this.bottom] = [this.width - r, this.height - b];
    this.legend = this.layout.showlegend ? this.arranged() : [];
    const rows = this.legend.length ? this.legend.at(-1).row + 1 : 0;
    this.top = Math.max(t, rows ? Math.round(rows * LEGEND.row + LEGEND.air) : 0);
    this.axes = {};
    for (const [name, spec] of Object.entries(this.layout)) {
      if (!/^[xy]axis/.test(name)) continue;
      const [low, high] = spec.domain ?? [0, 1];
      const ends = name[0] === "x"
        ? [low, high].map((part) => this.left + part * (this.right - this.left))
        : [low, high].map((part) => this.bottom - part * (this.bottom - this.top));
      this.axes[name] = new Axis(name, spec, ends, this.sizeOn(spec));
    }
  }

  axesOf(letter) {
    return Object.entries(this.layout).filter(([name]) => name.startsWith(`${letter}axis`)).map(([, spec]) => spec);
  }

  widthOf(text, size) {
    return widthOf(text, size, this.layout.font.family);
  }

  sizeOn(spec) {
    return spec.tickfont?.size ?? this.letter;
  }

  roomFor(spec) {
    const size = this.sizeOn(spec);
    return Math.round(Math.max(...spec.ticktext.map((text) => this.widthOf(text, size))) + 1);
  }

  axis(letter, trace) {
    return this.axes[axisName(trace[`${letter}axis`] ?? letter)];
  }

  draw() {
    const grid = make("g", { "shape-rendering": "crispEdges" }, this.svg);
    const axes = Object.values(this.axes).filter((axis) => axis.spec.visible !== false);
    axes.forEach((axis) => this.drawGrid(axis, grid));
    const marks = make("g", {}, this.svg);
    this.data.forEach((trace, index) => this.drawTrace(trace, this.data[index - 1], marks));
    const words = make("g", {}, this.svg);
    axes.forEach((axis) => this.drawAxis(axis, words));
    this.drawLegend(words);
    const { shapes = [], annotations = [] } = this.layout;
    shapes.filter(({ x0 }) => this.axes.xaxis.has(x0)).forEach((shape) => this.drawShape(shape, marks));
    annotations.filter(({ x, xref }) => xref === "paper" || this.axes.xaxis.has(x))
      .forEach((note) => this.drawNote(note, words));
    return this.svg;
  }

  // The other axis of an axis: where it stands.
  across(axis) {
    const letter = axis.name[0] === "x" ? "y" : "x";
    return this.axes[axisName(axis.spec.anchor ?? letter)];
  }

  drawGrid(axis, group) {
    if (axis.spec.showgrid === false) return;
    const other = this.across(axis);
    for (const value of axis.spec.tickvals) {
      make("path", { d: this.crossing(axis, axis.at(value), other.from, other.to), stroke: axis.spec.gridcolor }, group);
    }
  }

  crossing(axis, place, from, to) {
    return axis.name[0] === "x" ? `M${place},${from}V${to}` : `M${from},${place}H${to}`;
  }

  drawAxis(axis, group) {
    const { spec } = axis;
    const other = this.across(axis);
    const isTop = spec.side === "top";
    const edge = isTop ? other.to : other.from;
    const crisp = { "shape-rendering": "crispEdges", fill: "none" };
    if (spec.linecolor) {
      const line = axis.name[0] === "x" ? `M${axis.from},${edge}H${axis.to}` : `M${edge},${axis.from}V${axis.to}`;
      make("path", { d: line, stroke: spec.linecolor, ...crisp }, group);
    }
    spec.tickvals.forEach((value, index) => {
      const place = axis.at(value);
      if (spec.ticks === "outside") {
        make("path", { d: this.crossing(axis, place, edge, edge + spec.ticklen), stroke: spec.tickcolor, ...crisp }, group);
      }
      if (spec.showticklabels === false) return;
      this.drawTick(axis, place, edge, spec.ticktext[index], group);
    });
    if (spec.title?.text) this.drawTitle(axis, edge, group);
  }

  drawTick(axis, place, edge, text, group) {
    const size = axis.letter;
    const fill = axis.spec.tickfont?.color ?? axis.spec.color;
    const extra = (lineCount(text) - 1) * LINE * size;
    if (axis.name[0] === "y") {
      write(text, { x: edge - axis.standoff, y: place + MIDDLE * size - extra / 2, anchor: "end", size, fill }, group);
    } else if (axis.spec.side === "top") {
      write(text, { x: place, y: edge - axis.standoff - 0.2 * size - extra, anchor: "middle", size, fill }, group);
    } else {
      write(text, { x: place, y: edge + axis.standoff + size, anchor: "middle", size, fill }, group);
    }
  }

  drawTitle(axis, edge, group) {
    const { title, ticktext, color } = axis.spec;
    const size = title.font.size;
    const look = { anchor: "middle", size, fill: title.font.color ?? color };
    const middle = (axis.from + axis.to) / 2;
    if (axis.name[0] === "y") {
      const widest = Math.max(...ticktext.map((text) => this.widthOf(text, axis.letter)));
      write(title.text, { ...look, x: edge - axis.standoff - widest - title.standoff - DESCENT * size, y: middle, turn: true }, group);
    } else {
      const lines = Math.max(...ticktext.map(lineCount));
      const below = edge + axis.standoff + (LINE * (lines - 1) + 1.15) * axis.letter;
      write(title.text, { ...look, x: middle, y: Math.min(below + title.standoff + size, this.height - DESCENT * size) }, group);
    }
  }

  drawTrace(trace, before, group) {
    const [x, y] = [this.axis("x", trace), this.axis("y", trace)];
    if (trace.type === "bar") this.drawBars(trace, x, y, group);
    else if (trace.type === "heatmap") this.drawCells(trace, x, y, group);
    else this.drawScatter(trace, before, x, y, group);
  }

  drawBars(trace, x, y, group) {
    const row = Math.abs(y.at(1) - y.at(0));
    const thick = row * (trace.width ?? 1 - this.layout.bargap);
    trace.x.forEach((value, index) => {
      const start = amount(trace.base?.[index] ?? 0);
      const [from, to] = [x.at(start), x.at(start + value)];
      const middle = y.at(trace.y[index]);
      make("rect", {
        class: "bar", x: Math.min(from, to), y: middle - thick / 2, width: Math.abs(to - from), height: thick,
        fill: trace.marker.color[index],
      }, group);
      if (trace.error_x?.array) this.drawInterval(trace, index, x, middle, group);
    });
  }

  drawInterval({ x: values, error_x: error }, index, x, middle, group) {
    const [low, high] = [x.at(values[index] - error.arrayminus[index]), x.at(values[index] + error.array[index])];
    const cap = (place) => `M${place},${middle - error.width}V${middle + error.width}`;
    make("path", {
      d: `M${low},${middle}H${high}${cap(low)}${cap(high)}`, stroke: error.color, "stroke-width": error.thickness,
    }, group);
  }

  drawCells(trace, x, y, group) {
    const [wide, high] = [Math.abs(x.at(1) - x.at(0)) - trace.xgap, Math.abs(y.at(1) - y.at(0)) - trace.ygap];
    trace.z.forEach((row, down) => row.forEach((value, along) => {
      if (value === null) return;
      const part = (value - trace.zmin) / (trace.zmax - trace.zmin);
      make("rect", {
        x: x.at(along) - wide / 2, y: y.at(down) - high / 2, width: wide, height: high,
        fill: mixed(trace.colorscale, Math.min(Math.max(part, 0), 1)),
      }, group);
    }));
  }

  drawScatter(trace, before, x, y, group) {
    const points = trace.x.map((value, index) => {
      const isThere = value !== null && trace.y[index] !== null;
      return isThere ? [x.at(value), y.at(trace.y[index])] : null;
    });
    if (trace.mode.includes("lines")) this.drawLine(trace, before, points, x, y, group);
    points.forEach((point, index) => {
      if (!point) return;
      const [across, down] = point;
      if (trace.mode.includes("markers") && trace.marker.opacity !== 0) {
        const { size, color, line } = trace.marker;
        make("circle", {
          class: "dot", cx: across, cy: down, r: size / 2, fill: color[index], stroke: line.color, "stroke-width": line.width,
        }, group);
      }
      if (trace.mode.includes("text")) this.drawWord(trace, index, across, down, group);
      if (trace.marker?.opacity === 0) this.drawTarget(trace, index, across, down, group);
    });
  }

  // A square that nobody sees and that takes a click.
  drawTarget(trace, index, x, y, group) {
    const { size } = trace.marker;
    make("rect", {
      x: x - size / 2, y: y - size / 2, width: size, height: size, "fill-opacity": 0,
      "data-trace": this.data.indexOf(trace), "data-point": index,
    }, group);
  }

  drawWord(trace, index, x, y, group) {
    const size = trace.textfont?.size ?? this.letter;
    const colour = trace.textfont?.color ?? this.layout.font.color;
    const look = { size, fill: Array.isArray(colour) ? colour[index] : colour };
    const anchor = trace.textposition?.endsWith("right") ? "start" : "middle";
    write(trace.text[index], { ...look, x, y: y + 0.25 * size, anchor }, group);
  }

  drawLine(trace, before, points, x, y, group) {
    const { line } = trace;
    const steps = line.shape === "hv";
    const clip = this.clip(x, y, group);
    if (trace.fill === "tonexty") {
      const others = before.x.map((value, index) => (before.y[index] === null ? null : [x.at(value), y.at(before.y[index])]));
      const d = stretches(points).map(([from, to]) => {
        const back = others.slice(from, to).filter(Boolean);
        return `${path(points.slice(from, to), steps)}L${path(back, steps, true).slice(1)}Z`;
      }).join("");
      make("path", { d, fill: trace.fillcolor, stroke: "none", "clip-path": clip }, group);
    }
    if (!line.width) return;
    for (const [from, to] of stretches(points)) {
      make("path", {
        class: "line", "clip-path": clip, d: path(points.slice(from, to), steps), fill: "none",
        stroke: line.color, "stroke-width": line.width, "stroke-dasharray": DASHES[line.dash] ?? line.dash,
        "stroke-miterlimit": 2,
      }, group);
    }
  }

  // What keeps a line within its axes.
  clip(x, y, group) {
    clips += 1;
    const id = `bloei-clip-${clips}`;
    const box = { x: x.from, y: y.to, width: x.to - x.from, height: y.from - y.to };
    make("rect", box, make("clipPath", { id }, group));
    return `url(#${id})`;
  }

  drawShape({ x0, x1, line }, group) {
    const x = this.axes.xaxis;
    make("path", {
      d: `M${x.at(x0)},${this.bottom}L${x.at(x1)},${this.top}`, stroke: line.color, "stroke-width": line.width,
      "stroke-dasharray": DASHES[line.dash],
    }, group);
  }

  drawNote(note, group) {
    const size = note.font?.size ?? this.letter;
    const x = note.xref === "paper" ? this.left + note.x * (this.right - this.left) : this.axes.xaxis.at(note.x);
    const y = note.yref === "paper" ? this.bottom - note.y * (this.bottom - this.top) : this.axes.yaxis.at(note.y);
    const anchor = { left: "start", right: "end" }[note.xanchor] ?? "middle";
    const aside = { start: BOX, end: -BOX, middle: 0 }[anchor];
    const high = lineCount(note.text) * LINE * size + 2 * BOX;
    const above = { bottom: high, top: 0 }[note.yanchor] ?? high / 2;
    write(note.text, {
      x: x + (note.xshift ?? 0) + aside, y: y - (note.yshift ?? 0) - above + BOX + ASCENT * size,
      anchor, size, fill: note.font?.color ?? this.layout.font.color,
    }, group);
  }

  // The entries of the legend, each in its row and from its place: in columns when one row is not enough.
  arranged() {
    const { size } = this.layout.legend.font;
    const shown = this.data.filter((trace) => trace.showlegend);
    const widths = shown.map(({ name }) => LEGEND.sample + 2 * LEGEND.gap + this.widthOf(name, size));
    const room = this.right - this.left;
    const isOneRow = widths.reduce((sum, one) => sum + one + LEGEND.gap, 0) < room;
    let [x, row] = [0, 0];
    return shown.map((trace, index) => {
      const wide = isOneRow ? widths[index] : Math.max(...widths);
      if (x && x + wide > room) [x, row] = [0, row + 1];
      const entry = { trace, x: this.left + x, row };
      x += wide + LEGEND.gap;
      return entry;
    });
  }

  drawLegend(group) {
    if (!this.legend.length) return;
    const { size, color } = this.layout.legend.font;
    for (const { trace: { name, line }, x, row } of this.legend) {
      make("path", {
        d: `M${x + LEGEND.gap},${LEGEND.line + row * LEGEND.row}h${LEGEND.sample}`, stroke: line.color,
        "stroke-width": line.width, "stroke-dasharray": DASHES[line.dash] ?? line.dash,
      }, group);
      const start = x + LEGEND.sample + 2 * LEGEND.gap;
      write(name, { x: start, y: LEGEND.foot + row * LEGEND.row, anchor: "start", size, fill: color }, group);
    }
  }
}

// The parts of a line that are there: from and up to, as places in its points.
const stretches = (points) => {
  const found = [];
  points.forEach((point, index) => {
    if (point && !points[index - 1]) found.push([index, index + 1]);
    else if (point) found.at(-1)[1] = index + 1;
  });
  return found;
};

// A line through points; a stepped one goes across before it goes up, and back the same way.
const path = (points, isStepped, isBack = false) => {
  const way = isBack ? points.toReversed() : points;
  const corner = ([, y], [x]) => (isBack ? "" : `L${x},${y}`);
  const bend = ([x], [, y]) => (isBack ? `L${x},${y}` : "");
  return way.map((point, index) => {
    const last = way[index - 1];
    const turn = isStepped && last ? corner(last, point) + bend(last, point) : "";
    return `${turn}${index ? "L" : "M"}${point.join(",")}`;
  }).join("");
};

const channels = (colour) => [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));

// The colour at a part (0 to 1) of a scale.
const mixed = (scale, part) => {
  const next = Math.max(scale.findIndex(([end]) => end >= part), 1);
  const [[low, first], [high, last]] = [scale[next - 1], scale[next]];
  const share = (part - low) / (high - low);
  const ends = channels(last);
  return `rgb(${channels(first).map((one, index) => Math.round(one + share * (ends[index] - one))).join(",")})`;
};

export const stillChart = (figure, width) => new Still(figure, width).draw();
