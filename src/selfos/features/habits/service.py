"""What can be done with habits, and what holds of them."""

from itertools import pairwise

from selfos.features.habits.records import Habit
from selfos.kernel.crud import crud
from selfos.kernel.errors import Invalid
from selfos.kernel.links import check_links
from selfos.kernel.unit import Unit

actions = crud(Habit.spec)


async def keep_habits(unit: Unit) -> None:
    """Every habit ends after it begins, its phases follow each other, its goal exists. Raises Invalid."""
    for change in unit.changes:
        if isinstance(change.record, Habit) and change.op != "delete" and unit.undoes is None:
            _check_days(change.record)
            await check_links(unit, change.record, change.was, {"goal_id": "goal"})


def _check_days(habit: Habit) -> None:
    if habit.starts and habit.until and habit.until < habit.starts:
        raise Invalid("must not come before `starts`", field="until")
    if any(phase.until < phase.starts for phase in habit.phases):
        raise Invalid("a phase must not end before it begins", field="phases")
    if any(later.starts <= earlier.until for earlier, later in pairwise(habit.phases)):
        raise Invalid("phases must follow each other without overlapping", field="phases")
