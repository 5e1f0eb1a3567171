"""What models cost, by the list of `genai-prices` that was installed with them; nothing is fetched."""

import math
from decimal import Decimal
from typing import Any, Final

from selfos.intelligence.models.specs import Candidate, ProviderKind

_MICROS: Final = 1_000_000
_DEAR_INPUT: Final = 15
_DEAR_OUTPUT: Final = 75
"""Dollars a million tokens, taken for a model that the list does not know, so that a budget stays one."""


def cost_micros(candidate: Candidate, input_tokens: int, output_tokens: int, usage: Any = None) -> int:
    """Millionths of a US dollar; `usage` is the provider's own account, which tells cached tokens apart.

    What runs at home, or speaks without encryption and so in one's own network, costs nothing.
    """
    if candidate.spec.kind is ProviderKind.BUILTIN or _is_free(candidate):
        return 0
    try:
        price = _listed(candidate, usage, input_tokens, output_tokens)
    except LookupError:
        return input_tokens * _DEAR_INPUT + output_tokens * _DEAR_OUTPUT
    return math.ceil(price * _MICROS)


def _is_free(candidate: Candidate) -> bool:
    return candidate.at_home or (candidate.spec.url.startswith("http:") and not candidate.model.endswith("cloud"))


def _listed(candidate: Candidate, usage: Any, input_tokens: int, output_tokens: int) -> Decimal:
    """Raises LookupError for a model that is not on the list."""
    from genai_prices import Usage as Counted  # noqa: PLC0415 - an extra, and large
    from genai_prices import calc_price  # noqa: PLC0415

    counted = usage or Counted(input_tokens=input_tokens, output_tokens=output_tokens)
    spec = candidate.spec
    if spec.kind in {ProviderKind.ANTHROPIC, ProviderKind.OPENAI, ProviderKind.GOOGLE}:
        return calc_price(counted, candidate.model, provider_id=spec.kind.value).total_price
    return calc_price(counted, candidate.model, provider_api_url=spec.url).total_price
