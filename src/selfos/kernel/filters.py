"""Query parameters of a kind's list, made from its declaration.

A clear column is filtered by PostgreSQL; a private key (a tag, a life area) is filtered by the space's search index.
"""

from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import Annotated, Any, Final, Literal
from uuid import UUID

from pydantic import Field, create_model

from selfos.kernel.actions import Input
from selfos.kernel.columns import choices, plain_type
from selfos.kernel.fields import Day, Instant
from selfos.kernel.reading import MAX_PAGE
from selfos.kernel.records import Kind

_SINGULAR: Final = {"tags": "tag", "life_areas": "area", "people": "person"}


_PARAMETERS: Final[dict[type, Any]] = {
    int: Annotated[int, Field(ge=-(2**63), lt=2**63)],
    datetime: Instant,
    date: Day,
}


@dataclass(frozen=True, slots=True)
class Filter:
    """A query parameter and what it means: a condition on a column, or a key of the index."""

    parameter: str
    field: str
    operator: str | None

    @property
    def by_index(self) -> bool:
        """Whether only the search index can answer it."""
        return self.operator is None


class ListQuery(Input):
    """What every list takes."""

    limit: int = Field(50, ge=1, le=MAX_PAGE, description="Records in a page")
    cursor: str | None = Field(None, max_length=500, description="`next` of the page before")
    order: Literal["asc", "desc"] = Field("desc", description="Direction of `sort`")
    deleted: bool = Field(False, description="The deleted ones instead")
    q: str | None = Field(None, min_length=1, max_length=500, description="Words to find")
    since: Instant | None = Field(None, description="Not before this moment")
    until: Instant | None = Field(None, description="Before this moment")


@lru_cache
def filters_of(kind: Kind) -> tuple[Filter, ...]:
    """The filters that a kind's declaration gives."""
    found = []
    for name in kind.indexed:
        base = plain_type(kind.model.model_fields[name].annotation)
        if base in (date, datetime):
            found += [Filter(f"{name}_since", name, ">="), Filter(f"{name}_until", name, "<")]
        elif base in (str, UUID, bool, int):
            found.append(Filter(name, name, "="))
    found += [Filter(_SINGULAR.get(key, key), key, None) for key in kind.search.keys if key not in kind.indexed]
    return tuple(found)


@lru_cache
def query_model(kind: Kind) -> type[ListQuery]:
    """The query parameters of a kind's list."""
    chosen: dict[str, Any] = {}
    for f in filters_of(kind):
        chosen[f.parameter] = (_parameter_type(kind, f) | None, Field(None, description=_describe(f)))
    times = [
        n for n in kind.indexed if plain_type(kind.model.model_fields[n].annotation) in (date, datetime, int, float)
    ]
    names = ("created_at", "updated_at", *times)
    chosen["sort"] = (Literal[names], Field(_default_sort(kind), description="What to order by"))
    return create_model(f"{kind.model.__name__}List", __base__=ListQuery, **chosen)


def _default_sort(kind: Kind) -> str:
    return kind.search.at if kind.search.at in kind.indexed else "created_at"


def _parameter_type(kind: Kind, f: Filter) -> Any:
    annotation = kind.model.model_fields[f.field].annotation
    if (enumeration := choices(annotation)) is not None:
        return enumeration
    if f.by_index:
        return str
    base = plain_type(annotation)
    return _PARAMETERS.get(base, base)


def _describe(f: Filter) -> str:
    if f.operator in {">=", "<"}:
        return f"`{f.field}` {'from' if f.operator == '>=' else 'before'} this"
    return f"Only with this `{f.field}`"
