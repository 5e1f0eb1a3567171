"""Finds the browser that the journeys run in, and prints where it is; nothing and a failure where there is none.

Standard library only: bootstrap.py installs Debian's Chromium by it.
"""

import os
import shutil
import subprocess
import sys

NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")


class BrowserError(Exception):
    """There is no browser and none could be installed; the message says why."""


def browser() -> str | None:
    """The one that CHROMIUM names, else the first on the path."""
    chosen = (os.environ.get("CHROMIUM"), *NAMES)
    return next((found for name in chosen if name and (found := shutil.which(name))), None)


def install() -> None:
    """Installs Debian's, where this account may install at all; one that is there already stays in its version."""
    if not shutil.which("apt-get") or os.geteuid() != 0:
        raise BrowserError("only root may install Debian's chromium here")
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for words in (["update"], ["install", "--yes", "--no-upgrade", "--no-install-recommends", "chromium"]):
        done = subprocess.run(["apt-get", "-qq", *words], env=quiet, capture_output=True, text=True, check=False)  # noqa: S603, S607 (our own words)
        if done.returncode != 0:
            last = (done.stderr.strip().splitlines() or ["failed"])[-1]
            raise BrowserError(f"apt-get {words[0]}: {last}")


if __name__ == "__main__":
    found = browser()
    print(found or "")
    sys.exit(found is None)
