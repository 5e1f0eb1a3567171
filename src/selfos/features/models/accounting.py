"""What was asked, what it cost and what came back, of the last thirty days."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import asdict
from datetime import timedelta
from typing import Final

from selfos.features.models.calls import KEPT, KeptCall
from selfos.features.models.service import asker_of, book_of
from selfos.features.models.views import (
    CallDetail,
    CallsQuery,
    CallsView,
    CallView,
    Forgotten,
    Sum,
    UsageOf,
    UsageQuery,
    UsageView,
)
from selfos.kernel import clock
from selfos.kernel.actions import ActionSet, ById, Input
from selfos.kernel.context import Context
from selfos.kernel.errors import NotFound
from selfos.kernel.recurrence import wall

actions = ActionSet("models")
_WRITE: Final = "models:write"
_EVERY: Final = 1_000_000


@actions.reads("usage", path="/models/usage", input=UsageQuery, output=UsageView)
async def usage(context: Context, given: UsageQuery) -> UsageView:
    """What language models were asked for, and what it cost."""
    book, since = book_of(context.runtime), clock.now() - timedelta(days=given.days)
    person = await book.person(asker_of(context))
    calls = await book.calls.list(person.payer, since, limit=_EVERY)
    zone = person.profile.zone
    return UsageView(
        since=since,
        total=Sum(**_sum(calls)),
        by_day=_by(calls, lambda call: wall(call.at, zone).date().isoformat()),
        by_model=_by(calls, lambda call: f"{call.provider}/{call.model}"),
        by_purpose=_by(calls, lambda call: call.purpose),
    )


@actions.reads("calls", path="/models/calls", input=CallsQuery, output=CallsView)
async def calls(context: Context, given: CallsQuery) -> CallsView:
    """The calls to language models, newest first: what went out to whom."""
    book = book_of(context.runtime)
    payer = (await book.person(asker_of(context))).payer
    found = await book.calls.list(payer, clock.now() - KEPT, before=given.before, limit=given.limit + 1)
    page = found[: given.limit]
    more = len(found) > given.limit
    return CallsView(items=[CallView(**_fields(call)) for call in page], next=page[-1].id if more else None)


@actions.reads("call", path="/models/calls/{id}", input=ById, output=CallDetail, raises=(404,))
async def call(context: Context, given: ById) -> CallDetail:
    """One call, with what the model returned."""
    book = book_of(context.runtime)
    found = await book.calls.find((await book.person(asker_of(context))).payer, given.id)
    if found is None:
        raise NotFound(f"there is no call with the id {given.id}; they are kept for {KEPT.days} days")
    return CallDetail(**asdict(found))


@actions.reads("forget_calls", method="DELETE", path="/models/calls", scope=_WRITE, input=Input, output=Forgotten)
async def forget_calls(context: Context, _given: Input) -> Forgotten:
    """Forget what models returned; today's figures stay, for the budget."""
    book = book_of(context.runtime)
    person = await book.person(asker_of(context))
    return Forgotten(calls=await book.calls.forget(person.payer, person.day))


def _fields(kept: KeptCall) -> dict[str, object]:
    return {name: value for name, value in asdict(kept).items() if name in CallView.model_fields}


def _sum(kept: Iterable[KeptCall]) -> dict[str, int]:
    told = list(kept)
    figures = ("input_tokens", "output_tokens", "cost_micros")
    return {"calls": len(told), **{name: sum(getattr(one, name) for one in told) for name in figures}}


def _by(kept: Iterable[KeptCall], name: Callable[[KeptCall], str]) -> list[UsageOf]:
    """The groups by name; days in their order."""
    groups: dict[str, list[KeptCall]] = defaultdict(list)
    for one in kept:
        groups[name(one)].append(one)
    return [UsageOf(name=key, **_sum(group)) for key, group in sorted(groups.items())]
