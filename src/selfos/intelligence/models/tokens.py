"""How many tokens something has, before a provider tells: an estimate, rather too high than too low."""

import math
from functools import lru_cache
from typing import Final

import orjson

from selfos.intelligence.models.port import Ask, Tool

_BYTES_PER_TOKEN: Final = 3.5
"""Tokenizers of today make about four bytes of English a token."""
_TOKENS_PER_IMAGE: Final = 2000


def text_tokens(text: str) -> int:
    """Of a text."""
    return math.ceil(len(text.encode()) / _BYTES_PER_TOKEN)


@lru_cache(maxsize=64)
def tools_tokens(tools: tuple[Tool, ...]) -> int:
    """Of the tools that are offered."""
    return text_tokens(orjson.dumps([[tool.name, tool.description, tool.parameters] for tool in tools]).decode())


def ask_tokens(ask: Ask) -> int:
    """Of a whole question."""
    said = "".join(f"{turn.text}{turn.calls or ''}" for turn in ask.turns)
    form = str(ask.answer.model_json_schema()) if ask.answer else ""
    pictures = sum(len(turn.images) for turn in ask.turns)
    return text_tokens(said + form) + tools_tokens(ask.tools) + pictures * _TOKENS_PER_IMAGE
