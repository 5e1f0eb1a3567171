"""The files of the built app, read once at the start: what is not among them cannot be asked for."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

ENCODINGS: Final = {b"br": ".br", b"gzip": ".gz"}
"""What the build compressed to, best first, and how those files end."""
_PLAIN: Final = b"identity"
_TYPES: Final = {
    ".css": b"text/css; charset=utf-8",
    ".html": b"text/html; charset=utf-8",
    ".ico": b"image/x-icon",
    ".js": b"text/javascript; charset=utf-8",
    ".json": b"application/json",
    ".png": b"image/png",
    ".svg": b"image/svg+xml",
    ".txt": b"text/plain; charset=utf-8",
    ".webmanifest": b"application/manifest+json",
    ".webp": b"image/webp",
    ".woff2": b"font/woff2",
}
_HASHED: Final = "assets"
"""The folder whose files carry a hash of their content in the name: they never change."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A file in one encoding, as it is sent."""

    status: int
    etag: bytes
    caching: tuple[tuple[bytes, bytes], ...]
    content_headers: tuple[tuple[bytes, bytes], ...]
    content: bytes


File = Mapping[bytes, Answer]
"""By encoding, the best first, plain last."""


def read_files(folder: Path) -> dict[str, File]:
    """Every file under the folder by its address; none where the app was not built."""
    paths = (path for path in folder.rglob("*") if path.is_file() and path.suffix not in ENCODINGS.values())
    return {f"/{path.relative_to(folder).as_posix()}": _read(path, folder) for path in paths}


def chosen(file: File, accept_encoding: bytes) -> Answer:
    """The smallest that the other side can read."""
    accepted = set(_accepted(accept_encoding))
    return next((answer for encoding, answer in file.items() if encoding in accepted), file[_PLAIN])


def plain_file(content: bytes, suffix: str, cache_control: bytes, status: int = 200) -> File:
    """A file that is not compressed."""
    return {_PLAIN: _answer(content, _PLAIN, suffix, cache_control, status)}


def _read(path: Path, folder: Path) -> File:
    hashed = path.is_relative_to(folder / _HASHED)
    cache_control = b"public, max-age=31536000, immutable" if hashed else b"no-cache"
    variants = {encoding: path.with_name(path.name + ending) for encoding, ending in ENCODINGS.items()} | {_PLAIN: path}
    return {
        encoding: _answer(variant.read_bytes(), encoding, path.suffix, cache_control)
        for encoding, variant in variants.items()
        if variant.exists()
    }


def _answer(content: bytes, encoding: bytes, suffix: str, cache_control: bytes, status: int = 200) -> Answer:
    etag = b'"%s"' % hashlib.sha256(content).hexdigest()[:32].encode()
    return Answer(
        status=status,
        etag=etag,
        caching=((b"etag", etag), (b"cache-control", cache_control), (b"vary", b"accept-encoding")),
        content_headers=(
            (b"content-type", _TYPES.get(suffix, b"application/octet-stream")),
            (b"content-length", str(len(content)).encode()),
            *([] if encoding == _PLAIN else [(b"content-encoding", encoding)]),
        ),
        content=content,
    )


def _accepted(header: bytes) -> Iterator[bytes]:
    for part in header.lower().split(b","):
        encoding, _, weight = part.partition(b";")
        if weight.replace(b" ", b"").rstrip(b".0") != b"q=":  # a weight of 0 refuses
            yield encoding.strip()
