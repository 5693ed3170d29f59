"""The lock holds what requirements.txt asks, with checksums, and names no address."""

import re

import pytest

from tests.paths import ROOT

PINNED = re.compile(r"^([\w.\[\]-]+)==([\w.]+)", re.MULTILINE)


def pins(name: str) -> dict[str, str]:
    text = (ROOT / name).read_text(encoding="utf-8")
    return {re.sub(r"[-_.]+", "-", one).lower(): version for one, version in PINNED.findall(text)}


def test_what_is_asked_is_locked_in_that_version() -> None:
    locked = pins("requirements.lock")
    assert pins("requirements.txt").items() <= locked.items()


def test_what_comes_along_is_the_version_of_the_constraints() -> None:
    held = pins("constraints.txt") | pins("requirements.txt")
    assert pins("requirements.lock").items() <= held.items()


def test_every_package_has_a_checksum() -> None:
    text = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    blocks = re.split(r"^(?=[\w.-]+==)", text, flags=re.MULTILINE)[1:]
    assert len(blocks) == len(pins("requirements.lock"))
    assert all("--hash=sha256:" in block for block in blocks)


@pytest.mark.parametrize("sign", ["://", "--index-url", "--find-links", "file:"])
def test_no_address_stands_in_it(sign: str) -> None:
    assert sign not in (ROOT / "requirements.lock").read_text(encoding="utf-8")
