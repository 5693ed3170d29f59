"""The settings of the login: who may come in, with which role, and whom to ask.

They stand in the file that BLOEI_LOGIN names, else in .streamlit/secrets.toml, under [bloei];
what Streamlit needs for OpenID Connect stands in the same file under [auth]. The file is read
anew when it changes, so that a role that is taken away is gone at the next click.
"""

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from data.access.roles import find, roles

VARIABLE = "BLOEI_LOGIN"
USUAL = Path(__file__).parents[2] / ".streamlit" / "secrets.toml"
LOCAL = frozenset({"localhost", "127.0.0.1", "::1"})
AUTH = ("redirect_uri", "cookie_secret", "client_id", "client_secret", "server_metadata_url")
CALLBACK = "/oauth2callback"
SHORTEST_SECRET = 32  # letters
HOURS = 8
ASK = "wie het dashboard beheert"
_SETTINGS = {
    "contact",
    "hours",
    "person_claim",
    "role_claim",
    "team_claim",
    "claims",
    "people",
    "proxy",
}
_PROXY = {"addresses", "secret", "person_header", "roles_header", "teams_header", "host"}


class LoginProblem(Exception):
    """Settings with which nobody can be let in; the message says in Dutch what to do."""


@dataclass(frozen=True)
class Given:
    """The names of roles and teams that somebody has."""

    roles: tuple[str, ...] = ()
    teams: tuple[str, ...] = ()


@dataclass(frozen=True)
class Proxy:
    """A gateway that logs people in itself, and says who it speaks for in headers.

    It is believed from these addresses only, and with the secret in SECRET_HEADER.
    """

    addresses: frozenset[str]
    secret: str
    host: str
    person_header: str = "X-Bloei-Persoon"
    roles_header: str = "X-Bloei-Rollen"
    teams_header: str = "X-Bloei-Teams"

    SECRET_HEADER = "X-Bloei-Geheim"


@dataclass(frozen=True)
class Login:
    """The settings. `claims`: what a role is called by whoever logs people in, to our name.

    `people`: who has what, by their address in small letters. `host`: the name of the dashboard.
    """

    host: str
    contact: str = ASK
    hours: float = HOURS
    person_claim: str = "email"
    role_claim: str = "roles"
    team_claim: str = "teams"
    claims: Mapping[str, str] = field(default_factory=dict)
    people: Mapping[str, Given] = field(default_factory=dict)
    proxy: Proxy | None = None


def login_file() -> Path:
    """Where the settings stand, if there are any."""
    return Path(os.environ.get(VARIABLE) or USUAL)


def login() -> Login | None:
    """The settings as they are now; None without a login. LoginProblem when they are no use."""
    path = login_file()
    try:
        found = path.stat()
    except OSError as error:
        if os.environ.get(VARIABLE):
            raise LoginProblem(f"Het bestand {path} van {VARIABLE} is er niet.") from error
        return None
    return _read(path, found.st_mtime_ns, found.st_size)


@lru_cache(maxsize=2)
def _read(path: Path, changed: int, size: int) -> Login | None:
    try:
        told = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise LoginProblem(
            f"{path.name} kan niet worden gelezen: {type(error).__name__}."
        ) from error
    if "auth" not in told and "bloei" not in told:
        return None
    return _login(told, path.name)


def _login(told: Mapping[str, Any], name: str) -> Login:
    ours = dict(told.get("bloei", {}))
    _refuse_unknown(ours, _SETTINGS, f"{name} [bloei]")
    proxy = _proxy(ours.pop("proxy"), name) if "proxy" in ours else None
    if proxy and "auth" in told:
        raise LoginProblem(f"{name}: kies [auth] of [bloei.proxy], niet allebei.")
    host = proxy.host if proxy else _host(told.get("auth", {}), name)
    people = {
        who.strip().casefold(): _given(what, who) for who, what in ours.pop("people", {}).items()
    }
    claims = ours.pop("claims", {})
    for role in claims.values():
        _known(role, "[bloei.claims]")
    return Login(host=host, people=people, claims=claims, proxy=proxy, **ours)


def _host(auth: Mapping[str, Any], name: str) -> str:
    missing = [key for key in AUTH if not auth.get(key)]
    if missing:
        raise LoginProblem(f"{name} [auth]: vul {', '.join(missing)} in.")
    address = urlsplit(str(auth["redirect_uri"]))
    host = address.hostname or ""
    if not address.path.endswith(CALLBACK) or (address.scheme != "https" and host not in LOCAL):
        raise LoginProblem(f"{name} [auth]: redirect_uri is https://… en eindigt op {CALLBACK}.")
    _long_enough(auth["cookie_secret"], f"{name} [auth]: cookie_secret")
    return host


def _proxy(told: Mapping[str, Any], name: str) -> Proxy:
    _refuse_unknown(told, _PROXY, f"{name} [bloei.proxy]")
    missing = [key for key in ("addresses", "secret", "host") if not told.get(key)]
    if missing:
        raise LoginProblem(f"{name} [bloei.proxy]: vul {', '.join(missing)} in.")
    _long_enough(told["secret"], f"{name} [bloei.proxy]: secret")
    return Proxy(**{**told, "addresses": frozenset(told["addresses"])})


def _given(what: object, who: str) -> Given:
    """What the list gives a person: the name of a role, or roles and teams."""
    table = {"roles": [what]} if isinstance(what, str) else what
    if not isinstance(table, dict):
        raise LoginProblem(
            f"[bloei.people] {who}: schrijf een rol, of {{roles = […], teams = […]}}."
        )
    _refuse_unknown(table, {"roles", "teams"}, f"[bloei.people] {who}")
    for role in table.get("roles", ()):
        _known(role, f"[bloei.people] {who}")
    return Given(tuple(table.get("roles", ())), tuple(table.get("teams", ())))


def _known(role: object, where: str) -> None:
    if not isinstance(role, str) or find(role) is None:
        names = ", ".join(role.name for role in roles())
        raise LoginProblem(f"{where}: {role} is geen rol. De rollen zijn {names}.")


def _refuse_unknown(told: Mapping[str, Any], known: set[str], where: str) -> None:
    """A setting that is misspelt would otherwise let in more, or fewer, than is meant."""
    unknown = sorted(set(told) - known)
    if unknown:
        raise LoginProblem(f"{where}: {', '.join(unknown)} is geen instelling.")


def _long_enough(secret: object, where: str) -> None:
    if not isinstance(secret, str) or len(secret) < SHORTEST_SECRET:
        raise LoginProblem(
            f"{where} is te kort: neem {SHORTEST_SECRET} willekeurige letters of meer."
        )
