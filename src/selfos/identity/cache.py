"""What was proved a moment ago: bounded in number and in time."""

from collections import OrderedDict
from collections.abc import Hashable
from dataclasses import dataclass
from datetime import datetime
from typing import Final, Generic, TypeVar
from uuid import UUID

V = TypeVar("V")

_MOST: Final = 4096


@dataclass(frozen=True, slots=True)
class _Entry(Generic[V]):
    value: V
    source: UUID
    until: datetime


class ShortMemory(Generic[V]):
    """Values by key, each from a source (a session, a key) whose end takes them away; least recently used go first."""

    def __init__(self, most: int = _MOST) -> None:
        self._most = most
        self._entries: OrderedDict[Hashable, _Entry[V]] = OrderedDict()
        self.generation = 0

    def get(self, key: Hashable, now: datetime) -> V | None:
        """The value, while it is good."""
        entry = self._entries.get(key)
        if entry is None:
            return None
        if entry.until <= now:
            del self._entries[key]
            return None
        self._entries.move_to_end(key)
        return entry.value

    def put(self, key: Hashable, value: V, *, source: UUID, until: datetime, generation: int) -> None:
        """Keep a value found out since `generation`; not if a source ended meanwhile, for it may be this one."""
        if generation != self.generation:
            return
        self._entries[key] = _Entry(value, source, until)
        if len(self._entries) > self._most:
            self._entries.popitem(last=False)

    def drop(self, source: UUID) -> None:
        """Forget what came from a source."""
        self.generation += 1
        for key in [key for key, entry in self._entries.items() if entry.source == source]:
            del self._entries[key]

    def __len__(self) -> int:
        return len(self._entries)
