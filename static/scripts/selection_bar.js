// The bar with the selection: controls that open, and choices that are never lost.
// What it shows comes from pages/_parts/frame/bar.py; the long lists by themselves, which the browser
// keeps. Choices are sent as a list that only grows.

const bars = (window.bloeiBars ??= new WeakMap());
const KEPT = 40; // choices in the list; the server has had the older ones long ago

const lists = () => JSON.parse(document.querySelector(".bloei-lists").dataset.of);

const make = (name, attributes = {}, parent = null, text = "") => {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  if (text) made.textContent = text;
  parent?.append(made);
  return made;
};

// As a reader types it: without accents, capitals, spaces and signs.
const plain = (text) => text.normalize("NFKD").toLowerCase().replace(/[^a-z0-9]/g, "");

export default function ({ parentElement, data, setStateValue }) {
  const root = parentElement.querySelector(".bloei-bar");
  if (!bars.has(root)) bars.set(root, new Bar(root));
  const bar = bars.get(root);
  bar.send = (choices) => setStateValue("choices", choices);
  bar.show(data);
}

class Bar {
  constructor(root) {
    this.root = root;
    this.page = crypto.getRandomValues(new Uint32Array(2)).join("-");
    this.made = [];
    this.number = 0;
    root.setAttribute("role", "region");
    root.setAttribute("aria-label", "Selectie");
    this.controls = make("div", { class: "controls" }, root);
    this.undo = make("div", { class: "undo" }, root);
    this.actions = make("div", { class: "actions" }, root);
    drawActions(this.actions);
    document.addEventListener("pointerdown", (event) => {
      if (!root.contains(event.target)) this.close();
    });
    root.addEventListener("keydown", (event) => {
      if (event.key === "Escape") this.close(true);
    });
    window.bloeiChoose = (part, text) => this.choose(part, text);
  }

  // A page that was drawn before the last choice says nothing about it.
  show(data) {
    const { page, number } = data.taken;
    if (page === this.page ? number < this.number : this.number > 0) return;
    const seen = JSON.stringify(data.controls) + JSON.stringify(data.undo);
    if (seen === this.seen) return;
    this.seen = seen;
    for (const control of data.controls) this.showControl(control);
    for (const found of [...this.controls.querySelectorAll(".control")]) {
      if (!data.controls.some(({ part }) => part === found.dataset.part)) found.remove();
    }
    this.showUndo(data.undo);
  }

  showControl(control) {
    let box = this.controls.querySelector(`[data-part="${control.part}"]`);
    if (!box) box = this.makeControl(control);
    box.querySelector(".value").textContent = control.label;
    const panel = box.querySelector(".panel");
    const wasOpen = !panel.hidden;
    const listed = () => ({ ...lists()[control.part], ...control });
    panel.fill = () => FILL[control.kind](panel, listed(), (text) => this.choose(control.part, text, box));
    if (wasOpen) panel.fill();
  }

  makeControl({ part, name }) {
    const box = make("div", { class: "control", "data-part": part });
    this.controls.append(box);
    const id = `bloei-panel-${part}`;
    const button = make("button", { type: "button", class: "opener", "aria-expanded": "false", "aria-controls": id }, box);
    make("span", { class: "name" }, button, name);
    make("span", { class: "value" }, button);
    make("div", { class: "panel", id, role: "group", "aria-label": name }, box).hidden = true;
    button.addEventListener("click", () => this.toggle(box));
    box.addEventListener("keydown", (event) => walk(event, box));
    return box;
  }

  toggle(box) {
    const panel = box.querySelector(".panel");
    const opens = panel.hidden;
    this.close();
    if (!opens) return;
    panel.hidden = false;
    panel.fill();
    box.querySelector(".opener").setAttribute("aria-expanded", "true");
    const { right } = panel.getBoundingClientRect();
    panel.classList.toggle("to-left", right > document.documentElement.clientWidth);
    (panel.querySelector("input") ?? panel.querySelector("[aria-current]") ?? panel.querySelector("button")).focus();
  }

  close(keepsFocus = false) {
    for (const box of this.controls.querySelectorAll(".control")) {
      const panel = box.querySelector(".panel");
      if (panel.hidden) continue;
      panel.hidden = true;
      panel.classList.remove("to-left");
      const button = box.querySelector(".opener");
      button.setAttribute("aria-expanded", "false");
      if (keepsFocus) button.focus();
    }
  }

  choose(part, text, box = null) {
    this.number += 1;
    this.made = [...this.made, { number: this.number, part, text }].slice(-KEPT);
    if (box) this.close(true);
    this.send({ page: this.page, made: this.made });
  }

  showUndo({ last, more }) {
    const had = this.undo.contains(document.activeElement);
    this.undo.replaceChildren();
    if (last) {
      const button = make("button", { type: "button", class: "quiet" }, this.undo, "Wis selectie");
      button.title = `Maakt ongedaan: ${last}`;
      button.addEventListener("click", () => this.choose("wis", ""));
    }
    if (more) {
      make("button", { type: "button", class: "quiet" }, this.undo, "Wis alles")
        .addEventListener("click", () => this.choose("wis_alles", ""));
    }
    // The focus stays here, or goes to the first control when there is nothing left to undo.
    if (had) (this.undo.querySelector("button") ?? this.controls.querySelector(".opener")).focus();
  }
}

// Up and down go through the options of an open control; Enter in a field takes the first.
const walk = (event, box) => {
  const panel = box.querySelector(".panel");
  if (panel.hidden || !["ArrowDown", "ArrowUp"].includes(event.key)) return;
  if (event.target.type === "date") return;
  const found = [...panel.querySelectorAll("button.option")].filter((button) => button.offsetParent);
  const at = found.indexOf(document.activeElement);
  const next = at + (event.key === "ArrowDown" ? 1 : -1);
  event.preventDefault();
  if (next < 0) (panel.querySelector("input") ?? found[0])?.focus();
  else found[Math.min(next, found.length - 1)]?.focus();
};

const list = (panel, { groups, value }, choose) => {
  const box = make("div", { class: "options" }, panel);
  for (const { title, options } of groups) {
    const group = make("div", { class: "group" }, box);
    if (title) make("p", { class: "title" }, group, title);
    const items = make("ul", title ? { "aria-label": title } : {}, group);
    for (const [code, label] of options) {
      const button = make("button", { type: "button", class: "option" }, make("li", {}, items), label);
      if (code === value) button.setAttribute("aria-current", "true");
      button.addEventListener("click", () => choose(code));
    }
  }
  return box;
};

const narrow = (box, text) => {
  const wanted = plain(text);
  for (const group of box.querySelectorAll(".group")) {
    const items = [...group.querySelectorAll("li")];
    for (const item of items) item.hidden = !plain(item.textContent).includes(wanted);
    group.hidden = items.every((item) => item.hidden);
  }
  const nothing = [...box.querySelectorAll(".group")].every((group) => group.hidden);
  box.querySelector(".nothing")?.remove();
  if (nothing) make("p", { class: "nothing" }, box, "Niets gevonden");
};

const FILL = {
  list: (panel, control, choose) => {
    panel.replaceChildren();
    if (control.help) make("p", { class: "help" }, panel, control.help);
    list(panel, control, choose);
  },

  search: (panel, control, choose) => {
    panel.replaceChildren();
    const field = make("input", {
      type: "search", "aria-label": "Zoek een gebied", placeholder: "Zoek een gebied",
      autocomplete: "off", spellcheck: "false",
    }, panel);
    const box = list(panel, control, choose);
    field.addEventListener("input", () => narrow(box, field.value));
    field.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || !field.value) return;
      event.preventDefault();
      [...box.querySelectorAll("button.option")].find((button) => button.offsetParent)?.click();
    });
    own(panel, control, choose);
  },

  day: (panel, control, choose) => {
    panel.replaceChildren();
    make("p", { class: "help" }, panel, control.help);
    const row = make("form", { class: "row" }, panel);
    const field = make("input", {
      type: "date", min: control.first, max: control.last, value: control.value,
      "aria-label": "Peildatum", required: "",
    }, row);
    make("button", { type: "submit", class: "plain" }, row, "Toon deze dag");
    const problem = make("p", { class: "problem", role: "alert" }, panel);
    row.noValidate = true;
    row.addEventListener("submit", (event) => {
      event.preventDefault();
      if (field.value && field.checkValidity()) choose(field.value);
      else problem.textContent = `Kies een dag van ${dutch(control.first)} tot en met ${dutch(control.last)}.`;
    });
    const last = make("button", { type: "button", class: "option" }, panel, `Laatste dag: ${dutch(control.last)}`);
    last.addEventListener("click", () => choose(control.last));
  },
};

const dutch = (day) =>
  new Date(`${day}T12:00`).toLocaleDateString("nl-NL", { day: "numeric", month: "long", year: "numeric" });

// An area of one's own: buurten and a name, which then stand in the address.
const own = (panel, { buurten }, choose) => {
  const box = make("details", { class: "own" }, panel);
  make("summary", {}, box, "Eigen gebied samenstellen");
  const form = make("form", {}, box);
  const name = make("input", { type: "text", maxlength: "60", "aria-label": "Naam", placeholder: "Naam, zoals Rond het park" }, form);
  const field = make("input", { type: "search", "aria-label": "Zoek een buurt", placeholder: "Zoek een buurt" }, form);
  const items = make("ul", { "aria-label": "Buurten" }, form);
  for (const [code, label] of buurten) {
    const line = make("label", {}, make("li", {}, items));
    make("input", { type: "checkbox", value: code }, line);
    line.append(label);
  }
  make("button", { type: "submit", class: "plain" }, form, "Gebruik dit gebied");
  const problem = make("p", { class: "problem", role: "alert" }, form);
  field.addEventListener("input", () => {
    for (const item of items.children) item.hidden = !plain(item.textContent).includes(plain(field.value));
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const codes = [...items.querySelectorAll(":checked")].map((box) => box.value);
    if (codes.length) choose(["eigen", name.value.replaceAll("~", " "), ...codes].join("~"));
    else problem.textContent = "Kies één of meer buurten.";
  });
};

// What needs no server: the link of this view, paper, and the whole screen.
const drawActions = (box) => {
  const copy = make("button", { type: "button", class: "quiet" }, box, "Kopieer link");
  copy.addEventListener("click", async () => {
    const done = await copied(location.href);
    copy.textContent = done ? "Link gekopieerd" : "Kopiëren lukt hier niet";
    window.bloeiSay?.(copy.textContent);
    setTimeout(() => (copy.textContent = "Kopieer link"), 3000);
  });
  make("button", { type: "button", class: "quiet" }, box, "Print")
    .addEventListener("click", () => window.print());
  const whole = make("button", { type: "button", class: "quiet", "aria-pressed": "false" }, box, "Volledig scherm");
  whole.hidden = !document.fullscreenEnabled;
  whole.addEventListener("click", () =>
    document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen());
  document.addEventListener("fullscreenchange", () =>
    whole.setAttribute("aria-pressed", String(Boolean(document.fullscreenElement))));
};

const copied = async (text) => {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch { // an address without https, or a browser that does not allow it
    const field = make("textarea", { "aria-hidden": "true" }, document.body);
    field.value = text;
    field.select();
    const done = document.execCommand("copy");
    field.remove();
    return done;
  }
};
