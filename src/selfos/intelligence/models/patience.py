"""How often, and after how long, the same provider is asked again before the next one."""

import random
from dataclasses import dataclass
from typing import Final

from selfos.intelligence.models.checking import corrected
from selfos.intelligence.models.faults import PASSING, Fault, FaultKind
from selfos.intelligence.models.port import Ask

_MOST_TRIES: Final = 3
_FIRST_PAUSE: Final = 0.3
_LONGEST_PAUSE: Final = 5.0


@dataclass(slots=True)
class Patience:
    """With one provider; `ask` is what to ask it next."""

    ask: Ask
    tries: int = 1
    told_why: bool = False

    def again(self, fault: Fault, seconds_left: float) -> float | None:
        """Seconds to wait before the next try; None where the next provider should have its turn.

        What passes by itself is tried again with growing, scattered pauses; an unusable answer once, with the reason.
        """
        if fault.kind is FaultKind.MALFORMED and not self.told_why:
            self.told_why = True
            if fault.used:  # the model's own words were wrong, not the protocol around them
                self.ask = corrected(self.ask, fault)
            return 0.0
        if fault.kind not in PASSING or self.tries >= _MOST_TRIES:
            return None
        scattered = _FIRST_PAUSE * 2 ** (self.tries - 1) * random.uniform(0.5, 1.5)  # noqa: S311 - nobody gains by guessing it
        pause = max(scattered, fault.retry_after or 0.0)
        self.tries += 1
        return pause if pause <= min(_LONGEST_PAUSE, seconds_left / 2) else None
