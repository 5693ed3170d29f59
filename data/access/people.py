"""Who is looking, as the login tells it, and what that person may see by the settings of now."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum

from data.access.login import Given, Login
from data.access.roles import Rights, rights_of

HERE = "deze computer"
NOTHING = Given()


class Refusal(StrEnum):
    """Why somebody sees nothing."""

    NOBODY = "niet aangemeld"
    EXPIRED = "verlopen"
    UNKNOWN = "geen rol"


@dataclass(frozen=True)
class Person:
    """Somebody who logged in at `since`, with what the login says of their roles and teams."""

    name: str
    claimed: Given = NOTHING
    since: datetime | None = None


def of_claims(claims: Mapping[str, object], login: Login) -> Person | None:
    """The person of a login; None when it does not say who that is.

    An address that the provider itself has not checked is nobody's.
    """
    name = claims.get(login.person_claim)
    if not isinstance(name, str) or not name.strip():
        return None
    if login.person_claim == "email" and claims.get("email_verified", True) is not True:
        return None
    roles = [login.claims.get(role, role) for role in _texts(claims.get(login.role_claim))]
    given = Given(tuple(roles), tuple(_texts(claims.get(login.team_claim))))
    return Person(name.strip().casefold(), given, _moment(claims.get("iat")))


def rights_now(person: Person, login: Login, now: datetime) -> Rights | Refusal:
    """What somebody may see at this moment: of the claims and the list the widest role."""
    if person.since is None or now - person.since > timedelta(hours=login.hours):
        return Refusal.EXPIRED
    listed = login.people.get(person.name, Given())
    roles, teams = person.claimed.roles + listed.roles, person.claimed.teams + listed.teams
    return rights_of(roles, teams) or Refusal.UNKNOWN


def _texts(told: object) -> Iterable[str]:
    """A claim as texts: one, a list of them, or none."""
    if isinstance(told, str):
        return [told]
    return [text for text in told if isinstance(text, str)] if isinstance(told, list) else []


def _moment(told: object) -> datetime | None:
    is_number = isinstance(told, int | float) and not isinstance(told, bool)
    return datetime.fromtimestamp(float(told), UTC) if is_number else None  # type: ignore[arg-type]
