// Lists in a page: tabs of which one is seen, and a field that narrows a long table.
// Their HTML comes anew when figures change: then what was open and typed is as it was.
(() => {
  if (window.bloeiKeepLists) return;

  const kept = { page: "", open: new Set(), typed: new Map() };

  const open = (tab) => {
    for (const one of tab.parentElement.children) {
      const isOpen = one === tab;
      one.setAttribute("aria-selected", isOpen);
      one.tabIndex = isOpen ? 0 : -1;
      document.getElementById(one.getAttribute("aria-controls")).hidden = !isOpen;
      if (isOpen) kept.open.add(one.id);
      else kept.open.delete(one.id);
    }
  };

  // As a reader types it: in any case, with or without accents.
  const plain = (text) => text.trim().normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

  const narrow = (field) => {
    const [text, box] = [plain(field.value), field.parentElement.querySelector(".bloei-scroll")];
    const rows = [...box.querySelectorAll("tbody tr")];
    for (const row of rows) row.hidden = !plain(row.querySelector("th").firstChild?.textContent ?? "").includes(text);
    const isEmpty = rows.every((row) => row.hidden);
    box.classList.toggle("narrowed", Boolean(text));
    box.hidden = isEmpty;
    field.parentElement.querySelector(".bloei-note").hidden = !isEmpty;
    kept.typed.set(field.id, field.value);
  };

  const steps = { ArrowRight: 1, ArrowLeft: -1 };
  document.addEventListener("keydown", (event) => {
    const tab = event.target.closest?.(".bloei-tabs [role=tab]");
    if (!tab) return;
    const tabs = [...tab.parentElement.children];
    const places = { Home: 0, End: tabs.length - 1 };
    const place = places[event.key] ?? (tabs.indexOf(tab) + steps[event.key] + tabs.length) % tabs.length;
    if (!tabs[place]) return;
    event.preventDefault();
    open(tabs[place]);
    tabs[place].focus();
  });
  document.addEventListener("click", ({ target }) => {
    const tab = target.closest?.(".bloei-tabs [role=tab]");
    if (tab) open(tab);
  });
  document.addEventListener("input", ({ target }) => {
    if (target.matches?.(".bloei-searched input")) narrow(target);
  });

  // On another page nothing is kept. frame.js calls this when something was drawn.
  window.bloeiKeepLists = () => {
    if (kept.page !== location.pathname) {
      Object.assign(kept, { page: location.pathname, open: new Set(), typed: new Map() });
    }
    for (const id of [...kept.open]) {
      const tab = document.getElementById(id);
      if (tab && tab.getAttribute("aria-selected") !== "true") open(tab);
    }
    for (const field of document.querySelectorAll(".bloei-searched input")) {
      const text = kept.typed.get(field.id) ?? "";
      if (field.value === text) continue;
      field.value = text;
      narrow(field);
    }
  };
})();
