"""Serves the built app: its files, and its one page at the address of each of its screens."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final

from starlette.types import ASGIApp, Receive, Scope, Send

from selfos.surfaces.web.files import Answer, File, chosen, plain_file, read_files
from selfos.surfaces.web.policy import HEADERS

DIST: Final = Path(__file__).parent / "dist"
"""Where the build puts the app (scripts/build_web.py)."""
_PAGE: Final = "/index.html"
_NOT_BUILT: Final = b"""<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>SelfOS</title>
<h1>SelfOS is running, without its app</h1>
<p>The app has not been built yet. In the folder of SelfOS, run <code>make web</code>, then start SelfOS again.
<p>Everything else works: the command line (<code>selfos --help</code>) and the
<a href="/api/v1/openapi.json">interface</a>.
</html>
"""


class WebApp:
    """Answers what is the app's and leaves everything else to `otherwise`.

    A path is a screen of the app where a browser asks for a page and the path leads neither into a folder of the app's
    files nor into what is `taken`.
    """

    path: Final = "web app"
    """What the log and the metrics call all of it, in the place of a route."""

    def __init__(self, otherwise: ASGIApp, taken: Iterable[str], folder: Path = DIST) -> None:
        self._otherwise = otherwise
        self._files = read_files(folder)
        self._page = self._files.get(_PAGE) or plain_file(_NOT_BUILT, ".html", b"no-store", 503)
        self._files["/"] = self._page
        self._taken = {*taken, *(_top(address) for address in self._files if address.count("/") > 1)}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        reads = scope["type"] == "http" and scope["method"] in {"GET", "HEAD"}
        headers = dict(scope["headers"]) if reads else {}
        file = self._found(scope["path"], headers) if reads else None
        if file is None:
            await self._otherwise(scope, receive, send)
            return
        scope["route"] = self
        await _send(chosen(file, headers.get(b"accept-encoding", b"")), scope["method"], headers, send)

    def _found(self, address: str, headers: Mapping[bytes, bytes]) -> File | None:
        is_screen = b"text/html" in headers.get(b"accept", b"") and _top(address) not in self._taken
        return self._files.get(address) or (self._page if is_screen else None)


async def _send(answer: Answer, method: str, headers: Mapping[bytes, bytes], send: Send) -> None:
    known = headers.get(b"if-none-match", b"").replace(b"W/", b"").split(b",")
    changed = answer.etag not in (etag.strip() for etag in known)
    told = (*HEADERS, *answer.caching, *(answer.content_headers if changed else ()))
    await send({"type": "http.response.start", "status": answer.status if changed else 304, "headers": list(told)})
    await send({"type": "http.response.body", "body": answer.content if changed and method == "GET" else b""})


def _top(address: str) -> str:
    """The first part of a path."""
    return address.lstrip("/").partition("/")[0]
