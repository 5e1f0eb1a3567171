"""A language model's second look at what a record tells. Days are read from its quotes by the built-in engine alone."""

import asyncio
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Annotated, Final, Self
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, model_validator

from selfos.features.memories.keeping import Lesson
from selfos.features.memories.records import MemoryKind
from selfos.features.models import models_of
from selfos.features.profile import Profile
from selfos.intelligence.builtin.intents import tells
from selfos.intelligence.builtin.remembering import (
    ME,
    Claim,
    Turn,
    frames,
    may_last,
    names_same,
    quoted,
    terms,
    touched,
)
from selfos.intelligence.models import Ask, Asker, ModelsUnavailable
from selfos.intelligence.models import Turn as Said
from selfos.intelligence.prompts import prompt
from selfos.kernel.fields import Line
from selfos.kernel.records import to_json
from selfos.kernel.recurrence import wall
from selfos.kernel.runtime import Runtime
from selfos.kernel.search import Encoder
from selfos.kernel.vocabulary import Sensitivity

PURPOSE: Final = "remember"
_READ: Final = 6000
"""Characters of a text that are sent."""
_SECONDS: Final = 25.0
_MOST_TOKENS: Final = 1500
_AT_ONCE: Final = 4
_MOST: Final = 12
_SAID: Final = "message"
_AGREED: Final = 0.95
_ALONE: Final = 0.8
"""How sure a claim is that both found, or the model alone; as with the second reading of a thought."""
_OPEN: Final = ("prefers", "opinion of <thing>", "favourite <thing>", "routine <activity>")
"""Attributes that the rules know and no frame lists."""

Words = Annotated[str, Field(min_length=1, max_length=160)]


class Told(BaseModel):
    """One thing that a text tells of a life."""

    model_config = ConfigDict(extra="forbid")

    quote: Annotated[str, Field(min_length=1, max_length=1000)]
    what: MemoryKind
    subject: Words
    attribute: Words
    value: Words
    statement: Line
    turn: Turn
    sensitive: Sensitivity | None


class SecondReading(BaseModel):
    """All that a model found in a text."""

    model_config = ConfigDict(extra="forbid")

    memories: Annotated[tuple[Told, ...], Field(max_length=_MOST)]


async def read_again(
    runtime: Runtime, space_id: UUID, lessons: Sequence[Lesson], read_before: Collection[UUID], profile: Profile
) -> list[Lesson]:
    """The lessons with what a model found in their texts too; as they are where none may, need or could be asked.

    A text is sent once: not if it was `read_before`, says nothing that lasts, or touches on a matter that the person
    does not want remembered.
    """
    if not await models_of(runtime).available(Asker(space_id)):
        return list(lessons)
    unread = [lesson for lesson in lessons if lesson.id not in read_before]
    worth = await asyncio.to_thread(_worth, unread, profile, runtime.encoder)
    some = asyncio.Semaphore(_AT_ONCE)

    async def look(lesson: Lesson) -> Lesson:
        if lesson.id not in worth:
            return lesson
        async with some:
            return await _look(runtime, space_id, lesson, wall(lesson.at, profile.zone))

    return await asyncio.gather(*(look(lesson) for lesson in lessons))


def _worth(lessons: Sequence[Lesson], profile: Profile, encoder: Encoder | None) -> set[UUID]:
    """Those that may say something lasting, and are no wishes or questions to the assistant."""
    may = [one for one in lessons if touched(one.text).isdisjoint(profile.not_remembered)]
    may = [one for one in may if one.claims or may_last(one.text[:_READ])]
    doubtful = [one for one in may if one.kind == _SAID and not one.claims]
    told = tells([one.text for one in doubtful], encoder)
    return {one.id for one in may} - {one.id for one, is_told in zip(doubtful, told, strict=True) if not is_told}


async def _look(runtime: Runtime, space_id: UUID, lesson: Lesson, told: datetime) -> Lesson:
    words, sent = prompt("remember"), lesson.text[:_READ]
    given = {"day": told.date(), "text": sent, "found_by_rules": [_shown(sent, claim) for claim in lesson.claims]}
    ask = Ask(
        (Said("system", words.render(attributes=_attributes())), Said("user", to_json(given).decode())),
        answer=_form(sent),
        max_tokens=_MOST_TOKENS,
        deadline_seconds=_SECONDS,
        prompt=words.label,
    )
    try:
        reply = await models_of(runtime).reply(Asker(space_id), PURPOSE, ask)
    except ModelsUnavailable:
        return lesson
    second = list(_claims(sent, told, reply.answer, f"{reply.provider}/{reply.model}"))
    return replace(lesson, claims=_joined(lesson.claims, second), modelled=True)


def _attributes() -> str:
    return ", ".join(dict.fromkeys((*(f"`{frame.attribute}`" for frame in frames()), *(f"`{one}`" for one in _OPEN))))


def _shown(text: str, claim: Claim) -> dict[str, object]:
    shown = {name: getattr(claim, name) for name in ("what", "subject", "attribute", "value", "statement")}
    return {"quote": text[slice(*claim.span)]} | shown


def _form(text: str) -> type[SecondReading]:
    """The form for this text: what is quoted must stand in it, and nothing be told that is not quoted."""

    class Quoting(SecondReading):
        @model_validator(mode="after")
        def _quotes(self) -> Self:
            for told in self.memories:
                if told.quote not in text:
                    raise ValueError(f"{told.quote!r} does not stand in the text")
                if told.value.casefold() not in told.quote.casefold():
                    raise ValueError(f"{told.value!r} does not stand in its quote")
                if told.subject.casefold() != ME and told.subject.casefold() not in text.casefold():
                    raise ValueError(f"{told.subject!r} is not named in the text")
            return self

    Quoting.__name__ = SecondReading.__name__
    return Quoting


def _claims(text: str, told: datetime, second: SecondReading, found_by: str) -> Iterator[Claim]:
    for one in second.memories:
        subject = ME if one.subject.casefold() == ME else one.subject
        private = {"sensitive": one.sensitive} if one.sensitive else {}
        claim = quoted(
            text,
            one.quote,
            told,
            one.turn,
            what=one.what.value,
            subject=subject,
            attribute=one.attribute.casefold(),
            value=one.value,
            statement=_statement(text, one),
            confidence=_ALONE,
            found_by=found_by,
            **private,
        )
        if claim:
            yield claim


def _statement(text: str, told: Told) -> str:
    """The model's sentence where it says nothing that the text does not; else the quote itself."""
    known = set(terms(f"{text} {told.attribute}"))
    return told.statement if known.issuperset(terms(told.statement)) else told.quote


def _joined(first: Sequence[Claim], second: Sequence[Claim]) -> tuple[Claim, ...]:
    """What either found, each thing once; surer where both found it."""
    agreed = [any(_same(claim, other) for other in second) for claim in first]
    both = [
        replace(claim, confidence=max(claim.confidence, _AGREED)) if found else claim
        for claim, found in zip(first, agreed, strict=True)
    ]
    for claim in second:
        if not any(_same(claim, other) for other in both):
            both.append(claim)
    return tuple(both)


def _same(one: Claim, other: Claim) -> bool:
    """Whether two claims of a text are one: of the same sentence or attribute, about the same, of the same value."""
    close = one.span == other.span or one.attribute == other.attribute
    return close and one.subject.casefold() == other.subject.casefold() and names_same(one.value, other.value)
