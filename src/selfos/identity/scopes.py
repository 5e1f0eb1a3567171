"""Which scopes there are to give to a key."""

from collections.abc import Iterable
from typing import Final

from selfos.kernel.actions import Action
from selfos.kernel.errors import Invalid
from selfos.kernel.records import registry

_BESIDES: Final = frozenset({"*", "sync"})
"""Everything; and the way in which devices move changes, which is no action."""


def check_scopes(scopes: Iterable[str], actions: Iterable[Action]) -> None:
    """Raises Invalid for a scope of a resource that does not exist here: nothing would ever ask for it."""
    declared = {action.scope.partition(":")[0] for action in actions}
    known = declared | {kind.plural for kind in registry.all()} | _BESIDES
    if unknown := sorted(scope for scope in scopes if scope.partition(":")[0] not in known):
        resources = ", ".join(sorted(known))
        raise Invalid(f"nothing here asks for {', '.join(unknown)}; there are {resources}", field="scopes")
