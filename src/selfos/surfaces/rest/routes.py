"""Routes made from the action registry: path and query parameters, body, OpenAPI and answer all follow its entries."""

import inspect
import re
from collections.abc import Callable
from functools import cache
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Request, Response
from pydantic import BaseModel, create_model

from selfos.kernel.actions import Action, Input
from selfos.kernel.errors import BadRequest
from selfos.kernel.perform import Outcome, Wish, perform
from selfos.kernel.principal import Principal
from selfos.kernel.records import Kind
from selfos.kernel.runtime import Runtime
from selfos.surfaces.rest.problems import ALWAYS, documented

Authenticate = Callable[[Request], Any]

_ETAG = re.compile(r'^(?:W/)?"(\d{1,18})"$')


def add_action(router: APIRouter, runtime: Runtime, action: Action, authenticate: Authenticate) -> None:
    """Serve an action at its path."""
    path_names = re.findall(r"{(\w+)}", action.path)
    rest = _without(action.input, tuple(path_names))
    parameters = [
        inspect.Parameter("request", inspect.Parameter.KEYWORD_ONLY, annotation=Request),
        inspect.Parameter(
            "principal", inspect.Parameter.KEYWORD_ONLY, annotation=Annotated[Principal, Depends(authenticate)]
        ),
        *(inspect.Parameter(n, inspect.Parameter.KEYWORD_ONLY, annotation=UUID) for n in path_names),
    ]
    if rest is not None:
        parameters.append(_given(rest, in_query=action.method in {"GET", "DELETE"}))

    async def endpoint(request: Request, principal: Principal, given: Any = None, **path: UUID) -> Response:
        outcome = await perform(runtime, action, principal, _joined(action.input, given, path), _wish(request, action))
        return _answer(request, outcome)

    endpoint.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined] # read by FastAPI
    router.add_api_route(
        action.path,
        endpoint,
        methods=[action.method],
        operation_id=action.name.replace(".", "_").replace("-", "_"),
        summary=action.summary,
        tags=[action.name.partition(".")[0]],
        status_code=action.status,
        response_model=None,
        responses=_responses(action),
        openapi_extra=_extra(action),
    )


def _given(model: type[BaseModel], *, in_query: bool) -> inspect.Parameter:
    """The query parameters or the body; a body of which nothing is required may be absent."""
    annotation: Any = Annotated[model, Query()] if in_query else model
    default: Any = inspect.Parameter.empty
    if not in_query and not any(field.is_required() for field in model.model_fields.values()):
        annotation, default = model | None, None
    return inspect.Parameter("given", inspect.Parameter.KEYWORD_ONLY, annotation=annotation, default=default)


@cache
def _without(model: type[BaseModel], names: tuple[str, ...]) -> type[BaseModel] | None:
    """The model less what stands in the path; None where nothing is left."""
    if not names:
        return model if model.model_fields else None
    rest: dict[str, Any] = {n: (f.annotation, f) for n, f in model.model_fields.items() if n not in names}
    return create_model(f"{model.__name__}Body", __base__=Input, **rest) if rest else None


def _joined(model: type[BaseModel], given: BaseModel | None, path: dict[str, UUID]) -> BaseModel:
    """The action's input, of parts that FastAPI has validated already."""
    if given is not None and not path:
        return given
    values = dict(given.__dict__) if given is not None else {}
    sent = given.model_fields_set if given is not None else set()
    return model.model_construct(_fields_set=sent | set(path), **values, **path)


def _wish(request: Request, action: Action) -> Wish | None:
    if not action.writes:
        return None
    key, match = request.headers.get("idempotency-key"), request.headers.get("if-match")
    if key is None and match is None:
        return None
    version = None
    if match not in {None, "*"}:
        found = _ETAG.match(match or "")
        if found is None:
            raise BadRequest('must be an ETag as it was given, for example "12"', field="If-Match")
        version = int(found[1])
    return Wish(key, version)


def _answer(request: Request, outcome: Outcome) -> Response:
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
    described: dict[int | str, dict[str, Any]] = {
        action.status: {"model": _output(action.output), "description": "Done"}
    }
    if action.repeated is not None:
        described[200] = {"model": _output(action.output), "description": "It existed already, with the same content"}
    if action.method == "GET":
        described[304] = {"description": "Not changed since the given ETag"}
    return described | documented((*ALWAYS, *action.raises))


@cache
def _page_model(kind: Kind) -> type[BaseModel]:
    model: Any = kind.model
    fields: dict[str, Any] = {"items": (list[model], ...), "next": (str | None, ...), "version": (int, ...)}
    return create_model(f"{kind.model.__name__}Page", **fields)


def _output(output: Any) -> Any:
    """The response model: of a kind, a list of one `[kind]`, a page `[kind, "page"]`, or as it is."""
    if isinstance(output, Kind):
        return output.model
    if isinstance(output, list):
        model: Any = output[0].model
        return _page_model(output[0]) if len(output) == 2 else list[model]
    return output


def _extra(action: Action) -> dict[str, Any]:
    extra: dict[str, Any] = {"security": [{"bearer": []}]}
    space = _header("Selfos-Space", "The space to act in; your personal one where it is absent", "uuid")
    extra["parameters"] = [space]
    if action.writes:
        extra["parameters"].append(_header("Idempotency-Key", "Repeats with the same key are done once"))
        extra["parameters"].append(_header("If-Match", "Only if the record still has this ETag"))
    if action.example:
        extra["requestBody"] = {"content": {"application/json": {"example": action.example}}}
    return extra


def _header(name: str, description: str, form: str | None = None) -> dict[str, Any]:
    schema: dict[str, Any] = {"type": "string", **({"format": form} if form else {})}
    if name == "Idempotency-Key":
        schema |= {"minLength": 1, "maxLength": 255}
    if name == "If-Match":
        schema["pattern"] = r'^(\*|(W/)?"\d{1,18}")$'
    return {"name": name, "in": "header", "required": False, "description": description, "schema": schema}
