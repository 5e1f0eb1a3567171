"""What identity takes and answers at the edge."""

from typing import Annotated, Final, Literal
from uuid import UUID

from pydantic import ConfigDict, Field, SecretStr

from selfos.identity.emails import Email
from selfos.kernel.actions import Input, Output
from selfos.kernel.fields import Instant, Line

MAX_SCOPES: Final = 64
LONGEST_GRACE: Final = 86_400

_EMAIL: Final = "ada@example.org"
_PASSWORD: Final = "correct horse battery staple"  # noqa: S105 (an example in the documentation)

Password = Annotated[SecretStr, Field(max_length=4000, examples=[_PASSWORD])]
Scope = Annotated[str, Field(pattern=r"^(\*|[a-z][a-z0-9_-]{0,63}):(read|write|\*)$", examples=["thoughts:write"])]


class Secretive(Input):
    """Input whose values never appear in an error."""

    model_config = ConfigDict(hide_input_in_errors=True)


class Register(Secretive):
    """A new account. The first one takes over what was captured on this machine before."""

    email: Email = Field(examples=[_EMAIL])
    password: Password
    display_name: Line | None = Field(None, examples=["Ada"])
    invitation: str | None = Field(None, max_length=200, description="The code of an invitation, where one is needed")


class Login(Secretive):
    """Signing in by e-mail address and password."""

    email: Email = Field(examples=[_EMAIL])
    password: Password


class Refresh(Secretive):
    """A refresh token, good for one use."""

    refresh_token: str = Field(max_length=400)


class Logout(Secretive):
    """Ends the session of the refresh token; without one, the session of the access token sent along."""

    refresh_token: str | None = Field(None, max_length=400)


class SignedIn(Output):
    """An open session. Keep the refresh token safe; each one works once and the answer brings the next."""

    account_id: UUID
    session_id: UUID
    access_token: str = Field(repr=False)
    token_type: Literal["Bearer"] = "Bearer"  # noqa: S105 (the name of the scheme)
    expires_in: int = Field(description="Seconds for which the access token is good")
    refresh_token: str = Field(repr=False)
    refresh_expires_at: Instant


class Nothing(Input):
    """No input."""


class AccountPatch(Secretive):
    """Fields of the own account to change."""

    display_name: Line | None = Field(None, examples=["Ada"])


class PasswordChange(Secretive):
    """A new password; every other session ends."""

    current_password: Password | None = Field(None, description="May be left out with the machine's own token only")
    new_password: Password


class SpaceView(Output):
    """A space and the caller's role in it."""

    id: UUID
    kind: str
    role: str


class Me(Output):
    """Who the caller is, and in which space they act."""

    id: UUID
    email: str | None = Field(repr=False, description="Null for the machine's own account until somebody registers")
    display_name: str | None = Field(repr=False)
    created_at: Instant
    installation_owner: bool
    space_id: UUID
    role: str
    scopes: list[str] | None = Field(description="What a key may do; null for a person")
    spaces: list[SpaceView]


class SessionView(Output):
    """A device that is signed in."""

    id: UUID
    created_at: Instant
    last_used_at: Instant = Field(description="When it was last refreshed")
    expires_at: Instant
    address: str | None = Field(repr=False)
    user_agent: str | None = Field(repr=False)
    current: bool


class Sessions(Output):
    items: list[SessionView]


class Revoked(Output):
    """How many were revoked."""

    revoked: int


class KeyCreate(Secretive):
    """A key for a program, acting in the space it is made in."""

    name: Line = Field(examples=["Phone shortcut"])
    scopes: frozenset[Scope] = Field(min_length=1, max_length=MAX_SCOPES, examples=[["thoughts:write", "*:read"]])
    expires_at: Instant | None = Field(None, description="When it stops working; null for never")


class KeyRotate(Input):
    """A new secret for a key."""

    id: UUID
    grace_seconds: int = Field(0, ge=0, le=LONGEST_GRACE, description="For how long the old secret still works")


class KeyView(Output):
    """A key, without its secret."""

    id: UUID
    name: str = Field(repr=False)
    scopes: list[str]
    space_id: UUID
    created_at: Instant
    expires_at: Instant | None
    last_used_at: Instant | None = Field(description="To the minute")


class KeySecret(KeyView):
    """A key with its secret, which is shown this once."""

    key: str = Field(repr=False)


class Keys(Output):
    items: list[KeyView]


class InvitationCreate(Secretive):
    """Lets one person register."""

    email: Email | None = Field(None, description="Only this address may use it; null for anybody who has the code")
    note: Line | None = Field(None, examples=["For Grace"])
    days: int = Field(7, ge=1, le=90, description="For how many days it is good")


class InvitationView(Output):
    """An invitation, without its code."""

    id: UUID
    email: str | None = Field(repr=False)
    note: str | None = Field(repr=False)
    created_at: Instant
    expires_at: Instant
    used_at: Instant | None


class InvitationCode(InvitationView):
    """An invitation with its code, which is shown this once."""

    code: str = Field(repr=False)


class Invitations(Output):
    items: list[InvitationView]
