"""A model behind HTTP, by way of `pydantic_ai`. Imported with the extra `models`."""

from collections.abc import AsyncGenerator, Iterator, Sequence
from contextlib import aclosing, contextmanager
from typing import Any, Final

from pydantic_ai import direct
from pydantic_ai.embeddings import EmbeddingModel
from pydantic_ai.messages import ModelResponse
from pydantic_ai.models import Model

from selfos.intelligence.models import messages
from selfos.intelligence.models.capabilities import WAYS, Capabilities, Way
from selfos.intelligence.models.errors import fault_of
from selfos.intelligence.models.faults import Fault, FaultKind
from selfos.intelligence.models.port import Ask, Delta, Usage, Vectors
from selfos.intelligence.models.prices import cost_micros
from selfos.intelligence.models.provider import Said
from selfos.intelligence.models.specs import Candidate

_NOT_LIKE_THIS: Final = frozenset({FaultKind.REFUSED, FaultKind.UNSUPPORTED})


class Remote:
    """One model of one provider."""

    def __init__(self, candidate: Candidate, model: Model[Any], embedder: EmbeddingModel | None) -> None:
        self._candidate, self._model, self._embedder = candidate, model, embedder
        self.capabilities = Capabilities()

    async def say(self, ask: Ask, pseudonym: str) -> Said:
        """The whole answer; its form is asked for in the best way that this model takes."""
        ways = self._ways(ask)
        for way in ways:
            try:
                said = await self._say(ask, way, pseudonym)
            except Fault as fault:
                if way is ways[-1] or not self._may_do_otherwise(fault):
                    raise
                continue
            if ask.answer:
                self.capabilities.structured = way
            return said
        raise AssertionError("there is always a way")

    def _may_do_otherwise(self, fault: Fault) -> bool:
        """Some servers fail where they ought to refuse: until one way was taken, that says as little for this one."""
        failed = fault.kind is FaultKind.SERVER and self.capabilities.structured is None
        return failed or fault.kind in _NOT_LIKE_THIS

    async def saying(self, ask: Ask, pseudonym: str) -> AsyncGenerator[Delta | Said, None]:
        """The answer in pieces, or in one where the server refuses to stream."""
        begun = False
        if self.capabilities.streaming is not False:
            try:
                async with aclosing(self._stream(ask, pseudonym)) as events:
                    async for event in events:
                        begun = True
                        yield event
                    return
            except Fault as fault:
                if begun or fault.kind not in _NOT_LIKE_THIS or self.capabilities.streaming:
                    raise
        said = await self.say(ask, pseudonym)
        self.capabilities.streaming = False
        yield Delta(said.text)
        yield said

    async def _stream(self, ask: Ask, pseudonym: str) -> AsyncGenerator[Delta | Said, None]:
        text = ""
        try:
            async with direct.model_request_stream(self._model, **self._given(ask, Way.NATIVE, pseudonym)) as stream:
                async for event in stream:
                    if piece := messages.piece_of(event):
                        text += piece
                        yield Delta(piece)
                response = stream.get()
        except Exception as error:
            fault = fault_of(error)
            raise (Fault(FaultKind.CUT) if text and fault.kind is FaultKind.MALFORMED else fault) from error
        if response.finish_reason is None:
            raise Fault(FaultKind.CUT, used=self._usage(response), text=text)
        self.capabilities.streaming = True
        yield self._said(response)

    async def embed(self, texts: Sequence[str]) -> Vectors:
        """A vector for each text."""
        if self._embedder is None:
            raise Fault(FaultKind.UNSUPPORTED)
        with _faults():
            made = await self._embedder.embed(list(texts), input_type="document")
        tokens = made.usage.input_tokens
        usage = Usage(tokens, 0, cost_micros(self._candidate, tokens, 0))
        rows = tuple(tuple(row) for row in made.embeddings)
        if len(rows) != len(texts) or len({len(row) for row in rows}) > 1:
            raise Fault(FaultKind.MALFORMED, "there must be one vector for each text", used=usage)
        self.capabilities.embeddings = True
        return Vectors(rows, self._candidate.spec.name, self._candidate.model, usage)

    async def _say(self, ask: Ask, way: Way, pseudonym: str) -> Said:
        with _faults():
            response = await direct.model_request(self._model, **self._given(ask, way, pseudonym))
        return self._said(response)

    def _ways(self, ask: Ask) -> tuple[Way, ...]:
        if ask.answer is None:
            return WAYS[:1]
        known = self.capabilities.structured
        return WAYS if known is None else WAYS[WAYS.index(known) :]

    def _given(self, ask: Ask, way: Way, pseudonym: str) -> dict[str, Any]:
        who: Any = {"openai_user": pseudonym, "anthropic_metadata": {"user_id": pseudonym}}
        return {
            "messages": messages.conversation(ask.turns),
            "model_settings": {"max_tokens": ask.max_tokens, **who},
            "model_request_parameters": messages.parameters(ask, way),
            "instrument": False,
        }

    def _said(self, response: ModelResponse) -> Said:
        usage, text = self._usage(response), messages.text_of(response)
        try:
            calls = messages.calls_of(response)
        except ValueError as error:
            raise Fault(FaultKind.MALFORMED, str(error), used=usage, text=text) from error
        if calls:
            self.capabilities.tools = True
        return Said(text, calls, usage)

    def _usage(self, response: ModelResponse) -> Usage:
        used = response.usage
        cost = cost_micros(self._candidate, used.input_tokens, used.output_tokens, used)
        return Usage(used.input_tokens, used.output_tokens, cost)


@contextmanager
def _faults() -> Iterator[None]:
    try:
        yield
    except Fault:
        raise
    except Exception as error:  # the libraries raise whatever their servers provoke
        raise fault_of(error) from error
