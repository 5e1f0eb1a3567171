"""Several acts as one: one change in the log, undone by one gesture."""

from typing import Annotated, Any

from pydantic import Field, JsonValue

from selfos.kernel.actions import ActionSet, Input, Output
from selfos.kernel.context import Context
from selfos.kernel.errors import Invalid

actions = ActionSet("acts")


class Act(Input):
    """An action by its name, with its input."""

    action: str
    given: dict[str, JsonValue]


class Together(Input):
    """Acts in the order in which they are done. Ids that clients choose may link their records."""

    acts: Annotated[tuple[Act, ...], Field(min_length=1, max_length=100)]


class Results(Output):
    """What each act answered, in their order."""

    results: list[Any]


@actions.writes(
    "together",
    path="/acts/together",
    input=Together,
    output=Results,
    raises=(404, 409),
    example={"acts": [{"action": "tasks.create", "given": {"title": "water the plants"}}]},
)
async def together(context: Context, given: Together) -> Results:
    """Do several things as one act: all of them or none, undone as one. Each needs its own rights."""
    results = []
    for place, act in enumerate(given.acts):
        action = context.runtime.actions.get(act.action)
        if action is None or action.grade != "undoable" or action.name == "acts.together":
            raise Invalid("must be an action that can be undone", field=f"acts.{place}.action")
        context.principal.require(action.scope)
        results.append(await action.run(context, action.input.model_validate(act.given)))
    return Results(results=results)
