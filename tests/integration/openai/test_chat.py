"""Chat completions as OpenAI's own client sees them."""

from collections.abc import AsyncIterator

import httpx
import httpx2
import openai
import pytest
from openai import AsyncOpenAI

from tests.fixtures.ai_clients import make_key
from tests.fixtures.house import House

SCOPES = ("conversations:write", "tasks:write", "*:read")


def chatting(house: House, key: str) -> AsyncOpenAI:
    http = httpx2.AsyncClient(transport=httpx2.ASGITransport(house.transport.app, raise_app_exceptions=False))
    return AsyncOpenAI(api_key=key, base_url="http://127.0.0.1/v1", http_client=http, max_retries=0)


@pytest.fixture
async def client(house: House, person: httpx.AsyncClient) -> AsyncIterator[AsyncOpenAI]:
    async with chatting(house, await make_key(person, *SCOPES)) as client:
        yield client


def user(text: str) -> dict[str, str]:
    return {"role": "user", "content": text}


async def asked(client: AsyncOpenAI, *messages: dict[str, str], **more: object) -> openai.types.chat.ChatCompletion:
    return await client.chat.completions.create(model="selfos", messages=list(messages), **more)  # type: ignore[call-overload, no-any-return]


async def test_the_model_is_listed(client: AsyncOpenAI) -> None:
    assert [model.id async for model in client.models.list()] == ["selfos"]
    assert (await client.models.retrieve("selfos")).owned_by == "selfos"


async def test_what_is_asked_for_is_done_and_told(client: AsyncOpenAI, person: httpx.AsyncClient) -> None:
    brief = {"role": "system", "content": "Be brief."}
    done = await asked(client, brief, user("remind me to water the ferns tomorrow"))
    assert done.id.startswith("chatcmpl-")
    assert done.choices[0].message.content
    assert done.choices[0].finish_reason == "stop"
    assert done.usage
    assert done.usage.total_tokens == done.usage.prompt_tokens + done.usage.completion_tokens > 0
    titles = [task["title"] for task in (await person.get("/tasks")).json()["items"]]
    assert any("water the ferns" in title.lower() for title in titles)


async def test_a_stream_says_the_same_in_pieces(client: AsyncOpenAI) -> None:
    stream = await asked(
        client, user("remind me to mend the fence"), stream=True, stream_options={"include_usage": True}
    )
    chunks = [chunk async for chunk in stream]  # type: ignore[attr-defined]
    assert chunks[0].choices[0].delta.role == "assistant"
    assert "".join(chunk.choices[0].delta.content or "" for chunk in chunks if chunk.choices).strip()
    assert chunks[-2].choices[0].finish_reason == "stop"
    assert chunks[-2].selfos["conversation_id"]
    assert chunks[-1].choices == []
    assert chunks[-1].usage.completion_tokens > 0
    assert len({chunk.id for chunk in chunks}) == 1


async def test_a_conversation_goes_on_where_it_stands(client: AsyncOpenAI, person: httpx.AsyncClient) -> None:
    first = user("remind me to call the bank tomorrow")
    told = (await asked(client, first)).choices[0].message.content or ""
    answer = {"role": "assistant", "content": told}
    await asked(client, first, answer, user("remind me to buy stamps tomorrow"))
    (talk,) = (await person.get("/conversations")).json()["items"]
    said = (await person.get(f"/conversations/{talk['id']}/messages")).json()["messages"]
    assert [message["role"] for message in said] == ["user", "assistant", "user", "assistant"]
    # the same message again is the client's way to ask for another answer: nothing is done twice
    await asked(client, first, answer, user("remind me to buy stamps tomorrow"))
    titles = [task["title"] for task in (await person.get("/tasks")).json()["items"]]
    assert len(titles) == 2
    # an edited past is another conversation
    await asked(client, user("remind me to sweep"), answer, user("remind me to buy a pen tomorrow"))
    assert len((await person.get("/conversations")).json()["items"]) == 2


@pytest.mark.parametrize(
    ("given", "status", "param"),
    [
        ({"model": "gpt-5"}, 404, "model"),
        ({"tools": [{"type": "function", "function": {"name": "x"}}]}, 400, "tools"),
        ({"n": 2}, 400, "n"),
        ({"response_format": {"type": "json_object"}}, 400, "response_format"),
        ({"messages": []}, 400, "messages"),
        ({"messages": [{"role": "assistant", "content": "hi"}]}, 400, "messages"),
        ({"messages": [{"role": "user", "content": [{"type": "image_url"}]}]}, 400, "messages"),
        ({"messages": [{"role": "user", "content": "  "}]}, 400, "message"),
    ],
)
async def test_what_cannot_be_done_is_refused_in_their_shape(
    client: AsyncOpenAI, given: dict[str, object], status: int, param: str
) -> None:
    with pytest.raises(openai.APIStatusError) as raised:
        await client.chat.completions.create(**{"model": "selfos", "messages": [user("hello")], **given})  # type: ignore[call-overload]
    assert raised.value.status_code == status
    assert raised.value.param == param
    assert raised.value.type == "invalid_request_error"


async def test_the_key_needs_the_scope(house: House, person: httpx.AsyncClient) -> None:
    async with chatting(house, await make_key(person, "*:read")) as client:
        with pytest.raises(openai.PermissionDeniedError, match="conversations:write"):
            await asked(client, user("hello"))
    async with chatting(house, "sos_wrong") as client:
        with pytest.raises(openai.AuthenticationError):
            await asked(client, user("hello"))


async def test_a_key_that_may_only_talk_changes_nothing(house: House, person: httpx.AsyncClient) -> None:
    async with chatting(house, await make_key(person, "conversations:write", "*:read")) as client:
        done = await asked(client, user("remind me to water the ferns tomorrow"))
    assert done.choices[0].message.content
    assert (await person.get("/tasks")).json()["items"] == []


async def test_a_fault_of_ours_shows_no_trace(client: AsyncOpenAI, monkeypatch: pytest.MonkeyPatch) -> None:
    async def broken(*_: object) -> None:
        raise RuntimeError("a secret detail")

    monkeypatch.setattr("selfos.surfaces.openai.routes.place_of", broken)
    with pytest.raises(openai.InternalServerError) as raised:
        await asked(client, user("hello"))
    assert "secret" not in str(raised.value)
