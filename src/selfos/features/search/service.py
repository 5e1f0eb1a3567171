"""Finding records of every kind, and showing where they match."""

import asyncio
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any, Literal
from uuid import UUID
from zoneinfo import ZoneInfo

from pydantic import Field

from selfos.features.profile import profile_of
from selfos.features.search.snippet import snippet
from selfos.intelligence.builtin.date_hints import date_hints
from selfos.intelligence.builtin.when import find_all
from selfos.kernel import clock
from selfos.kernel.actions import ActionSet, Input, Output
from selfos.kernel.context import Context
from selfos.kernel.errors import Invalid
from selfos.kernel.fields import Instant
from selfos.kernel.indexing.folding import searchable
from selfos.kernel.reading import fetch_plain
from selfos.kernel.records import registry
from selfos.kernel.search import Hit, Query, Results
from selfos.kernel.zones import Zone

actions = ActionSet("search")


class SearchQuery(Input):
    """What to look for."""

    q: str = Field(min_length=1, max_length=500, description='Words, "phrases", -without, and times like "last week"')
    kinds: str | None = Field(None, max_length=500, description="Kinds of records, separated by commas")
    mode: Literal["hybrid", "text", "meaning"] = "hybrid"
    since: Instant | None = Field(None, description="Not before this moment")
    until: Instant | None = Field(None, description="Before this moment")
    timezone: Zone | None = Field(None, description="For date words; your profile's where it is absent")
    limit: int = Field(20, ge=1, le=100)


class FoundRecord(Output):
    """A record that matches. `highlights` are spans (start, end) in characters of its fields `title` and `snippet`."""

    kind: str
    id: UUID
    at: datetime
    title: str
    snippet: str
    score: float
    likeness: float
    highlights: dict[str, list[tuple[int, int]]]
    record: dict[str, Any]


class SearchResults(Output):
    """Best first. `degraded` says what was not searched, and what to do about it."""

    items: list[FoundRecord]
    degraded: str | None


@actions.reads("query", path="/search", input=SearchQuery, output=SearchResults)
async def search(context: Context, given: SearchQuery) -> SearchResults:
    """Find records by words, by meaning and by when they were."""
    query = await _query(context, given)
    async with context.runtime.indexes.opened(context.space_id) as index:
        results: Results = await asyncio.to_thread(index.search, query, context.runtime.encoder)
    records = await _records(context, results.hits)
    return SearchResults(items=list(_shown(results.hits, records)), degraded=results.degraded)


async def _query(context: Context, given: SearchQuery) -> Query:
    zone = ZoneInfo(given.timezone or (await profile_of(context.runtime, context.space_id)).timezone)
    now = clock.now().astimezone(zone)
    hints = date_hints(given.q, now)
    query = Query(
        text=given.q,
        mode=given.mode,
        kinds=_kinds(given.kinds),
        since=given.since,
        until=given.until,
        date_hints=hints,
        limit=given.limit,
    )
    if not hints or _beside_dates(given.q, now):
        return query
    # nothing but a time was asked for: all that lies in it, the newest first
    since, until = hints[0]
    return replace(query, text="", date_hints=(), since=given.since or since, until=given.until or until)


def _beside_dates(text: str, now: datetime) -> bool:
    """Whether a search says more than when."""
    rest = list(text)
    for mention in find_all(text, now):
        rest[mention.start : mention.end] = " " * (mention.end - mention.start)
    return bool(re.search(r"\w{3,}", "".join(rest)))


def _kinds(text: str | None) -> tuple[str, ...]:
    """Kinds by name or plural. Raises Invalid for one that does not exist."""
    names = {kind.name: kind.name for kind in searchable()} | {kind.plural: kind.name for kind in searchable()}
    chosen = [word.strip() for word in (text or "").split(",") if word.strip()]
    if unknown := [word for word in chosen if word not in names]:
        known = ", ".join(sorted(set(names.values())))
        raise Invalid(f"{len(unknown)} of these kinds do not exist; there are {known}", field="kinds")
    return tuple(names[word] for word in chosen)


async def _records(context: Context, hits: Sequence[Hit]) -> dict[tuple[str, UUID], dict[str, Any]]:
    runtime, space = context.runtime, context.space_id
    found: dict[tuple[str, UUID], dict[str, Any]] = {}
    async with runtime.database.space(space, read_only=True) as connection:
        for kind in sorted({hit.kind for hit in hits}):
            ids = [hit.id for hit in hits if hit.kind == kind]
            rows = await fetch_plain(connection, runtime.sealer, space, registry[kind], ids)
            found |= {(kind, row["id"]): row for row in rows}
    return found


def _shown(hits: Sequence[Hit], records: Mapping[tuple[str, UUID], dict[str, Any]]) -> Iterator[FoundRecord]:
    for hit in hits:
        record = records.get((hit.kind, hit.id))
        if record is None or record["deleted_at"] is not None:  # deleted between the index and the table
            continue
        spec = registry[hit.kind].search
        text = "\n".join(value for name in spec.text if (value := record.get(name)))
        cut, spans = snippet(text, hit.highlights.get("text", ()))
        title = record.get(spec.title) or "" if spec.title else ""
        yield FoundRecord(
            kind=hit.kind,
            id=hit.id,
            at=record[spec.at] or record["created_at"],
            title=title,
            snippet=cut,
            score=round(hit.score, 4),
            likeness=round(hit.likeness, 4),
            highlights={"title": list(hit.highlights.get("title", ())), "snippet": spans},
            record=record,
        )
