"""What the server lets in: its own pages on this computer, and nothing else."""

import asyncio
import doctest
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.datastructures import Headers
from streamlit import config

from data.access.people import HERE, Person
from pages._parts import access, markup
from pages._parts.markup import JOINER, as_text
from pages._parts.serving import owners, server, uploads
from pages._parts.serving.gate import Gate, is_welcome
from tests.hostile import NAMES
from tests.paths import ROOT


def asked(path: str = "/", **headers: str) -> bool:
    return is_welcome(path, Headers(headers))


@pytest.mark.parametrize(
    "host", ["localhost:8501", "LOCALHOST:8501", "127.0.0.1:8501", "[::1]:8501", "localhost"]
)
def test_this_computer_may_come_in(host: str) -> None:
    assert asked(host=host)
    assert asked(host=host, origin=f"http://{host}")


@pytest.mark.parametrize(
    "host",
    [
        "elders.invalid",
        "localhost.elders.invalid:8501",
        "192.168.1.4:8501",
        "",
        "::1::",
        "a@b[",
        "[x",
    ],
)
def test_another_name_for_this_computer_is_turned_away(host: str) -> None:
    assert not asked(host=host)


@pytest.mark.parametrize(
    "origin",
    [
        "http://elders.invalid",
        "null",
        "http://localhost:9999",
        "http://localhost:8501.invalid",
        "x:[[",
    ],
)
def test_a_page_of_another_site_is_turned_away(origin: str) -> None:
    assert not asked(host="localhost:8501", origin=origin)


@pytest.mark.parametrize(
    "path",
    [
        "/_stcore/metrics",
        "/bloei/_stcore/metrics",
        "/_stcore/metrics/",
        "/_stcore/agent/x",
    ],
)
def test_routes_that_no_page_uses_are_closed(path: str) -> None:
    assert not asked(path, host="localhost:8501")


UPLOAD = "/_stcore/upload_file/session-that-may/file"
OWN = {"host": "localhost:8501", "origin": "http://localhost:8501"}


@pytest.fixture
def _may_send(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(uploads, "_open", {"session-that-may": Person(HERE)})


@pytest.mark.usefixtures("_may_send")
def test_a_page_that_asked_for_files_may_send_them() -> None:
    assert asked(UPLOAD, **OWN)
    assert asked(f"/bloei{UPLOAD}", **OWN)


@pytest.mark.usefixtures("_may_send")
@pytest.mark.parametrize(
    ("path", "headers"),
    [
        ("/_stcore/upload_file/another-session/file", OWN),
        ("/_stcore/upload_file//session-that-may", OWN),
        ("/_stcore/upload_file", OWN),
        ("/_stcore/upload_file/", OWN),
        (UPLOAD, {"host": "localhost:8501"}),
        (UPLOAD, {**OWN, "origin": "http://localhost:9999"}),
        (UPLOAD, {**OWN, "origin": "null"}),
        (UPLOAD, {"host": "elders.invalid", "origin": "http://elders.invalid"}),
        (UPLOAD, {**OWN, "x-forwarded-for": "10.0.0.9"}),
        (UPLOAD, {**OWN, "forwarded": "for=10.0.0.9"}),
    ],
)
def test_nobody_else_may_send_files(path: str, headers: dict[str, str]) -> None:
    assert not asked(path, **headers)


def test_the_size_of_a_file_is_limited() -> None:
    settings = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
    assert settings["server"]["maxUploadSize"] <= 200


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/kaart",
        "/_stcore/stream",
        "/_stcore/health",
        "/metrics",
        "/static/media/x.woff2",
        "/bloei/static/media/x.woff2",
    ],
)
def test_routes_of_pages_are_open(path: str) -> None:
    assert asked(path, host="localhost:8501")


@pytest.mark.parametrize(("kind", "answer"), [("http", 403), ("websocket", 1008)])
def test_who_is_turned_away_hears_so_and_the_dashboard_does_not(kind: str, answer: int) -> None:
    sent: list[dict[str, Any]] = []

    async def dashboard(*_: object) -> None:
        raise AssertionError("may not be reached")

    async def send(message: Any) -> None:
        sent.append(message)

    scope: Any = {"type": kind, "path": "/", "headers": [(b"host", b"elders.invalid")]}
    asyncio.run(Gate(dashboard)(scope, dashboard, send))  # type: ignore[arg-type]
    assert sent[0].get("status", sent[0].get("code")) == answer


def test_the_example_of_text_holds() -> None:
    assert doctest.testmod(markup).attempted > 0
    assert doctest.testmod(markup).failed == 0


@pytest.mark.parametrize("name", ["Woensel-Noord", "Muschberg, Geestenberg", "Waar is te weinig?"])
def test_ordinary_words_stay_as_they_are(name: str) -> None:
    assert as_text(name) == name


@given(st.sampled_from(NAMES))
def test_escaping_adds_only_what_nobody_sees(name: str) -> None:
    shown = as_text(name).replace(JOINER, "").replace("\\", "")
    assert shown == name.replace("\\", "")


PROXY_FILE = """
[bloei.proxy]
addresses = ["10.0.0.5"]
secret = "0123456789abcdef0123456789abcdef"
host = "bloei.invalid"
"""
FROM_PROXY = {"host": "bloei.invalid", "x-bloei-geheim": "0123456789abcdef0123456789abcdef"}


@pytest.fixture
def _behind_a_proxy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "login.toml"
    path.write_text(PROXY_FILE, encoding="utf-8")
    monkeypatch.setenv("BLOEI_LOGIN", str(path))


@pytest.mark.parametrize("name", ["x-forwarded-for", "forwarded", "x-real-ip"])
def test_without_a_login_nobody_comes_by_way_of_another_computer(name: str) -> None:
    assert not asked(host="localhost:8501", **{name: "10.0.0.9"})


@pytest.mark.parametrize(
    ("address", "may"), [("127.0.0.1", True), ("::1", True), ("10.0.0.9", False)]
)
def test_without_a_login_only_this_computer_comes_in(address: str, may: bool) -> None:
    assert is_welcome("/", Headers({"host": "localhost:8501"}), address) is may


@pytest.mark.usefixtures("_behind_a_proxy")
@pytest.mark.parametrize(
    ("address", "headers", "may"),
    [
        ("10.0.0.5", FROM_PROXY, True),
        ("10.0.0.6", FROM_PROXY, False),
        ("127.0.0.1", FROM_PROXY, False),
        ("10.0.0.5", {**FROM_PROXY, "x-bloei-geheim": "geraden"}, False),
        ("10.0.0.5", {"host": "bloei.invalid"}, False),
        ("10.0.0.5", {**FROM_PROXY, "host": "elders.invalid"}, False),
    ],
)
def test_a_gateway_is_believed_by_its_address_and_secret(
    address: str, headers: dict[str, str], may: bool
) -> None:
    for path in ("/", "/_stcore/stream", "/kaart"):
        assert is_welcome(path, Headers(headers), address) is may


@pytest.mark.usefixtures("_behind_a_proxy")
def test_a_gateway_names_who_it_speaks_for() -> None:
    headers = Headers(
        {**FROM_PROXY, "x-bloei-persoon": "Anna@x.invalid", "x-bloei-rollen": "intern"}
    )
    who = access.sender(headers, "10.0.0.5")
    assert (who.name, who.claimed.roles) == ("anna@x.invalid", ("intern",))
    assert access.sender(headers, "10.0.0.6") == access.NOBODY


def test_a_file_goes_to_whoever_had_it_made() -> None:
    owners.keep(b"inhoud", "text/csv", "x.csv", Person("iemand anders"))
    owners.keep(b"inhoud", "text/csv", "mijn.csv", Person(HERE))
    [theirs, mine] = list(owners._owners)[-2:]
    assert not asked(f"/media/{theirs}.csv", host="localhost:8501")
    assert asked(f"/media/{mine}.csv", host="localhost:8501")
    assert not asked("/media/0000.csv", host="localhost:8501")
    assert asked("/media/0000.svg", host="localhost:8501")


def test_settings_that_cannot_be_read_let_nobody_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BLOEI_LOGIN", str(tmp_path / "weg.toml"))
    assert not asked(host="localhost:8501")


@pytest.mark.parametrize("address", ["0.0.0.0", "192.0.2.1", ""])
def test_without_a_login_it_does_not_start_for_others(
    monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    monkeypatch.setattr(config, "get_option", lambda name: address)
    with pytest.raises(SystemExit, match="zonder login is het er alleen voor deze computer"):
        server.open_safely()
