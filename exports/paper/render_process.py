"""The process that draws: reads requests as lines of JSON, writes answers as lines of JSON.

A request {"fonts": folders, "spec": a Vega-Lite plot, "version": of Vega-Lite} is answered with
{"text": the SVG}; {"logo": an SVG, "scale": a number} with {"text": a PNG in base64}; what cannot
be drawn with {}. It ends when its input ends, and imports nothing of the house.
"""

import json
import sys
from base64 import b64encode
from typing import Any

import vl_convert

known: set[str] = set()


def answer(request: dict[str, Any]) -> str:
    """The drawing that a request asks for."""
    if "logo" in request:
        png: bytes = vl_convert.svg_to_png(request["logo"], scale=request["scale"])
        return b64encode(png).decode("ascii")
    for folder in request["fonts"]:
        if folder not in known:
            vl_convert.register_font_directory(folder)
            known.add(folder)
    drawn: str = vl_convert.vegalite_to_svg(request["spec"], vl_version=request["version"])
    return drawn


def main() -> None:
    """Answers until nobody asks any more."""
    for line in sys.stdin:
        try:
            told = {"text": answer(json.loads(line))}
        except ValueError:
            told = {}
        print(json.dumps(told), flush=True)


if __name__ == "__main__":
    main()
