"""A look at a person's recent life, as detection reads it: bounded in time and number, all times local."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final
from uuid import UUID
from zoneinfo import ZoneInfo

import asyncpg
import numpy as np

from selfos.features.goals import Goal
from selfos.features.profile import profile_of
from selfos.features.tasks import Task, TaskStatus
from selfos.features.thoughts import Thought
from selfos.intelligence.builtin.patterns import GoalView, TaskView, ThoughtView
from selfos.kernel import clock
from selfos.kernel.indexing.stored_vectors import FloatArray, unpack
from selfos.kernel.reading import Listing, list_plain, open_vector
from selfos.kernel.records import Kind
from selfos.kernel.runtime import Runtime

_WINDOW: Final = timedelta(days=90)
_MOST: Final = 2000


@dataclass(frozen=True, slots=True)
class Look:
    """What was looked at, and when that was."""

    now: datetime
    thoughts: tuple[ThoughtView, ...]
    tasks: tuple[TaskView, ...]
    goals: tuple[GoalView, ...]


async def look(runtime: Runtime, space_id: UUID) -> Look:
    """The last ninety days of a space: at most 2,000 thoughts, as many tasks and goals, the newest of each."""
    zone = (await profile_of(runtime, space_id)).zone
    now = clock.now()
    since = now - _WINDOW
    async with runtime.database.space(space_id, read_only=True) as connection:
        reader = _Reader(runtime, space_id, connection)
        thoughts = await reader.records(Thought.spec, ("captured_at", ">=", since), ("captured_at", "<=", now))
        tasks = await reader.records(Task.spec, ("status", "ANY", [s.value for s in TaskStatus if s.is_open]))
        tasks += await reader.records(Task.spec, ("completed_at", ">=", since))
        goals = await reader.records(Goal.spec, ("status", "=", "active"))
        vectors = await reader.vectors([thought["id"] for thought in thoughts])
    return Look(
        now=now.astimezone(zone),
        thoughts=tuple(_thought(values, zone, vectors.get(values["id"])) for values in thoughts),
        tasks=tuple(_task(values, zone) for values in tasks),
        goals=tuple(_goal(values, zone) for values in goals),
    )


@dataclass(frozen=True, slots=True)
class _Reader:
    runtime: Runtime
    space_id: UUID
    connection: asyncpg.Connection

    async def records(self, kind: Kind, *conditions: tuple[str, str, Any]) -> list[dict[str, Any]]:
        listing = Listing(conditions, order="created_at", limit=_MOST)
        return await list_plain(self.connection, self.runtime.sealer, self.space_id, kind, listing)

    async def vectors(self, thought_ids: Sequence[UUID]) -> dict[UUID, FloatArray]:
        """The middle of each thought's vectors, of unit length; none where the model is missing."""
        if self.runtime.encoder is None:
            return {}
        query = """SELECT kind, record_id, model, sealed FROM vectors
            WHERE space_id = $1 AND model = $2 AND kind = 'thought' AND record_id = ANY($3)"""
        rows = await self.connection.fetch(query, self.space_id, self.runtime.encoder.model, thought_ids)
        return {row["record_id"]: _middle(open_vector(self.runtime.sealer, self.space_id, row)) for row in rows}


def _middle(plain: bytes) -> FloatArray:
    _, rows = unpack(plain)
    middle: FloatArray = rows.mean(axis=0)
    return middle / np.float32(max(float(np.linalg.norm(middle)), 1e-9))


def _thought(values: dict[str, Any], zone: ZoneInfo, vector: FloatArray | None) -> ThoughtView:
    return ThoughtView(
        id=values["id"],
        content=values["content"],
        captured_at=values["captured_at"].astimezone(zone),
        type=values["type"] or "note",
        tags=tuple(values["tags"]),
        areas=tuple(values["life_areas"]),
        sentiment=values["sentiment"] or "neutral",
        is_actionable=bool(values["is_actionable"]),
        people=tuple(values["people"]),
        embedding=vector,
    )


def _task(values: dict[str, Any], zone: ZoneInfo) -> TaskView:
    done = values["completed_at"]
    return TaskView(
        id=values["id"],
        title=values["title"],
        created_at=values["created_at"].astimezone(zone),
        status=values["status"],
        due=values["due_at"].astimezone(zone) if values["due_at"] else values["due"],
        completed_at=done.astimezone(zone) if done else None,
        goal_id=values["goal_id"],
        duration=values["duration_minutes"],
    )


def _goal(values: dict[str, Any], zone: ZoneInfo) -> GoalView:
    return GoalView(
        id=values["id"],
        title=values["title"],
        updated_at=values["updated_at"].astimezone(zone),
        status=values["status"],
        target_date=values["target_date"],
        areas=tuple(values["life_areas"]),
    )
