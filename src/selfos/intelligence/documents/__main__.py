"""The process in which a file is read apart: see `apart`."""

import contextlib
import sys
from collections.abc import Iterator
from datetime import date
from typing import Any, Final

import orjson

from .document import Document, Format, Unreadable
from .files import File

_MEMORY: Final = 2 * 1024**3


def _dumped(document: Document) -> dict[str, Any]:
    written: date | None = document.written
    sections = [(section.text, section.place) for section in document.sections]
    return {"title": document.title, "sections": sections, "written": written.isoformat() if written else None}


def _limit_memory() -> None:
    with contextlib.suppress(ImportError, ValueError, OSError):  # Windows has no such limits
        import resource  # noqa: PLC0415

        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))


def _lines(kind: Format, file: File) -> Iterator[dict[str, Any]]:
    if kind is Format.PDF:
        from .pdf import read_pdf  # noqa: PLC0415 - each process reads one file

        for told in read_pdf(file):
            yield {"page": told[0], "pages": told[1]} if isinstance(told, tuple) else _dumped(told)
    else:
        from .web import read_web  # noqa: PLC0415

        yield _dumped(read_web(file))


def main(kind: str, path: str) -> None:
    """Read standard input, answer on standard output."""
    _limit_memory()
    out = sys.stdout.buffer
    try:
        for line in _lines(Format(kind), File(path, sys.stdin.buffer.read())):
            out.write(orjson.dumps(line) + b"\n")
            out.flush()
    except Unreadable as problem:
        out.write(orjson.dumps({"problem": str(problem)}) + b"\n")
    except Exception:  # noqa: BLE001 - whatever a parser raises over a broken file means the same
        out.write(orjson.dumps({"problem": "is damaged"}) + b"\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
