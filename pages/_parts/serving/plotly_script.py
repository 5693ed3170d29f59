"""Plotly's own script, from the package that is installed: the address at which pages find it."""

from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

from starlette.requests import Request
from starlette.responses import FileResponse, Response

from geo.boundaries import STATIC_URL

NAME = "plotly"
ADDRESS = f"{STATIC_URL}/{NAME}/{version(NAME)}.min.js"  # another version, another address


def file() -> Path:
    """The script; LookupError without the package. It is found without loading the package."""
    spec = find_spec(NAME)
    if spec is None or spec.origin is None:
        raise LookupError(NAME)
    return Path(spec.origin).parent / "package_data" / "plotly.min.js"


def send(_: Request) -> Response:
    """The script for a browser that takes no gzip; for others compression.py is before it."""
    return FileResponse(file(), media_type="text/javascript")
