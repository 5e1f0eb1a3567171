"""Where the caller may sync, and which kinds."""

from dataclasses import replace
from uuid import UUID

from selfos.identity.spaces import roles_of
from selfos.kernel.principal import ActorKind, Principal
from selfos.kernel.records import Kind, registry
from selfos.kernel.runtime import Runtime


async def seats_of(runtime: Runtime, caller: Principal) -> dict[UUID, Principal]:
    """The caller in each of their spaces, in a fixed order; a key has one space."""
    if caller.actor.kind is ActorKind.KEY:
        return {caller.space_id: caller}
    async with runtime.database.installation() as connection:
        roles = await roles_of(connection, caller.account_id)
    return {space: replace(caller, space_id=space, role=role) for space, role in sorted(roles.items())}


def readable(principal: Principal) -> dict[str, Kind]:
    """The kinds that devices carry and the caller may read, by name."""
    return {kind.name: kind for kind in registry.all() if kind.synced and principal.may(f"{kind.plural}:read")}
