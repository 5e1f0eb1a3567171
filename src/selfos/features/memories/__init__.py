"""Memories: what is known about a life, from whom, since when, and for how long it held."""

from selfos.features.memories import catching_up, learning, using
from selfos.features.memories.recalling import recall
from selfos.features.memories.records import Evidence, Memory, MemoryKind
from selfos.features.memories.rules import rules
from selfos.features.memories.service import actions
from selfos.intelligence.builtin.remembering import Recalled, Recollection
from selfos.kernel.feature import Feature

feature = Feature(
    "memories",
    actions=(*catching_up.actions, *actions),  # before those whose path holds an id
    jobs=(*learning.jobs, *catching_up.jobs, *using.jobs),
    reactions=(*learning.reactions, *catching_up.reactions, *using.reactions),
    rules=rules,
)

__all__ = ["Evidence", "Memory", "MemoryKind", "Recalled", "Recollection", "feature", "recall"]
