"""A fault of ours is a plain problem: no trace, no private text, and the connection goes on."""

from typing import Any

import httpx
import pytest

from selfos.features.thoughts import Thought
from selfos.kernel.database import Database
from selfos.kernel.errors import Unavailable
from tests.fixtures.ground import Ground


async def test_an_unexpected_error_is_a_problem_without_a_trace(
    person: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_arguments: Any, **_values: Any) -> None:
        raise RuntimeError("private words in a message")

    monkeypatch.setattr("selfos.kernel.unit.Unit.create", broken)
    answer = await person.post("/thoughts", json={"content": "hello"})
    assert answer.status_code == 500
    assert answer.headers["content-type"] == "application/problem+json"
    assert "private words" not in answer.text
    assert "Traceback" not in answer.text
    assert answer.headers["Correlation-Id"]


async def test_a_connection_that_is_cut_says_try_again_and_the_next_one_works(ground: Ground, space: Any) -> None:
    database: Database = ground.database

    async def cut() -> None:
        async with database.space(space) as connection:
            pid = connection.get_server_pid()
            async with database.installation() as other:
                await other.execute("SELECT pg_terminate_backend($1)", pid)
            await connection.fetchval("SELECT 1")

    with pytest.raises(Unavailable, match="same id"):
        await cut()
    async with ground.unit(space) as unit:
        unit.create(Thought, content="still here")
    assert unit.version == 1
