"""What the next occurrence of a task looks like, in every zone."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given
from hypothesis import strategies as st

from selfos.features.tasks import Task
from selfos.features.tasks.series import next_values
from selfos.kernel.recurrence import RecurrenceRule, Span, moment_of, wall

NOON = datetime(2026, 3, 25, 12, tzinfo=UTC)
ZONES = ["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "America/Santiago", "Africa/Cairo", "Asia/Kolkata"]


def task(**fields) -> Task:
    return Task(title="x", created_at=NOON, updated_at=NOON, **fields)


def following(done: Task, at: datetime) -> Task:
    values = next_values(done, at)
    assert values is not None
    return Task(created_at=at, updated_at=at, **values)


@given(
    zone=st.sampled_from(ZONES),
    first=st.datetimes(datetime.fromisoformat("2025-01-01"), datetime.fromisoformat("2027-12-31")),
    rule=st.sampled_from(["FREQ=DAILY", "FREQ=WEEKLY;BYDAY=MO,SU", "FREQ=DAILY;INTERVAL=3", "FREQ=MONTHLY"]),
    lateness=st.timedeltas(timedelta(days=-2), timedelta(days=40)),
)
def test_wall_time_is_kept_across_changes_of_clocks(zone, first, rule, lateness):
    place = ZoneInfo(zone)
    begun = first.replace(second=0, microsecond=0)
    moment = moment_of(begun, place)
    current = task(rrule=rule, due_at=moment, due=wall(moment, place).date(), timezone=zone)
    meant, now = wall(moment, place), moment + lateness
    for _ in range(4):
        after = following(current, now)
        expected = rrulestr(rule, dtstart=meant).after(max(meant, wall(now, place)))
        assert expected is not None
        assert after.due_at is not None
        assert after.occurrence == expected
        assert after.due_at == moment_of(expected, place)
        assert after.due == wall(after.due_at, place).date()
        assert after.due_at > moment
        current, meant, moment, now = after, expected, after.due_at, after.due_at


def test_a_wall_time_that_is_left_out_once_comes_back():
    daily = task(rrule="FREQ=DAILY", due=date(2026, 3, 28), due_at="2026-03-28T01:30:00Z", timezone="Europe/Berlin")
    skipped = following(daily, NOON)
    assert skipped.due_at == datetime(2026, 3, 29, 1, 30, tzinfo=UTC)  # half past three, an hour after what is not
    after = following(skipped, datetime(2026, 3, 29, 8, tzinfo=UTC))
    assert after.due_at == datetime(2026, 3, 30, 0, 30, tzinfo=UTC)  # half past two again


def test_the_other_end_moves_along():
    both = task(
        rrule="FREQ=WEEKLY",
        due=date(2026, 3, 25),
        start=date(2026, 3, 23),
        start_at="2026-03-23T08:00:00Z",
        timezone="Europe/Berlin",
    )
    after = following(both, NOON)
    assert (after.due, after.start) == (date(2026, 4, 1), date(2026, 3, 30))
    assert after.start_at == datetime(2026, 3, 30, 7, tzinfo=UTC)


def test_a_rule_with_hours_gives_an_undated_task_its_moment():
    after = following(task(rrule="FREQ=DAILY;BYHOUR=9", timezone="Europe/Berlin"), NOON)
    assert (after.due, after.due_at) == (date(2026, 3, 26), datetime(2026, 3, 26, 8, tzinfo=UTC))


def test_a_day_task_done_late_comes_back_on_a_later_day():
    after = following(task(rrule="FREQ=WEEKLY;BYDAY=WE", due=date(2026, 3, 18)), NOON)
    assert after.due == date(2026, 4, 1)


def test_hours_after_completion_are_hours_whatever_the_clocks_do():
    before_the_change = datetime(2026, 3, 28, 22, tzinfo=UTC)
    after = following(task(repeat_after="PT8H", timezone="Europe/Berlin"), before_the_change)
    assert after.due_at == before_the_change + timedelta(hours=8)
    months = following(task(repeat_after="P1M", due=date(2026, 1, 1)), datetime(2026, 1, 31, 9, tzinfo=UTC))
    assert months.due == date(2026, 2, 28)


def test_what_belongs_to_one_occurrence_stays_with_it():
    done = task(rrule="FREQ=DAILY", due=date(2026, 3, 25), status="done", completed_at=NOON, tags=("home",))
    after = following(done, NOON)
    assert (after.status, after.completed_at, after.follows_id, after.tags) == ("todo", None, done.id, ("home",))
    assert next_values(task(), NOON) is None


@pytest.mark.parametrize(
    "rule",
    [
        *("FREQ=DAILY;COUNT=0", "FREQ=DAILY;INTERVAL=0", "FREQ=DAILY;COUNT=2;UNTIL=20270101", "BYDAY=MO", ""),
        *("FREQ=DAILY;FREQ=DAILY", "FREQ=DAILY;BYHOUR=25", "FREQ=WEEKLY;BYDAY=XX", "FREQ=DAILY;UNTIL=20261301"),
        *("FREQ=HOURLY;BYSETPOS=3", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "FREQ=DAILY\nEXDATE:20260101"),
    ],
)
def test_a_wrong_rule_is_refused(rule):
    with pytest.raises(ValueError, match=r"."):
        RecurrenceRule.parse(rule)


@given(text=st.text(st.sampled_from("FREQ=DAILYWKMONTH;BYSE-+0123456789,"), max_size=40))
def test_any_text_is_a_rule_or_a_value_error(text):
    try:
        RecurrenceRule.parse("FREQ=DAILY;" + text)
    except ValueError:
        return


@given(count=st.integers(1, 6), missed=st.integers(0, 8))
def test_a_count_runs_out_after_as_many_occurrences(count, missed):
    rule, start = RecurrenceRule.parse(f"FREQ=DAILY;COUNT={count}"), datetime.combine(date(2026, 3, 1), time(9))
    found = rule.after(start, start + timedelta(days=missed), ZoneInfo("UTC"))
    if missed + 1 >= count:
        assert found is None
    else:
        assert found is not None
        assert found[1].count == count - missed - 1


@pytest.mark.parametrize("text", ["", "P", "PT", "P1MT", "P0D", "3D", "P99Y", "P1.5D", "-P1D", "PT30S"])
def test_a_wrong_duration_is_refused(text):
    with pytest.raises(ValueError, match=r"."):
        Span.parse(text)
