"""Prints the OpenAPI document of the interface; needs neither a server nor a database."""

import json
from types import SimpleNamespace
from typing import Any, cast

from selfos.app import every_action
from selfos.identity import EXTRA
from selfos.kernel.actions import by_name
from selfos.kernel.runtime import Runtime
from selfos.surfaces.rest import application


def document() -> dict[str, Any]:
    """What `/api/v1/openapi.json` answers; it follows from the actions, and no route is called."""
    parts = SimpleNamespace(actions=by_name(every_action()), extras={EXTRA: None})
    return application(cast("Runtime", parts)).openapi()


if __name__ == "__main__":
    print(json.dumps(document(), indent=2))
