"""One record as search sees it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache
from typing import Final
from uuid import UUID

from .words import STOP_WORDS, read_words

#: The key whose values are names of people a record speaks of.
PEOPLE: Final = "people"
EPOCH: Final = datetime.fromisoformat("1970-01-01T00:00:00+00:00")

Ref = tuple[str, UUID]


@dataclass(frozen=True, slots=True)
class Doc:
    """One record as search sees it.

    `at` is an aware datetime; `keys` are filtered exactly (tags, type, status, and `people`: names it speaks of).
    `thread` is the conversation it belongs to, `seq` its place there, `speaker` the name of who said it.
    """

    kind: str
    id: UUID
    at: datetime
    text: str = ""
    title: str = ""
    keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    thread: str | None = None
    seq: int = 0
    speaker: str | None = None

    @property
    def ref(self) -> Ref:
        """What names it in the index."""
        return self.kind, self.id

    @property
    def words(self) -> str:
        """All that it says."""
        return f"{self.title}\n{self.text}" if self.title else self.text


def microseconds(moment: datetime) -> int:
    """An aware datetime as whole microseconds since 1970, exactly."""
    since = moment - EPOCH
    return (since.days * 86400 + since.seconds) * 1_000_000 + since.microseconds


@lru_cache(maxsize=4096)
def name_terms(name: str) -> tuple[str, ...]:
    """The terms of a name: of "John the plumber", John and plumber."""
    words = list(read_words(name))
    return tuple(word.term for word in words if word.text not in STOP_WORDS or len(words) == 1)
