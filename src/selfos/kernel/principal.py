"""Who is acting, in which space, and what they may do. Made by `identity`, checked by the action registry."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from selfos.kernel.errors import Forbidden


class ActorKind(StrEnum):
    """What stands behind a change."""

    PERSON = "person"
    KEY = "key"
    ENGINE = "engine"


@dataclass(frozen=True, slots=True)
class Actor:
    """The author of a change: a person, one of their keys, or the built-in engine."""

    kind: ActorKind
    id: UUID | None = None


ENGINE = Actor(ActorKind.ENGINE)

WRITING_ROLES = frozenset({"owner", "admin", "member"})


@dataclass(frozen=True, slots=True)
class Principal:
    """An authenticated caller acting in one space.

    `scopes` is None for a signed-in person, who may do all their role allows; a key may do only what it lists:
    `thoughts:write`, `tasks:read`, or `*:read` for every resource. To write includes to read the same resource: the
    answer to a change shows the record anyway.
    """

    account_id: UUID
    space_id: UUID
    role: str
    actor: Actor
    scopes: frozenset[str] | None = None
    session_id: UUID | None = None
    installation_owner: bool = False

    def require(self, scope: str) -> None:
        """Raises Forbidden unless this caller holds the scope `resource:read` or `resource:write`."""
        resource, _, verb = scope.partition(":")
        if verb == "write" and self.role not in WRITING_ROLES:
            raise Forbidden(f"your role in this space ({self.role}) may read, not change")
        if self.scopes is None:
            return
        granted = {scope, f"*:{verb}", "*:*", f"{resource}:*"}
        if verb == "read":
            granted |= {f"{resource}:write", "*:write"}
        if self.scopes.isdisjoint(granted):
            raise Forbidden(f"this key lacks the scope {scope}")

    def may(self, scope: str) -> bool:
        """Whether `require` lets this caller pass."""
        try:
            self.require(scope)
        except Forbidden:
            return False
        return True
