"""What can be done with sources: bringing texts in, reading them, changing what they are called."""

import asyncio
from dataclasses import replace
from typing import Annotated, Final, Literal
from uuid import UUID

from pydantic import AfterValidator, Field

from selfos.features.profile import profile_of
from selfos.features.sources import queries
from selfos.features.sources.fetching import checked_url
from selfos.features.sources.importing import IMPORT
from selfos.features.sources.keeping import Bringing, Read, keep, keys_of, known
from selfos.features.sources.records import Source, SourceImport, SourcePart
from selfos.intelligence.documents import File, Format, plain_text, read_markdown
from selfos.intelligence.models.specs import Mode
from selfos.kernel.actions import ActionSet, Input
from selfos.kernel.context import Context
from selfos.kernel.crud import crud
from selfos.kernel.errors import Forbidden, Invalid
from selfos.kernel.fields import Instant, Line, Tags, Upload
from selfos.kernel.reading import fetch_records
from selfos.kernel.runtime import Runtime

#: Bytes of one upload: a long illustrated book, or some ten thousand notes in an archive.
LARGEST_UPLOAD: Final = 32 * 1024 * 1024
_LONGEST_TEXT: Final = 500_000

Own = Annotated[bool, Field(description="Whether the words are the person's own; else they are data from outside")]


class TextInput(Input):
    """A text as it was pasted or dictated."""

    text: str = Field(min_length=1, max_length=_LONGEST_TEXT)
    title: Line | None = Field(None, description="Its first line, where it is absent")
    format: Literal[Format.TEXT, Format.MARKDOWN] = Format.TEXT
    origin: Line | None = Field(None, description="Where it comes from; the same origin again brings it up to date")
    tags: Tags = ()
    written_at: Instant | None = None
    own: Own = False


class FileInput(Input):
    """A file: Markdown, text, PDF, a saved web page, or a zip archive of such files."""

    name: Line = Field(description="Its name, with the ending")
    own: Own = False
    content: Upload


class PageInput(Input):
    """A page on the web."""

    url: Annotated[str, Field(max_length=500), AfterValidator(checked_url)]


actions = ActionSet("sources")
actions += crud(Source.spec).only("list", "get", "update", "delete", "restore", "erase", "history", "bulk")
part_actions = crud(SourcePart.spec).only("list", "get")
import_actions = crud(SourceImport.spec).only("list", "get", "delete")


@actions.writes("create", path="/sources", input=TextInput, output=Source.spec, status=201)
async def create(context: Context, given: TextInput) -> Source:
    """Bring in a text; the same text again is the source that it is already."""
    read = await asyncio.to_thread(_read, context, given)
    unit, zone = context.unit, (await profile_of(context.runtime, context.space_id)).zone
    kept = await keep(unit, [read], Bringing("own" if given.own else "outside", zone))
    if written := [*kept.created, *kept.updated]:
        return written[0]
    there = await known(await unit.connection(), unit.space_id, [read.keys])
    return await unit.get(Source, there.by_content[read.keys.content])


@actions.writes(
    "import", path="/sources/import", input=FileInput, output=SourceImport.spec, status=202, upload=LARGEST_UPLOAD
)
async def import_file(context: Context, given: FileInput) -> SourceImport:
    """Bring in a file, or those of a zip archive: read in the background, a file seen before only if it has changed."""
    wanted = context.unit.create(SourceImport, name=given.name, provenance="own" if given.own else "outside")
    connection = await context.unit.connection()
    await queries.keep_file(connection, context.runtime.sealer, context.space_id, wanted.id, given.content)
    context.unit.enqueue(IMPORT, wanted.id)
    return wanted


@actions.writes(
    "fetch",
    path="/sources/fetch",
    input=PageInput,
    output=SourceImport.spec,
    status=202,
    raises=(403,),
    graded="outward",
)
async def fetch(context: Context, given: PageInput) -> SourceImport:
    """Bring in a web page by its address: fetched and read in the background."""
    await _may_reach_out(context)
    wanted = context.unit.create(SourceImport, name=given.url, url=given.url)
    context.unit.enqueue(IMPORT, wanted.id)
    return wanted


async def _may_reach_out(context: Context) -> None:
    """Raises Forbidden in a mode in which nothing leaves this machine."""
    profile = await profile_of(context.runtime, context.space_id, context.principal.account_id)
    mode = profile.model_mode or Mode(context.runtime.settings.model_mode)
    if mode in {Mode.PRIVACY, Mode.OFFLINE}:
        raise Forbidden(f"in the mode {mode} nothing is fetched from elsewhere; save the page and import the file")


async def text_of(runtime: Runtime, space_id: UUID, source_id: UUID, most: int = 100_000) -> str:
    """The text of a source from its beginning, at most about `most` characters; empty where there is none."""
    async with runtime.database.space(space_id, read_only=True) as connection:
        ids = await queries.living_parts(connection, space_id, source_id, -(-most // 1000))
        found = await fetch_records(connection, runtime.sealer, space_id, SourcePart.spec, ids)
    parts = sorted((part for part in found if isinstance(part, SourcePart)), key=lambda part: part.number)
    return "\n\n".join(part.text for part in parts)[:most]


def _read(context: Context, given: TextInput) -> Read:
    content = given.text.encode(errors="replace")
    first = next((line for line in given.text.splitlines() if line.strip()), "")
    file = File(first[:80], content, given.format)
    document = read_markdown(file) if given.format is Format.MARKDOWN else plain_text(file)
    if not document.characters:
        raise Invalid("must not be empty", field="text")
    document = replace(document, title=given.title or document.title, written=given.written_at or document.written)
    return Read(
        document,
        given.format,
        given.origin,
        keys_of(context.runtime.sealer, context.space_id, given.origin, content),
        given.tags,
    )
