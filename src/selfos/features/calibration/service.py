"""Applying what was learned. Stored confidences stay as the engine gave them; only what is made of them changes."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final
from uuid import UUID

from selfos.features.calibration.records import Calibration
from selfos.features.profile import Profile
from selfos.intelligence.builtin.learning import Fit
from selfos.kernel.reading import fetch_records
from selfos.kernel.runtime import Runtime


@dataclass(frozen=True, slots=True)
class Calibrated:
    """The scales in force; a kind of finding without one is left as it is."""

    fits: Mapping[str, Fit] = field(default_factory=dict)

    def confidence(self, what: str, confidence: float) -> float:
        """How sure to be, for this person, of a finding of this kind."""
        fit = self.fits.get(what)
        return fit(confidence) if fit else confidence


UNTOUCHED: Final = Calibrated()


async def calibration_of(runtime: Runtime, space_id: UUID, profile: Profile) -> Calibrated:
    """What was learned in a space; nothing where learning is switched off."""
    if not profile.learning:
        return UNTOUCHED
    async with runtime.database.space(space_id, read_only=True) as connection:
        found = await fetch_records(connection, runtime.sealer, space_id, Calibration.spec, [space_id])
    stored = next((c for c in found if isinstance(c, Calibration) and c.deleted_at is None), None)
    scales = stored.scales.items() if stored else ()
    return Calibrated({what: Fit(scale.slope, scale.shift) for what, scale in scales})
