"""The registry of typed actions: the one way in which every surface, and later the assistant, acts.

An action names its scope, its input and its output, and how it appears over HTTP; REST routes, OpenAPI, the command
line and tools are generated from that. A writing action runs inside one unit of work, committed at the edge.
"""

from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, create_model

from selfos.kernel.context import Context
from selfos.kernel.records import Kind

Effect = Literal["read", "write"]
Grade = Literal["reads", "undoable", "outward", "final"]
"""How far an action goes: it changes nothing; it can be undone; it reaches beyond this machine; it is for good.

Whoever acts on a person's behalf asks them first before the last two.
"""


class Input(BaseModel):
    """Base of what an action takes: frozen, and strict about names."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)


class ById(Input):
    """The record an action is about."""

    id: UUID


class Output(BaseModel):
    """Base of what an action answers, where that is not a record."""

    model_config = ConfigDict(frozen=True, json_schema_serialization_defaults_required=True)


Run = Callable[[Context, Any], Awaitable[Any]]


@dataclass(frozen=True, slots=True)
class Action:
    """One thing that can be done.

    `output` is a kind (its record), a list of one, or an Output model. `repeated` answers, with 200, a creation whose
    id is taken. `graded` is given where the grade does not follow from scope and verb.
    `upload`: how many bytes a file may have that is sent as the body; it is the input's field `content`, and the other
    fields stand in the query.
    """

    name: str
    summary: str
    scope: str
    input: type[BaseModel]
    output: Any
    run: Run
    method: str = "POST"
    path: str = ""
    status: int = 200
    effect: Effect = "write"
    raises: tuple[int, ...] = ()
    repeated: Run | None = None
    example: dict[str, Any] = field(default_factory=dict)
    graded: Grade | None = None
    upload: int = 0

    @property
    def writes(self) -> bool:
        """Whether it runs inside a unit of work."""
        return self.effect == "write"

    @property
    def grade(self) -> Grade:
        """How far it goes."""
        if self.graded:
            return self.graded
        if self.scope.endswith(":read"):
            return "reads"
        return "undoable" if self.writes and not self.name.endswith(".erase") else "final"


def answer_of(output: Any) -> Any:
    """The model of what an action answers: of a kind, a list of one `[kind]`, a page `[kind, "page"]`, or as it is."""
    if isinstance(output, Kind):
        return output.model
    if isinstance(output, list):
        model: Any = output[0].model
        return _page_of(output[0]) if len(output) == 2 else list[model]
    return output


@cache
def _page_of(kind: Kind) -> type[BaseModel]:
    model: Any = kind.model
    fields: dict[str, Any] = {"items": (list[model], ...), "next": (str | None, ...), "version": (int, ...)}
    return create_model(f"{kind.model.__name__}Page", **fields)


class ActionSet(list[Action]):
    """The actions of one resource; a feature fills it with the decorator and hands it to the application."""

    def __init__(self, resource: str) -> None:
        super().__init__()
        self.resource = resource

    def reads(self, verb: str, **declared: Any) -> Callable[[Run], Run]:
        """Declare the function below as a reading action, by default answering GET."""
        return self._declare(verb, "read", {"method": "GET", **declared})

    def writes(self, verb: str, **declared: Any) -> Callable[[Run], Run]:
        """Declare the function below as a writing action, by default answering POST."""
        return self._declare(verb, "write", declared)

    def only(self, *verbs: str) -> "ActionSet":
        """Those of its actions, for a kind that clients may not change in every way."""
        chosen = ActionSet(self.resource)
        chosen.extend(action for action in self if action.name.rpartition(".")[2] in verbs)
        return chosen

    def _declare(self, verb: str, effect: Effect, declared: dict[str, Any]) -> Callable[[Run], Run]:
        def keep(run: Run) -> Run:
            name = f"{self.resource}.{verb}"
            summary = (run.__doc__ or verb).strip().splitlines()[0]
            filled = {"summary": summary, "scope": f"{self.resource}:{effect}", **declared}
            self.append(Action(name=name, run=run, effect=effect, **filled))
            return run

        return keep


def by_name(actions: Iterable[Action]) -> dict[str, Action]:
    """The registry: every action of the product, by its name."""
    registry: dict[str, Action] = {}
    for action in actions:
        if action.name in registry:
            raise TypeError(f"the action {action.name!r} is declared twice")
        registry[action.name] = action
    return registry
