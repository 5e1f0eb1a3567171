"""Declaring what a life is made of.

A `Record` is declared once: its fields, which of them are `Private` (sealed in one envelope) and which are `Indexed`
(plain columns that SQL may filter and sort on). Storage, REST, search, undo, history and export follow from it.

    class Task(Record, kind="task", plural="tasks", search=SearchSpec(title="title", text=("notes",))):
        title: Private[Line]
        status: Indexed[Managed[TaskStatus]] = "open"

Words are never `Indexed`: titles, texts, names, tags, moods and life areas are found through the search index.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Annotated, Any, ClassVar, Final, Self, TypeVar
from uuid import UUID

import orjson
from pydantic import BaseModel, ConfigDict, Field, create_model
from pydantic.fields import FieldInfo

from selfos.kernel.fields import Instant
from selfos.kernel.ids import new_id

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _Marker:
    name: str


_PRIVATE, _INDEXED = _Marker("private"), _Marker("indexed")
_MANAGED, _DERIVED = _Marker("managed"), _Marker("derived")

Private = Annotated[T, _PRIVATE]
"""Sealed: never readable on disk."""
Indexed = Annotated[T, _INDEXED]
"""A clear column: ids, times, statuses, ranks, counts. Never words."""
Managed = Annotated[T, _MANAGED]
"""Set by the product's own actions; clients read it and may not write it."""
Derived = Annotated[T, _DERIVED]
"""Computed from other records by a rule in each unit that changes them: never written by clients, never undone."""

BASE_FIELDS: Final = ("id", "version", "created_at", "updated_at", "deleted_at")


@dataclass(frozen=True, slots=True)
class SearchSpec:
    """How records of a kind are found: fields by role.

    `keys` are filtered exactly (tags, types, statuses); `at` is the time that lists and neighbours are ordered by.
    `thread` and `speaker` name the conversation a record belongs to and who said it.
    """

    title: str | None = None
    text: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()
    at: str = "created_at"
    meaning: bool = True
    thread: str | None = None
    speaker: str | None = None


class Record(BaseModel):
    """Base of every declared kind. Instances are frozen; change them through the unit of work."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        ser_json_inf_nan="null",
        allow_inf_nan=False,
        json_schema_serialization_defaults_required=True,
    )

    spec: ClassVar["Kind"]

    id: UUID = Field(default_factory=new_id)
    version: int = 0
    created_at: Instant
    updated_at: Instant
    deleted_at: Instant | None = None

    def __init_subclass__(cls, **_declaration: Any) -> None:
        super().__init_subclass__()

    @classmethod
    def __pydantic_init_subclass__(cls, **declaration: Any) -> None:
        super().__pydantic_init_subclass__()
        cls.spec = Kind(model=cls, **declaration)
        registry.add(cls.spec)

    def replaced(self, **values: Any) -> Self:
        """A copy with these fields validated and replaced."""
        return type(self).model_validate({**self.__dict__, **values})


class Kind:
    """What the product knows about one declared kind of record."""

    def __init__(
        self, *, kind: str, plural: str, model: type[Record], search: SearchSpec | None = None, synced: bool = True
    ) -> None:
        self.name, self.plural, self.model, self.search = kind, plural, model, search or SearchSpec()
        #: Whether devices carry its records; those of other kinds they ask the server for.
        self.synced = synced
        self.private = self._marked(_PRIVATE)
        self.indexed = self._marked(_INDEXED)
        self.derived = self._marked(_DERIVED)
        managed = {*self._marked(_MANAGED), *self.derived}
        self.writable = tuple(f for f in (*self.private, *self.indexed) if f not in managed)
        unplaced = set(model.model_fields) - set(BASE_FIELDS) - set(self.private) - set(self.indexed)
        if unplaced:
            raise TypeError(f"{model.__name__}: {sorted(unplaced)} must be Private or Indexed")

    def _marked(self, marker: _Marker) -> tuple[str, ...]:
        return tuple(name for name, field in self.model.model_fields.items() if marker in field.metadata)

    @property
    def table(self) -> str:
        """The table its records are stored in."""
        return self.plural

    @property
    def path(self) -> str:
        """Where its records live over HTTP."""
        return "/" + self.plural.replace("_", "-")

    @cached_property
    def _defaults(self) -> dict[str, Any]:
        fields = self.model.model_fields
        return {
            n: fields[n].get_default(call_default_factory=True) for n in self.private if not fields[n].is_required()
        }

    def private_json(self, record: Record) -> bytes:
        """The plain bytes of the record's envelope."""
        values = record.__dict__
        return to_json({name: values[name] for name in self.private})

    def load(self, row: Mapping[str, Any], private: bytes) -> Record:
        """The record of a stored row and its opened envelope."""
        return self.model.model_validate({**self._columns(row), **orjson.loads(private)})

    def plain(self, row: Mapping[str, Any], private: bytes) -> dict[str, Any]:
        """The same as JSON-ready values, without validating again what was validated when it was written."""
        return {**self._columns(row), **self._defaults, **orjson.loads(private)}

    def _columns(self, row: Mapping[str, Any]) -> dict[str, Any]:
        return {name: row[name] for name in (*BASE_FIELDS, *self.indexed)}

    @cached_property
    def create_model(self) -> type[BaseModel]:
        """What a client sends to create one."""
        chosen: dict[str, Any] = {"id": (UUID | None, Field(None, description="A UUID chosen by the client"))}
        chosen.update({name: _as_input(self.model.model_fields[name]) for name in self.writable})
        return create_model(f"{self.model.__name__}Create", __config__=_INPUT, **chosen)

    @cached_property
    def patch_model(self) -> type[BaseModel]:
        """What a client sends to change one: any of the writable fields."""
        chosen: dict[str, Any] = {n: _as_input(self.model.model_fields[n], optional=True) for n in self.writable}
        return create_model(f"{self.model.__name__}Patch", __config__=_INPUT, **chosen)


_INPUT = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)


def _as_input(field: FieldInfo, *, optional: bool = False) -> tuple[Any, Any]:
    annotation: Any = field.annotation
    for extra in field.metadata:
        if not isinstance(extra, _Marker):
            annotation = Annotated[annotation, extra]
    if optional:  # an absent field means "leave it": the default is never validated and never read
        return annotation, Field(None, description=field.description, examples=field.examples)
    if field.default_factory is not None:
        return annotation, Field(default_factory=field.default_factory, description=field.description)
    return annotation, Field(field.default, description=field.description, examples=field.examples)


class Registry:
    """Every declared kind, by name and by plural."""

    def __init__(self) -> None:
        self._kinds: dict[str, Kind] = {}

    def add(self, kind: Kind) -> None:
        if kind.name in self._kinds or any(k.plural == kind.plural for k in self._kinds.values()):
            raise TypeError(f"the kind {kind.name!r} is declared twice")
        self._kinds[kind.name] = kind

    def remove(self, name: str) -> None:
        """Forget a kind (tests declare some of their own)."""
        del self._kinds[name]

    def __getitem__(self, name: str) -> Kind:
        return self._kinds[name]

    def __contains__(self, name: str) -> bool:
        return name in self._kinds

    def all(self) -> tuple[Kind, ...]:
        return tuple(sorted(self._kinds.values(), key=lambda kind: kind.name))


registry: Final = Registry()


def to_json(value: Any, settled: Callable[[Any], Any] | None = None) -> bytes:
    """JSON as it is stored and sent: UTC as `Z`, models as objects. `settled` may replace the form of models."""
    return orjson.dumps(value, default=settled or plain, option=orjson.OPT_UTC_Z | orjson.OPT_NON_STR_KEYS)


def plain(value: Any) -> Any:
    """The JSON form of what orjson does not know."""
    if isinstance(value, BaseModel):
        return value.__dict__
    if isinstance(value, UUID):  # the driver's own subclass
        return str(value)
    raise TypeError(f"{type(value).__name__} has no JSON form")
