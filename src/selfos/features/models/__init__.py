"""Language models as a person meets them: which may be asked, what they cost, what they returned."""

from selfos.features.models import accounting, calls, health, providing
from selfos.features.models.service import asker_of, models_of, open_models
from selfos.kernel.feature import Feature

feature = Feature("models", actions=(*providing.actions, *accounting.actions, *health.actions), jobs=calls.jobs)

__all__ = ["asker_of", "feature", "models_of", "open_models"]
