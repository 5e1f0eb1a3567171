"""The server with a small built app."""

import gzip
from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import pytest

from selfos.surfaces.rest import build
from tests.fixtures.house import House

FILES = {
    "index.html": "<!doctype html><title>SelfOS</title>",
    "sw.js": "self.addEventListener('fetch', () => {})",
    "manifest.webmanifest": '{"name": "SelfOS"}',
    "icons/app.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>",
    "assets/app-1a2b3c.js": "console.log('hello')" * 50,
    "assets/app-4d5e6f.css": "body { color: black }",
    "assets/inter-7a8b9c.woff2": "not really a font",
}
SECRET = "this stands beside the app and is none of it"


@pytest.fixture
def dist(tmp_path: Path) -> Path:
    folder = tmp_path / "web" / "dist"
    for name, text in FILES.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)
    script = folder / "assets" / "app-1a2b3c.js"
    script.with_name("app-1a2b3c.js.gz").write_bytes(gzip.compress(script.read_bytes()))
    script.with_name("app-1a2b3c.js.br").write_bytes(b"stands for brotli")
    (tmp_path / "web" / "secret.txt").write_text(SECRET)
    return folder


@pytest.fixture
async def browser(house: House, dist: Path) -> AsyncIterator[httpx.AsyncClient]:
    """Asks as a browser does when somebody goes to an address."""
    transport = httpx.ASGITransport(build(house.runtime, dist), raise_app_exceptions=False)
    headers = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8", "Accept-Encoding": "gzip, deflate, br, zstd"}
    async with httpx.AsyncClient(transport=transport, base_url="http://localhost:8420", headers=headers) as client:
        yield client
