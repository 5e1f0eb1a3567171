"""The time zone of this machine, by its IANA name."""

import os
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError


def local_zone() -> str:
    """`TZ`, else the zone that /etc/localtime or /etc/timezone names, else UTC."""
    for name in (os.environ.get("TZ", "").lstrip(":"), _linked(), _written()):
        if name and _known(name):
            return name
    return "UTC"


def _linked() -> str:
    return str(Path("/etc/localtime").resolve()).partition("zoneinfo/")[2]


def _written() -> str:
    try:
        return Path("/etc/timezone").read_text().strip()
    except OSError:
        return ""


def _known(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        return False
    return True
