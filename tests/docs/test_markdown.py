"""What a reader of the documentation sees: headings stand apart, no sentence is cut in two."""

import re
from pathlib import Path

import pytest

from tests.paths import ROOT

PAGES = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").rglob("*.md"))]
COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
CODE = re.compile(r"^( *)```.*?^\1```|^ {4}\S[^\n]*", re.MULTILINE | re.DOTALL)


def text_of(page: Path) -> str:
    """A page without its pieces of code."""
    return CODE.sub("`code`", COMMENT.sub("", page.read_text()))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_a_heading_stands_between_blank_lines(page: Path) -> None:
    lines = ["", *text_of(page).splitlines(), ""]
    headings = [at for at, line in enumerate(lines) if re.match(r"#+ ", line)]
    assert [lines[at] for at in headings if lines[at - 1] or lines[at + 1]] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_a_paragraph_begins_as_a_sentence(page: Path) -> None:
    paragraphs = re.split(r"\n\s*\n", text_of(page))
    pairs = zip(["", *paragraphs], paragraphs, strict=False)
    assert [
        text
        for before, text in pairs
        if re.match(r"[a-zà-ÿ]", text) and not before.endswith("`code`")  # it goes on behind code
    ] == []
