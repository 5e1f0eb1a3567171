"""Sync: what a device did goes up once, what it missed comes down whole. The protocol is told in docs/sync.md.

These are ways of moving changes, not things that a person does, so they are served here and are no part of the
product's action registry.
"""

from typing import Final

from selfos.kernel.actions import ActionSet
from selfos.surfaces.sync.live import live_routes
from selfos.surfaces.sync.messages import Ask, Page, Push, Pushed
from selfos.surfaces.sync.pulling import bootstrap, pull
from selfos.surfaces.sync.pushing import push

sync_actions: Final = ActionSet("sync")
sync_actions.reads("push", method="POST", path="/sync/push", input=Push, output=Pushed, raises=(409,))(push)
sync_actions.reads("pull", path="/sync/pull", input=Ask, output=Page)(pull)
sync_actions.reads("bootstrap", path="/sync/bootstrap", input=Ask, output=Page)(bootstrap)

__all__ = ["live_routes", "sync_actions"]
