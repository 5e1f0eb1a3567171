"""Whatever the goal, date and minutes: a plan that could be followed."""

from datetime import date, datetime, time, timedelta

from dateutil.rrule import rrulestr
from hypothesis import given, settings
from hypothesis import strategies as st

from selfos.intelligence.builtin.planning import GoalBrief, Plan, plan
from selfos.intelligence.builtin.planning.templates import library

_TODAY = date(2026, 2, 9)
_PHRASES = sorted({word for template in library().values() for word in template.words})
_VISIONS = [
    "",
    "with my sister, I have ADHD and a bad knee",
    "I'm scared of dogs. 20 new ones, £5,000, two kids under five",
    "Paint the fence, sort the loft, write to Ellen",
    "rotating nights; I gave up twice; can't stand for long",
    "80,000 words and 30 kg",
]
_ODD = [
    *("Cook 0 dinners", "Cook 1.2.3 dinners", "Read " + "9" * 400 + " books", "Save £0", "Save £" + "9" * 400),
    *(
        "Run 0 km",
        "Run " + "9" * 400 + " km",
        "Lose 0 kg",
        "Write a novel of 0 words",
        "Cook ٣ dinners",
        ":",
        "a: \x1f, \x1f",
    ),
]
_titles = st.one_of(
    st.sampled_from(_ODD),
    st.tuples(st.sampled_from(_PHRASES), st.sampled_from(_PHRASES)).map(" and ".join),
    st.text(min_size=1, max_size=60).filter(lambda text: text.strip()),
)
_briefs = st.builds(
    GoalBrief,
    title=_titles,
    today=st.integers(0, 400).map(lambda days: _TODAY + timedelta(days=days)),
    vision=st.one_of(st.sampled_from(_VISIONS), st.text(max_size=120)),
    target_date=st.one_of(
        st.none(),
        st.sampled_from([-900, -1, 0, 1, 2, 6, 9, 10, 30, 1826]).map(lambda days: _TODAY + timedelta(days=days)),
        st.integers(-100, 2000).map(lambda days: _TODAY + timedelta(days=days)),
    ),
    minutes_per_week=st.one_of(st.none(), st.integers(10, 3000)),
)


@settings(max_examples=150, deadline=None)
@given(_briefs)
def test_a_plan_stays_within_its_time(brief: GoalBrief) -> None:
    made = plan(brief)
    assert made.starts == brief.today
    assert made.ends >= brief.today
    if brief.target_date is not None and brief.target_date >= brief.today:
        assert made.ends == brief.target_date
    elif brief.target_date is not None:
        assert any("passed" in warning for warning in made.warnings)
    dates = [milestone.date for milestone in made.milestones]
    assert dates == sorted(dates)
    for day in (*dates, *(task.due for task in made.tasks)):
        assert made.starts <= day <= made.ends
    if made.buffer_from < made.ends:
        assert all(task.due < made.buffer_from for task in made.tasks)
    for habit in made.habits:
        assert made.starts <= habit.starts <= habit.until <= made.ends


@settings(max_examples=150, deadline=None)
@given(_briefs)
def test_no_week_holds_more_than_there_is(brief: GoalBrief) -> None:
    made = plan(brief)
    assert made.load == tuple(_load(made))
    assert max(made.load) <= made.minutes_per_week


@settings(max_examples=80, deadline=None)
@given(_briefs)
def test_every_line_says_something(brief: GoalBrief) -> None:
    made = plan(brief)
    assert made.milestones
    assert all(milestone.title.strip() for milestone in made.milestones)
    for task in made.tasks:
        assert task.title.strip()
        assert task.duration_minutes > 0
        assert 0 <= task.milestone < len(made.milestones)
        assert task.due <= made.milestones[task.milestone].date
        assert "{" not in task.title.replace(brief.title, "").replace(brief.vision, "")
    for habit in made.habits:
        assert habit.title.strip()
        assert rrulestr(habit.rrule, dtstart=_moment(habit.starts))


@settings(max_examples=30, deadline=None)
@given(_briefs)
def test_the_same_goal_gives_the_same_plan(brief: GoalBrief) -> None:
    assert plan(brief) == plan(brief)


def _load(made: Plan) -> list[int]:
    """Reckoned anew, day by day, from what the plan says."""
    load = [0] * len(made.load)
    for task in made.tasks:
        load[(task.due - made.starts).days // 7] += task.duration_minutes
    for habit in made.habits:
        days = rrulestr(habit.rrule, dtstart=_moment(habit.starts)).between(
            _moment(habit.starts), _moment(habit.until), inc=True
        )
        for day in (moment.date() for moment in days):
            phase = next((phase for phase in habit.phases if phase.starts <= day <= phase.until), None)
            load[(day - made.starts).days // 7] += phase.duration_minutes if phase else habit.duration_minutes
    return load


def _moment(day: date) -> datetime:
    return datetime.combine(day, time())
