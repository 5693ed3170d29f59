"""The settings of the login: what they let in, and which are refused with a sentence."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from data.access import people
from data.access.login import LoginProblem, login
from data.access.people import Refusal
from data.access.roles import Rights, roles

AUTH = """
[auth]
redirect_uri = "https://bloei.invalid/bloei/oauth2callback"
cookie_secret = "0123456789abcdef0123456789abcdef"
client_id = "bloei"
client_secret = "geheim"
server_metadata_url = "https://login.invalid/.well-known/openid-configuration"
"""
PROXY = """
[bloei.proxy]
addresses = ["10.0.0.5"]
secret = "0123456789abcdef0123456789abcdef"
host = "bloei.invalid"
"""
OURS = """
[bloei]
contact = "Noor, noor@bloei.invalid"
hours = 8
[bloei.claims]
"groep-gemeente" = "gemeente"
[bloei.people]
"Anna@Bloei.invalid" = "beheerder"
"piet@bloei.invalid" = { roles = ["team"], teams = ["Team Strijp"] }
"""
NOW = datetime(2026, 11, 27, 12, tzinfo=UTC)
IAT = int(NOW.timestamp()) - 60


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "login.toml"
    path.write_text(AUTH + OURS, encoding="utf-8")
    monkeypatch.setenv("BLOEI_LOGIN", str(path))
    return path


def told(**claims: object) -> Rights | Refusal:
    found = login()
    assert found
    who = people.of_claims({"iat": IAT, **claims}, found)
    return people.rights_now(who, found, NOW) if who else Refusal.NOBODY


def role(**claims: object) -> str:
    held = told(**claims)
    assert isinstance(held, Rights)
    return held.role.name


@pytest.mark.usefixtures("settings")
def test_a_role_comes_from_the_list_or_from_a_claim_and_the_widest_counts() -> None:
    assert role(email="anna@bloei.invalid") == "beheerder"
    assert role(email="ANNA@bloei.invalid", roles=["gemeente"]) == "beheerder"
    assert role(email="iemand@gemeente.invalid", roles=["groep-gemeente", "anders"]) == "gemeente"
    assert role(email="iemand@bloei.invalid", roles="intern") == "intern"


@pytest.mark.usefixtures("settings")
def test_the_team_comes_along() -> None:
    for held in (
        told(email="piet@bloei.invalid"),
        told(email="x@bloei.invalid", roles="team", teams="Team Strijp"),
    ):
        assert isinstance(held, Rights)
        assert held.teams == {"Team Strijp"}


@pytest.mark.usefixtures("settings")
@pytest.mark.parametrize(
    "claims",
    [
        {},
        {"email": ""},
        {"email": 3},
        {"email": "anna@bloei.invalid", "email_verified": False},
        {"email": "anna@bloei.invalid", "email_verified": "false"},
    ],
)
def test_an_address_that_nobody_checked_is_nobody(claims: dict[str, object]) -> None:
    assert told(**claims) is Refusal.NOBODY


@pytest.mark.usefixtures("settings")
def test_who_has_no_role_is_unknown() -> None:
    assert told(email="vreemd@elders.invalid") is Refusal.UNKNOWN
    assert told(email="vreemd@elders.invalid", roles=[{"naam": "beheerder"}, 3]) is Refusal.UNKNOWN


@pytest.mark.usefixtures("settings")
@pytest.mark.parametrize("iat", [IAT - 8 * 3600, None, "x", True])
def test_a_login_that_is_old_or_of_no_known_time_is_over(iat: object) -> None:
    assert told(email="anna@bloei.invalid", iat=iat) is Refusal.EXPIRED


def test_a_role_that_is_taken_away_is_gone_at_the_next_question(settings: Path) -> None:
    assert role(email="anna@bloei.invalid") == "beheerder"
    text = settings.read_text(encoding="utf-8").replace('= "beheerder"', '= "gemeente"')
    settings.write_text(text + "\n", encoding="utf-8")
    assert role(email="anna@bloei.invalid") == "gemeente"


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        ('"beheerder"', '"beheeder"', "is geen rol"),
        ('client_id = "bloei"', "", "vul client_id in"),
        ("https://bloei", "http://bloei", "redirect_uri is https"),
        ("oauth2callback", "terug", "eindigt op /oauth2callback"),
        ('"0123456789abcdef0123456789abcdef"', '"kort"', "te kort"),
        ("hours", "uren", "uren is geen instelling"),
        ("roles = [", "rollen = [", "rollen is geen instelling"),
        ('"beheerder"', "3", "een rol, of"),
        ("[bloei.people]", "[bloei.people", "kan niet worden gelezen"),
        ("[bloei.people]", PROXY + "[bloei.people]", "niet allebei"),
    ],
)
def test_settings_of_no_use_are_refused_with_a_sentence(
    settings: Path, before: str, after: str, words: str
) -> None:
    text = settings.read_text(encoding="utf-8")
    assert before in text
    settings.write_text(text.replace(before, after), encoding="utf-8")
    with pytest.raises(LoginProblem, match=words):
        login()


def test_a_file_that_is_named_must_be_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BLOEI_LOGIN", str(tmp_path / "weg.toml"))
    with pytest.raises(LoginProblem, match="is er niet"):
        login()


def test_without_settings_there_is_no_login(settings: Path) -> None:
    settings.write_text("[anders]\n", encoding="utf-8")
    assert login() is None


@pytest.mark.parametrize("key", ["addresses", "secret", "host"])
def test_a_gateway_is_named_in_full(settings: Path, key: str) -> None:
    lines = [line for line in PROXY.splitlines() if not line.startswith(key)]
    settings.write_text("\n".join(lines), encoding="utf-8")
    with pytest.raises(LoginProblem, match=f"vul {key} in"):
        login()


def test_every_role_of_the_table_says_what_it_may() -> None:
    assert [role.name for role in roles()] == ["gemeente", "team", "intern", "beheerder"]
    assert all(role.label and role.explanation.endswith(".") for role in roles())
