"""Fetching pages: from public addresses only, whatever a name, a redirect or a second look says."""

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager

import httpcore
import httpx
import pytest

from selfos.features.sources import fetching, importing
from selfos.features.sources.fetching import fetch_page
from selfos.intelligence.documents import Format, Unreadable
from selfos.kernel.addresses import AddressRefused
from selfos.kernel.outbound import PUBLIC, CheckedNetwork
from tests.fixtures.house import House
from tests.fixtures.papers import page

FIGS = page("Figs", [f"Figs like the sun, and a wall behind them, year {n}." for n in range(9)])
Answer = Callable[[str], bytes]


def response(body: bytes, status: str = "200 OK", **headers: str) -> bytes:
    told = {"content-type": "text/html; charset=utf-8", "content-length": str(len(body)), **headers}
    lines = "".join(f"{name.replace('_', '-')}: {value}\r\n" for name, value in told.items())
    return f"HTTP/1.1 {status}\r\n{lines}connection: close\r\n\r\n".encode() + body


@asynccontextmanager
async def serving(answer: Answer) -> AsyncIterator[int]:
    """A web server that answers each path so; its port."""

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = await reader.readuntil(b"\r\n\r\n")
        writer.write(answer(head.split()[1].decode()))
        writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    async with server:
        yield server.sockets[0].getsockname()[1]


def network() -> CheckedNetwork:
    """One in which every name is this machine, and may be."""

    async def here(_host: str, _port: int) -> list[str]:
        return ["127.0.0.1"]

    return CheckedNetwork(here)


async def fetched(answer: Answer, path: str = "/") -> bytes:
    async with serving(answer) as port:
        return (await fetch_page(f"http://example.org:{port}{path}", network())).content


async def test_a_page_is_fetched_with_its_format() -> None:
    async with serving(lambda _path: response(b"words", content_type="text/plain")) as port:
        file = await fetch_page(f"http://example.org:{port}/a", network())
    assert (file.content, file.kind, file.path) == (b"words", Format.TEXT, f"http://example.org:{port}/a")


async def test_redirects_are_followed_and_end() -> None:
    def moved(path: str) -> bytes:
        step = int(path[1:])
        return response(b"", "302 Found", location=f"/{step + 1}") if step < 5 else response(b"there")

    assert await fetched(moved, "/0") == b"there"
    with pytest.raises(Unreadable, match="leads on more than 5 times"):
        await fetched(lambda _path: response(b"", "301 Moved", location="/again"))


@pytest.mark.parametrize(
    ("answer", "message"),
    [
        (response(b"", "404 Not Found"), "answers with status 404"),
        (response(b"x", content_type="image/png"), "is neither a web page"),
        (response(b"x", content_encoding="gzip"), "is neither a web page"),
        (response(b"", "302 Found", location="file:///etc/passwd"), "leads to what is no web page"),
        (response(b"x" * 20_000), "has more than"),
        (b"rubbish\r\n\r\n", "cannot be reached"),
        (response(b"cut")[:-2], "cannot be reached"),
        (b"", "cannot be reached"),
    ],
)
async def test_what_is_no_page_is_refused(monkeypatch: pytest.MonkeyPatch, answer: bytes, message: str) -> None:
    monkeypatch.setattr(fetching, "_LARGEST", 10_000)
    with pytest.raises(Unreadable, match=message):
        await fetched(lambda _path: answer)


async def test_a_server_that_does_not_answer_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    async def silent(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await gone.wait()
        writer.close()

    monkeypatch.setattr(fetching, "_SECONDS", 0.2)
    gone = asyncio.Event()
    server = await asyncio.start_server(silent, "127.0.0.1", 0)
    with pytest.raises(Unreadable, match="does not answer in time"):
        await fetch_page(f"http://example.org:{server.sockets[0].getsockname()[1]}/", network())
    gone.set()
    server.close()


async def test_a_redirect_inside_is_refused() -> None:
    async def look_up(host: str, port: int) -> Sequence[str]:
        return ["127.0.0.1"] if host == "example.org" else await PUBLIC(host, port)

    async with serving(lambda _path: response(b"", "302 Found", location="http://10.0.0.1/")) as port:
        with pytest.raises(Unreadable, match="not on the internet"):
            await fetch_page(f"http://example.org:{port}/", CheckedNetwork(look_up))


async def test_the_address_that_was_checked_is_the_one_connected_to() -> None:
    looks = []

    async def rebinding(_host: str, _port: int) -> list[str]:
        looks.append(1)
        return ["127.0.0.1" if len(looks) == 1 else "127.0.0.2"]

    async with serving(lambda _path: response(b"there")) as port:
        assert (await fetch_page(f"http://example.org:{port}/", CheckedNetwork(rebinding))).content == b"there"
    assert len(looks) == 1


async def test_the_next_address_is_tried_where_one_does_not_answer() -> None:
    async def two(_host: str, _port: int) -> list[str]:
        return ["127.0.0.2", "127.0.0.1"]

    async with serving(lambda _path: response(b"there")) as port:
        assert (await fetch_page(f"http://example.org:{port}/", CheckedNetwork(two))).content == b"there"


@pytest.mark.parametrize("host", ["127.0.0.1", "[::1]", "localhost", "2130706433", "0x7f.1"])
async def test_this_machine_is_refused_however_it_is_written(host: str) -> None:
    with pytest.raises(Unreadable, match=r"not on the internet|cannot be reached"):
        await fetch_page(f"http://{host}:8420/")


async def test_no_socket_of_this_machine_is_reached() -> None:
    with pytest.raises(AddressRefused):
        await CheckedNetwork().connect_unix_socket("/run/x.sock")


@pytest.mark.parametrize(
    "url",
    ["ftp://example.org/", "file:///etc/passwd", "example.org", "http://", "http://a:b@example.org/", "http://[x/"],
)
async def test_an_address_that_is_none_names_its_field(person: httpx.AsyncClient, url: str) -> None:
    answer = await person.post("/sources/fetch", json={"url": url})
    assert (answer.status_code, answer.json()["errors"][0]["field"]) == (422, "url")


@pytest.fixture
def reach(monkeypatch: pytest.MonkeyPatch) -> Callable[[httpcore.AsyncNetworkBackend], None]:
    """Let imports use this network."""

    def through(backend: httpcore.AsyncNetworkBackend) -> None:
        async def fetch(url: str) -> object:
            return await fetch_page(url, backend)

        monkeypatch.setattr(importing, "fetch_page", fetch)

    return through


async def test_a_page_becomes_a_source_and_a_second_visit_brings_it_up_to_date(
    house: House, person: httpx.AsyncClient, reach: Callable[[httpcore.AsyncNetworkBackend], None]
) -> None:
    reach(network())
    visits: list[bytes] = [FIGS, FIGS.replace(b"alert(1)", b"alert(2)"), FIGS.replace(b"year 3", b"year of drought")]

    async def visit(port: int) -> dict[str, object]:
        answer = await person.post("/sources/fetch", json={"url": f"http://example.org:{port}/figs#top"})
        assert answer.status_code == 202, answer.text
        await house.drain()
        found: dict[str, object] = (await person.get(f"/source-imports/{answer.json()['id']}")).json()
        return found

    async with serving(lambda _path: response(visits.pop(0))) as port:
        first, second, third = [await visit(port) for _ in range(3)]
    assert (first["created"], second["unchanged"], third["updated"]) == (1, 1, 1)
    (source,) = (await person.get("/sources")).json()["items"]
    assert (source["origin"], source["format"]) == (f"http://example.org:{port}/figs", "web")


async def test_a_page_that_is_not_public_is_told_in_the_import(house: House, person: httpx.AsyncClient) -> None:
    answer = await person.post("/sources/fetch", json={"url": "http://127.0.0.1:8420/api"})
    await house.drain()
    found = (await person.get(f"/source-imports/{answer.json()['id']}")).json()
    assert found["state"] == "failed"
    assert "not on the internet" in found["problems"][0]["message"]
    undone = (await person.post("/undo", json={})).json()
    assert [record["kind"] for record in undone["records"]] == ["source_import"], "nothing else was done"


@pytest.mark.parametrize("mode", ["privacy", "offline"])
async def test_nothing_is_fetched_where_nothing_may_leave_the_machine(person: httpx.AsyncClient, mode: str) -> None:
    await person.patch("/profile", json={"model_mode": mode})
    answer = await person.post("/sources/fetch", json={"url": "https://example.org/"})
    assert answer.status_code == 403
    assert "save the page" in answer.json()["detail"]
