"""The files of an upload: one file as it is, or those of a zip archive."""

import io
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Final

from .document import MOST_CHARACTERS, Document, Format, Section, Unreadable, cleaned, one_line

MOST_FILES: Final = 5000
#: Of one file in an archive, and of all of them, in bytes as they come out: what a zip bomb is stopped by.
LARGEST_FILE: Final = 32 * 1024 * 1024
LARGEST_SUM: Final = 128 * 1024 * 1024

_FORMATS: Final = {
    **dict.fromkeys((".md", ".markdown"), Format.MARKDOWN),
    **dict.fromkeys((".html", ".htm", ".xhtml"), Format.WEB),
    ".pdf": Format.PDF,
    ".txt": Format.TEXT,
}
_MARKS: Final = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_BLOCK: Final = 1024 * 1024


@dataclass(frozen=True, slots=True)
class File:
    """A file by its path, `/` between folders; `kind` where it is known, `fault` says why there is no content."""

    path: str
    content: bytes = b""
    kind: Format | None = None
    fault: str | None = None

    @property
    def stem(self) -> str:
        """Its name without folders and ending."""
        return one_line(PurePosixPath(self.path).stem) or "Untitled"


def format_of(file: File) -> Format | None:
    """What a file is, else by its beginning and its name; None for what cannot be read (an image, a program)."""
    if file.kind is not None:
        return file.kind
    if b"%PDF-" in file.content[:1024]:
        return Format.PDF
    return _FORMATS.get(PurePosixPath(file.path).suffix.lower())


def unpacked(name: str, content: bytes) -> list[File]:
    """The readable files of an archive, those of hidden folders left out; what is no archive is one file.

    Raises Unreadable for a damaged or overfull archive.
    """
    if not content.startswith(b"PK\x03\x04"):
        return [File(name, content)]
    folder = name.removesuffix(".zip")
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return list(_files(archive, folder))
    except (zipfile.BadZipFile, NotImplementedError, EOFError, zlib.error, OSError) as error:
        raise Unreadable("is a damaged archive") from error


def _files(archive: zipfile.ZipFile, folder: str) -> Iterator[File]:
    members = [member for member in archive.infolist() if _wanted(member)]
    if len(members) > MOST_FILES:
        raise Unreadable(f"holds more than {MOST_FILES:,} files; import it in several parts")
    room = LARGEST_SUM
    for member in members:
        file = _file(archive, member, folder)
        room -= len(file.content)
        if room < 0:
            raise Unreadable(f"holds more than {LARGEST_SUM // 2**20} MiB; import it in several parts")
        yield file


def _wanted(member: zipfile.ZipInfo) -> bool:
    path = PurePosixPath(member.filename)
    hidden = any(part.startswith((".", "__MACOSX")) for part in path.parts)
    return not member.is_dir() and not hidden and path.suffix.lower() in _FORMATS


def _file(archive: zipfile.ZipFile, member: zipfile.ZipInfo, folder: str) -> File:
    path = f"{folder}/{member.filename}"
    if member.flag_bits & 1:
        return File(path, fault="is protected by a password")
    content = bytearray()
    with archive.open(member) as opened:
        while block := opened.read(_BLOCK):  # what its header says of its size is not to be trusted
            content += block
            if len(content) > LARGEST_FILE:
                return File(path, fault=f"has more than {LARGEST_FILE // 2**20} MiB")
    return File(path, bytes(content))


def decoded(content: bytes) -> str:
    """The text of a file: UTF-8, or UTF-16 with its mark.

    Raises Unreadable for another encoding and for what is too long.
    """
    encoding = next((name for mark, name in _MARKS if content.startswith(mark)), "utf-8")
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        raise Unreadable("is not UTF-8 text; save it as UTF-8 first") from error
    if len(text) > MOST_CHARACTERS:
        raise Unreadable(f"has more than {MOST_CHARACTERS:,} characters")
    return cleaned(text)


def plain_text(file: File) -> Document:
    """A text without markup. Raises Unreadable."""
    return Document(file.stem, (Section(decoded(file.content)),))
