"""Answers given a while ago to the same question, in this process's memory alone."""

import hashlib
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import asdict, replace
from typing import Final

import orjson

from selfos.intelligence.models.port import Ask, Asker, Reply, Usage

_MOST_ANSWERS: Final = 1000
_MOST_BYTES: Final = 8_000_000
_SECONDS: Final = 24 * 3600.0


class Answers:
    """The latest answers, bounded in number, in size and in age; the least recently used go first."""

    def __init__(self, monotonic: Callable[[], float] = time.monotonic, most_bytes: int = _MOST_BYTES) -> None:
        self._now, self._most_bytes = monotonic, most_bytes
        self._kept: OrderedDict[bytes, tuple[float, int, Reply]] = OrderedDict()
        self._bytes = 0

    def find(self, key: bytes) -> Reply | None:
        """The answer to the same question, which costs nothing now."""
        until, _, reply = self._kept.get(key, (0.0, 0, None))
        if reply is None or until <= self._now():
            return None
        self._kept.move_to_end(key)
        return replace(reply, usage=Usage(), seconds=0.0, cached=True)

    def keep(self, key: bytes, reply: Reply) -> None:
        """Remember an answer."""
        self._drop(key)
        size = len(reply.text.encode()) + sum(len(repr(call)) for call in reply.calls)
        self._kept[key] = (self._now() + _SECONDS, size, reply)
        self._bytes += size
        while self._kept and (len(self._kept) > _MOST_ANSWERS or self._bytes > self._most_bytes):
            self._drop(next(iter(self._kept)))

    def _drop(self, key: bytes) -> None:
        _, size, _ = self._kept.pop(key, (0.0, 0, None))
        self._bytes -= size

    def __len__(self) -> int:
        return len(self._kept)


def question_key(asker: Asker, purpose: str, ask: Ask) -> bytes:
    """Names a question of one asker: everything that was asked, and the form of the answer."""
    form = ask.answer.model_json_schema() if ask.answer else None
    parts = [asker.space_id, asker.account_id, purpose, ask.prompt, ask.max_tokens, form]
    turns = [asdict(turn) for turn in ask.turns]
    tools = [asdict(tool) for tool in ask.tools]
    return hashlib.sha256(orjson.dumps([parts, turns, tools], default=_plain)).digest()


def _plain(value: object) -> object:
    return hashlib.sha256(value).hexdigest() if isinstance(value, bytes) else str(value)
