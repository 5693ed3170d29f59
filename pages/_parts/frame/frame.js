// What the frame of every page does in the browser: marks for screen readers, keys, and one voice.
(() => {
  const app = () => document.querySelector("[data-testid=stApp]");

  // One polite voice outside the page: it is never drawn anew, so nothing it says is lost.
  const voice = document.createElement("div");
  voice.className = "bloei-voice";
  voice.setAttribute("role", "status");
  voice.setAttribute("aria-live", "polite");
  const say = (text) => { voice.textContent = text; };

  const words = () => [...document.querySelectorAll(".bloei-selection, .bloei-lead, .bloei-sorted")]
    .map((part) => part.textContent.trim()).filter(Boolean).join(". ");

  let told = "";
  const tell = () => {
    const now = words();
    if (now && told && now !== told) say(now);
    if (now) told = now;
  };

  const set = (element, name, value) => {
    if (element && element.getAttribute(name) !== value) element.setAttribute(name, value);
  };
  // The menu is sent once: its links get the selection of the address, and the page its mark.
  const bare = ({ pathname }) => pathname.replace(/\/$/, "");
  const markMenu = () => {
    const menu = document.querySelector(".bloei-menu");
    if (!menu || menu.dataset.of === location.href) return;
    menu.dataset.of = location.href;
    for (const link of menu.querySelectorAll("a")) {
      if (link.search !== location.search) link.search = location.search;
      if (bare(link) === bare(location)) set(link, "aria-current", "page");
      else link.removeAttribute("aria-current");
    }
    if (menu.dataset.at === bare(location)) return;
    menu.dataset.at = bare(location);
    const here = menu.querySelector("[aria-current]");
    for (const section of menu.querySelectorAll("details")) section.open = section.contains(here);
  };
  // Streamlit goes to a page, without loading all anew, when the address changes as by going back.
  const follow = (event) => {
    const link = event.target.closest?.(".bloei-menu a");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    link.search = location.search;
    history.pushState({}, "", link.href);
    dispatchEvent(new PopStateEvent("popstate", { state: {} }));
  };

  // The links of the menu, and how high the bar is.
  const mark = () => {
    markMenu();
    const bar = document.querySelector(".bloei-bar");
    if (bar && bar !== measured) {
      measured = bar;
      heights.disconnect();
      heights.observe(bar);
    }
  };
  let measured = null;
  const heights = new ResizeObserver(([{ target }]) => {
    document.documentElement.style.setProperty("--bar-height", `${target.offsetHeight + 12}px`);
  });

  const opened = (element) => {
    const button = document.querySelector("[data-testid=stExpandSidebarButton]");
    if (button && !element?.offsetParent) button.click();
    return element;
  };
  const isTyping = ({ target }) => target.closest?.("input, textarea, select, [contenteditable=true]");

  const search = () => document.querySelector(".st-key-search input");
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || isTyping(event) || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    opened(search());
    setTimeout(() => search()?.focus(), 0);
  });

  // On a phone the menu lies over the page: it goes when a page is chosen.
  const closeMenu = () => {
    if (innerWidth > 768) return;
    document.querySelector("[data-testid=stSidebarCollapseButton] button")?.click();
  };

  document.addEventListener("click", (event) => {
    const { target } = event;
    follow(event);
    const choice = target.closest?.("[data-choose]");
    if (choice) {
      choice.focus();
      window.bloeiChoose?.(choice.dataset.choose, choice.dataset.text);
    }
    const more = target.closest?.("[data-unfold]");
    if (more) {
      more.previousElementSibling.classList.remove("folded");
      more.remove();
    }
    const term = target.closest?.(".bloei-term summary")?.parentElement;
    if (term) history.replaceState(history.state, "", term.open ? location.pathname + location.search : `#${term.id}`);
    if (target.closest?.("[data-testid=stSidebar] a")) closeMenu();
  });

  // What a figure means stands on the page once: it is put where it is asked.
  document.addEventListener("toggle", ({ target }) => {
    const asked = target.open && target.dataset?.of;
    if (!asked) return;
    const meanings = JSON.parse(document.querySelector(".bloei-meanings").dataset.of);
    target.querySelector("dl").innerHTML = asked.split(" ").map((id) => meanings[id]).join("");
  }, true);

  // What had the focus may be drawn anew, or be gone: then where one came, or the title of the page.
  const isReady = () => app()?.dataset.testScriptState === "notRunning";
  let last = null;
  document.addEventListener("focusin", ({ target }) => { last = target; });
  const refocus = () => {
    if (!last || last.isConnected || document.activeElement !== document.body) return;
    const again = last.id && document.getElementById(last.id);
    const around = () => document.querySelector(".bloei-path [aria-current]") ?? document.querySelector("h1");
    const found = again || (isReady() && around());
    if (!found) return;
    if (!again) found.tabIndex = -1;
    found.focus({ preventScroll: true });
  };

  // A choice that holds for the next visit too: one cookie, for this dashboard alone.
  let kept = "";
  const keep = () => {
    const asked = document.querySelector("[data-keep]")?.dataset.keep ?? kept;
    if (asked === kept) return;
    kept = asked;
    const { pathname } = new URL(".", document.baseURI);
    document.cookie = `${asked}; path=${pathname}; max-age=31536000; SameSite=Strict`;
  };

  // The term that a link names: open, and in sight.
  let linked = "";
  const openTerm = () => {
    if (location.hash === linked) return;
    const term = document.getElementById(location.hash.slice(1));
    if (!term?.matches(".bloei-term")) return;
    linked = location.hash;
    term.open = true;
    term.scrollIntoView();
  };
  // On paper all terms are open.
  const closed = () => document.querySelectorAll(".bloei-term:not([open])");
  let shut = [];
  addEventListener("beforeprint", () => { shut = [...closed()]; shut.forEach((term) => { term.open = true; }); });
  addEventListener("afterprint", () => shut.forEach((term) => { term.open = false; }));

  let waits = false;
  const look = () => {
    waits = false;
    mark();
    window.bloeiKeepLists();
    keep();
    refocus();
    openTerm();
    if (isReady()) tell();
  };
  const start = () => {
    document.body.append(voice);
    new MutationObserver(() => {
      if (waits) return;
      waits = true;
      requestAnimationFrame(look);
    }).observe(document.getElementById("root") ?? document.body, {
      subtree: true, childList: true, attributes: true, attributeFilter: ["data-test-script-state"],
    });
    look();
  };

  if (window.bloeiSay) return;
  window.bloeiSay = say;
  start();
})();
