"""Links worth another look: those that the person saved themself about the same. SelfOS knows no others."""

import re
from collections.abc import Iterator
from typing import Any, Final, Literal

import orjson

from selfos.features.assistant.queries import read_message
from selfos.features.assistant.service import ShownMessage
from selfos.kernel.actions import Output
from selfos.kernel.context import Context
from selfos.kernel.perform import perform
from selfos.kernel.records import registry

NEEDED: Final = "You have saved no links about this. Finding new ones needs a media source, and none is connected."
_MOST: Final = 5
_LIKE: Final = 0.35
_ADDRESS: Final = re.compile(r"https?://[^\s<>\"')\]]+")
_FIELDS: Final = ("content", "notes", "description", "vision", "origin")
_VIDEO: Final = re.compile(r"//(?:[\w-]+\.)*(?:youtube\.com|youtu\.be|vimeo\.com)/")
_AUDIO: Final = re.compile(r"//(?:[\w-]+\.)*(?:spotify\.com|soundcloud\.com)/|\.(?:mp3|ogg|m4a)$")
_SEARCHED: Final = ("thought", "task", "goal", "source")


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
    links = {url: MediaSuggestion(type=_type(url), url=url, title=title) for url, title in _links(found)}
    own = _ADDRESS.findall(question.text)
    return [link for url, link in links.items() if url not in own][:_MOST]


async def _similar(context: Context, text: str) -> list[dict[str, Any]]:
    action = context.runtime.actions["search.query"]
    given = action.input.model_validate(
        {"q": text, "kinds": ",".join(k for k in _SEARCHED if k in registry), "limit": 10}
    )
    body = orjson.loads((await perform(context.runtime, action, context.principal, given)).body)
    return [hit for hit in body["items"] if hit["likeness"] >= _LIKE]


def _links(found: list[dict[str, Any]]) -> Iterator[tuple[str, str]]:
    for hit in found:
        record = hit["record"]
        for attachment in (*record.get("attachments", ()), *record.get("media", ())):
            if attachment.get("url"):
                yield attachment["url"], attachment.get("title") or hit["title"] or hit["snippet"][:80]
        for name in _FIELDS:
            for url in _ADDRESS.findall(str(record.get(name) or "")):
                yield url.rstrip(".,;:!?"), hit["title"] or hit["snippet"].replace(url, "").strip()[:80] or url


def _type(url: str) -> Literal["video", "audio", "link"]:
    return "video" if _VIDEO.search(url) else "audio" if _AUDIO.search(url) else "link"
