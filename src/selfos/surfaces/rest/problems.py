"""Errors over HTTP: problem+json (RFC 9457) that names the field, and never a stack trace or private text."""

from collections.abc import Awaitable, Callable, Sequence
from typing import Any, Final

import orjson
import structlog
from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel, ValidationError
from starlette.exceptions import HTTPException

from selfos.kernel.errors import Problem
from selfos.kernel.records import to_json

MEDIA_TYPE: Final = "application/problem+json"
_log = structlog.get_logger("rest")


class FieldError(BaseModel):
    """What is wrong with one field of the input."""

    field: str
    message: str


class ProblemBody(BaseModel):
    """Problem details (RFC 9457)."""

    type: str
    title: str
    status: int
    detail: str
    errors: list[FieldError] | None = None


_TITLES: Final = {
    400: "The request could not be read",
    401: "Please sign in",
    403: "This is not allowed",
    404: "There is nothing here",
    405: "This method does not exist here",
    409: "Something else stands in the way",
    412: "It was changed in the meantime",
    413: "This is too large",
    422: "The input is not valid",
    429: "Too many requests",
    503: "Not available right now",
}
ALWAYS: Final = (400, 401, 403, 413, 422, 429, 503)
"""What every authenticated route may answer."""


def documented(statuses: Sequence[int]) -> dict[int | str, dict[str, Any]]:
    """The OpenAPI responses of these errors."""
    content = {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/ProblemBody"}}}
    return {status: {"description": _TITLES[status], "content": content} for status in sorted(set(statuses))}


def response(problem: Problem) -> Response:
    """The HTTP answer of a problem."""
    return Response(to_json(problem.body()), problem.status, media_type=MEDIA_TYPE, headers=problem.headers())


def plain_response(status: int, detail: str, errors: Sequence[dict[str, str]] = ()) -> Response:
    """The answer of an error that the framework found."""
    body = {
        "type": "about:blank",
        "title": _TITLES.get(status, "The request failed"),
        "status": status,
        "detail": detail,
        **({"errors": list(errors)} if errors else {}),
    }
    return Response(orjson.dumps(body), status, media_type=MEDIA_TYPE)


def invalid(error: ValidationError | RequestValidationError) -> Response:
    """422 that names each field, without repeating what was sent."""
    items = [{"field": _path(item["loc"]), "message": _message(item)} for item in error.errors()]
    detail = "; ".join(f"{item['field']}: {item['message']}" for item in items[:5])
    return plain_response(422, detail, items)


def install(app: FastAPI) -> None:
    """Answer every error of the application as a problem."""
    handlers: dict[type[Exception], Callable[[Request, Any], Awaitable[Response]]] = {
        Problem: _on_problem,
        RequestValidationError: _on_invalid,
        ValidationError: _on_invalid,
        HTTPException: _on_http,
        Exception: _on_fault,
    }
    for kind, handler in handlers.items():
        app.add_exception_handler(kind, handler)


def unexpected(error: Exception) -> Response:
    """A fault of ours: logged by its type and place, told without any detail."""
    _log.error("unexpected error", exc_info=error)
    return plain_response(500, "an unexpected error; nothing was changed. The log names it by the correlation id")


async def _on_problem(_request: Request, error: Problem) -> Response:
    return response(error)


async def _on_invalid(_request: Request, error: ValidationError | RequestValidationError) -> Response:
    return invalid(error)


async def _on_fault(_request: Request, error: Exception) -> Response:
    return unexpected(error)


async def _on_http(_request: Request, error: HTTPException) -> Response:
    answer = plain_response(error.status_code, str(error.detail))
    answer.headers.update(error.headers or {})
    return answer


def _path(location: Sequence[int | str]) -> str:
    parts = [str(part) for part in location]
    if parts and parts[0] in {"body", "query", "path", "header"}:
        parts = parts[1:] or [parts[0]]
    return ".".join(parts) or "body"


def _message(item: Any) -> str:
    if item["type"] == "json_invalid":
        return "is not valid JSON"
    message = str(item["msg"]).removeprefix("Value error, ")
    return message[:1].lower() + message[1:]
