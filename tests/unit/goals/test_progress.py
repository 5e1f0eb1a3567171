"""The formula of a goal's progress."""

from dataclasses import replace
from datetime import UTC, datetime
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selfos.features.goals import Goal, Milestone, MilestoneStatus
from selfos.features.goals.progress import metric_share, progress, tally
from selfos.features.goals.records import Metric
from selfos.features.tasks import TaskStatus, Work

AT = {"created_at": datetime(2026, 3, 25, tzinfo=UTC), "updated_at": datetime(2026, 3, 25, tzinfo=UTC)}
GOAL = Goal(title="x", **AT)
PLACES = [uuid4(), uuid4()]

tasks = st.lists(
    st.builds(
        lambda status, minutes, place: Work(uuid4(), GOAL.id, place, None, status, minutes),
        st.sampled_from(TaskStatus),
        st.none() | st.integers(1, 600),
        st.none() | st.sampled_from(PLACES),
    ),
    max_size=8,
)
milestones = st.lists(st.sampled_from(MilestoneStatus), max_size=2).map(
    lambda statuses: [
        Milestone(id=place, goal_id=GOAL.id, title="x", status=status, **AT)
        for place, status in zip(PLACES, statuses, strict=False)
    ]
)


@given(tasks, milestones)
def test_progress_is_a_share_and_full_only_when_nothing_is_open(found, places):
    work = tally(found, places)
    share = progress(GOAL, work)
    assert 0 <= share <= 1
    assert (work.minutes_done == work.minutes) == (
        work.tasks_done == work.tasks
        and all(
            m.status == "done" for m in places if all(t.milestone_id != m.id or t.status == "cancelled" for t in found)
        )
    )


@given(tasks, milestones, st.data())
def test_finishing_one_more_never_sets_back(found, places, data):
    waiting = [place for place, task in enumerate(found) if task.status.is_open]
    if not waiting:
        return
    chosen = data.draw(st.sampled_from(waiting))
    after = [replace(task, status=TaskStatus.DONE) if place == chosen else task for place, task in enumerate(found)]
    assert progress(GOAL, tally(after, places)) >= progress(GOAL, tally(found, places))


@pytest.mark.parametrize(
    ("start", "target", "current", "share"),
    [(0, 10, None, 0), (0, 10, 4, 0.4), (90, 80, 85, 0.5), (0, 10, 30, 1), (0, 10, -5, 0), (3, 3, 3, 1), (3, 3, 4, 0)],
)
def test_a_metric_counts_from_its_start(start, target, current, share):
    assert metric_share(Metric(name="x", start=start, target=target, current=current)) == share
