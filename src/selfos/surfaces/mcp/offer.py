"""What a client is offered: never more than its caller may do."""

from dataclasses import dataclass
from typing import Final, Literal

from pydantic import Field

from selfos.kernel.actions import Action, Input
from selfos.kernel.principal import Principal
from selfos.kernel.runtime import Runtime
from selfos.surfaces.mcp.everyday import EVERYDAY


class Offer(Input):
    """How a client wants to be served; it says so in the address: `/mcp?tools=all&read_only=true`."""

    tools: Literal["everyday", "all"] = Field("everyday", description="Which of the permitted tools are offered")
    read_only: bool = Field(False, description="Whether only tools are offered that change nothing")


PERSONS_ALONE: Final = frozenset({"account", "sessions", "api_keys", "invitations", "models", "cards"})
"""Resources that no other program's model may change: rights and keys, and what waits for the person's own word."""


@dataclass(frozen=True, slots=True)
class Caller:
    """Who calls, and what they asked to be offered."""

    runtime: Runtime
    principal: Principal
    offer: Offer

    def offered(self) -> dict[str, Action]:
        """The actions on offer by the names of their tools.

        What can be called is what is listed. Uploads are never on offer, since a model has no file in hand.
        """
        registry = self.runtime.actions
        names = EVERYDAY if self.offer.tools == "everyday" else registry
        found = (registry[name] for name in names if name in registry)
        return {tool_name(action): action for action in found if self._may_have(action)}

    def readable(self) -> dict[str, Action]:
        """The reading actions that the caller may use, by their own names."""
        actions = self.runtime.actions.items()
        return {name: a for name, a in actions if a.grade == "reads" and self.principal.may(a.scope)}

    def _may_have(self, action: Action) -> bool:
        if not changes_nothing(action) and (self.offer.read_only or action.name.partition(".")[0] in PERSONS_ALONE):
            return False
        return not action.upload and self.principal.may(action.scope)


def changes_nothing(action: Action) -> bool:
    """Whether it only reads, be it by asking somebody outside."""
    return action.scope.endswith(":read")


def tool_name(action: Action) -> str:
    """The name of an action as clients allow it: letters, digits and underscores."""
    return action.name.replace(".", "_")
