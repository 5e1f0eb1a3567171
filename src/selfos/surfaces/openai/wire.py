"""What goes over the wire, in OpenAI's shapes (platform.openai.com/docs/api-reference/chat)."""

from collections.abc import Sequence
from typing import Any, Final, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from selfos.features.assistant import CardState, Ended, Role, ShownMessage
from selfos.intelligence.models.tokens import text_tokens
from selfos.kernel.errors import BadRequest, NotFound, Problem

MODEL: Final = "selfos"
_REFUSED: Final = ("tools", "functions", "audio", "logprobs")
_KINDS: Final = {
    401: ("invalid_request_error", "invalid_api_key"),
    403: ("permission_error", "insufficient_permissions"),
    404: ("invalid_request_error", "not_found"),
    409: ("invalid_request_error", "conflict"),
    413: ("invalid_request_error", "request_too_large"),
    429: ("rate_limit_error", "rate_limit_exceeded"),
}


class _Given(BaseModel):
    model_config = ConfigDict(frozen=True, hide_input_in_errors=True)


class Part(_Given):
    """A piece of a message."""

    type: str
    text: str = ""


class ChatMessage(_Given):
    """Something said. What a `system` or `developer` says is not used: SelfOS brings its own instructions."""

    role: Literal["system", "developer", "user", "assistant", "tool", "function"]
    content: str | tuple[Part, ...] | None = None

    @property
    def text(self) -> str:
        """Its words. Raises BadRequest where there is something else."""
        if isinstance(self.content, str) or self.content is None:
            return self.content or ""
        if other := {part.type for part in self.content} - {"text", "refusal"}:
            raise BadRequest(f"only text is understood here, not {', '.join(sorted(other))}", field="messages")
        return "\n".join(part.text for part in self.content)


class StreamOptions(_Given):
    include_usage: bool = False


class ChatRequest(_Given):
    """What is asked. Settings of sampling are taken and not used: which model answers is the person's choice."""

    model: str
    messages: tuple[ChatMessage, ...] = Field(min_length=1)
    stream: bool = False
    stream_options: StreamOptions | None = None
    n: Literal[1] | None = None
    response_format: dict[str, Any] | None = None
    tools: Any = None
    functions: Any = None
    audio: Any = None
    logprobs: Any = None

    @property
    def wants_usage(self) -> bool:
        """Whether a stream ends with what was used."""
        return self.stream_options is not None and self.stream_options.include_usage

    def said(self) -> list[tuple[Role, str]]:
        """The conversation so far, the new message last.

        Raises BadRequest for what cannot be done, NotFound for another model.
        """
        if self.model != MODEL:
            raise NotFound(f"there is one model here, `{MODEL}`", field="model")
        for name in _REFUSED:
            if getattr(self, name):
                raise BadRequest("SelfOS acts by its own tools, under the scopes of the key; leave it out", field=name)
        if (self.response_format or {}).get("type", "text") != "text":
            raise BadRequest("must be text", field="response_format")
        said = [(Role(m.role), m.text) for m in self.messages if m.role in set(Role)]
        if not said or said[-1][0] is not Role.USER:
            raise BadRequest("the last message must be the user's", field="messages")
        return said


class Completion:
    """One answer on its way, as a whole or in chunks."""

    def __init__(self, reply_id: UUID, created: int, said: Sequence[tuple[Role, str]]) -> None:
        self._named = {"id": f"chatcmpl-{reply_id}", "created": created, "model": MODEL}
        self._asked = sum(text_tokens(text) for _, text in said)

    def chunk(self, delta: dict[str, str], finish: str | None = None) -> dict[str, Any]:
        """The next piece."""
        choice = {"index": 0, "delta": delta, "logprobs": None, "finish_reason": finish}
        return {**self._named, "object": "chat.completion.chunk", "choices": [choice]}

    def last(self, message: ShownMessage) -> dict[str, Any]:
        """The chunk that ends it, with what was done."""
        return {**self.chunk({}, "stop"), "selfos": about(message)}

    def usage_chunk(self, message: ShownMessage) -> dict[str, Any]:
        """What was used, for a client that asked for it."""
        return {**self._named, "object": "chat.completion.chunk", "choices": [], "usage": self._usage(message)}

    def whole(self, ended: Ended) -> dict[str, Any]:
        """The answer in one piece."""
        told = {"role": "assistant", "content": words(ended.message), "refusal": None}
        choice = {"index": 0, "message": told, "logprobs": None, "finish_reason": "stop"}
        about_it = {"usage": self._usage(ended.message), "selfos": about(ended.message)}
        return {**self._named, "object": "chat.completion", "choices": [choice], **about_it}

    def _usage(self, message: ShownMessage) -> dict[str, int]:
        """As estimated: the prompt as it was composed, where a model was asked; else what the client sent."""
        prompt = sum(portion.tokens for portion in message.portions) or self._asked
        told = text_tokens(message.text)
        return {"prompt_tokens": prompt, "completion_tokens": told, "total_tokens": prompt + told}


def words(message: ShownMessage) -> str:
    """What the reply says; why it says nothing, where it does not."""
    return message.text or message.notice or ""


def about(message: ShownMessage) -> dict[str, Any]:
    """What a client that knows SelfOS may show beside the text."""
    shown = {"id", "title", "state", "why", "change_id"}
    return {
        "conversation_id": message.conversation_id,
        "reply_id": message.id,
        "cards": [card.model_dump(include=shown) for card in message.cards],
        "waiting": any(card.state is CardState.WAITING for card in message.cards),
    }


def models(created: int) -> dict[str, Any]:
    """The list of the one model."""
    return {"object": "list", "data": [model(MODEL, created)]}


def model(name: str, created: int) -> dict[str, Any]:
    """The one model. Raises NotFound for another."""
    if name != MODEL:
        raise NotFound(f"there is one model here, `{MODEL}`", field="model")
    return {"id": MODEL, "object": "model", "created": created, "owned_by": "selfos"}


def error(problem: Problem) -> dict[str, Any]:
    """A problem in OpenAI's shape."""
    server = ("server_error", None) if problem.status >= 500 else ("invalid_request_error", None)
    kind, code = _KINDS.get(problem.status, server)
    code = "model_not_found" if problem.field == "model" and problem.status == 404 else code
    return {"error": {"message": problem.detail, "type": kind, "param": problem.field, "code": code}}
