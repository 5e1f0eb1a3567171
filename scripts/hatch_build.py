"""Builds the web app into the wheel. A development install leaves that to bootstrap.py."""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

sys.path.insert(0, str(Path(__file__).parent))
import build_web


class BuildWeb(BuildHookInterface[Any]):
    """Brings its own Node where the machine has none that will do."""

    def dependencies(self) -> list[str]:
        pinned = (build_web.ROOT / "requirements-node.lock").read_text(encoding="utf-8").split()[0]
        return [] if build_web.has_node() else [pinned]

    def initialize(self, version: str, _build_data: dict[str, Any]) -> None:
        if version == "editable":
            return
        try:
            build_web.build(self.app.display_info)
        except build_web.WebError as error:
            self.app.abort(f"The app cannot be built: {error}")
