"""Doing an import: reading every file, telling how far it is, and keeping what was read as one change."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Final
from uuid import UUID

from selfos.features.profile import profile_of
from selfos.features.sources import queries
from selfos.features.sources.fetching import fetch_page
from selfos.features.sources.keeping import Bringing, Keys, Read, keep, keys_of, known
from selfos.features.sources.records import FileProblem, ImportState, SourceImport
from selfos.intelligence.documents import (
    Document,
    File,
    Format,
    Unreadable,
    format_of,
    plain_text,
    read_markdown,
    reading_apart,
    unpacked,
)
from selfos.kernel.jobs.queue import JobKind
from selfos.kernel.principal import ENGINE
from selfos.kernel.reading import fetch_records
from selfos.kernel.runtime import Runtime

IMPORT: Final = "sources.import"
_TELL_EVERY: Final = 1.0
_MOST_PROBLEMS: Final = 100


@dataclass(slots=True)
class Progress:
    """How far an import is; told once a second to whoever looks."""

    done: int = 0
    total: int = 0

    def at(self, done: int, total: int) -> None:
        """So many of so many are read."""
        self.done, self.total = done, total


@dataclass(slots=True)
class Outcome:
    """What was read and what was not and why; then what became of it, and the change that keeps it."""

    found: list[Read] = field(default_factory=list)
    problems: list[FileProblem] = field(default_factory=list)
    created: int = 0
    updated: int = 0
    unchanged: int = 0
    change_id: UUID | None = None

    @property
    def state(self) -> ImportState:
        """Failed where there were problems alone."""
        nothing = not (self.created or self.updated or self.unchanged)
        return ImportState.FAILED if self.problems and nothing else ImportState.DONE

    def failed(self, file: str, problem: Unreadable) -> None:
        """Note a file that could not be read."""
        self.problems.append(FileProblem(file=file, message=str(problem)))


async def run_imports(runtime: Runtime, space_id: UUID, ids: Sequence[UUID]) -> None:
    """Bring in what these imports ask for; one that is over or was deleted is left alone."""
    async with runtime.database.space(space_id, read_only=True) as connection:
        found = await fetch_records(connection, runtime.sealer, space_id, SourceImport.spec, ids)
    for wanted in found:
        if isinstance(wanted, SourceImport) and wanted.deleted_at is None and not wanted.state.is_over:
            await _run(runtime, space_id, wanted)


async def _run(runtime: Runtime, space_id: UUID, wanted: SourceImport) -> None:
    outcome = Outcome()
    async with _telling(runtime, space_id, wanted.id) as progress:
        try:
            files = await _files(runtime, space_id, wanted)
            await _Reading(runtime, space_id, outcome, progress).read(files)
        except Unreadable as problem:
            outcome.failed(wanted.name, problem)
    await _keep(runtime, space_id, wanted, outcome)
    await _finish(runtime, space_id, wanted.id, outcome, progress.total)


async def _files(runtime: Runtime, space_id: UUID, wanted: SourceImport) -> list[File]:
    if wanted.url is not None:
        return [await fetch_page(wanted.url)]
    async with runtime.database.space(space_id, read_only=True) as connection:
        content = await queries.waiting_file(connection, runtime.sealer, space_id, wanted.id)
    return await asyncio.to_thread(unpacked, wanted.name, content)


@dataclass(frozen=True, slots=True)
class _Reading:
    """Reads files one after the other; one that cannot be read does not stop the others."""

    runtime: Runtime
    space_id: UUID
    outcome: Outcome
    progress: Progress

    async def read(self, files: Sequence[File]) -> None:
        keys = await asyncio.to_thread(lambda: [self._keys(file, file.content) for file in files])
        async with self.runtime.database.space(self.space_id, read_only=True) as connection:
            there = await known(connection, self.space_id, keys)
        for number, (file, pair) in enumerate(zip(files, keys, strict=True)):
            if len(files) > 1:
                self.progress.at(number, len(files))
            if there.holds(pair):
                self.outcome.unchanged += 1
                continue
            try:
                self.outcome.found.append(await self._one(file, pair))
            except Unreadable as problem:
                self.outcome.failed(file.path, problem)

    async def _one(self, file: File, keys: Keys) -> Read:
        if file.fault:
            raise Unreadable(file.fault)
        kind = format_of(file)
        if kind is None:
            raise Unreadable("is neither Markdown nor text nor PDF nor a web page")
        document = await self._document(kind, file)
        if not document.characters:
            raise Unreadable("has no text")
        if kind is Format.WEB:  # what stands around an article changes with every visit
            keys = self._keys(file, "\n".join(section.text for section in document.sections).encode())
        return Read(document, kind, file.path, keys)

    async def _document(self, kind: Format, file: File) -> Document:
        if kind is Format.MARKDOWN:
            return await asyncio.to_thread(read_markdown, file)
        if kind is Format.TEXT:
            return await asyncio.to_thread(plain_text, file)
        alone = not self.progress.total
        return await reading_apart(kind, file, self.progress.at if alone else lambda _page, _pages: None)

    def _keys(self, file: File, content: bytes) -> Keys:
        return keys_of(self.runtime.sealer, self.space_id, file.path, content)


async def _keep(runtime: Runtime, space_id: UUID, wanted: SourceImport, outcome: Outcome) -> None:
    """Keep what was read as one change of whoever asked for it."""
    zone = (await profile_of(runtime, space_id)).zone
    async with runtime.database.space(space_id, read_only=True) as connection:
        actor = await queries.who_began(connection, space_id, wanted.id)
    async with runtime.unit(space_id, actor, IMPORT) as unit:
        if not await unit.get_many(SourceImport, [wanted.id]):  # taken back in the meantime
            return
        kept = await keep(unit, outcome.found, Bringing(wanted.provenance, zone, wanted.id))
    outcome.created, outcome.updated = len(kept.created), len(kept.updated)
    outcome.unchanged += kept.unchanged
    outcome.change_id = unit.id if unit.version is not None else None


async def _finish(runtime: Runtime, space_id: UUID, import_id: UUID, outcome: Outcome, total: int) -> None:
    async with runtime.unit(space_id, ENGINE, IMPORT) as unit:
        await queries.drop_file(await unit.connection(), space_id, import_id)
        for wanted in await unit.get_many(SourceImport, [import_id]):
            unit.update(
                wanted,
                state=outcome.state,
                done=total,
                total=total,
                created=outcome.created,
                updated=outcome.updated,
                unchanged=outcome.unchanged,
                problems=tuple(outcome.problems[:_MOST_PROBLEMS]),
                change_id=outcome.change_id,
            )


@asynccontextmanager
async def _telling(runtime: Runtime, space_id: UUID, import_id: UUID) -> AsyncIterator[Progress]:
    """Writes down how far it is, from time to time, as long as the block lasts."""
    progress = Progress()
    teller = asyncio.create_task(_tell(runtime, space_id, import_id, progress))
    try:
        yield progress
    finally:
        teller.cancel()
        await asyncio.gather(teller, return_exceptions=True)


async def _tell(runtime: Runtime, space_id: UUID, import_id: UUID, progress: Progress) -> None:
    while True:
        async with runtime.unit(space_id, ENGINE, "sources.progress") as unit:
            for wanted in await unit.get_many(SourceImport, [import_id]):
                told = {"state": ImportState.READING, "done": progress.done, "total": progress.total}
                unit.update(wanted, **told)
        await asyncio.sleep(_TELL_EVERY)


jobs = (JobKind(IMPORT, run_imports),)
