"""What the engine found in a thought."""

from hashlib import sha256
from typing import Literal
from uuid import UUID, uuid5

from pydantic import BaseModel, ConfigDict, JsonValue

from selfos.kernel.fields import Share, Tags
from selfos.kernel.records import Indexed, Managed, Private, Record, SearchSpec

What = Literal["is_actionable", "type", "sentiment", "life_area", "tag", "person", "amount", "date", "task"]


class Found(BaseModel):
    """One thing that was found: what, by which rule or model, how sure it is, and where in the text it stands."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    what: What
    value: JsonValue
    confidence: Share
    found_by: str
    span: tuple[int, int]


class Analysis(Record, kind="analysis", plural="analyses", search=SearchSpec(meaning=False)):
    """The engine's reading of one thought, under an id that follows from the thought's.

    `text_hash` names the text that was read and `engine` who read it; `added_tags` are the thought's tags that it owes
    to this reading.
    """

    thought_id: Indexed[Managed[UUID]]
    text_hash: Private[Managed[str]]
    engine: Private[Managed[str]]
    findings: Private[Managed[tuple[Found, ...]]] = ()
    added_tags: Private[Managed[Tags]] = ()

    def is_of(self, text: str) -> bool:
        """Whether this is the text that was read."""
        return self.text_hash == hash_of(text)


def hash_of(text: str) -> str:
    """Names a text in an analysis."""
    return sha256(text.encode()).hexdigest()


def analysis_id(thought_id: UUID) -> UUID:
    """Where the reading of a thought is kept."""
    return uuid5(thought_id, "analysis")
