"""Too much at once: what is due in the coming week against what the person really finishes in one."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta

from selfos.intelligence.builtin.patterns import quotes
from selfos.intelligence.builtin.patterns.chance import done_in_time
from selfos.intelligence.builtin.patterns.model import Finding, Kind, Suggestion, TaskView
from selfos.intelligence.builtin.patterns.naming import number_word, signature

_WINDOW = timedelta(days=42)
#: Before two weeks of history nothing is known about what someone can do.
_LEAST_HISTORY = timedelta(days=14)
_LEAST_DUE = 8
_CHANCE = 0.02
_AHEAD = 7


def overload(tasks: Sequence[TaskView], now: datetime) -> Iterator[Finding]:
    """Says so when as much as is due and overdue was almost never done in a week."""
    if not tasks or now - min(task.created_at for task in tasks) < _LEAST_HISTORY:
        return
    pressing = _pressing(tasks, now.date())
    done = [task for task in tasks if task.completed_at and now - _WINDOW <= task.completed_at <= now]
    known = min(now - min(task.created_at for task in tasks), _WINDOW)
    weeks = known / timedelta(days=7)
    chance = done_in_time(len(pressing), len(done), weeks)
    best = _best_week(done, now)
    if len(pressing) < _LEAST_DUE or chance > _CHANCE or len(pressing) <= 1.5 * best:
        return
    yield _finding(pressing, len(done) / weeks, chance, now.date())


def _pressing(tasks: Sequence[TaskView], today: date) -> list[TaskView]:
    """Open tasks overdue or due within seven days, the most urgent first."""
    last = today + timedelta(days=_AHEAD)
    due = [(_day(task.due), task) for task in tasks if task.due and _is_open(task) and _day(task.due) <= last]
    return [task for _, task in sorted(due, key=lambda pair: pair[0])]


def _is_open(task: TaskView) -> bool:
    return task.completed_at is None and task.status not in {"done", "completed", "cancelled", "archived"}


def _best_week(done: Sequence[TaskView], now: datetime) -> int:
    weeks = [(now - task.completed_at).days // 7 for task in done if task.completed_at]
    return max((weeks.count(week) for week in set(weeks)), default=0)


def _day(due: date | datetime | None) -> date:
    return due.date() if isinstance(due, datetime) else due or date.max


def _finding(pressing: Sequence[TaskView], weekly: float, chance: float, today: date) -> Finding:
    late = sum(_day(task.due) < today for task in pressing)
    overdue = f", {number_word(late)} of them from earlier days" if late else ""
    usual = f"about {number_word(round(weekly))}" if weekly >= 1 else "less than one"
    return Finding(
        kind=Kind.OVERLOAD,
        title="More is due than one week holds",
        sentence=(
            f"{number_word(len(pressing)).capitalize()} tasks are due by this time next week{overdue}; in a usual week "
            f"you finish {usual}. Choose the three that matter most and give the others a later date."
        ),
        evidence=tuple(quotes.of_task(task) for task in pressing[:6]),
        confidence=round(1 - chance, 3),
        signature=signature(Kind.OVERLOAD, "week"),
        weight=len(pressing),
        again_at=len(pressing) + max(5, len(pressing) // 2),
        suggestion=Suggestion("replan", f"{len(pressing)} tasks"),
    )
