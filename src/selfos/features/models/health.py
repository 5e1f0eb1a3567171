"""How each provider answers right now."""

from selfos.features.models.service import asker_of, book_of, models_of
from selfos.features.models.views import HealthsView, HealthView
from selfos.intelligence.models.probing import Health, probe
from selfos.kernel.actions import ActionSet, Input
from selfos.kernel.context import Context

actions = ActionSet("models")


@actions.reads("health", path="/ai/health", input=Input, output=HealthsView, graded="outward")
async def health(context: Context, _given: Input) -> HealthsView:
    """Ask every provider, really and side by side; those of the installation for its owner alone."""
    models, asker = models_of(context.runtime), asker_of(context)
    access = await book_of(context.runtime).access(asker)
    seen = [spec for spec in access.specs if context.principal.installation_owner or not spec.shared]
    found = await probe(models, access, seen)
    return HealthsView(mode=access.mode, available=await models.available(asker), providers=[_view(h) for h in found])


def _view(found: Health) -> HealthView:
    known = found.capabilities
    return HealthView(
        provider=found.spec.name,
        kind=found.spec.kind,
        model=found.model,
        shared=found.spec.shared,
        answers=found.problem is None,
        problem=found.problem,
        seconds=round(found.seconds, 3),
        structured=known.structured.value if known.structured else None,
        tools=known.tools,
        streaming=known.streaming,
        vision=known.vision,
        decisions=known.decisions,
        embeddings=known.embeddings,
    )
