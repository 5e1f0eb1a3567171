"""What asking models is counted by. Names of purposes and kinds of providers only."""

from typing import Final

from prometheus_client import Counter, Histogram

_SECONDS: Final = (0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0, 60.0, 120.0)
_WHAT: Final = ("provider", "purpose")

CALLS = Counter("selfos_model_calls", "Calls to language models", (*_WHAT, "end"))
TOKENS = Counter("selfos_model_tokens", "Tokens sent and received", (*_WHAT, "direction"))
COST = Counter("selfos_model_cost_micros", "Cost in millionths of a US dollar", _WHAT)
SECONDS = Histogram("selfos_model_seconds", "Time of a call", _WHAT, buckets=_SECONDS)
CACHED = Counter("selfos_model_cached_answers", "Questions answered from the cache", ("purpose",))
