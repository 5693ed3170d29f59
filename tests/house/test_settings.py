"""Settings that a reader depends on: no request leaves the machine, the colours can be read."""

import re
import tomllib
from typing import Any

import pytest

from tests.paths import ROOT

CONFIG: dict[str, Any] = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text())
TEXT_CONTRAST = 4.5  # WCAG 2.1, criterion 1.4.3 (AA)
ACCENT_CONTRAST = 3.0  # criterion 1.4.11


def luminance(colour: str) -> float:
    """Relative luminance of #RRGGBB as WCAG 2.1 defines it."""
    shares = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    linear = [s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_contrast_is_measured_as_published() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.005)


def test_the_server_speaks_to_this_machine_only() -> None:
    assert CONFIG["server"]["address"] == "localhost"
    assert CONFIG["server"]["headless"] is True
    assert CONFIG["browser"]["gatherUsageStats"] is False


def test_no_other_site_steers_a_page() -> None:
    assert CONFIG["client"]["allowedOrigins"] == []


def test_a_reader_sees_no_traceback_and_no_links_to_elsewhere() -> None:
    assert CONFIG["client"]["showErrorDetails"] == "none"
    assert CONFIG["client"]["showErrorLinks"] is False
    assert CONFIG["client"]["toolbarMode"] == "minimal"


def test_every_font_is_shipped_with_its_licence() -> None:
    for face in CONFIG["theme"]["fontFaces"]:
        path = ROOT / face["url"].removeprefix("app/")
        assert path.read_bytes()[:4] == b"wOF2"
        assert "SIL OPEN FONT LICENSE" in path.with_name("LICENSE.txt").read_text()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("ground", ["backgroundColor", "secondaryBackgroundColor"])
@pytest.mark.parametrize(
    ("colour", "least"),
    [
        ("textColor", TEXT_CONTRAST),
        ("linkColor", TEXT_CONTRAST),
        ("grayColor", TEXT_CONTRAST),
        ("dataframeHeaderTextColor", TEXT_CONTRAST),
        ("primaryColor", ACCENT_CONTRAST),
        ("violetColor", ACCENT_CONTRAST),
        ("redColor", ACCENT_CONTRAST),
    ],
)
def test_colours_stand_out(scheme: str, ground: str, colour: str, least: float) -> None:
    theme = CONFIG["theme"][scheme]
    for page in (theme[ground], theme["sidebar"][ground]):
        assert contrast(theme[colour], page) >= least


@pytest.mark.parametrize(
    "name",
    [
        "requirements.txt",
        "requirements-bench.txt",
        "requirements-dev.txt",
        "requirements-mutants.txt",
        "constraints.txt",
    ],
)
def test_every_package_is_pinned(name: str) -> None:
    lines = (ROOT / name).read_text().splitlines()
    packages = [line for line in lines if line and not line.startswith(("#", "-"))]
    assert packages
    assert [line for line in packages if not re.fullmatch(r"[\w.-]+==[\w.]+", line)] == []
