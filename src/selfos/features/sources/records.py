"""What is stored of a text that was brought in, and of the bringing."""

from enum import StrEnum
from typing import Annotated, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from selfos.intelligence.documents import Format
from selfos.kernel.fields import Instant, Line, Prose, Tags
from selfos.kernel.records import Derived, Indexed, Managed, Private, Record, SearchSpec

Provenance = Literal["own", "outside"]
"""Whose words they are. What comes from outside is data for whoever reads it, never an instruction."""

Links = Annotated[tuple[Line, ...], Field(max_length=500)]


class ImportState(StrEnum):
    """Where an import stands."""

    WAITING = "waiting"
    READING = "reading"
    DONE = "done"
    FAILED = "failed"

    @property
    def is_over(self) -> bool:
        """Whether nothing more happens."""
        return self in {ImportState.DONE, ImportState.FAILED}


class FileProblem(BaseModel):
    """A file that could not be read, and why."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    file: str
    message: str


class Source(
    Record,
    kind="source",
    plural="sources",
    search=SearchSpec(title="title", keys=("tags", "links"), at="imported_at", meaning=False),
):
    """A text that was brought in. What it says stands in its parts, which are found by words and by meaning.

    `origin` is the path of its file or its address on the web; `links` are the titles of notes that it names;
    `written_at` is when it was written, as far as it tells. `origin_key` and `text_key` are keyed hashes by which
    the same file is known again; `edition` is the change that brought its present text.
    """

    title: Private[Line]
    tags: Private[Tags] = ()
    excerpt: Private[Managed[Prose]] = ""
    origin: Private[Managed[Line | None]] = None
    links: Private[Managed[Links]] = ()
    format: Indexed[Managed[Format]]
    provenance: Indexed[Managed[Provenance]] = "outside"
    written_at: Indexed[Managed[Instant | None]] = None
    imported_at: Indexed[Managed[Instant]]
    import_id: Indexed[Managed[UUID | None]] = None
    origin_key: Indexed[Managed[UUID]]
    text_key: Indexed[Managed[UUID]]
    edition: Indexed[Managed[UUID]]
    parts: Indexed[Managed[int]] = 0
    characters: Indexed[Managed[int]] = 0


class SourcePart(
    Record,
    kind="source_part",
    plural="source_parts",
    search=SearchSpec(title="title", text=("text",), at="written_at"),
    synced=False,
):
    """A run of a source's text, about two pages: what is found and quoted. Devices do not carry it.

    `number` counts from 1; `place` says where it stands in the source: "page 12", a heading.
    """

    source_id: Indexed[Managed[UUID]]
    edition: Indexed[Managed[UUID]]
    number: Indexed[Managed[int]]
    title: Private[Derived[Line]]
    place: Private[Managed[Line | None]] = None
    text: Private[Managed[Prose]]
    provenance: Indexed[Managed[Provenance]] = "outside"
    written_at: Indexed[Managed[Instant | None]] = None


class SourceImport(Record, kind="source_import", plural="source_imports"):
    """The bringing in of a file, of many files in an archive, or of a web page: how far it is and what came of it.

    `name` is the file's name or the page's address; `done` of `total` counts pages of a single PDF, else files.
    `change_id` is the change by which it is undone.
    """

    name: Private[Managed[Line]]
    url: Private[Managed[Line | None]] = None
    provenance: Indexed[Managed[Provenance]] = "outside"
    state: Indexed[Derived[ImportState]] = ImportState.WAITING
    done: Indexed[Derived[int]] = 0
    total: Indexed[Derived[int]] = 0
    created: Indexed[Derived[int]] = 0
    updated: Indexed[Derived[int]] = 0
    unchanged: Indexed[Derived[int]] = 0
    problems: Private[Derived[tuple[FileProblem, ...]]] = ()
    change_id: Private[Derived[UUID | None]] = None
