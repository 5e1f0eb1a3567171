"""When each of several values held, whatever the order in which they were told."""

from datetime import UTC, date, datetime, timedelta
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from selfos.intelligence.builtin.remembering import Said, timeline

A, B, C = UUID(int=1), UUID(int=2), UUID(int=3)


def at(day: int) -> datetime:
    return datetime(2025, 1, 1, 12, tzinfo=UTC) + timedelta(days=day)


def test_a_later_value_ends_an_earlier_one() -> None:
    held = timeline({B: [Said(at(50), since=date(2025, 2, 10))], A: [Said(at(0))]}, single=True)
    assert (held[A].until, held[A].superseded_by, held[A].closed_at) == (date(2025, 2, 10), B, at(50))
    assert (held[B].since, held[B].until) == (date(2025, 2, 10), None)


def test_the_later_word_counts_where_news_began_before_the_earlier() -> None:
    held = timeline({A: [Said(at(10))], B: [Said(at(10) + timedelta(hours=2), since=date(2025, 1, 10))]}, single=True)
    assert (held[A].superseded_by, held[B].until) == (B, None)


def test_history_told_late_does_not_end_what_came_after_it() -> None:
    held = timeline({A: [Said(at(10))], B: [Said(at(90), since=date(2019, 1, 1))]}, single=True)
    assert (held[A].until, held[B].superseded_by) == (None, A)


def test_an_end_that_was_said_stands() -> None:
    told = {A: [Said(at(0)), Said(at(10), until=date(2025, 1, 9))], B: [Said(at(50))]}
    held = timeline(told, single=True)
    assert (held[A].until, held[A].closed_at, held[A].superseded_by) == (date(2025, 1, 9), at(10), None)


def test_values_of_a_kind_that_has_many_leave_each_other_alone() -> None:
    held = timeline({A: [Said(at(0))], B: [Said(at(1))]}, single=False)
    assert [one.until for one in held.values()] == [None, None]


def test_what_is_said_again_after_its_end_holds_again() -> None:
    held = timeline({A: [Said(at(0)), Said(at(5), until=date(2025, 1, 6)), Said(at(9))]}, single=True)
    assert held[A].until is None


_SAID = st.builds(
    Said,
    at=st.integers(0, 400).map(at),
    since=st.none() | st.integers(0, 400).map(lambda day: at(day).date()),
    until=st.none(),
)


@given(st.lists(_SAID, min_size=1, max_size=3), st.lists(_SAID, min_size=1, max_size=3), st.lists(_SAID, min_size=1))
def test_of_single_values_one_is_open_and_the_order_of_telling_does_not_matter(
    a: list[Said], b: list[Said], c: list[Said]
) -> None:
    held = timeline({A: a, B: b, C: c}, single=True)
    assert held == timeline({C: c[::-1], B: b[::-1], A: a[::-1]}, single=True)
    assert sum(one.until is None for one in held.values()) == 1
    assert all(one.until is None or one.since is None or one.until >= one.since for one in held.values())
