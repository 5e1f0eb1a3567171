"""The app's types are made from what the server itself describes."""

import json
import subprocess
import sys
from pathlib import Path

from selfos.surfaces.rest import application
from tests.fixtures.house import House

SCRIPT = Path(__file__).parents[3] / "scripts" / "openapi.py"


async def test_the_description_printed_without_a_server_is_the_servers(house: House) -> None:
    printed = subprocess.run([sys.executable, str(SCRIPT)], capture_output=True, check=True, timeout=60).stdout
    assert json.loads(printed) == application(house.runtime).openapi()
