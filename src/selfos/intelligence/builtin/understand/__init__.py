"""What a captured thought holds: tasks, dates, people, money, topics, life areas and mood."""

from selfos.intelligence.builtin.understand.engine import understand
from selfos.intelligence.builtin.understand.findings import (
    Amount,
    FoundTask,
    Label,
    Moment,
    Person,
    Understanding,
)

__all__ = ["Amount", "FoundTask", "Label", "Moment", "Person", "Understanding", "understand"]
