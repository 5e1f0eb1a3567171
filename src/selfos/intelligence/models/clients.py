"""The models of `pydantic_ai` behind each kind of provider. Imported with the extra `models`, which takes seconds."""

from dataclasses import replace
from typing import Any, TypeVar, cast

import httpx2
from pydantic_ai.embeddings import EmbeddingModel
from pydantic_ai.models import Model, ModelRequestParameters
from pydantic_ai.profiles.openai import OpenAIModelProfile
from pydantic_ai.settings import ModelSettings, merge_model_settings
from pydantic_ai.tools import ToolDefinition

from selfos.intelligence.models.specs import ProviderKind, ProviderSpec

_M = TypeVar("_M", bound=Model[Any])
_NO_KEY = "none"
"""Servers of one's own often want no key, the libraries always do."""
_TELLS_ITS_END = OpenAIModelProfile(openai_chat_streaming_requires_finish_reason=True)
"""A stream that ends without a reason was cut off."""
_OLD_LIMIT = OpenAIModelProfile(openai_chat_supports_max_completion_tokens=False)
"""Many a server knows `max_tokens` alone, and without a limit that it knows it talks on and on."""


class _FormsToolsOnce(Model[Any]):
    """Brings each tool into its provider's form once: for all of them that takes longer than the rest of a request."""

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self._formed: dict[str, tuple[ToolDefinition, ToolDefinition]] = {}

    def customize_request_parameters(self, model_request_parameters: ModelRequestParameters) -> ModelRequestParameters:
        tools = [self._form(tool) for tool in model_request_parameters.function_tools]
        others = super().customize_request_parameters(replace(model_request_parameters, function_tools=[]))
        return replace(others, function_tools=tools)

    def _form(self, tool: ToolDefinition) -> ToolDefinition:
        given, formed = self._formed.get(tool.name, (None, tool))
        if given is not tool:
            alone = ModelRequestParameters(function_tools=[tool])
            [formed] = super().customize_request_parameters(alone).function_tools
            self._formed[tool.name] = tool, formed
        return formed


class _SendsToolsWhole(_FormsToolsOnce):
    """Puts tools into the body as they are: the client would look at every piece of each, for every request."""

    def prepare_request(
        self, model_settings: ModelSettings | None, model_request_parameters: ModelRequestParameters
    ) -> tuple[ModelSettings | None, ModelRequestParameters]:
        settings, asked = super().prepare_request(model_settings, model_request_parameters)
        if not asked.function_tools or asked.output_tools:
            return settings, asked
        whole = ModelSettings(extra_body={"tools": [_function(tool) for tool in asked.function_tools]})
        return merge_model_settings(settings, whole), replace(asked, function_tools=[])


def _function(tool: ToolDefinition) -> dict[str, Any]:
    told = {"name": tool.name, "description": tool.description, "parameters": tool.parameters_json_schema}
    return {"type": "function", "function": told}


def _mixed(mixin: type, kind: type[_M]) -> type[_M]:
    return cast("type[_M]", type(kind.__name__, (mixin, kind), {}))


def chat_model(spec: ProviderSpec, name: str, http: httpx2.AsyncClient) -> Model[Any]:
    """A model to talk with. Nothing is asked yet; environment variables of the libraries are not read."""
    match spec.kind:
        case ProviderKind.ANTHROPIC:
            from pydantic_ai.models.anthropic import AnthropicModel  # noqa: PLC0415

            return _mixed(_FormsToolsOnce, AnthropicModel)(name, provider=_anthropic(spec, http))
        case ProviderKind.GOOGLE:
            from pydantic_ai.models.google import GoogleModel  # noqa: PLC0415

            return _mixed(_FormsToolsOnce, GoogleModel)(name, provider=_google(spec, http))
        case _:
            from pydantic_ai.models.openai import OpenAIChatModel  # noqa: PLC0415

            profile = _TELLS_ITS_END if spec.kind is ProviderKind.OPENAI else _TELLS_ITS_END | _OLD_LIMIT
            return _mixed(_SendsToolsWhole, OpenAIChatModel)(name, provider=_openai(spec, http), profile=profile)


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
