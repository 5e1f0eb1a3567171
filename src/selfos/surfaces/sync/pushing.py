"""Doing what a device did: each op once, in order, one unit of work each."""

from uuid import UUID

import structlog
from pydantic import BaseModel, ValidationError

from selfos.kernel.actions import Action
from selfos.kernel.context import Context
from selfos.kernel.errors import Conflict, Forbidden, Invalid, NotFound, Problem, Unavailable
from selfos.kernel.principal import Principal
from selfos.kernel.runtime import Runtime
from selfos.surfaces.sync.attempts import Attempt
from selfos.surfaces.sync.cursors import Cursor, follows
from selfos.surfaces.sync.messages import Op, Push, Pushed, Result
from selfos.surfaces.sync.seats import seats_of

_log = structlog.get_logger("sync")


class OtherEpoch(Conflict):
    slug, title = "epoch", "The server was restored from a backup"


async def push(context: Context, given: Push) -> Pushed:
    """Do each op; one that is rejected does not stop the others.

    Raises OtherEpoch before anything is done, Unavailable in between: what was done then is a duplicate next time.
    """
    runtime = context.runtime
    seats = await seats_of(runtime, context.principal)
    places = [seats.get(op.space or context.space_id) for op in given.ops]
    if given.epoch is not None:
        await _refuse_other_epoch(runtime, Cursor.parse(given.epoch, "epoch"), {p.space_id for p in places if p})
    own = frozenset(op.id for op in given.ops)
    results = [await _result(runtime, seat, op, own) for op, seat in zip(given.ops, places, strict=True)]
    rejected = sum(result.status == "rejected" for result in results)
    _log.debug("pushed", client=str(given.client_id), ops=len(results), rejected=rejected)
    return Pushed(results=results)


async def _refuse_other_epoch(runtime: Runtime, cursor: Cursor, spaces: set[UUID]) -> None:
    for space in spaces & cursor.marks.keys():
        async with runtime.database.space(space, read_only=True) as connection:
            if not await follows(connection, space, cursor.marks[space]):
                raise OtherEpoch("keep the outbox, bootstrap, then push again", field="epoch")


async def _result(runtime: Runtime, seat: Principal | None, op: Op, own: frozenset[UUID]) -> Result:
    try:
        if seat is None:
            raise Forbidden("you are not a member of this space", field="space")
        action = _action(runtime, op)
        return await Attempt(op, action, own).result(runtime, seat, _given(action, op))
    except Unavailable:
        raise
    except Problem as problem:
        return Result(id=op.id, status="rejected", reason=problem.slug, problem=problem.body(), input=op.input)


def _action(runtime: Runtime, op: Op) -> Action:
    action: Action | None = runtime.actions.get(op.action)
    if action is None or not action.writes:
        raise NotFound("there is no writing action of this name", field="action")
    return action


def _given(action: Action, op: Op) -> BaseModel:
    try:
        return action.input.model_validate(op.input)
    except ValidationError as error:
        first = error.errors(include_url=False, include_context=False, include_input=False)[0]
        raise Invalid(first["msg"], field=".".join(map(str, ("input", *first["loc"])))) from None
