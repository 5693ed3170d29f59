// Streamlit knows no Dutch: its own words are replaced as they appear, for eyes and screen readers.
(() => {
  const WORDS = {
    "Sidebar": "Menu",
    "Collapse sidebar": "Menu verbergen",
    "Expand sidebar": "Menu tonen",
    "Skip to main content": "Naar de inhoud",
    "Main menu": "Menu",
    "Open": "Lijst openen",
    "Choose date": "Kies een datum",
    "Clear value": "Leegmaken",
    "Clear entry": "Leegmaken",
    "Clear date": "Leegmaken",
    "No results": "Niets gevonden",
    "Running...": "Bezig",
    "Close": "Sluiten",
    "Copy to clipboard": "Kopiëren",
    "Copied": "Gekopieerd",
    "Page not found": "Deze pagina bestaat niet",
    "The page that you have requested does not seem to exist. Running the app's main page.":
      "Het overzicht wordt getoond. Controleer het adres of kies een pagina.",
    "Connection error": "Geen verbinding",
    "Is Streamlit still running? If you accidentally stopped Streamlit, just restart it in your terminal:":
      "Het dashboard antwoordt niet. Er is niets verloren: deze pagina gaat verder zodra het weer antwoordt."
      + " Blijft dit staan, vraag het dan aan de beheerder.",
    "streamlit run yourscript.py": "",
    "Connecting": "Verbinden",
    "Please wait...": "Een ogenblik",
    "No options to select": "Niets te kiezen",
    "No options to select.": "Niets te kiezen.",
    "Select all": "Alles kiezen",
    "Clear all": "Leegmaken",
    "day": "dag",
    "month": "maand",
    "year": "jaar",
    "Previous": "Vorige",
    "Next": "Volgende",
    "Use arrow keys to navigate dates. Enter to select. Escape to close.":
      "Kies met de pijltjestoetsen een dag. Enter kiest, Escape sluit.",
  };
  const ATTRIBUTES = ["aria-label", "title", "placeholder"];

  const translateText = (text) => {
    const dutch = WORDS[text.data.trim()];
    if (dutch !== undefined) text.data = dutch;
  };
  // A part of a date field is called "day, Peildatum": what follows the comma is ours.
  const translateAttributes = (element) => {
    for (const name of ATTRIBUTES) {
      const removes = /^Remove (.+)$/.exec(element.getAttribute(name) ?? "");
      if (removes) element.setAttribute(name, `${removes[1]} weghalen`);
      const [word, ...ours] = (element.getAttribute(name) ?? "").split(", ");
      const dutch = WORDS[element.getAttribute(name)] ?? WORDS[word];
      if (dutch) element.setAttribute(name, [dutch, ...ours].join(", "));
    }
  };
  const translate = (root) => {
    if (root.nodeType === Node.TEXT_NODE) return translateText(root);
    if (root.nodeType !== Node.ELEMENT_NODE) return undefined;
    translateAttributes(root);
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode;
      if (node.nodeType === Node.TEXT_NODE) translateText(node);
      else translateAttributes(node);
    }
    return undefined;
  };

  document.documentElement.lang = "nl";
  if (window.bloeiSpeaksDutch) return;
  window.bloeiSpeaksDutch = true;
  translate(document.body);
  new MutationObserver((changes) => {
    for (const change of changes) {
      if (change.type === "childList") change.addedNodes.forEach(translate);
      else translate(change.target);
    }
  }).observe(document.body, {
    subtree: true, childList: true, characterData: true, attributeFilter: ATTRIBUTES,
  });
})();
