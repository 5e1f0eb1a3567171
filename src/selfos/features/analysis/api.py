"""Asking what was found in a thought, and asking for it to be read again."""

from datetime import datetime
from typing import Literal
from uuid import UUID

from selfos.features.analysis.records import Analysis, Found, analysis_id
from selfos.features.analysis.service import ANALYSE_ASKED
from selfos.features.calibration import calibration_of
from selfos.features.profile import profile_of
from selfos.features.thoughts import AnalysisState, Thought
from selfos.kernel.actions import ActionSet, ById, Output
from selfos.kernel.context import Context
from selfos.kernel.errors import NotFound
from selfos.kernel.reading import fetch_records

actions = ActionSet("thoughts")


class AnalysisView(Output):
    """What was found in a thought; spans count characters of its content.

    `engine` and `at` are null where it has not been read, or where what was found was taken back.
    """

    thought_id: UUID
    state: AnalysisState
    engine: str | None
    at: datetime | None
    findings: tuple[Found, ...]
    corrected: tuple[str, ...]


class AnalysisAsked(Output):
    """The thought will be read as soon as a worker is free."""

    thought_id: UUID
    state: Literal["pending"] = "pending"


@actions.reads("analysis", path="/thoughts/{id}/analysis", input=ById, output=AnalysisView, raises=(404,))
async def analysis(context: Context, given: ById) -> AnalysisView:
    """What the engine found in a thought: by which rule or model, how sure it is, and where it stands."""
    runtime, space = context.runtime, context.space_id
    async with runtime.database.space(space, read_only=True) as connection:
        thoughts = await fetch_records(connection, runtime.sealer, space, Thought.spec, [given.id])
        found = await fetch_records(connection, runtime.sealer, space, Analysis.spec, [analysis_id(given.id)])
    thought = next((t for t in thoughts if isinstance(t, Thought) and t.deleted_at is None), None)
    if thought is None:
        raise NotFound(f"there is no thought with the id {given.id}")
    read = next((a for a in found if isinstance(a, Analysis) and a.deleted_at is None), None)
    sure = (await calibration_of(runtime, space, await profile_of(runtime, space))).confidence
    return AnalysisView(
        thought_id=thought.id,
        state=thought.analysis_state,
        engine=read.engine if read else None,
        at=read.updated_at if read else None,
        findings=tuple(
            f.model_copy(update={"confidence": sure(f.what, f.confidence)}) for f in (read.findings if read else ())
        ),
        corrected=thought.corrected,
    )


@actions.writes(
    "analyze", path="/thoughts/{id}/analyze", input=ById, output=AnalysisAsked, status=202, raises=(404, 412)
)
async def analyze(context: Context, given: ById) -> AnalysisAsked:
    """Have a thought read again, also where reading is switched off or was taken back."""
    thought = await context.unit.get(Thought, given.id)
    context.check_match(thought)
    context.unit.enqueue(ANALYSE_ASKED, thought.id)
    return AnalysisAsked(thought_id=thought.id)
