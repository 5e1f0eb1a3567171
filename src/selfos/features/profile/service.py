"""Reading and changing a profile."""

from typing import Any
from uuid import UUID

import asyncpg

from selfos.features.profile.records import Profile
from selfos.kernel import clock
from selfos.kernel.actions import ActionSet, Input
from selfos.kernel.context import Context
from selfos.kernel.crud import given_fields
from selfos.kernel.keys.sealing import Sealer
from selfos.kernel.reading import Listing, list_plain
from selfos.kernel.runtime import Runtime
from selfos.kernel.unit import Unit

actions = ActionSet("profile")


@actions.reads("get", path="/profile", input=Input, output=Profile.spec)
async def get(context: Context, _given: Input) -> Profile:
    """Your own choices in this space."""
    return await profile_of(context.runtime, context.space_id, context.principal.account_id)


@actions.writes(
    "update",
    path="/profile",
    method="PATCH",
    input=Profile.spec.patch_model,
    output=Profile.spec,
    raises=(412,),
    example={"timezone": "Europe/Berlin", "suggestion_mode": "automatic"},
)
async def update(context: Context, given: Any) -> Profile:
    """Change your own choices in this space."""
    unit, values = context.unit, given_fields(given)
    stored = await unit.get_many(Profile, [context.principal.account_id], deleted=True)
    if not stored:
        return unit.create(Profile, id=context.principal.account_id, **values)
    context.check_match(stored[0])
    if stored[0].deleted_at is None:
        return unit.update(stored[0], **values)
    return unit.update(unit.restore(stored[0]), **(_defaults() | values))  # what made it was undone


async def profile_of(runtime: Runtime, space_id: UUID, account_id: UUID | None = None) -> Profile:
    """The choices of one account, or of whoever chose first in the space; the defaults where nothing was chosen."""
    async with runtime.database.space(space_id, read_only=True) as connection:
        return await read_profile(connection, runtime.sealer, space_id, account_id)


async def read_profile(
    connection: asyncpg.Connection, sealer: Sealer, space_id: UUID, account_id: UUID | None = None
) -> Profile:
    """The same, in a transaction that is under way."""
    wanted = (("id", "=", account_id),) if account_id else ()
    listing = Listing(wanted, order="created_at", descending=False, limit=1)
    stored = await list_plain(connection, sealer, space_id, Profile.spec, listing)
    if stored:
        return Profile.model_validate(stored[0])
    return Profile(id=account_id or space_id, created_at=clock.now(), updated_at=clock.now())


async def chosen_first(unit: Unit) -> Profile | None:
    """What `profile_of` gives for a space, as it stands in this unit; None where nothing was chosen."""
    connection = await unit.connection()
    query = "SELECT id FROM profiles WHERE space_id = $1 AND deleted_at IS NULL ORDER BY created_at LIMIT 1"
    rows = await connection.fetch(query, unit.space_id)
    found = await unit.get_many(Profile, [row["id"] for row in rows])
    return found[0] if found else None


def _defaults() -> dict[str, Any]:
    fields = Profile.model_fields
    return {name: fields[name].get_default(call_default_factory=True) for name in Profile.spec.writable}
