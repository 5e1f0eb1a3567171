"""Reading a file in a process of its own: a parser that hangs, grows or crashes over a hostile file harms nothing else.

The process has no secrets in its environment, bounded memory and bounded time. It gets the file on its standard input
and answers in lines of JSON: how far it is, and at the end the document or why there is none.
"""

import asyncio
import contextlib
import os
import sys
from collections.abc import Callable
from datetime import datetime
from typing import Any, Final

import orjson

from .document import Document, Format, Section, Unreadable
from .files import File

_SECONDS: Final = 180
_LONGEST_LINE: Final = 64 * 1024**2
_ENVIRONMENT: Final = ("PATH", "SYSTEMROOT", "LANG")

Told = Callable[[int, int], None]


async def reading_apart(kind: Format, file: File, told: Told, seconds: float = _SECONDS) -> Document:
    """A PDF or a web page as a document; `told` hears how far it is: pages read, and of how many.

    Raises Unreadable.
    """
    pipe = asyncio.subprocess.PIPE
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-I", "-m", __package__, kind.value, file.path),
        stdin=pipe,
        stdout=pipe,
        stderr=asyncio.subprocess.DEVNULL,
        limit=_LONGEST_LINE,
        env={name: os.environ[name] for name in _ENVIRONMENT if name in os.environ},
    )
    try:
        async with asyncio.timeout(seconds):
            return await _answer(process, file, told)
    except TimeoutError as error:
        raise Unreadable(f"could not be read in {seconds:g} seconds") from error
    finally:
        if process.returncode is None:
            with contextlib.suppress(ProcessLookupError):
                process.kill()
            await process.wait()


async def _answer(process: asyncio.subprocess.Process, file: File, told: Told) -> Document:
    assert process.stdin is not None  # noqa: S101 - both were asked for
    assert process.stdout is not None  # noqa: S101
    feeding = asyncio.create_task(_feed(process.stdin, file.content))
    try:
        async for line in process.stdout:
            answer = orjson.loads(line)
            if "pages" in answer:
                told(answer["page"], answer["pages"])
            elif "problem" in answer:
                raise Unreadable(answer["problem"])
            else:
                return _loaded(answer)
    except ValueError as error:
        raise Unreadable("is damaged") from error
    finally:
        feeding.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await feeding
    raise Unreadable("is damaged")


async def _feed(stdin: asyncio.StreamWriter, content: bytes) -> None:
    with contextlib.suppress(BrokenPipeError, ConnectionResetError):  # it ended early, and has said why
        stdin.write(content)
        await stdin.drain()
        stdin.close()


def _loaded(answer: dict[str, Any]) -> Document:
    sections = tuple(Section(text, place) for text, place in answer["sections"])
    written = datetime.fromisoformat(answer["written"]) if answer["written"] else None
    return Document(answer["title"], sections, written=written)
