"""The providers that the installation's settings name."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from selfos.intelligence.models.specs import DEFAULT_URLS, ProviderKind, ProviderSpec
from selfos.kernel.addresses import Reach
from selfos.kernel.config.settings import Settings

_CLOUDS: Final = {
    "anthropic": ProviderKind.ANTHROPIC,
    "openai": ProviderKind.OPENAI,
    "gemini": ProviderKind.GOOGLE,
}


def shared_specs(settings: Settings) -> tuple[ProviderSpec, ...]:
    """Those with a key or an address; their order is the order in which they are asked."""
    return tuple(replace(spec, reach=Reach.ANYWHERE, shared=True) for spec in _specs(settings))


def _specs(settings: Settings) -> Iterator[ProviderSpec]:
    for name, kind in _CLOUDS.items():
        key, url = getattr(settings, f"{name}_api_key"), getattr(settings, f"{name}_url") or DEFAULT_URLS[kind]
        if key:
            yield ProviderSpec(name, kind, url, getattr(settings, f"{name}_models"), key)
    if settings.compatible_url:
        key, models = settings.compatible_api_key, settings.compatible_models
        yield ProviderSpec("compatible", ProviderKind.COMPATIBLE, settings.compatible_url, models, key)
    if settings.ollama_url:
        url = settings.ollama_url.removesuffix("/v1") + "/v1"
        yield ProviderSpec("ollama", ProviderKind.OLLAMA, url, settings.ollama_models)
