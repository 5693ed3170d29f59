"""A login for tests: a real provider on this computer, and the settings of a dashboard with it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import oidc_provider_mock
from oidc_provider_mock import User
from playwright.sync_api import Page

from tests.tools.browser import SETTLED

PATIENCE = 90_000  # milliseconds: the first page of a server waits for all that it loads
PEOPLE = ("beheer", "noor", "team", "gemeente", "vreemd")
SETTINGS = """
[auth]
redirect_uri = "{address}/oauth2callback"
cookie_secret = "0123456789abcdef0123456789abcdef"
client_id = "bloei"
client_secret = "geheim"
server_metadata_url = "http://localhost:{provider}/.well-known/openid-configuration"
client_kwargs = {{ prompt = "login" }}

[bloei]
contact = "Noor, toestel 12"
hours = 8
[bloei.claims]
"groep-gemeente" = "gemeente"
[bloei.people]
"beheer@bloei.invalid" = "beheerder"
"noor@bloei.invalid" = "intern"
"team@bloei.invalid" = {{ roles = ["team"], teams = ["Team Strijp"] }}
"""


@contextmanager
def running_provider() -> Iterator[int]:
    """The provider on a port of its own; who is in PEOPLE can log in."""
    users = [User(sub=name, claims={"email": f"{name}@bloei.invalid"}) for name in PEOPLE]
    users[3].claims["roles"] = ["groep-gemeente"]
    with oidc_provider_mock.run_server_in_thread(user_claims=users) as server:
        yield server.server_port


def write_settings(path: Path, provider: int, address: str = "http://localhost:{port}") -> None:
    """The settings of a dashboard that readers reach under an address."""
    path.write_text(SETTINGS.format(address=address, provider=provider), encoding="utf-8")


def log_in(page: Page, name: str) -> None:
    """Presses the button and logs in at the provider."""
    page.get_by_role("button", name="Aanmelden").click()
    page.get_by_role("button", name=name, exact=True).first.click()
    page.wait_for_selector("[data-testid=stApp]")
    page.wait_for_function(SETTLED, timeout=PATIENCE)
