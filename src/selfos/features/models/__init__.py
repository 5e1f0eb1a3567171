"""Language models as a person meets them: which may be asked, what they cost, what they returned."""

from typing import Final

from selfos.intelligence.models import Models
from selfos.kernel.feature import Feature
from selfos.kernel.runtime import Runtime

EXTRA: Final = "models"
"""Where the runtime's extras hold the Models."""

feature = Feature("models")


def models_of(runtime: Runtime) -> Models:
    """The models of this process."""
    models: Models = runtime.extras[EXTRA]
    return models


__all__ = ["EXTRA", "Models", "feature", "models_of"]
