"""The models of `pydantic_ai` behind each kind of provider. Imported with the extra `models`, which takes seconds."""

from typing import Any

import httpx2
from pydantic_ai.embeddings import EmbeddingModel
from pydantic_ai.models import Model
from pydantic_ai.profiles.openai import OpenAIModelProfile

from selfos.intelligence.models.specs import ProviderKind, ProviderSpec

_NO_KEY = "none"
"""Servers of one's own often want no key, the libraries always do."""
_TELLS_ITS_END = OpenAIModelProfile(openai_chat_streaming_requires_finish_reason=True)
"""A stream that ends without a reason was cut off."""


def chat_model(spec: ProviderSpec, name: str, http: httpx2.AsyncClient) -> Model[Any]:
    """A model to talk with. Nothing is asked yet; environment variables of the libraries are not read."""
    match spec.kind:
        case ProviderKind.ANTHROPIC:
            from pydantic_ai.models.anthropic import AnthropicModel  # noqa: PLC0415

            return AnthropicModel(name, provider=_anthropic(spec, http))
        case ProviderKind.GOOGLE:
            from pydantic_ai.models.google import GoogleModel  # noqa: PLC0415

            return GoogleModel(name, provider=_google(spec, http))
        case _:
            from pydantic_ai.models.openai import OpenAIChatModel  # noqa: PLC0415

            return OpenAIChatModel(name, provider=_openai(spec, http), profile=_TELLS_ITS_END)


def embedding_model(spec: ProviderSpec, name: str, http: httpx2.AsyncClient) -> EmbeddingModel | None:
    """A model that embeds; None where the provider's protocol has none."""
    match spec.kind:
        case ProviderKind.ANTHROPIC:
            return None
        case ProviderKind.GOOGLE:
            from pydantic_ai.embeddings.google import GoogleEmbeddingModel  # noqa: PLC0415

            return GoogleEmbeddingModel(name, provider=_google(spec, http))
        case _:
            from pydantic_ai.embeddings.openai import OpenAIEmbeddingModel  # noqa: PLC0415

            return OpenAIEmbeddingModel(name, provider=_openai(spec, http))


def _key(spec: ProviderSpec) -> str:
    return spec.key.get_secret_value() if spec.key else _NO_KEY


def _anthropic(spec: ProviderSpec, http: httpx2.AsyncClient) -> Any:
    from anthropic import AsyncAnthropic  # noqa: PLC0415
    from pydantic_ai.providers.anthropic import AnthropicProvider  # noqa: PLC0415

    made = AsyncAnthropic(api_key=_key(spec), base_url=spec.url, http_client=http, max_retries=0)
    return AnthropicProvider(anthropic_client=made)


def _google(spec: ProviderSpec, http: httpx2.AsyncClient) -> Any:
    from pydantic_ai.providers.google import GoogleProvider  # noqa: PLC0415

    return GoogleProvider(api_key=_key(spec), base_url=spec.url, http_client=http)


def _openai(spec: ProviderSpec, http: httpx2.AsyncClient) -> Any:
    from openai import AsyncOpenAI  # noqa: PLC0415
    from pydantic_ai.providers.ollama import OllamaProvider  # noqa: PLC0415
    from pydantic_ai.providers.openai import OpenAIProvider  # noqa: PLC0415
    from pydantic_ai.providers.openai_compatible import OpenAICompatibleProvider  # noqa: PLC0415

    made = AsyncOpenAI(api_key=_key(spec), base_url=spec.url, http_client=http, max_retries=0)
    if spec.kind is ProviderKind.COMPATIBLE:
        return OpenAICompatibleProvider("compatible", openai_client=made)
    kind = OllamaProvider if spec.kind is ProviderKind.OLLAMA else OpenAIProvider
    return kind(openai_client=made)
