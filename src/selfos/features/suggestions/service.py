"""What can be done with task suggestions."""

from collections.abc import Iterable, Sequence
from typing import Any, Final
from uuid import UUID

from pydantic import BaseModel, Field, create_model

from selfos.features.suggestions.accepting import accept
from selfos.features.suggestions.records import KEPT, SuggestionStatus, TaskSuggestion
from selfos.features.tasks import Task
from selfos.kernel.actions import ById
from selfos.kernel.context import Context
from selfos.kernel.crud import crud, given_fields
from selfos.kernel.errors import Conflict
from selfos.kernel.filters import query_model
from selfos.kernel.jobs.queue import JobKind
from selfos.kernel.listing import list_page
from selfos.kernel.principal import ENGINE
from selfos.kernel.runtime import Runtime
from selfos.kernel.unit import Change, JobRequest

_KIND: Final = TaskSuggestion.spec
_EXPIRE: Final = "task_suggestions.expire"

actions = crud(_KIND).only("get", "history")

_Query = create_model(
    "TaskSuggestionsQuery",
    __base__=query_model(_KIND),
    status=(SuggestionStatus, Field(SuggestionStatus.PENDING, description="Those that the person treated so")),
)
_Accept: type[BaseModel] = create_model(
    "TaskSuggestionAccept",
    __base__=(ById, Task.spec.patch_model),
    task_id=(UUID | None, Field(None, description="A UUID chosen by the client for the task")),
)


@actions.reads("list", path=_KIND.path, input=_Query, output=[_KIND, "page"], raises=(400,))
async def list_suggestions(context: Context, given: Any) -> dict[str, Any]:
    """List task suggestions, those that wait unless others are asked for; newest first."""
    return await list_page(context, _KIND, given)


@actions.writes(
    "accept",
    path=f"{_KIND.path}/{{id}}/accept",
    input=_Accept,
    output=Task.spec,
    raises=(404, 409, 412),
    example={"priority": 1},
)
async def accept_suggestion(context: Context, given: Any) -> Task:
    """Make a task of a suggestion, changed as you like; a second time gives the task it has become."""
    suggestion = await context.unit.get(TaskSuggestion, given.id)
    context.check_match(suggestion)
    if suggestion.task_id is not None:
        return await context.unit.get(Task, suggestion.task_id, deleted=True)
    edits = given_fields(given)
    return await accept(context.unit, suggestion, edits, task_id=edits.pop("task_id", None))


@actions.writes("dismiss", path=f"{_KIND.path}/{{id}}/dismiss", input=ById, output=_KIND, raises=(404, 409, 412))
async def dismiss(context: Context, given: ById) -> TaskSuggestion:
    """Turn a suggestion down; it does not come back for the same words."""
    return await _decided(context, given.id, SuggestionStatus.DISMISSED)


@actions.writes("restore", path=f"{_KIND.path}/{{id}}/restore", input=ById, output=_KIND, raises=(404, 409, 412))
async def restore(context: Context, given: ById) -> TaskSuggestion:
    """Let a dismissed suggestion wait again."""
    return await _decided(context, given.id, SuggestionStatus.PENDING)


async def _decided(context: Context, suggestion_id: UUID, status: SuggestionStatus) -> TaskSuggestion:
    suggestion = await context.unit.get(TaskSuggestion, suggestion_id)
    context.check_match(suggestion)
    if suggestion.status == SuggestionStatus.ACCEPTED:
        raise Conflict("it has become a task; undo that change instead", extra={"task_id": suggestion.task_id})
    return context.unit.update(suggestion, status=status)


def wants_expiry(change: Change) -> Iterable[JobRequest]:
    """A suggestion is put away when its time is over."""
    if isinstance(change.record, TaskSuggestion) and change.op == "create":
        yield JobRequest(_EXPIRE, change.record.id, change.record.created_at + KEPT)


async def expire(runtime: Runtime, space_id: UUID, ids: Sequence[UUID]) -> None:
    """Delete those of these suggestions that have not become tasks and whose time is over."""
    async with runtime.unit(space_id, ENGINE, _EXPIRE) as unit:
        for suggestion in await unit.get_many(TaskSuggestion, ids):
            if suggestion.status != SuggestionStatus.ACCEPTED and unit.at - suggestion.created_at >= KEPT:
                unit.delete(suggestion)


jobs = (JobKind(_EXPIRE, expire, batch=500),)
reactions = (wants_expiry,)
