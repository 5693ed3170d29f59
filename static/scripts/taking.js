// The buttons of cards to take along: whichever is pressed, the server opens its menu.
// The buttons are HTML (pages/_parts/drawing/taking.py).

export default function ({ setTriggerValue }) {
  const ask = ({ target }) => {
    const card = target.closest?.("[data-take]")?.dataset.take;
    if (card) setTriggerValue("asked", card);
  };
  document.addEventListener("click", ask);
  return () => document.removeEventListener("click", ask);
}
