"""Scripts of ours in a reader's browser: how a component finds its own in static/scripts."""

from hashlib import sha256
from pathlib import Path

from geo.boundaries import STATIC_URL

FOLDER = Path(__file__).parents[2] / "static" / "scripts"


def loader(name: str) -> str:
    """The module of a component that runs the script of that name.

    A browser keeps scripts: a changed one gets another address.
    """
    version = sha256((FOLDER / name).read_bytes()).hexdigest()[:8]
    return f"""
export default function (component) {{
  let stop;
  let isGone = false;
  import(new URL(".{STATIC_URL}/scripts/{name}?v={version}", document.baseURI))
    .then((script) => {{ if (!isGone) stop = script.default(component); }});
  return () => {{ isGone = true; stop?.(); }};
}}
"""
