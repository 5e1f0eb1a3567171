"""The app's files reach the browser whole, cached as they should be, and nothing else does."""

from dataclasses import replace
from pathlib import Path

import httpx
import pytest

from selfos.surfaces.rest import OURS, application, build
from tests.fixtures.house import House
from tests.integration.web.conftest import FILES, SECRET

SCRIPT = "/assets/app-1a2b3c.js"


@pytest.mark.parametrize(
    ("path", "media_type"),
    [
        ("/", "text/html; charset=utf-8"),
        ("/index.html", "text/html; charset=utf-8"),
        ("/sw.js", "text/javascript; charset=utf-8"),
        ("/manifest.webmanifest", "application/manifest+json"),
        ("/icons/app.svg", "image/svg+xml"),
        ("/assets/app-4d5e6f.css", "text/css; charset=utf-8"),
        ("/assets/inter-7a8b9c.woff2", "font/woff2"),
    ],
)
async def test_each_file_has_its_type_and_content(browser: httpx.AsyncClient, path: str, media_type: str) -> None:
    answer = await browser.get(path)
    assert answer.status_code == 200
    assert answer.headers["content-type"] == media_type
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.text == FILES[path[1:] or "index.html"]


async def test_only_files_named_by_their_content_are_kept_for_ever(browser: httpx.AsyncClient) -> None:
    for name in FILES:
        kept = (await browser.get(f"/{name}")).headers["cache-control"]
        assert kept == ("public, max-age=31536000, immutable" if name.startswith("assets/") else "no-cache"), name


async def test_what_has_not_changed_is_not_sent_again(browser: httpx.AsyncClient) -> None:
    etag = (await browser.get("/sw.js")).headers["etag"]
    for known in (etag, f"W/{etag}", f'"another", {etag}'):
        again = await browser.get("/sw.js", headers={"If-None-Match": known})
        assert (again.status_code, again.content) == (304, b"")
        assert again.headers["etag"] == etag
    assert (await browser.get("/sw.js", headers={"If-None-Match": '"another"'})).status_code == 200


@pytest.mark.parametrize(
    ("accepted", "encoding"),
    [
        ("gzip, deflate, br, zstd", "br"),
        ("gzip;q=1.0, br;q=0", "gzip"),
        ("br; q=0.0, gzip; q=0", None),
        ("identity", None),
        ("", None),
    ],
)
async def test_the_smallest_encoding_that_is_accepted_is_sent(
    browser: httpx.AsyncClient, accepted: str, encoding: str | None
) -> None:
    async with browser.stream("GET", SCRIPT, headers={"Accept-Encoding": accepted}) as answer:
        content = b"".join([chunk async for chunk in answer.aiter_raw()])
    assert answer.headers.get("content-encoding") == encoding
    assert answer.headers["vary"] == "accept-encoding"
    assert answer.headers["content-length"] == str(len(content))
    if encoding == "br":
        assert content == b"stands for brotli"
    if encoding is None:
        assert content.decode() == FILES[SCRIPT[1:]]


async def test_each_encoding_has_an_etag_of_its_own(browser: httpx.AsyncClient) -> None:
    plain, packed = [
        (await browser.head(SCRIPT, headers={"Accept-Encoding": accepted})).headers["etag"]
        for accepted in ("identity", "gzip")
    ]
    assert plain != packed


async def test_head_tells_the_same_without_the_content(browser: httpx.AsyncClient) -> None:
    get, head = await browser.get("/sw.js"), await browser.head("/sw.js")
    assert (head.status_code, head.content) == (200, b"")
    told = {"content-length", "content-type", "etag", "cache-control"}
    assert {name: head.headers[name] for name in told} == {name: get.headers[name] for name in told}


@pytest.mark.parametrize("path", ["/", "/tasks", "/goals/0d6b7f", "/no/such/screen?with=words"])
async def test_every_screen_is_the_page(browser: httpx.AsyncClient, path: str) -> None:
    answer = await browser.get(path)
    assert (answer.status_code, answer.text) == (200, FILES["index.html"])
    assert answer.headers["cache-control"] == "no-cache"


@pytest.mark.parametrize("path", ["/api/v1/no-such-thing", "/api", "/assets/gone-0f0f0f.js", "/icons/", "/metrics/x"])
async def test_what_is_no_screen_is_not_found(browser: httpx.AsyncClient, path: str) -> None:
    answer = await browser.get(path)
    assert answer.status_code == 404
    assert answer.headers["content-type"] == "application/problem+json"


async def test_only_who_asks_for_a_page_gets_one(browser: httpx.AsyncClient) -> None:
    assert (await browser.get("/tasks", headers={"Accept": "application/json"})).status_code == 404
    assert (await browser.get("/favicon.ico", headers={"Accept": "image/*"})).status_code == 404
    assert (await browser.post("/tasks")).status_code == 404
    assert (await browser.get("/", headers={"Accept": "*/*"})).text == FILES["index.html"]


@pytest.mark.parametrize(
    "path",
    [
        "/../secret.txt",
        "/assets/../../secret.txt",
        "/%2e%2e/secret.txt",
        "/assets/%2e%2e/%2e%2e/secret.txt",
        "/..%2fsecret.txt",
        "/assets/..%5c..%5csecret.txt",
        "//secret.txt",
        "/assets/app-1a2b3c.js%00.txt",
    ],
)
@pytest.mark.parametrize("accept", ["text/html", "*/*"])
async def test_no_path_leads_out_of_the_app(browser: httpx.AsyncClient, path: str, accept: str) -> None:
    request = browser.build_request("GET", "/", headers={"Accept": accept})
    request.url = request.url.copy_with(raw_path=path.encode())
    answer = await browser.send(request)
    assert SECRET not in answer.text
    assert answer.text == FILES["index.html"] if answer.status_code == 200 else answer.status_code == 404


async def test_the_page_may_run_its_own_scripts_only(browser: httpx.AsyncClient) -> None:
    for path in ("/", "/sw.js", "/tasks"):
        headers = (await browser.get(path)).headers
        policy = dict(part.split(" ", 1) for part in headers["content-security-policy"].split("; "))
        assert policy["default-src"] == "'none'"
        assert {policy[name] for name in ("script-src", "style-src", "connect-src", "worker-src")} == {"'self'"}
        assert "unsafe" not in headers["content-security-policy"]
        assert "microphone=(self)" in headers["permissions-policy"]
        assert "camera=()" in headers["permissions-policy"]
        assert headers["cross-origin-opener-policy"] == "same-origin"
        assert headers["referrer-policy"] == "no-referrer"
        assert headers["x-frame-options"] == "DENY"


async def test_the_interface_keeps_its_own_rules(browser: httpx.AsyncClient) -> None:
    answer = await browser.get("/api/v1/health")
    assert answer.json()["status"] == "healthy"
    assert answer.headers["content-security-policy"] == "default-src 'none'; frame-ancestors 'none'"
    assert answer.headers["cache-control"] == "no-store"
    assert "permissions-policy" not in answer.headers
    for path in ("/livez", "/readyz", "/metrics"):
        assert (await browser.get(path)).status_code == 200
    assert 'route="web app"' in (await browser.get("/metrics")).text


async def test_a_foreign_host_name_gets_neither(browser: httpx.AsyncClient) -> None:
    for path in ("/", "/sw.js", "/tasks"):
        assert (await browser.get(path, headers={"Host": "evil.example"})).status_code == 400
    for host in ("127.0.0.1:8420", "localhost:8420", "[::1]:8420"):
        assert (await browser.get("/", headers={"Host": host})).status_code == 200


async def test_it_answers_under_the_names_that_were_chosen(house: House, dist: Path) -> None:
    settings = house.runtime.settings.model_copy(update={"allowed_hosts": ("selfos.lan",)})
    transport = httpx.ASGITransport(build(replace(house.runtime, settings=settings), dist))
    async with httpx.AsyncClient(transport=transport, base_url="http://SelfOS.lan:8420") as client:
        assert (await client.get("/")).status_code == 200
        assert (await client.get("/", headers={"Host": "localhost"})).status_code == 400


async def test_without_the_built_app_its_address_says_how_to_build_it(house: House, tmp_path: Path) -> None:
    transport = httpx.ASGITransport(build(house.runtime, tmp_path / "nothing"))
    async with httpx.AsyncClient(transport=transport, base_url="http://localhost") as client:
        for path in ("/", "/tasks"):
            answer = await client.get(path, headers={"Accept": "text/html"})
            assert answer.status_code == 503
            assert answer.headers["content-type"].startswith("text/html")
            assert answer.headers["cache-control"] == "no-store"
            assert "make web" in answer.text
        assert (await client.get("/sw.js")).status_code == 404
        assert (await client.get("/api/v1/health")).status_code == 200


async def test_the_interface_names_every_path_that_is_its_own(house: House) -> None:
    described = {path.split("/")[1] for path in application(house.runtime).openapi()["paths"]}
    assert described | {"mcp", "v1"} == set(OURS)


@pytest.mark.parametrize("path", ["/mcp", "/v1/models"])
async def test_protocols_of_others_are_no_screens_of_the_app(browser: httpx.AsyncClient, path: str) -> None:
    answer = await browser.get(path, headers={"Accept": "text/html"})
    assert answer.status_code in {401, 405}
    assert FILES["index.html"] not in answer.text
