"""What the official SDK's client sees and does over HTTP, in both generations of the protocol."""

import httpx
import pytest
from mcp.shared.exceptions import MCPError

from selfos.surfaces.mcp.everyday import EVERYDAY
from tests.fixtures.ai_clients import make_key, mcp_client, told
from tests.fixtures.house import House

GENERATIONS = pytest.mark.parametrize("mode", ["auto", "legacy"])


async def names(house: House, key: str, query: str = "") -> set[str]:
    async with mcp_client(house, key, query) as client:
        return {tool.name for tool in (await client.list_tools()).tools}


def test_every_everyday_tool_is_an_action(house: House) -> None:
    assert set(EVERYDAY) <= set(house.runtime.actions)


@GENERATIONS
async def test_a_task_is_made_found_and_taken_back(house: House, person: httpx.AsyncClient, mode: str) -> None:
    key = await make_key(person, "*:*")
    async with mcp_client(house, key, mode=mode) as client:
        made = await client.call_tool("quick_add_add", {"text": "water the ferns tomorrow 6pm"})
        assert made.structured_content
        assert made.structured_content["title"] == "water the ferns"
        found = await client.call_tool("search_query", {"q": "ferns", "kinds": "tasks"})
        assert found.structured_content
        assert [item["title"] for item in found.structured_content["items"]] == ["water the ferns"]
        change_id = told(made)[1].split()[-1].rstrip(".")
        await client.call_tool("changes_undo", {"change_id": change_id})
        gone = await client.call_tool("search_query", {"q": "ferns", "kinds": "tasks"})
        assert gone.structured_content
        assert gone.structured_content["items"] == []


async def test_only_what_the_key_may_do_is_listed_and_can_be_called(house: House, person: httpx.AsyncClient) -> None:
    key = await make_key(person, "tasks:read", "thoughts:write")
    offered = await names(house, key)
    assert {"tasks_today", "thoughts_create"} <= offered
    assert {name.partition("_")[0] for name in offered} == {"tasks", "thoughts"}
    assert "tasks_complete" not in offered
    async with mcp_client(house, key) as client:
        with pytest.raises(MCPError, match="no such tool"):
            await client.call_tool("goals_create", {"title": "Climb"})


@pytest.mark.parametrize(("scopes", "query"), [(["*:read"], "?tools=all"), (["*:*"], "?tools=all&read_only=true")])
async def test_reading_only_changes_nothing(
    house: House, person: httpx.AsyncClient, scopes: list[str], query: str
) -> None:
    key = await make_key(person, *scopes)
    async with mcp_client(house, key, query) as client:
        tools = (await client.list_tools()).tools
        assert tools
        assert all(tool.annotations and tool.annotations.read_only_hint for tool in tools)
        with pytest.raises(MCPError, match="no such tool"):
            await client.call_tool("thoughts_create", {"content": "not to be kept"})


async def test_all_tools_are_offered_when_asked_for_but_none_for_the_person_alone(
    house: House, person: httpx.AsyncClient
) -> None:
    key = await make_key(person, "*:*")
    offered = await names(house, key, "?tools=all")
    assert {name.replace(".", "_") for name in EVERYDAY} < offered
    assert "thoughts_erase" in offered
    assert not {"account_password", "api_keys_create", "sessions_revoke", "invitations_create"} & offered
    assert not {"cards_confirm", "models_add_provider", "sources_import"} & offered
    assert {"cards_list", "models_usage", "account_me"} <= offered


async def test_annotations_follow_from_what_is_declared(house: House, person: httpx.AsyncClient) -> None:
    key = await make_key(person, "*:*")
    async with mcp_client(house, key, "?tools=all") as client:
        notes = {tool.name: tool.annotations for tool in (await client.list_tools()).tools}

    def hints(name: str) -> tuple[bool | None, bool | None, bool | None]:
        note = notes[name]
        assert note is not None
        return note.read_only_hint, note.destructive_hint, note.idempotent_hint

    assert hints("goals_decompose") == (True, False, True)
    assert hints("tasks_update") == (False, False, True)
    assert hints("tasks_create") == (False, False, False)
    assert hints("tasks_delete") == (False, True, True)
    assert hints("tasks_erase") == (False, True, False)


async def test_every_schema_is_an_object_that_clients_can_read(house: House, person: httpx.AsyncClient) -> None:
    key = await make_key(person, "*:*")
    async with mcp_client(house, key, "?tools=all") as client:
        for tool in (await client.list_tools()).tools:
            assert tool.input_schema["type"] == "object", tool.name
            assert tool.output_schema, tool.name
            assert tool.output_schema["type"] == "object", tool.name
            assert tool.name.isidentifier(), tool.name
            assert len(tool.name) <= 64, tool.name


async def test_lists_stand_under_items(house: House, person: httpx.AsyncClient) -> None:
    key = await make_key(person, "*:*")
    async with mcp_client(house, key, "?tools=all") as client:
        await client.list_tools()
        parent = (await client.call_tool("tasks_create", {"title": "Move house"})).structured_content
        assert parent
        parts = await client.call_tool("tasks_subtasks", {"id": parent["id"]})
        assert parts.structured_content == {"items": []}


async def test_what_is_wrong_is_said_plainly(house: House, person: httpx.AsyncClient) -> None:
    key = await make_key(person, "*:*")
    async with mcp_client(house, key) as client:
        invalid = await client.call_tool("tasks_create", {"title": "x", "due": "soon", "colour": "red"})
        assert invalid.is_error
        wrong = told(invalid)[0]
        assert "due: " in wrong
        assert "colour: " in wrong
        assert "soon" not in wrong
        missing = await client.call_tool("tasks_complete", {"id": "0198b0a0-0000-7000-8000-000000000000"})
        assert missing.is_error
        assert "there is no task with the id" in told(missing)[0]


async def test_a_fault_of_ours_shows_no_trace(
    house: House, person: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def broken(*_: object) -> None:
        raise RuntimeError("a secret detail")

    monkeypatch.setattr("selfos.surfaces.mcp.server.perform", broken)
    key = await make_key(person, "*:*")
    async with mcp_client(house, key) as client:
        failed = await client.call_tool("tasks_today", {})
        assert failed.is_error
        assert "nothing was changed" in told(failed)[0]
        assert "secret" not in told(failed)[0]
        with pytest.raises(MCPError, match="unexpected") as raised:
            await client.read_resource("selfos://today")
        assert "secret" not in str(raised.value)


async def test_records_are_resources(house: House, person: httpx.AsyncClient) -> None:
    task = (await person.post("/tasks", json={"title": "Prune the roses"})).json()
    key = await make_key(person, "tasks:read")
    async with mcp_client(house, key) as client:
        assert [one.uri for one in (await client.list_resources()).resources] == ["selfos://today"]
        templates = (await client.list_resource_templates()).resource_templates
        assert [one.uri_template for one in templates] == ["selfos://tasks/{id}"]
        read = await client.read_resource(f"selfos://tasks/{task['id']}")
        assert "Prune the roses" in read.contents[0].text  # type: ignore[union-attr]
        for unknown in ("selfos://thoughts/" + task["id"], "selfos://tasks/x", "file:///etc/passwd", "selfos://"):
            with pytest.raises(MCPError):
                await client.read_resource(unknown)
