"""What a signed-in person does about their own account, as actions of the registry.

None of them writes records of a space, so they are declared as reading ones: they need no unit of work and cannot be
undone. Acts that hand out or end rights are for persons alone; a key may look, where its scopes say so.
"""

from typing import Final

from selfos.identity.models import (
    AccountPatch,
    InvitationCode,
    InvitationCreate,
    Invitations,
    KeyCreate,
    KeyRotate,
    Keys,
    KeySecret,
    Me,
    Nothing,
    PasswordChange,
    Revoked,
    Sessions,
)
from selfos.identity.scopes import check_scopes
from selfos.identity.service import Identity
from selfos.kernel.actions import ActionSet, ById
from selfos.kernel.context import Context
from selfos.kernel.errors import Forbidden
from selfos.kernel.principal import Principal

EXTRA: Final = "identity"
"""Where the runtime's extras hold the Identity."""

account_actions = ActionSet("account")
session_actions = ActionSet("sessions")
key_actions = ActionSet("api_keys")
invitation_actions = ActionSet("invitations")

_ACCOUNT_WRITE: Final = "account:write"
_SESSIONS_WRITE: Final = "sessions:write"
_KEYS_WRITE: Final = "api_keys:write"
_INVITATIONS_WRITE: Final = "invitations:write"


def _identity(context: Context) -> Identity:
    identity: Identity = context.runtime.extras[EXTRA]
    return identity


def _person(context: Context) -> Principal:
    """The caller, who must not be a key: a stolen key must not make itself more rights."""
    if context.principal.scopes is not None:
        raise Forbidden("a key may not do this; sign in")
    return context.principal


def _inviter(context: Context) -> Principal:
    principal = _person(context)
    if not principal.installation_owner:
        raise Forbidden("only the owner of this installation may do this")
    return principal


@account_actions.reads("me", path="/auth/me", input=Nothing, output=Me)
async def me(context: Context, _given: Nothing) -> Me:
    """Who I am, and in which space I act."""
    return await _identity(context).me(context.principal)


@account_actions.reads("update", method="PATCH", path="/auth/me", input=AccountPatch, output=Me, scope=_ACCOUNT_WRITE)
async def update_me(context: Context, given: AccountPatch) -> Me:
    """Change my name."""
    return await _identity(context).update_me(_person(context), given)


@account_actions.reads(
    "password",
    method="POST",
    path="/auth/password",
    input=PasswordChange,
    output=Revoked,
    scope=_ACCOUNT_WRITE,
    raises=(409, 429),
)
async def change_password(context: Context, given: PasswordChange) -> Revoked:
    """Set another password; every other session ends."""
    return Revoked(revoked=await _identity(context).change_password(_person(context), given))


@session_actions.reads("list", path="/auth/sessions", input=Nothing, output=Sessions)
async def list_sessions(context: Context, _given: Nothing) -> Sessions:
    """The devices on which I am signed in."""
    principal = context.principal
    return Sessions(items=await _identity(context).sessions.live(principal.account_id, principal.session_id))


@session_actions.reads(
    "revoke",
    method="DELETE",
    path="/auth/sessions/{id}",
    input=ById,
    output=Revoked,
    scope=_SESSIONS_WRITE,
    raises=(404,),
)
async def revoke_session(context: Context, given: ById) -> Revoked:
    """Sign a device out."""
    await _identity(context).sessions.revoke(_person(context).account_id, given.id)
    return Revoked(revoked=1)


@session_actions.reads(
    "revoke_others", method="DELETE", path="/auth/sessions", input=Nothing, output=Revoked, scope=_SESSIONS_WRITE
)
async def revoke_other_sessions(context: Context, _given: Nothing) -> Revoked:
    """Sign every other device out."""
    principal = _person(context)
    revoked = await _identity(context).sessions.revoke_others(principal.account_id, principal.session_id)
    return Revoked(revoked=revoked)


@key_actions.reads("list", path="/api-keys", input=Nothing, output=Keys)
async def list_keys(context: Context, _given: Nothing) -> Keys:
    """My API keys, without their secrets."""
    return Keys(items=await _identity(context).keys.live(context.principal.account_id))


@key_actions.reads(
    "create",
    method="POST",
    path="/api-keys",
    input=KeyCreate,
    output=KeySecret,
    status=201,
    scope=_KEYS_WRITE,
    raises=(409,),
)
async def create_key(context: Context, given: KeyCreate) -> KeySecret:
    """Make an API key for this space; its secret is shown this once."""
    principal = _person(context)
    check_scopes(given.scopes, context.runtime.actions.values())
    return await _identity(context).keys.create(principal.account_id, principal.space_id, given)


@key_actions.reads(
    "rotate",
    method="POST",
    path="/api-keys/{id}/rotate",
    input=KeyRotate,
    output=KeySecret,
    scope=_KEYS_WRITE,
    raises=(404,),
)
async def rotate_key(context: Context, given: KeyRotate) -> KeySecret:
    """Give a key a new secret; the old one ends at once or after the grace asked for."""
    return await _identity(context).keys.rotate(_person(context).account_id, given)


@key_actions.reads(
    "revoke", method="DELETE", path="/api-keys/{id}", input=ById, output=Revoked, scope=_KEYS_WRITE, raises=(404,)
)
async def revoke_key(context: Context, given: ById) -> Revoked:
    """End an API key for ever."""
    await _identity(context).keys.revoke(_person(context).account_id, given.id)
    return Revoked(revoked=1)


@invitation_actions.reads("list", path="/invitations", input=Nothing, output=Invitations)
async def list_invitations(context: Context, _given: Nothing) -> Invitations:
    """The invitations I made, without their codes."""
    return Invitations(items=await _identity(context).invitations.issued(_inviter(context).account_id))


@invitation_actions.reads(
    "create",
    method="POST",
    path="/invitations",
    input=InvitationCreate,
    output=InvitationCode,
    status=201,
    scope=_INVITATIONS_WRITE,
    raises=(409,),
)
async def create_invitation(context: Context, given: InvitationCreate) -> InvitationCode:
    """Invite somebody to register; the code is shown this once."""
    principal, identity = _inviter(context), _identity(context)
    if identity.settings.registration == "first":
        raise Forbidden("registration is closed here; set SELFOS_REGISTRATION to `invite` first")
    return await identity.invitations.create(principal.account_id, given)


@invitation_actions.reads(
    "revoke",
    method="DELETE",
    path="/invitations/{id}",
    input=ById,
    output=Revoked,
    scope=_INVITATIONS_WRITE,
    raises=(404,),
)
async def revoke_invitation(context: Context, given: ById) -> Revoked:
    """Withdraw an invitation that was not used."""
    await _identity(context).invitations.revoke(_inviter(context).account_id, given.id)
    return Revoked(revoked=1)


actions: Final = (*account_actions, *session_actions, *key_actions, *invitation_actions)
