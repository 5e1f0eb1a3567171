"""Mood, time, overload and resting goals in histories as lives leave them."""

from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from selfos.intelligence.builtin.patterns import (
    Finding,
    GoalView,
    Kind,
    TaskView,
    ThoughtView,
    find_patterns,
    news,
    told,
)
from tests.unit.patterns.lives import NOW, at, thought, uid

#: NOW is a Wednesday, so 3 days ago was a Sunday.
_SUNDAY = 3


def test_low_sundays_against_other_days_are_a_mood_pattern() -> None:
    (found,) = _of(Kind.MOOD_PATTERN, find_patterns(_days(low=lambda n: n % 7 == _SUNDAY), [], [], NOW))
    assert "Sunday" in found.title
    assert "lower" in found.title
    assert found.confidence > 0.95
    assert all(item.quote.startswith("dull day") for item in found.evidence)


def test_a_few_low_sundays_are_none() -> None:
    assert not find_patterns(_days(low=lambda n: n in {3, 10, 17}), [], [], NOW)


def test_many_notes_of_one_bad_day_count_once() -> None:
    bad = [thought(f"bad {n}", at(_SUNDAY, 8 + n % 14), n, sentiment="negative") for n in range(40)]
    assert not find_patterns([*_days(low=lambda _: False), *bad], [], [], NOW)


def test_what_is_written_after_midnight_belongs_to_the_evening_before() -> None:
    late = [thought(f"cannot sleep, day {n}", at(n - 1, 1), n, sentiment="negative") for n in range(_SUNDAY, 85, 7)]
    found = _of(Kind.MOOD_PATTERN, find_patterns([*_days(low=lambda _: False), *late], [], [], NOW))
    assert not any("Monday" in finding.title for finding in found)


def test_days_are_those_of_the_persons_zone() -> None:
    """Sunday evening in Auckland is Sunday morning in Greenwich; with a date line between, only local days tell."""
    zone = ZoneInfo("Pacific/Auckland")
    now = NOW.replace(tzinfo=zone)
    local = [
        replace(t, captured_at=t.captured_at.replace(tzinfo=zone, hour=8))
        for t in _days(low=lambda n: n % 7 == _SUNDAY)
    ]
    assert {t.captured_at.astimezone(ZoneInfo("UTC")).weekday() for t in local if t.sentiment == "negative"} == {5}
    (found,) = _of(Kind.MOOD_PATTERN, find_patterns(local, [], [], now))
    assert "Sunday" in found.title


def test_a_change_of_clocks_moves_no_day() -> None:
    zone = ZoneInfo("Europe/Berlin")
    now = datetime(2026, 4, 8, 9, tzinfo=zone)
    span = [now.replace(hour=7) - timedelta(days=n) for n in range(80)]
    life = [
        thought(f"day {n}", moment, n, sentiment="negative" if moment.weekday() == 6 else "positive")
        for n, moment in enumerate(span)
    ]
    found = _of(Kind.MOOD_PATTERN, find_patterns(life, [], [], now))
    assert found
    assert all("Sunday" in finding.title for finding in found)


def test_brighter_when_a_person_comes_up() -> None:
    life = [
        thought(
            f"met {n}" if n % 5 == 0 else f"day {n}",
            at(n, 12),
            n,
            sentiment="positive" if n % 5 == 0 else "neutral",
            people=("Ida",) if n % 5 == 0 else (),
        )
        for n in range(80)
    ]
    found = _of(Kind.MOOD_PATTERN, find_patterns(life, [], [], NOW))
    assert [finding.title for finding in found] == ["Your mood tends to be brighter when Ida comes up"]


def test_ideas_that_come_at_night_are_a_time_pattern() -> None:
    life = [thought(f"plain {n}", at(n, 10), n) for n in range(1, 60)] + [
        thought(f"spark {n}", at(n, 23), n, type="idea" if n % 4 else "journal") for n in range(1, 30)
    ]
    found = _of(Kind.TIME_PATTERN, find_patterns(life, [], [], NOW))
    assert any("ideas come at night" in finding.title for finding in found)


def test_resting_goals_are_asked_after_once_in_a_while() -> None:
    goal = GoalView(uid("sax"), "Play saxophone at the summer party", at(120), target_date=(NOW + timedelta(60)).date())
    (found,) = find_patterns([], [], [goal], NOW)
    assert found.kind == Kind.NEGLECTED_GOAL
    assert "saxophone" in found.sentence
    before = [told(found)]
    assert not news(find_patterns([], [], [goal], NOW + timedelta(days=7)), before)
    assert news(find_patterns([], [], [goal], NOW + timedelta(days=29)), before)


@pytest.mark.parametrize(
    "change",
    [
        {"status": "draft"},
        {"status": "completed"},
        {"last_activity_at": at(10)},
        {"updated_at": at(15)},
    ],
)
def test_goals_that_are_no_longer_or_still_alive_are_left_alone(change: dict[str, object]) -> None:
    goal = GoalView(uid("sax"), "Play saxophone", at(120))
    assert find_patterns([], [], [goal], NOW)
    assert not find_patterns([], [], [replace(goal, **change)], NOW)  # type: ignore[arg-type]


def test_a_task_or_a_thought_keeps_a_goal_alive() -> None:
    goal = GoalView(uid("sax"), "Play saxophone", at(120))
    coming = TaskView(uid("t"), "Practise", at(100), due=(NOW + timedelta(3)).date(), goal_id=goal.id)
    done = TaskView(uid("t"), "Practise", at(100), status="done", completed_at=at(9), goal_id=goal.id)
    assert not find_patterns([], [coming], [goal], NOW)
    assert not find_patterns([], [done], [goal], NOW)
    assert not find_patterns([thought("took the saxophone out", at(4))], [], [goal], NOW)


def test_far_more_due_than_is_ever_done_is_overload() -> None:
    (found,) = find_patterns([], [*_history(per_week=4), *_due(14)], [], NOW)
    assert found.kind == Kind.OVERLOAD
    assert found.confidence > 0.98
    assert found.weight == 14
    assert "you finish about four" in found.sentence


def test_a_full_week_of_someone_who_does_as_much_is_none() -> None:
    assert not find_patterns([], [*_history(per_week=12), *_due(14)], [], NOW)


def test_someone_new_is_not_told_that_it_is_too_much() -> None:
    fresh = [replace(task, created_at=at(5)) for task in _due(20)]
    assert not find_patterns([], fresh, [], NOW)


def test_nothing_at_all_is_silence() -> None:
    assert find_patterns([], [], [], NOW) == ()


def _days(low) -> list[ThoughtView]:
    """A note a day, for twelve weeks; every fifth other day is glad."""
    return [
        thought(f"dull day {n}" if low(n) else f"day {n}", at(n, 8), n, sentiment=_mood(n, low=low(n)))
        for n in range(84)
    ]


def _mood(n: int, *, low: bool):
    return "negative" if low else "positive" if n % 5 == 0 else "neutral"


def _history(per_week: int) -> list[TaskView]:
    return [
        TaskView(uid("done", n), f"done {n}", at(60), "done", completed_at=at(n * 7 // per_week, 8 + n % 12))
        for n in range(1, per_week * 6)
    ]


def _due(count: int) -> list[TaskView]:
    return [
        TaskView(uid("due", n), f"due {n}", at(20), due=(NOW + timedelta(days=n % 10 - 3)).date()) for n in range(count)
    ]


def _of(kind: Kind, found: tuple[Finding, ...]) -> list[Finding]:
    return [finding for finding in found if finding.kind == kind]
