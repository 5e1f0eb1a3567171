"""Looking for patterns, on demand and from time to time, and telling what is new."""

import asyncio
from collections.abc import Sequence
from dataclasses import asdict
from datetime import timedelta
from typing import Final
from uuid import UUID

from selfos.features.checks.looking import Look, look
from selfos.features.checks.records import Advice, Insight, InsightStatus, Quote
from selfos.intelligence.builtin.patterns import Finding, Told, find_patterns, news
from selfos.kernel.actions import ActionSet, ById, Input
from selfos.kernel.config.settings import Settings
from selfos.kernel.context import Context
from selfos.kernel.crud import crud
from selfos.kernel.jobs.queue import JobKind
from selfos.kernel.principal import ENGINE
from selfos.kernel.runtime import Runtime
from selfos.kernel.unit import Unit

CHECK: Final = "checks.run"
_REMEMBERED: Final = 200
"""Insights that a new one is compared with, the newest."""

check_actions = ActionSet("checks")
insight_actions = crud(Insight.spec).only("list", "get", "history")


@check_actions.writes("run", path="/checks", input=Input, output=[Insight.spec])
async def run(context: Context, _given: Input) -> list[Insight]:
    """Look for patterns now; answers what is new, which is usually nothing."""
    findings = await find(context.runtime, context.space_id)
    return await tell(context.unit, findings)


async def check(runtime: Runtime, space_id: UUID, _subjects: Sequence[UUID]) -> None:
    """The same, from time to time."""
    findings = await find(runtime, space_id)
    async with runtime.unit(space_id, ENGINE, CHECK) as unit:
        await tell(unit, findings)


async def find(runtime: Runtime, space_id: UUID) -> tuple[Finding, ...]:
    """All that stands out in the recent life of a space, told before or not."""
    return await asyncio.to_thread(_find, await look(runtime, space_id))


def _find(seen: Look) -> tuple[Finding, ...]:
    return find_patterns(seen.thoughts, seen.tasks, seen.goals, seen.now)


async def tell(unit: Unit, findings: Sequence[Finding]) -> list[Insight]:
    """Keep those that are new to the person."""
    if not findings:
        return []
    known = [_told(insight) for insight in await _insights(unit, _REMEMBERED)]
    return [_keep(unit, finding) for finding in news(findings, known)]


async def _insights(unit: Unit, most: int | None = None) -> list[Insight]:
    connection = await unit.connection()
    query = "SELECT id FROM insights WHERE space_id = $1 ORDER BY created_at DESC, id DESC LIMIT $2"
    rows = await connection.fetch(query, unit.space_id, most)
    return await unit.get_many(Insight, [row["id"] for row in rows], deleted=True)


def _told(insight: Insight) -> Told:
    stands_on = frozenset(quote.id for quote in insight.evidence)
    return Told(insight.pattern, insight.signature, insight.again_at, stands_on)


def _keep(unit: Unit, finding: Finding) -> Insight:
    return unit.create(
        Insight,
        pattern=finding.kind,
        title=finding.title,
        sentence=finding.sentence,
        evidence=tuple(Quote(**asdict(item)) for item in finding.evidence),
        advice=Advice(**asdict(finding.suggestion)) if finding.suggestion else None,
        confidence=finding.confidence,
        signature=finding.signature,
        again_at=finding.again_at,
    )


@insight_actions.writes("see", path="/insights/{id}/see", input=ById, output=Insight.spec, raises=(404, 412))
async def see(context: Context, given: ById) -> Insight:
    """Mark an insight as seen."""
    return await _marked(context, given.id, InsightStatus.SEEN)


@insight_actions.writes("dismiss", path="/insights/{id}/dismiss", input=ById, output=Insight.spec, raises=(404, 412))
async def dismiss(context: Context, given: ById) -> Insight:
    """Turn an insight down; it is told again only when much more speaks for it."""
    return await _marked(context, given.id, InsightStatus.DISMISSED)


async def _marked(context: Context, insight_id: UUID, status: InsightStatus) -> Insight:
    insight = await context.unit.get(Insight, insight_id)
    context.check_match(insight)
    return context.unit.update(insight, status=status)


async def erase_quotes(unit: Unit) -> None:
    """An insight that quotes what is erased is erased together with it."""
    erased = {change.record.id for change in unit.changes if change.op == "erase" and change.kind is not Insight.spec}
    if not erased:
        return
    for insight in await _insights(unit):
        if any(quote.id in erased for quote in insight.evidence):
            unit.erase(insight)


def interval(settings: Settings) -> timedelta:
    """How long from one check of a space to the next."""
    return timedelta(minutes=settings.check_interval_minutes)


def schedule(unit: Unit, settings: Settings) -> None:
    """Have the space checked from time to time; asking again changes nothing."""
    unit.enqueue(CHECK, unit.space_id, unit.at + interval(settings))


rules = (erase_quotes,)
jobs = (JobKind(CHECK, check, every=interval),)
