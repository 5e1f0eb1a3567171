"""Keeping documents as sources: new ones created, changed ones brought up to date, the same ones left as they are."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

import asyncpg

from selfos.features.sources import queries
from selfos.features.sources.records import Provenance, Source, SourcePart
from selfos.features.sources.rules import part_title
from selfos.intelligence.documents import Document, Format, Part, split
from selfos.kernel.fields import MAX_TAGS
from selfos.kernel.keys.sealing import Sealer
from selfos.kernel.unit import Unit

_EXCERPT = 300


@dataclass(frozen=True, slots=True)
class Keys:
    """Keyed hashes of where a text comes from and of what it is, by which it is known again."""

    origin: UUID
    content: UUID


@dataclass(frozen=True, slots=True)
class Read:
    """A document with what is known of where it came from."""

    document: Document
    format: Format
    origin: str | None
    keys: Keys
    tags: tuple[str, ...] = ()


@dataclass(slots=True)
class Kept:
    """What became of the documents."""

    created: list[Source] = field(default_factory=list)
    updated: list[Source] = field(default_factory=list)
    unchanged: int = 0


def keys_of(sealer: Sealer, space_id: UUID, origin: str | None, content: bytes) -> Keys:
    """The keys of a text; what comes from nowhere is known by its content alone."""
    by_content = _key(sealer, space_id, "content", content)
    return Keys(by_content if origin is None else _key(sealer, space_id, "origin", origin.encode()), by_content)


def _key(sealer: Sealer, space_id: UUID, what: str, value: bytes) -> UUID:
    return UUID(bytes=sealer.fingerprint(f"source {what}", space_id.bytes + value)[:16], version=4)


@dataclass(frozen=True, slots=True)
class Known:
    """The sources that a space holds already: (id, content) by origin, id by content."""

    by_origin: Mapping[UUID, tuple[UUID, UUID]]
    by_content: Mapping[UUID, UUID]

    def holds(self, keys: Keys) -> bool:
        """Whether there is nothing new to read: the same file again, or the same content from elsewhere."""
        _, content = self.by_origin.get(keys.origin, (None, keys.content))
        return content == keys.content and content in self.by_content


async def known(connection: asyncpg.Connection, space_id: UUID, keys: Iterable[Keys]) -> Known:
    """What is known under these keys."""
    rows = await queries.known_keys(connection, space_id, [key for pair in keys for key in (pair.origin, pair.content)])
    by_origin = {row["origin_key"]: (row["id"], row["text_key"]) for row in rows}
    return Known(by_origin, {row["text_key"]: row["id"] for row in rows})


@dataclass(frozen=True, slots=True)
class Bringing:
    """Whose words they are, in which zone their times are meant, and which import brings them."""

    provenance: Provenance
    zone: ZoneInfo
    import_id: UUID | None = None


async def keep(unit: Unit, found: Iterable[Read], bringing: Bringing) -> Kept:
    """Keep what was read, in one unit."""
    latest = {read.keys.origin: read for read in found}
    there = await known(await unit.connection(), unit.space_id, [read.keys for read in latest.values()])
    ids = {origin: source_id for origin, (source_id, _) in there.by_origin.items()}
    sources = {source.origin_key: source for source in await unit.get_many(Source, ids.values())}
    kept, seen = Kept(), set[UUID]()
    for read in latest.values():
        if there.holds(read.keys) or read.keys.content in seen:
            kept.unchanged += 1
            continue
        seen.add(read.keys.content)
        if (source := sources.get(read.keys.origin)) is not None:
            kept.updated.append(_brought_up_to_date(unit, source, read, bringing))
        else:
            kept.created.append(_created(unit, read, bringing))
    return kept


def _created(unit: Unit, read: Read, bringing: Bringing) -> Source:
    parts = split(read.document)
    source = unit.create(Source, **_values(unit, read, bringing, parts))
    _add_parts(unit, source, parts)
    return source


def _brought_up_to_date(unit: Unit, source: Source, read: Read, bringing: Bringing) -> Source:
    parts = split(read.document)
    changed = unit.update(source, **_values(unit, read, bringing, parts))
    _add_parts(unit, changed, parts)
    return changed


def _values(unit: Unit, read: Read, bringing: Bringing, parts: Sequence[Part]) -> dict[str, Any]:
    document = read.document
    return {
        "title": document.title,
        "tags": tuple(dict.fromkeys((*read.tags, *document.tags)))[:MAX_TAGS],
        "links": document.links,
        "excerpt": document.sections[0].text[:_EXCERPT],
        "origin": read.origin,
        "format": read.format,
        "provenance": bringing.provenance,
        "written_at": _moment(document.written, bringing.zone),
        "imported_at": unit.at,
        "import_id": bringing.import_id,
        "origin_key": read.keys.origin,
        "text_key": read.keys.content,
        "edition": unit.id,
        "parts": len(parts),
        "characters": document.characters,
    }


def _add_parts(unit: Unit, source: Source, parts: Sequence[Part]) -> None:
    for number, part in enumerate(parts, start=1):
        unit.create(
            SourcePart,
            source_id=source.id,
            edition=source.edition,
            number=number,
            title=part_title(source, part.place),
            place=part.place,
            text=part.text,
            provenance=source.provenance,
            written_at=source.written_at,
        )


def _moment(written: date | None, zone: ZoneInfo) -> datetime | None:
    """A day is taken as its beginning; what no calendar of the product holds is no time."""
    if written is None or not 1 < written.year < 9999:
        return None
    moment = written if isinstance(written, datetime) else datetime.combine(written, time())
    return (moment if moment.tzinfo else moment.replace(tzinfo=zone)).astimezone(UTC)
