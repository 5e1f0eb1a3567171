"""A language model's second look at a thought. Times are read from its quotes by the built-in engine alone."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Annotated, Final, Self
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, model_validator

from selfos.features.analysis.keeping import Reading
from selfos.features.analysis.reading import Reader
from selfos.features.models import models_of
from selfos.features.thoughts import Thought, ThoughtType
from selfos.intelligence.builtin.quickadd import read_line
from selfos.intelligence.builtin.understand.findings import FoundTask, Label, Person, Span, Understanding
from selfos.intelligence.models import Ask, Asker, ModelsUnavailable, Turn
from selfos.intelligence.prompts import prompt
from selfos.kernel.fields import Line, Tag
from selfos.kernel.records import to_json
from selfos.kernel.runtime import Runtime
from selfos.kernel.vocabulary import LifeArea, Sentiment

_READ: Final = 6000
"""Characters of a thought that are sent."""
_SECONDS: Final = 25.0
_MOST_TOKENS: Final = 1500
_AT_ONCE: Final = 4
_AGREED: Final = 0.95
_ALONE: Final = 0.8
"""How sure a finding is on which both readings agree, or the model's alone: taken until a person's own corrections fit
them."""

Name = Annotated[str, Field(min_length=1, max_length=100)]


class Errand(BaseModel):
    """A task, quoted word for word."""

    quote: Annotated[str, Field(min_length=1, max_length=500)]
    title: Line


class SecondReading(BaseModel):
    """What a model found in a thought."""

    model_config = ConfigDict(extra="forbid")

    type: ThoughtType
    sentiment: Sentiment
    life_areas: Annotated[tuple[LifeArea, ...], Field(max_length=3)]
    tags: Annotated[tuple[Tag, ...], Field(max_length=5)]
    people: Annotated[tuple[Name, ...], Field(max_length=20)]
    tasks: Annotated[tuple[Errand, ...], Field(max_length=20)]


async def read_again(
    runtime: Runtime, space_id: UUID, reader: Reader, first: Sequence[tuple[Thought, Understanding]]
) -> list[Reading]:
    """What is made of thoughts after a model looked at them again; of the first reading alone where none could."""
    if not await models_of(runtime).available(Asker(space_id)):
        return [Reading.of(reader, thought, understood) for thought, understood in first]
    some = asyncio.Semaphore(_AT_ONCE)

    async def look(thought: Thought, understood: Understanding) -> Reading:
        async with some:
            return await _look(runtime, space_id, reader, thought, understood)

    return await asyncio.gather(*(look(thought, understood) for thought, understood in first))


async def _look(runtime: Runtime, space_id: UUID, reader: Reader, thought: Thought, first: Understanding) -> Reading:
    words, sent = prompt("analysis"), thought.content[:_READ]
    given = to_json({"thought": sent, "first_reading": _shown(first)}).decode()
    ask = Ask(
        (Turn("system", words.text), Turn("user", given)),
        answer=_form(sent),
        max_tokens=_MOST_TOKENS,
        deadline_seconds=_SECONDS,
        prompt=words.label,
    )
    try:
        reply = await models_of(runtime).reply(Asker(space_id), "analysis", ask)
    except ModelsUnavailable:
        return Reading.of(reader, thought, first)
    found_by = f"{reply.provider}/{reply.model}"
    better = _joined(sent, reader.told(thought), first, reply.answer, found_by)
    return Reading.of(reader, thought, better, found_by)


def _shown(first: Understanding) -> dict[str, object]:
    return {
        "type": first.type.name,
        "sentiment": first.sentiment.name,
        "life_areas": [label.name for label in first.life_areas],
        "tags": [label.name for label in first.tags],
        "people": [person.name for person in first.people],
        "tasks": [task.title for task in first.tasks],
    }


def _form(text: str) -> type[SecondReading]:
    """The form for this thought: what is quoted must stand in it."""

    class Quoting(SecondReading):
        @model_validator(mode="after")
        def _quotes(self) -> Self:
            for words in (*(task.quote for task in self.tasks), *self.people):
                if words not in text:
                    raise ValueError(f"{words!r} does not stand in the thought")
            return self

    Quoting.__name__ = SecondReading.__name__
    return Quoting


def _joined(text: str, told: datetime, first: Understanding, second: SecondReading, found_by: str) -> Understanding:
    """The first reading with what the second found in its place; amounts and dates stay the first one's."""
    whole = (0, len(text))

    def label(name: str, known: set[str], span: Span = whole) -> Label:
        return Label(span=span, confidence=_AGREED if name in known else _ALONE, found_by=found_by, name=name)

    tasks = tuple(_task(text, told, errand, first, found_by) for errand in second.tasks)
    return replace(
        first,
        is_actionable=bool(tasks),
        confidence=_sure(first.is_actionable) if tasks else 1 - _sure(not first.is_actionable),
        found_by=found_by,
        tasks=tasks,
        type=label(second.type.value, {first.type.name}),
        sentiment=label(second.sentiment.value, {first.sentiment.name}),
        life_areas=tuple(label(area.value, {a.name for a in first.life_areas}) for area in second.life_areas),
        tags=tuple(label(tag, {t.name for t in first.tags}) for tag in second.tags),
        people=tuple(_person(text, name, first, found_by) for name in second.people),
    )


def _task(text: str, told: datetime, errand: Errand, first: Understanding, found_by: str) -> FoundTask:
    when, span = read_line(errand.quote, told.replace(tzinfo=None)).when, _span(text, errand.quote)
    known = any(task.span[0] < span[1] and span[0] < task.span[1] for task in first.tasks)
    return FoundTask(
        span=span,
        confidence=_sure(known),
        found_by=found_by,
        title=errand.title,
        due=when.start,
        rrule=when.rrule,
        duration=timedelta(minutes=when.duration_minutes) if when.duration_minutes else None,
        people=tuple(person.name for person in first.people if person.name in errand.quote),
    )


def _person(text: str, name: str, first: Understanding, found_by: str) -> Person:
    known = any(person.name == name for person in first.people)
    return Person(span=_span(text, name), confidence=_sure(known), found_by=found_by, name=name)


def _span(text: str, words: str) -> Span:
    begin = text.index(words)
    return begin, begin + len(words)


def _sure(agreed: bool) -> float:
    return _AGREED if agreed else _ALONE
