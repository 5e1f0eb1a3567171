"""`selfos mcp`, started by the official SDK's client as any client would start it."""

import asyncio
import os
import socket
import sys
from collections.abc import AsyncIterator

import httpx
import pytest
import uvicorn
from mcp import Client, StdioServerParameters
from mcp.client.stdio import stdio_client
from mcp.shared.exceptions import MCPError

from selfos.surfaces.rest import build
from tests.fixtures.ai_clients import make_key
from tests.fixtures.house import House

MAIN = "from selfos.cli import main; main()"


@pytest.fixture(scope="module")
async def served(house: House) -> AsyncIterator[None]:
    """The house on a port of its own, whose address stands where the command line looks for it."""
    server = uvicorn.Server(uvicorn.Config(build(house.runtime), log_config=None, lifespan="off"))
    told = house.runtime.settings.data / "server.url"
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        told.write_text(f"http://127.0.0.1:{door.getsockname()[1]}\n")
        running = asyncio.create_task(server._serve([door]))
        yield
        server.should_exit = True
        await running
    told.unlink()


def client(house: House, mode: str, *options: str, key: str = "") -> Client:
    environment = {**os.environ, "SELFOS_DATA": str(house.runtime.settings.data), "SELFOS_API_KEY": key}
    command = StdioServerParameters(command=sys.executable, args=["-c", MAIN, "mcp", *options], env=environment)
    return Client(stdio_client(command), mode=mode)


@pytest.mark.usefixtures("served")
@pytest.mark.parametrize("mode", ["auto", "legacy"])
async def test_tools_work_over_standard_input_and_output(house: House, person: httpx.AsyncClient, mode: str) -> None:
    key = await make_key(person, "tasks:write")
    async with client(house, mode, "--all", key=key) as talking:
        assert "tasks_erase" in {tool.name for tool in (await talking.list_tools()).tools}
        await talking.call_tool("quick_add_add", {"text": "mend the fence"})
        assert "mend the fence" in (await person.get("/tasks")).text
        with pytest.raises(MCPError, match="no such tool"):
            await talking.call_tool("tea_brew", {})


@pytest.mark.usefixtures("served")
async def test_reading_only_changes_nothing(house: House) -> None:
    async with client(house, "auto", "--read-only") as talking:
        tools = (await talking.list_tools()).tools
        assert tools
        assert all(tool.annotations and tool.annotations.read_only_hint for tool in tools)


@pytest.mark.usefixtures("served")
async def test_a_wrong_key_is_told_as_an_error_of_the_protocol(house: House) -> None:
    with pytest.raises(BaseException) as raised:  # noqa: PT011 - the SDK wraps it in groups of its own
        async with client(house, "legacy", key="sos_wrong"):
            pass
    assert "key is not valid" in _innermost(raised.value)


def _innermost(error: BaseException) -> str:
    while isinstance(error, BaseExceptionGroup):
        error = error.exceptions[0]
    return str(error)
