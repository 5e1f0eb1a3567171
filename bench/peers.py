"""A bare FastAPI server on asyncpg: the least that could answer the same requests.

    SELFOS_DATA=... python -m bench.peers PORT '[["SPACE", COUNT], ...]'

`POST /capture/{space}` takes a typed body and runs the very statement that writes a capture, its arguments made
beforehand, in three trips under row-level security. `GET /tasks/{space}` runs the SELECT of a page of tasks and
returns the rows, what is sealed as base64. No caller is asked who they are, nothing is sealed, opened or measured.
"""

import base64
import json
import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from typing import Any
from uuid import UUID

import asyncpg
import orjson
import uvicorn
from fastapi import FastAPI, Response
from pydantic import BaseModel

from bench.statements import Statement, captures, page_of_tasks
from selfos.kernel.config.settings import load_settings
from selfos.kernel.embedded import database_urls

Prepared = dict[str, Iterator[Statement]]


class Given(BaseModel):
    """A capture."""

    content: str
    source: str | None = None


def application(dsn: str, size: int, prepared: Prepared, page: Statement) -> FastAPI:
    """The routes; `prepared` has the statements of each space, enough for all requests to come."""
    state: dict[str, asyncpg.Pool] = {}

    @asynccontextmanager
    async def pooled(_app: FastAPI) -> AsyncIterator[None]:
        async with asyncpg.create_pool(dsn, min_size=1, max_size=size, reset=_keep) as state["pool"]:
            yield

    app = FastAPI(lifespan=pooled)

    @app.post("/capture/{space}", status_code=201)
    async def capture(space: str, given: Given) -> dict[str, Any]:
        sql, arguments = next(prepared[space])
        async with state["pool"].acquire() as connection:
            await connection.execute(f"BEGIN; SET LOCAL selfos.space = '{UUID(space)}'")
            version = await connection.fetchval(sql, *arguments)
            await connection.execute("COMMIT")
        return {"version": version, "content": given.content}

    @app.get("/tasks/{space}")
    async def tasks(space: str) -> Response:
        sql, arguments = page
        async with state["pool"].acquire() as connection:
            await connection.execute(f"BEGIN READ ONLY; SET LOCAL selfos.space = '{UUID(space)}'")
            rows = await connection.fetch(sql, UUID(space), *arguments[1:])
            await connection.execute("COMMIT")
        return Response(orjson.dumps([dict(row) for row in rows], default=_plain), media_type="application/json")

    return app


async def _keep(_connection: asyncpg.Connection) -> None:
    return None


def _plain(value: Any) -> str:
    return base64.b64encode(value).decode() if isinstance(value, bytes) else str(value)


def main() -> None:
    port, wanted = int(sys.argv[1]), json.loads(sys.argv[2])
    settings = load_settings()
    prepared = {space: iter(captures(settings, UUID(space), count)) for space, count in wanted}
    app = application(database_urls(settings).app, settings.pool_size, prepared, page_of_tasks(settings))
    uvicorn.run(app, host="127.0.0.1", port=port, access_log=False, log_level="warning", loop="uvloop")


if __name__ == "__main__":
    main()
