"""The app's types are made from what the server itself describes."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from selfos.surfaces.rest import application
from tests.fixtures.house import House

SCRIPT = Path(__file__).parents[3] / "scripts" / "openapi.py"


@pytest.fixture
def printed() -> Any:
    """What the script tells, with neither server nor database."""
    return json.loads(subprocess.run([sys.executable, str(SCRIPT)], capture_output=True, check=True).stdout)


async def test_the_printed_description_is_the_servers(printed: Any, house: House) -> None:
    assert printed == application(house.runtime).openapi()
