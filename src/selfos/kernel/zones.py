"""Time zones of people: IANA names."""

import os
from pathlib import Path
from typing import Annotated
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, Field


def checked_zone(name: str) -> str:
    """The name, if the time zone database has it. Raises ValueError."""
    try:
        return ZoneInfo(name).key
    except (ValueError, OSError, KeyError) as error:  # a folder, a wrong path, an unknown name
        raise ValueError("must be a time zone like Europe/Berlin") from error


Zone = Annotated[str, Field(min_length=1, max_length=64, examples=["Europe/Berlin"]), AfterValidator(checked_zone)]


def machine_zone() -> str:
    """The zone this machine is set to; UTC where it does not tell."""
    link = Path("/etc/localtime")
    linked = link.readlink().as_posix() if link.is_symlink() else ""
    for name in (os.environ.get("TZ", "").lstrip(":"), linked.rpartition("zoneinfo/")[2]):
        try:
            return checked_zone(name)
        except ValueError:
            continue
    return "UTC"
