"""Is it alive, is it ready, how is it: each really asked."""

import time
from datetime import datetime
from typing import Literal

from fastapi import APIRouter, Response
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from pydantic import BaseModel

from selfos import __version__
from selfos.kernel import clock
from selfos.kernel.errors import Problem
from selfos.kernel.runtime import Runtime
from selfos.kernel.telemetry import JOBS

_STARTED = time.monotonic()


class Health(BaseModel):
    """The state of this server."""

    status: Literal["healthy", "unhealthy"]
    version: str
    database: Literal["connected", "unreachable"]
    semantic_search: bool
    uptime_seconds: float
    timestamp: datetime


def health_routes(runtime: Runtime) -> APIRouter:
    """`/livez`, `/readyz`, `/metrics` and `/api/v1/health`."""
    router = APIRouter(tags=["health"])

    @router.get("/livez", operation_id="livez", summary="The process answers")
    async def livez() -> dict[str, str]:
        return {"status": "alive"}

    @router.get("/readyz", operation_id="readyz", summary="The database answers", responses={503: {"model": Health}})
    async def readyz() -> Response:
        return await health()

    @router.get("/metrics", operation_id="metrics", summary="Prometheus metrics", response_class=Response)
    async def metrics() -> Response:
        if await _database_answers(runtime):
            for state, count in (await runtime.queue.counts()).items():
                JOBS.labels(state).set(count)
        return Response(generate_latest(), media_type=CONTENT_TYPE_LATEST)

    @router.get(
        "/api/v1/health",
        operation_id="health",
        summary="Status, version, database, uptime",
        response_model=Health,
        responses={503: {"model": Health}},
    )
    async def health() -> Response:
        connected = await _database_answers(runtime)
        state = Health(
            status="healthy" if connected else "unhealthy",
            version=__version__,
            database="connected" if connected else "unreachable",
            semantic_search=runtime.encoder is not None,
            uptime_seconds=round(time.monotonic() - _STARTED, 1),
            timestamp=clock.now(),
        )
        return Response(state.model_dump_json(), 200 if connected else 503, media_type="application/json")

    return router


async def _database_answers(runtime: Runtime) -> bool:
    try:
        async with runtime.database.installation() as connection:
            return bool(await connection.fetchval("SELECT count(*) >= 0 FROM jobs WHERE false"))
    except Problem:
        return False
