"""What a model turned out to be able to do: tried, never assumed, and remembered."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class Way(StrEnum):
    """How an answer of a given form is asked for, the best first."""

    NATIVE = "native"
    TOOL = "tool"
    PROMPTED = "prompted"


WAYS: Final = tuple(Way)


@dataclass(slots=True)
class Capabilities:
    """Of one model; None means not tried yet.

    `decisions`: whether it is held to one of the answers it is given to choose from, whatever it would rather say.
    """

    structured: Way | None = None
    tools: bool | None = None
    streaming: bool | None = None
    vision: bool | None = None
    decisions: bool | None = None
    embeddings: bool | None = None
