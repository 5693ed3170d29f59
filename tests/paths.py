"""Where things are that many tests read."""

from pathlib import Path

ROOT = Path(__file__).parents[1]
APP = ROOT / "app.py"
SAMPLE = ROOT / "tests" / "samples" / "2021-10"
CASES = ROOT / "tests" / "cases"
