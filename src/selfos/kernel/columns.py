"""The plain types behind annotations, and what PostgreSQL calls them.

Apart from `schema`, because only the migrations need SQLAlchemy, whose import takes longer than the rest of a start.
"""

import types
import typing
from datetime import date, datetime
from enum import Enum
from typing import Any, Final, Literal
from uuid import UUID

SQL_TYPES: Final[dict[type, str]] = {
    bool: "boolean",
    int: "bigint",
    float: "double precision",
    str: "text",
    UUID: "uuid",
    date: "date",
    datetime: "timestamp with time zone",
    bytes: "bytea",
}


def plain_type(annotation: Any) -> type:
    """The type a field has beneath unions with None, literals, enumerations and constraints."""
    return _base(annotation)[0]


def is_nullable(annotation: Any) -> bool:
    """Whether None is among the values of a field."""
    return _base(annotation)[1]


def choices(annotation: Any) -> type[Enum] | None:
    """The enumeration among the values of a field, also of each of several."""
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        return annotation
    found = (choices(part) for part in typing.get_args(annotation))
    return next((enumeration for enumeration in found if enumeration), None)


def _base(annotation: Any) -> tuple[type, bool]:
    origin = typing.get_origin(annotation)
    if origin is typing.Annotated:
        return _base(typing.get_args(annotation)[0])
    if origin in (typing.Union, types.UnionType):
        members = [a for a in typing.get_args(annotation) if a is not types.NoneType]
        return _base(members[0])[0], True
    if origin is Literal or (isinstance(annotation, type) and issubclass(annotation, Enum)):
        return str, False
    return annotation, False
