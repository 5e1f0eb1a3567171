"""What is said when no model can answer."""

from collections.abc import Sequence
from typing import Final

from selfos.intelligence.models.faults import Fault
from selfos.intelligence.models.specs import Candidate, Mode
from selfos.kernel.errors import Unavailable

_NOBODY: Final = {
    Mode.OFFLINE: "this space is in offline mode, in which no model is asked",
    Mode.PRIVACY: "this space is in privacy mode, and no model runs on this machine",
}
_NOTHING: Final = "no language model is set up; docs/models.md tells how"


class ModelsUnavailable(Unavailable):
    """No provider could answer; the detail says why and what would help. Callers with a way of their own take it."""

    slug, title = "models-unavailable", "No language model can answer right now"


def unavailable(mode: Mode, faults: Sequence[tuple[Candidate, Fault]]) -> ModelsUnavailable:
    """The problem that tells of each provider what was wrong with it last."""
    last = {candidate.spec.name: fault.said for candidate, fault in faults}
    if not last:
        return ModelsUnavailable(_NOBODY.get(mode, _NOTHING))
    return ModelsUnavailable("; ".join(f"{name} {said}" for name, said in last.items()))
