"""Language models behind one port: what is asked, what comes back, and who answers."""

from selfos.intelligence.models.asking import Models
from selfos.intelligence.models.port import (
    Anew,
    Ask,
    Asker,
    Call,
    Delta,
    Done,
    Event,
    Image,
    Reply,
    Tool,
    Turn,
    Usage,
    Vectors,
)
from selfos.intelligence.models.problems import ModelsUnavailable

__all__ = [
    "Anew",
    "Ask",
    "Asker",
    "Call",
    "Delta",
    "Done",
    "Event",
    "Image",
    "Models",
    "ModelsUnavailable",
    "Reply",
    "Tool",
    "Turn",
    "Usage",
    "Vectors",
]
