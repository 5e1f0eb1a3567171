"""Goals that are active and to which nothing has happened for long."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from uuid import UUID

from selfos.intelligence.builtin.patterns import quotes
from selfos.intelligence.builtin.patterns.model import Finding, GoalView, Kind, Suggestion, TaskView, ThoughtView
from selfos.intelligence.builtin.patterns.naming import signature
from selfos.intelligence.builtin.patterns.rhythm import recent
from selfos.intelligence.builtin.patterns.subjects import Terms, terms_in

#: Days of rest any goal may have; a goal whose date is near is asked about sooner.
_REST, _REST_WHEN_NEAR, _NEAR = 35, 21, 90
_COMING = 14
_MOST = 2


def neglected_goals(
    thoughts: Sequence[ThoughtView],
    read: Mapping[UUID, Terms],
    tasks: Sequence[TaskView],
    goals: Sequence[GoalView],
    now: datetime,
) -> Iterator[Finding]:
    """Active goals at rest for too long, the longest first; none just thought of, or with a task in the coming days."""
    active = [goal for goal in goals if goal.status == "active" and not _has_coming_task(goal, tasks, now)]
    resting = [(days, goal) for goal in active if (days := _days_at_rest(goal, tasks, now)) >= _patience(goal, now)]
    talked = [set(read[thought.id].places) for thought in recent(thoughts, now, timedelta(days=_REST_WHEN_NEAR))]
    silent = [(days, goal) for days, goal in resting if not _is_talked_of(goal, talked)]
    for days, goal in sorted(silent, key=lambda pair: -pair[0])[:_MOST]:
        yield _finding(goal, days, _patience(goal, now))


def _days_at_rest(goal: GoalView, tasks: Sequence[TaskView], now: datetime) -> int:
    moments = [goal.updated_at, goal.last_activity_at]
    for task in tasks:
        if task.goal_id == goal.id:
            moments += [task.created_at, task.completed_at]
    return (now - max(moment for moment in moments if moment is not None)).days


def _has_coming_task(goal: GoalView, tasks: Sequence[TaskView], now: datetime) -> bool:
    last = now.date() + timedelta(days=_COMING)
    dues = [day_of(task.due) for task in tasks if task.goal_id == goal.id and task.due and task.completed_at is None]
    return any(now.date() <= due <= last for due in dues)


def _is_talked_of(goal: GoalView, talked: Sequence[set[str]]) -> bool:
    """Whether a recent thought holds half of the words that say what the goal is about."""
    words = set(terms_in(goal.title).places)
    return bool(words) and any(len(words & said) * 2 >= len(words) for said in talked)


def _patience(goal: GoalView, now: datetime) -> int:
    near = goal.target_date is not None and (goal.target_date - now.date()).days <= _NEAR
    return _REST_WHEN_NEAR if near else _REST


def day_of(due: date | datetime) -> date:
    return due.date() if isinstance(due, datetime) else due


def _finding(goal: GoalView, days: int, patience: int) -> Finding:
    weeks = days // 7
    until = f" Its date is {goal.target_date.day} {goal.target_date:%B}." if goal.target_date else ""
    return Finding(
        kind=Kind.NEGLECTED_GOAL,
        title=f"“{goal.title}” has been quiet",
        sentence=(
            f"Nothing has moved for “{goal.title}” in {weeks} weeks.{until} If it still matters, one step of ten "
            "minutes brings it back; if not, it may rest or go."
        ),
        evidence=(quotes.of_goal(goal),),
        confidence=round(1 - 0.5 * patience / max(days, 1), 3),
        signature=signature(Kind.NEGLECTED_GOAL, str(goal.id)),
        weight=weeks,
        again_at=weeks + 4,
        suggestion=Suggestion("review_goal", goal.title),
    )
