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
    "Choose an option": "Kies uit de lijst",
    "Choose options": "Kies uit de lijst",
    "Selected values": "Gekozen",
    "Selectbox options": "Keuzes",
    "Multiselect options": "Keuzes",
    "Increment": "Eén meer",
    "Decrement": "Eén minder",
    "Scroll tabs left": "Eerdere tabbladen",
    "Scroll tabs right": "Latere tabbladen",
    "Pagination": "Bladzijden",
    "Previous page": "Vorige bladzijde",
    "Next page": "Volgende bladzijde",
    "Upload": "Kies bestanden",
    "file upload": "bestanden kiezen",
    "Add files": "Bestanden toevoegen",
    "Drag and drop files here": "Laat de bestanden hier los",
    "Upload failed": "Uploaden is niet gelukt",
    "Fullscreen": "Volledig scherm",
    "Close fullscreen": "Volledig scherm sluiten",
    "Light": "Licht",
    "Dark": "Donker",
    "System": "Zoals het apparaat",
    "Theme": "Weergave",
    "Only one file is allowed.": "Er past één bestand.",
    "Unexpected error. Please try again.": "Dit is niet gelukt. Probeer het opnieuw.",
    "This field is required.": "Dit is nodig.",
  };
  // What has something of ours inside it.
  const SHAPES = [
    [/^Help for (.+)$/, "Uitleg bij $1"],
    [/^Remove (.+)$/, "$1 weghalen"],
    [/^Page (\d+)$/, "Bladzijde $1"],
    [/^([\d.,]+ ?\w?B) per file$/, "tot $1 per bestand"],
    [/^(.+) files are not allowed\.$/, "Een bestand van deze soort wordt niet gelezen: $1."],
    [/^File must be (.+) or smaller\.$/, "Een bestand is ten hoogste $1."],
    [/^You can only select up to (\d+) options?\. Remove an option first\.$/,
      "Er passen er $1. Haal er eerst een weg."],
    [/^Number is .+ between (.+) and (.+)\.$/, "Kies een aantal van $1 tot en met $2."],
    [/^Number is .+ greater than or equal to (.+)\.$/, "Kies een aantal van ten minste $1."],
    [/^Number is .+ less than or equal to (.+)\.$/, "Kies een aantal van ten hoogste $1."],
  ];
  const ATTRIBUTES = ["aria-label", "title", "placeholder"];

  const inDutch = (english) => {
    const word = WORDS[english];
    if (word !== undefined) return word;
    const found = SHAPES.find(([shape]) => shape.test(english));
    return found && english.replace(...found);
  };
  const translateText = (text) => {
    const dutch = inDutch(text.data.trim());
    if (dutch !== undefined) text.data = dutch;
  };
  // A part of a date field is called "day, Peildatum": what follows the comma is ours.
  const translateAttributes = (element) => {
    for (const name of ATTRIBUTES) {
      const english = element.getAttribute(name);
      if (!english) continue;
      const [word, ...ours] = english.split(", ");
      const [whole, first] = [inDutch(english), inDutch(word)];
      if (whole) element.setAttribute(name, whole);
      else if (first) element.setAttribute(name, [first, ...ours].join(", "));
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
