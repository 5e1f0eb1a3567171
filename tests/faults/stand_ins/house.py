"""Runs the supervisor over the stand-ins: `house.py FOLDER [ROLE=COMMAND ...]`."""

import sys
from pathlib import Path

from selfos.kernel.config.settings import load_settings
from selfos.kernel.config.startup import StartupError
from selfos.kernel.supervisor import Role, run

HERE = Path(__file__).parent
folder = Path(sys.argv[1])


def stand_in(name: str) -> Role:
    return Role(name, [sys.executable, str(HERE / f"{name}.py"), str(folder / f"{name}.pid")])


roles = {name: stand_in(name) for name in ("api", "worker")}
migrate = [sys.executable, "-c", "pass"]
for word in sys.argv[2:]:
    name, _, code = word.partition("=")
    if name == "migrate":
        migrate = [sys.executable, "-c", code]
    else:
        roles[name] = Role(name, [sys.executable, "-c", code])

try:
    run(load_settings(), list(roles.values()), migrate)
except StartupError as error:
    sys.exit(str(error))
