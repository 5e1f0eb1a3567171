"""What is asked of a language model and what comes back, the same for every provider."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal
from uuid import UUID

from pydantic import BaseModel

Role = Literal["system", "user", "assistant", "tool"]


@dataclass(frozen=True, slots=True)
class Call:
    """A model's wish to use a tool; `arguments` are as it wrote them, unchecked."""

    id: str
    name: str
    arguments: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Image:
    """A picture for models that see, with its media type, for example `image/png`."""

    data: bytes
    media_type: str


@dataclass(frozen=True, slots=True)
class Turn:
    """One thing said. A `tool` turn answers the call `call_id`; `calls` are the wishes of an `assistant` turn."""

    role: Role
    text: str
    calls: tuple[Call, ...] = ()
    call_id: str | None = None
    images: tuple[Image, ...] = ()


@dataclass(frozen=True, slots=True)
class Tool:
    """Something a model may ask to be done; `parameters` is a JSON schema of an object."""

    name: str
    description: str
    parameters: Mapping[str, Any] = field(hash=False)


@dataclass(frozen=True, slots=True)
class Ask:
    """A question to a model.

    `answer` is the form the answer must have. `prompt` names the prompt and version it was made from (`Prompt.label`).
    A `fresh` one is never answered from the cache. The deadline covers every try and every provider.
    """

    turns: tuple[Turn, ...]
    tools: tuple[Tool, ...] = ()
    answer: type[BaseModel] | None = None
    max_tokens: int = 2000
    deadline_seconds: float = 60.0
    prompt: str | None = None
    fresh: bool = False


@dataclass(frozen=True, slots=True)
class Usage:
    """What an answer took; `cost_micros` is in millionths of a US dollar."""

    input_tokens: int = 0
    output_tokens: int = 0
    cost_micros: int = 0

    def __add__(self, other: "Usage") -> "Usage":
        return Usage(
            self.input_tokens + other.input_tokens,
            self.output_tokens + other.output_tokens,
            self.cost_micros + other.cost_micros,
        )


@dataclass(frozen=True, slots=True)
class Reply:
    """What a model said. `answer` is an instance of the form asked for, None where none was."""

    text: str
    provider: str
    model: str
    answer: Any = None
    calls: tuple[Call, ...] = ()
    usage: Usage = field(default_factory=Usage)
    seconds: float = 0.0
    cached: bool = False


@dataclass(frozen=True, slots=True)
class Delta:
    """The next piece of a text that is being said."""

    text: str


@dataclass(frozen=True, slots=True)
class Anew:
    """What was said so far is void: the provider broke off in the middle, and another one begins again."""


@dataclass(frozen=True, slots=True)
class Done:
    """The end of a stream, with all of it."""

    reply: Reply


Event = Delta | Anew | Call | Done
"""Of a stream: the text in pieces, then the calls, each whole, then the end."""


@dataclass(frozen=True, slots=True)
class Vectors:
    """Embeddings, one for each text in the order given, and the model they belong to."""

    rows: tuple[tuple[float, ...], ...]
    provider: str
    model: str
    usage: Usage = field(default_factory=Usage)


@dataclass(frozen=True, slots=True)
class Asker:
    """For whom a model is asked: a space, and the person; None stands for whoever owns the space."""

    space_id: UUID
    account_id: UUID | None = None
