"""What can be done with memories."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from pydantic import BaseModel, Field, create_model

from selfos.features.calibration import calibration_of
from selfos.features.memories import queries
from selfos.features.memories.learning import LEARNT_FROM
from selfos.features.memories.recalling import recall
from selfos.features.memories.records import Evidence, Memory, MemoryKind
from selfos.features.profile import profile_of
from selfos.intelligence.builtin.remembering import answer_from_memory, extract, slot_of
from selfos.kernel import clock
from selfos.kernel.actions import ActionSet, ById, Input, Output
from selfos.kernel.context import Context
from selfos.kernel.crud import crud
from selfos.kernel.errors import Invalid
from selfos.kernel.fields import Day, Instant, Line
from selfos.kernel.filters import query_model
from selfos.kernel.listing import list_page
from selfos.kernel.records import Record, registry

_KIND: Final = Memory.spec


async def _as_the_person_says(context: Context, record: Record, before: Record | None) -> Record:
    """What the person writes or corrects is theirs from then on, and is read for what it tells of whom."""
    if not isinstance(record, Memory):
        raise TypeError(record.spec.name)
    if record.valid_from and record.valid_until and record.valid_until < record.valid_from:
        raise Invalid("it cannot end before it begins", field="valid_until")
    if isinstance(before, Memory) and record.statement == before.statement:
        return context.unit.update(record, by_person=record is not before or before.by_person)
    return context.unit.update(record, by_person=True, confidence=1.0, **_told(record.statement, before))


def _told(statement: str, before: Record | None) -> dict[str, Any]:
    claims = extract(statement, clock.now().replace(tzinfo=None))
    if len(claims) != 1 or claims[0].ends:
        return {"value": statement} if isinstance(before, Memory) and before.slot else {}
    claim = claims[0]
    read = {name: getattr(claim, name) for name in ("subject", "attribute", "value", "single", "people", "sensitive")}
    return read | {"slot": slot_of(claim.subject, claim.attribute)}


actions: Final[ActionSet] = ActionSet("memories")

_Query: type[BaseModel] = create_model(
    "MemoriesQuery",
    __base__=query_model(_KIND),
    current=(bool, Field(False, description="Only what still holds")),
    as_of=(Day | None, Field(None, description="What held on this day")),
    believed_at=(Instant | None, Field(None, description="What was known at this moment, right or wrong")),
)


@actions.reads("list", path=_KIND.path, input=_Query, output=[_KIND, "page"], raises=(400, 422))
async def list_memories(context: Context, given: Any) -> dict[str, Any]:
    """List memories; those that still hold, that held on a day, or that were believed at a moment."""
    if not (given.current or given.as_of or given.believed_at):
        return await list_page(context, _KIND, given)
    profile = await profile_of(context.runtime, context.space_id)
    day = given.as_of or (clock.now().astimezone(profile.zone).date() if given.current else None)
    return await list_page(context, _KIND, given, within=await queries.held(context, day, given.believed_at))


class Pinning(ById):
    """Whether it shall never fade."""

    pinned: bool = True


@actions.writes("pin", path=f"{_KIND.path}/{{id}}/pin", input=Pinning, output=_KIND, raises=(404, 412))
async def pin(context: Context, given: Pinning) -> Memory:
    """Keep a memory from fading, or let it fade again."""
    memory = await context.unit.get(Memory, given.id)
    context.check_match(memory)
    return context.unit.update(memory, pinned=given.pinned)


class Forgetting(ById):
    """What to forget."""

    sources: bool = Field(False, description="Delete the records it was learnt from too")


@actions.writes("forget", path=f"{_KIND.path}/{{id}}/forget", input=Forgetting, output=_KIND, raises=(404, 412))
async def forget(context: Context, given: Forgetting) -> Memory:
    """Forget a memory and what the same words told; it is not learnt from them again. Undo brings it back."""
    unit = context.unit
    memory = await unit.get(Memory, given.id)
    context.check_match(memory)
    forgotten = unit.delete(memory)
    if given.sources:
        for kind in LEARNT_FROM:
            ids = [one.id for one in memory.evidence if one.kind == kind]
            for record in await unit.get_many(registry[kind].model, ids):
                unit.delete(record)
    return forgotten


class Reason(Evidence):
    """Words that a memory stands on, with what their record says as a whole; None where that is gone."""

    text: str | None


class Why(Output):
    """Why something is remembered. `by_person`: they wrote or corrected it themselves.

    `confidence` is fitted to what the person made of other memories.
    """

    id: UUID
    statement: Line
    confidence: float
    by_person: bool
    reasons: tuple[Reason, ...]


@actions.reads("why", path=f"{_KIND.path}/{{id}}/why", input=ById, output=Why, raises=(404,))
async def why(context: Context, given: ById) -> Why:
    """Why it is remembered: the words, where and when they were said, who found it and how surely."""
    memory = await queries.memory(context, given.id)
    texts = await queries.texts(context, memory.evidence)
    profile = await profile_of(context.runtime, context.space_id)
    sure = (await calibration_of(context.runtime, context.space_id, profile)).confidence
    return Why(
        id=memory.id,
        statement=memory.statement,
        confidence=memory.confidence if memory.by_person else sure("memory", memory.confidence),
        by_person=memory.by_person,
        reasons=tuple(Reason(**one.model_dump(), text=texts.get(one.id)) for one in memory.evidence),
    )


class RecallQuery(Input):
    """What to remember."""

    q: str = Field(min_length=1, max_length=500, description="A question, or words")
    what: MemoryKind | None = Field(None, description="Of memories, only this kind")
    kinds: str | None = Field(None, max_length=500, description="Kinds of records, separated by commas")
    at: Instant | None = Field(None, description="Answer by what was known at this moment")
    since: Instant | None = Field(None, description="Said, or true, not before this moment")
    until: Instant | None = Field(None, description="Said, or true, before this moment")
    limit: int = Field(8, ge=1, le=50)


class RecalledRecord(Output):
    """A memory or record that fits. `said_by` is `me` for the person's own words."""

    kind: str
    id: UUID
    text: str
    at: datetime
    said_by: str
    score: float
    memory: Memory | None


class Quoted(Output):
    """Words that an answer stands on."""

    kind: str
    id: UUID
    quote: str
    at: datetime


class Recollections(Output):
    """An answer by the built-in engine, and all that fits, best first. `sure` is 0 where it does not know."""

    answer: str
    sure: float
    citations: tuple[Quoted, ...]
    items: tuple[RecalledRecord, ...]
    degraded: str | None


@actions.reads("recall", path=f"{_KIND.path}/recall", input=RecallQuery, output=Recollections)
async def recall_records(context: Context, given: RecallQuery) -> Recollections:
    """Answer a question from memory by quoting, and show what fits it."""
    recalled = await recall(
        context,
        given.q,
        limit=given.limit,
        kinds=_names(given.kinds),
        what=[given.what] if given.what else None,
        at=given.at,
        since=given.since,
        until=given.until,
    )
    zone = (await profile_of(context.runtime, context.space_id)).zone
    answer = answer_from_memory(given.q, recalled, (given.at or clock.now()).astimezone(zone))
    return Recollections(
        answer=answer.text,
        sure=answer.sure,
        citations=tuple(Quoted(kind=c.kind, id=c.id, quote=c.quote, at=c.at) for c in answer.citations),
        items=tuple(
            RecalledRecord(
                kind=item.kind, id=item.id, text=item.text, at=item.at, said_by=item.said_by,
                score=round(item.score, 4), memory=item.memory if isinstance(item.memory, Memory) else None,
            )
            for item in recalled.items
        ),
        degraded=recalled.degraded,
    )  # fmt: skip


def _names(kinds: str | None) -> Sequence[str] | None:
    chosen = [word.strip() for word in (kinds or "").split(",") if word.strip()]
    if unknown := [word for word in chosen if word not in registry]:
        raise Invalid(f"{len(unknown)} of these kinds do not exist", field="kinds")
    return chosen or None


# last, so that the path of a recall is not taken for an id
actions.extend(
    crud(_KIND, check=_as_the_person_says).only("create", "get", "update", "delete", "restore", "erase", "history")
)
