"""The HTTP interface: `/api/v1`, generated from the action registry, described by OpenAPI 3.1."""

from pathlib import Path
from typing import Any, Final

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from pydantic import BaseModel
from starlette.middleware.cors import CORSMiddleware
from starlette.types import ASGIApp

from selfos import __version__
from selfos.kernel.runtime import Runtime
from selfos.surfaces.mcp import mcp_route
from selfos.surfaces.openai import openai_routes
from selfos.surfaces.rest import problems
from selfos.surfaces.rest.auth import auth_routes, authenticator
from selfos.surfaces.rest.edge import Edge
from selfos.surfaces.rest.health import health_routes
from selfos.surfaces.rest.routes import action_route
from selfos.surfaces.sync import live_routes, sync_actions
from selfos.surfaces.talk import socket_routes, talk_routes
from selfos.surfaces.web import DIST, WebApp

PREFIX: Final = "/api/v1"
OURS: Final = ("api", "mcp", "v1", "livez", "readyz", "metrics")
"""How the paths of the interface begin; every other one may be a screen of the web app."""


def application(runtime: Runtime) -> FastAPI:
    """The routes and their description."""
    app = FastAPI(
        title="SelfOS",
        version=__version__,
        summary="A life operating system on a machine you own.",
        license_info={"name": "AGPL-3.0-or-later", "identifier": "AGPL-3.0-or-later"},
        openapi_url=f"{PREFIX}/openapi.json",
        docs_url=None,
        redoc_url=None,
    )
    problems.install(app)
    authenticate = authenticator(runtime)
    actions = (*runtime.actions.values(), *sync_actions)
    app.router.routes.extend(action_route(PREFIX, runtime, action, authenticate) for action in actions)
    app.include_router(auth_routes(runtime), prefix=PREFIX)
    live = live_routes(runtime, authenticate)
    app.include_router(live, prefix=PREFIX, responses=problems.documented(problems.ALWAYS))
    talk = talk_routes(runtime, authenticate)
    app.include_router(talk, prefix=PREFIX, responses=problems.documented((*problems.ALWAYS, 404, 409)))
    app.include_router(socket_routes(runtime), prefix=PREFIX)
    app.include_router(health_routes(runtime))
    app.router.routes += [mcp_route(runtime, authenticate), *openai_routes(runtime, authenticate)]
    app.openapi = lambda: _described(app)  # type: ignore[method-assign] # the way FastAPI documents
    return app


def build(runtime: Runtime, web: Path = DIST) -> ASGIApp:
    """The whole ASGI application, as a server runs it; `web` holds the built app."""
    settings = runtime.settings
    app: ASGIApp = application(runtime)
    if settings.cors_origins:
        app = CORSMiddleware(
            app,
            allow_origins=settings.cors_origins,
            allow_methods=["GET", "POST", "PATCH", "DELETE"],
            allow_headers=[
                *("Authorization", "Content-Type", "Idempotency-Key", "If-Match", "Selfos-Space"),
                *("Mcp-Protocol-Version", "Mcp-Method", "Mcp-Name"),
            ],
            expose_headers=["ETag", "Selfos-Change", "Correlation-Id"],
        )
    uploads = {PREFIX + action.path: action.upload for action in runtime.actions.values() if action.upload}
    return Edge(WebApp(app, OURS, web), settings.allowed_hosts, uploads)


def _described(app: FastAPI) -> dict[str, Any]:
    if app.openapi_schema is None:
        schema = get_openapi(
            title=app.title, version=app.version, summary=app.summary, license_info=app.license_info, routes=app.routes
        )
        components = schema.setdefault("components", {})
        components["securitySchemes"] = {"bearer": {"type": "http", "scheme": "bearer"}}
        models: dict[str, type[BaseModel]] = {
            "ProblemBody": problems.ProblemBody,
            "FieldError": problems.FieldError,
        }
        for name, model in models.items():
            components["schemas"][name] = model.model_json_schema(ref_template="#/components/schemas/{model}")
            components["schemas"][name].pop("$defs", None)
        for unused in ("HTTPValidationError", "ValidationError"):
            components["schemas"].pop(unused, None)
        app.openapi_schema = schema
    return app.openapi_schema
