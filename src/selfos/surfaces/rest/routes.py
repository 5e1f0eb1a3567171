"""Routes made from the action registry.

FastAPI documents them from a signature; requests take a shorter way, one validation straight from the bytes, because
its dependency machinery costs more than a capture does.
"""

import inspect
import re
from collections.abc import Awaitable, Callable
from functools import cache
from typing import Annotated, Any
from uuid import UUID

from fastapi import Query, Request, Response
from fastapi.routing import APIRoute
from pydantic import BaseModel, create_model
from starlette.routing import request_response

from selfos.kernel.actions import Action, Input, answer_of
from selfos.kernel.errors import BadRequest, Invalid
from selfos.kernel.perform import Outcome, Wish, perform
from selfos.kernel.principal import Principal
from selfos.kernel.runtime import Runtime
from selfos.surfaces.rest.problems import ALWAYS, documented

Authenticate = Callable[[Request], Awaitable[Principal]]
Read = Callable[[Request], Awaitable[BaseModel]]

_ETAG = re.compile(r'^(?:W/)?"(\d{1,18})"$')


def action_route(prefix: str, runtime: Runtime, action: Action, authenticate: Authenticate) -> APIRoute:
    """The route that serves an action at its path."""
    read = _reader(action)

    async def answer(request: Request) -> Response:
        principal = await authenticate(request)
        outcome = await perform(runtime, action, principal, await read(request), _wish(request, action))
        return _response(request, outcome)

    route = APIRoute(
        prefix + action.path,
        _documented_endpoint(action),
        methods=[action.method],
        operation_id=action.name.replace(".", "_"),
        summary=action.summary,
        tags=[action.name.partition(".")[0]],
        status_code=action.status,
        response_model=None,
        responses=_responses(action),
        openapi_extra=_extra(action),
    )
    route.app = request_response(answer)
    return route


def _path_names(action: Action) -> tuple[str, ...]:
    return tuple(re.findall(r"{(\w+)}", action.path))


def _in_query(action: Action) -> bool:
    return action.method in {"GET", "DELETE"} or bool(action.upload)


def _reader(action: Action) -> Read:
    """How the input of an action is read from a request."""
    names = _path_names(action)
    model, rest = action.input, _without(action.input, names)

    async def from_query(request: Request) -> BaseModel:
        values: dict[str, Any] = {"content": await request.body()} if action.upload else {}
        for name, value in request.query_params.multi_items():
            values[name] = [*values[name], value] if isinstance(values.get(name), list) else value
        return model.model_validate(values | _path_values(request))

    async def from_body(request: Request) -> BaseModel:
        path = _path_values(request)
        if rest is None:
            return model.model_validate(path)
        given = rest.model_validate_json(await request.body() or b"{}")
        if not path:
            return given
        sent = given.model_fields_set | path.keys()
        return model.model_construct(_fields_set=sent, **given.__dict__, **path)

    return from_query if _in_query(action) else from_body


def _path_values(request: Request) -> dict[str, Any]:
    """The ids in the path. Raises Invalid for what is no UUID."""
    values: dict[str, Any] = {}
    for name, text in request.path_params.items():
        try:
            values[name] = UUID(text)
        except ValueError as error:
            raise Invalid("must be a UUID", field=name) from error
    return values


def _documented_endpoint(action: Action) -> Callable[..., Any]:
    """A signature from which FastAPI describes the action; never called."""
    names = _path_names(action)
    keyword = inspect.Parameter.KEYWORD_ONLY
    parameters = [inspect.Parameter(name, keyword, annotation=UUID) for name in names]
    rest = _without(action.input, (*names, "content") if action.upload else names)
    if rest is not None:
        annotation = Annotated[rest, Query()] if _in_query(action) else rest
        parameters.append(inspect.Parameter("given", keyword, annotation=annotation))

    async def endpoint(**_given: Any) -> None: ...

    endpoint.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined] # read by FastAPI
    return endpoint


@cache
def _without(model: type[BaseModel], names: tuple[str, ...]) -> type[BaseModel] | None:
    """The model less what stands in the path; None where nothing is left."""
    if not names:
        return model if model.model_fields else None
    rest: dict[str, Any] = {n: (f.annotation, f) for n, f in model.model_fields.items() if n not in names}
    return create_model(f"{model.__name__}Body", __base__=Input, **rest) if rest else None


def _wish(request: Request, action: Action) -> Wish | None:
    if not action.writes:
        return None
    key, match = request.headers.get("idempotency-key"), request.headers.get("if-match")
    if key is None and match is None:
        return None
    version = None
    if match is not None and match != "*":
        found = _ETAG.match(match)
        if found is None:
            raise BadRequest('must be an ETag as it was given, for example "12"', field="If-Match")
        version = int(found[1])
    return Wish(key, version)


def _response(request: Request, outcome: Outcome) -> Response:
    headers = {}
    if outcome.version is not None:
        headers["ETag"] = f'"{outcome.version}"'
        if request.method == "GET" and request.headers.get("if-none-match") == headers["ETag"]:
            return Response(status_code=304, headers=headers)
    if outcome.change_id is not None:
        headers["Selfos-Change"] = str(outcome.change_id)
    if outcome.replayed:
        headers["Idempotency-Replayed"] = "true"
    return Response(outcome.body, outcome.status, headers, "application/json")


def _responses(action: Action) -> dict[int | str, dict[str, Any]]:
    model = answer_of(action.output)
    described: dict[int | str, dict[str, Any]] = {action.status: {"model": model, "description": "Done"}}
    if action.repeated is not None:
        described[200] = {"model": model, "description": "It existed already, with the same content"}
    if action.method == "GET":
        described[304] = {"description": "Not changed since the given ETag"}
    return described | documented((*ALWAYS, *action.raises))


def _extra(action: Action) -> dict[str, Any]:
    uuid = {"type": "string", "format": "uuid"}
    parameters = [_header("Selfos-Space", "The space to act in; your personal one where it is absent", uuid)]
    if action.writes:
        key = {"type": "string", "minLength": 1, "maxLength": 255}
        etag = {"type": "string", "pattern": r'^(\*|(W/)?"\d{1,18}")$'}
        parameters.append(_header("Idempotency-Key", "Repeats with the same key are done once", key))
        parameters.append(_header("If-Match", "Only if the record still has this ETag", etag))
    extra: dict[str, Any] = {"security": [{"bearer": []}], "parameters": parameters}
    if action.example:
        extra["requestBody"] = {"content": {"application/json": {"example": action.example}}}
    if action.upload:
        file = {"schema": {"type": "string", "format": "binary"}}
        extra["requestBody"] = {"required": True, "content": {"application/octet-stream": file}}
    return extra


def _header(name: str, description: str, schema: dict[str, Any]) -> dict[str, Any]:
    return {"name": name, "in": "header", "required": False, "description": description, "schema": schema}
