"""What a feature hands to the application: its actions, its jobs, what follows from changes, and what must hold."""

from collections.abc import Sequence
from dataclasses import dataclass

from selfos.kernel.actions import Action
from selfos.kernel.jobs.queue import JobKind
from selfos.kernel.unit import Reaction, Rule


@dataclass(frozen=True, slots=True)
class Feature:
    """One part of a life. Importing its package declares its records; this is the rest of it."""

    name: str
    actions: Sequence[Action] = ()
    jobs: Sequence[JobKind] = ()
    reactions: Sequence[Reaction] = ()
    rules: Sequence[Rule] = ()
