"""Themes and open loops in histories as people write them."""

from dataclasses import replace

import pytest

from selfos.intelligence.builtin.patterns import Finding, Kind, TaskView, find_patterns, news, told
from tests.unit.patterns.lives import NOW, at, noise, thought, thoughts, uid

_MOVING = thoughts(
    (27, 22, "Looked at flats in Penzance again instead of sleeping"),
    (21, 8, "What would Penzance cost us? Rent is half of here"),
    (15, 21, "Told Joe about Penzance and he did not laugh"),
    (9, 7, "Woke up thinking about the harbour in Penzance"),
    (3, 23, "If Penzance, then what about the girls' school?"),
)
_DENTIST = thoughts(
    (24, 9, "I should call the dentist about that molar"),
    (16, 22, "molar again. need to ring the dentist tomorrow"),
    (7, 8, "still haven't called the dentist"),
)
_ROUNDABOUT = [thought for thought in noise(5, 60)[0] if not thought.is_actionable]


def test_a_place_that_keeps_coming_up_is_a_theme() -> None:
    found = _of(Kind.RECURRING_THEME, find_patterns([*_ROUNDABOUT, *_MOVING], [], [], NOW))
    assert len(found) == 1
    assert "penzance" in found[0].title.lower()
    assert {item.id for item in found[0].evidence} == {thought.id for thought in _MOVING}
    assert 0.9 < found[0].confidence <= 1


def test_every_quote_stands_in_its_thought_where_it_says() -> None:
    by_id = {thought.id: thought for thought in _MOVING}
    for finding in find_patterns([*_ROUNDABOUT, *_MOVING], [], [], NOW):
        for item in finding.evidence:
            assert by_id[item.id].content[item.start : item.end] == item.quote


def test_the_same_thing_on_one_evening_is_no_theme() -> None:
    evening = [replace(thought, captured_at=at(2, 21)) for thought in _MOVING]
    assert not find_patterns([*_ROUNDABOUT, *evening], [], [], NOW)


def test_what_was_said_long_ago_is_no_theme() -> None:
    old = thoughts(*((days + 60, 20, text) for days, text in enumerate(t.content for t in _MOVING)))
    assert not find_patterns([*_ROUNDABOUT, *old], [], [], NOW)


def test_an_intention_said_on_three_days_is_an_open_loop() -> None:
    (loop,) = _of(Kind.OPEN_LOOP, find_patterns([*_ROUNDABOUT, *_DENTIST], [], [], NOW))
    assert "dentist" in loop.title.lower()
    assert loop.suggestion is not None
    assert loop.suggestion.act == "create_task"


@pytest.mark.parametrize("text", ["Finally called the dentist, Thursday at ten", "dentist booked!"])
def test_a_word_that_it_is_done_closes_the_loop(text: str) -> None:
    done = thought(text, at(1, 12))
    assert not _of(Kind.OPEN_LOOP, find_patterns([*_ROUNDABOUT, *_DENTIST, done], [], [], NOW))


def test_a_task_closes_the_loop_unless_it_was_for_an_earlier_time() -> None:
    open_ = TaskView(uid("open"), "Call the dentist", at(5))
    earlier = replace(open_, status="done", created_at=at(300), completed_at=at(290))
    assert not _of(Kind.OPEN_LOOP, find_patterns([*_ROUNDABOUT, *_DENTIST], [open_], [], NOW))
    assert _of(Kind.OPEN_LOOP, find_patterns([*_ROUNDABOUT, *_DENTIST], [earlier], [], NOW))


def test_saying_not_yet_does_not_close_it() -> None:
    again = thought("have not called the dentist, still afraid of it", at(2, 12))
    assert _of(Kind.OPEN_LOOP, find_patterns([*_ROUNDABOUT, *_DENTIST, again], [], [], NOW))


def test_two_days_are_not_three() -> None:
    twice = [replace(t, captured_at=at(4, 8 + n)) for n, t in enumerate(_DENTIST[:2])]
    assert not _of(Kind.OPEN_LOOP, find_patterns([*_ROUNDABOUT, *twice, _DENTIST[2]], [], [], NOW))


def test_a_loop_is_not_told_as_a_theme_too() -> None:
    more = thoughts((12, 9, "must call the dentist"), (10, 9, "dentist! need to call"))
    found = find_patterns([*_ROUNDABOUT, *_DENTIST, *more], [], [], NOW)
    assert [finding.kind for finding in found] == [Kind.OPEN_LOOP]


def test_nothing_is_told_twice_until_there_is_something_new() -> None:
    life = [*_ROUNDABOUT, *_MOVING]
    first = find_patterns(life, [], [], NOW)
    before = [told(finding) for finding in first]
    assert news(first, ()) == first
    assert not news(first, before)
    one_more = thought("Penzance has a choir, by the way", at(1, 9))
    assert not news(find_patterns([*life, one_more], [], [], NOW), before)
    three_more = thoughts(
        (2, 9, "Penzance schools have an open day"),
        (1, 9, "Penzance again at breakfast"),
        (0, 8, "Train times to Penzance are not so bad"),
    )
    assert news(find_patterns([*life, one_more, *three_more], [], [], NOW), before)


def test_names_of_people_are_no_theme() -> None:
    visits = thoughts(
        *(
            (day, 12, f"{what} with Gwendolyn")
            for day, what in enumerate(("cinema", "pancakes", "canoe", "quilt", "chess"))
        ),
        people=("Gwendolyn",),
    )
    assert not _of(Kind.RECURRING_THEME, find_patterns([*_ROUNDABOUT, *visits], [], [], NOW))


def _of(kind: Kind, found: tuple[Finding, ...]) -> list[Finding]:
    return [finding for finding in found if finding.kind == kind]
