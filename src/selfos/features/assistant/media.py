"""Links worth another look: those that the person saved themself about the same. SelfOS knows no others."""

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final, Literal
from uuid import UUID

import orjson

from selfos.features.assistant.queries import read_message
from selfos.features.assistant.service import ShownMessage
from selfos.features.sources import Source, SourcePart
from selfos.kernel.actions import Output
from selfos.kernel.context import Context
from selfos.kernel.perform import perform
from selfos.kernel.reading import fetch_records
from selfos.kernel.records import registry

NEEDED: Final = "You have saved no links about this. Finding new ones needs a media source, and none is connected."
_MOST: Final = 5
_LIKE: Final = 0.35
_ADDRESS: Final = re.compile(r"https?://[^\s<>\"')\]]+")
_FIELDS: Final = ("content", "notes", "description", "vision", "text")
_VIDEO: Final = re.compile(r"//(?:[\w-]+\.)*(?:youtube\.com|youtu\.be|vimeo\.com)/")
_AUDIO: Final = re.compile(r"//(?:[\w-]+\.)*(?:spotify\.com|soundcloud\.com)/|\.(?:mp3|ogg|m4a)$")
_SEARCHED: Final = ("thought", "task", "goal", "source_part")


class MediaSuggestion(Output):
    """A link and where the person saved it."""

    type: Literal["video", "audio", "link"]
    url: str
    title: str


async def saved_links(context: Context, reply: ShownMessage) -> list[MediaSuggestion]:
    """The person's own links in records that are about what they said."""
    if reply.reply_to is None or not context.principal.may("search:read"):
        return []
    question = await read_message(context, reply.reply_to)
    found = await _similar(context, question.text[:500])
    saved = [*_addresses(found, await _sources(context, found)), *_links(found)]
    links = {url: MediaSuggestion(type=_type(url), url=url, title=title) for url, title in saved}
    own = _ADDRESS.findall(question.text)
    return [link for url, link in links.items() if url not in own][:_MOST]


async def _similar(context: Context, text: str) -> list[dict[str, Any]]:
    action = context.runtime.actions["search.query"]
    given = action.input.model_validate(
        {"q": text, "kinds": ",".join(k for k in _SEARCHED if k in registry), "limit": 10}
    )
    body = orjson.loads((await perform(context.runtime, action, context.principal, given)).body)
    return [hit for hit in body["items"] if hit["likeness"] >= _LIKE]


async def _sources(context: Context, found: list[dict[str, Any]]) -> dict[str, Source]:
    """The sources of the parts that were found, by id."""
    ids = {UUID(hit["record"]["source_id"]) for hit in found if hit["kind"] == SourcePart.spec.name}
    async with context.runtime.database.space(context.space_id, read_only=True) as connection:
        records = await fetch_records(connection, context.runtime.sealer, context.space_id, Source.spec, list(ids))
    return {str(record.id): record for record in records if isinstance(record, Source)}


def _addresses(found: list[dict[str, Any]], sources: Mapping[str, Source]) -> Iterator[tuple[str, str]]:
    """Where on the web the texts come from that the person brought in."""
    for hit in found:
        source = sources.get(hit["record"].get("source_id", ""))
        if source and source.origin and _ADDRESS.fullmatch(source.origin):
            yield source.origin, source.title


def _links(found: list[dict[str, Any]]) -> Iterator[tuple[str, str]]:
    for hit in found:
        record = hit["record"]
        if record.get("provenance") == "outside":  # others chose the links in it
            continue
        for attachment in (*record.get("attachments", ()), *record.get("media", ())):
            if attachment.get("url"):
                yield attachment["url"], attachment.get("title") or hit["title"] or hit["snippet"][:80]
        for name in _FIELDS:
            for url in _ADDRESS.findall(str(record.get(name) or "")):
                yield url.rstrip(".,;:!?"), hit["title"] or hit["snippet"].replace(url, "").strip()[:80] or url


def _type(url: str) -> Literal["video", "audio", "link"]:
    return "video" if _VIDEO.search(url) else "audio" if _AUDIO.search(url) else "link"
