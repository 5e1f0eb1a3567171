import time
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from selfos.intelligence.builtin.intents import Group, Intent, Mentioned, Reference, Topic, Want, read_intent
from selfos.kernel.search.ports import Encoder
from tests.unit.intents.conftest import NOW

WORDS = "move it to the second one delete remind me at 5 friday and add milk list undo not by hours , . ? about".split()
SHOWN = Topic(records=(Mentioned("task", "a", "Call Ana"), Mentioned("task", "b", "Dentist")))


def test_several_wishes_of_one_message_stand_in_their_order(encoder: Encoder):
    intent = read_intent("add milk and remind me to call Ana at 5", NOW, encoder)
    first, second = intent.wishes()
    assert (first.want, first.slots.items) == (Want.ADD_TO_LIST, ("milk",))
    assert (second.want, second.slots.title) == (Want.REMIND, "Call Ana")
    assert second.slots.due_at == NOW.replace(hour=17)


def test_a_list_of_things_is_one_wish(encoder: Encoder):
    intent = read_intent("put eggs, flour and sugar on the shopping list", NOW, encoder)
    assert intent.slots.items == ("eggs", "flour", "sugar")
    assert intent.further == ()


def test_acts_side_by_side_are_tasks_each(encoder: Encoder):
    intent = read_intent("clean the windows and repair the shutters", NOW, encoder)
    assert [wish.slots.title for wish in intent.wishes()] == ["Clean the windows", "Repair the shutters"]


def test_a_greeting_before_a_wish_is_no_wish(encoder: Encoder):
    intent = read_intent("Hi! Can you add bread to the shopping list?", NOW, encoder)
    assert intent.want is Want.ADD_TO_LIST
    assert intent.further == ()


def test_a_long_text_is_kept_as_it_is(encoder: Encoder):
    text = (
        "We walked along the canal until dark and hardly spoke, which was good. Robin found a feather. I thought about "
        "the house again, and whether I would miss the stairs, the light in the kitchen, the neighbours who never "
        "close their windows. On the way back it began to rain and we ran."
    )
    intent = read_intent(text, NOW, encoder)
    assert (intent.want, intent.slots.title, intent.further) == (Want.NOTE, text, ())


@pytest.mark.parametrize(
    ("text", "want", "nth"),
    [
        ("move it to Sunday", Want.MOVE, ()),
        ("delete those", Want.DELETE, ()),
        ("mark the second one as done", Want.COMPLETE, (2,)),
        ("the last one", Want.PICK, (-1,)),
        ("2", Want.PICK, (2,)),
        ("the first two", Want.PICK, (1, 2)),
    ],
)
def test_words_point_at_what_was_shown(encoder: Encoder, text: str, want: Want, nth: tuple[int, ...]):
    intent = read_intent(text, NOW, encoder, recent=SHOWN)
    assert (intent.want, intent.slots.refers) == (want, Reference(nth))


@pytest.mark.parametrize(("text", "want"), [("yes please", Want.YES), ("No thanks.", Want.NO), ("nope", Want.NO)])
def test_yes_and_no(text: str, want: Want):
    assert read_intent(text, NOW, None, recent=Topic(awaits_yes=True)).want is want


def asked(text: str, encoder: Encoder) -> Topic:
    intent = read_intent(text, NOW, encoder)
    assert intent.question is not None
    return Topic(asked=intent)


def test_the_answer_completes_the_wish_that_waited_for_a_time(encoder: Encoder):
    topic = asked("reschedule the dentist", encoder)
    intent = read_intent("next Thursday at 4pm", NOW, encoder, recent=topic)
    assert (intent.want, intent.slots.phrase, intent.question) == (Want.MOVE, "dentist", None)
    assert intent.slots.due_at == NOW.replace(day=26, hour=16)


def test_the_answer_completes_the_wish_that_waited_for_a_title(encoder: Encoder):
    topic = asked("remind me of something", encoder)
    intent = read_intent("call the vet tomorrow at 9", NOW, encoder, recent=topic)
    assert (intent.want, intent.slots.title, intent.question) == (Want.REMIND, "Call the vet", None)
    assert intent.slots.due == date(2026, 11, 21)


def test_the_answer_completes_the_wish_that_waited_for_a_record(encoder: Encoder):
    topic = asked("reschedule the dentist", encoder)
    waiting = Topic(records=SHOWN.records, asked=with_question(topic.asked, "phrase"))
    intent = read_intent("the second one", NOW, encoder, recent=waiting)
    assert (intent.want, intent.slots.refers) == (Want.MOVE, Reference((2,)))


def with_question(intent: Intent | None, missing: Literal["phrase", "when"]) -> Intent:
    assert intent is not None
    assert intent.question is not None
    return replace(intent, question=replace(intent.question, missing=missing))


@pytest.mark.parametrize(
    ("answer", "want"), [("2", Want.CREATE_TASK), ("Keep it as a thought", Want.NOTE), ("search for it", Want.SEARCH)]
)
def test_what_was_not_understood_becomes_what_the_person_says(answer: str, want: Want):
    unclear = read_intent("…", NOW, None)
    topic = Topic(asked=replace(unclear, text="the green door"), records=SHOWN.records)
    assert read_intent(answer, NOW, None, recent=topic).want is want


def test_another_question_is_no_answer(encoder: Encoder):
    topic = asked("reschedule the dentist", encoder)
    assert read_intent("what's on today?", NOW, encoder, recent=topic).want is Want.AGENDA


@pytest.mark.parametrize("missing", ["when", "phrase"])
@pytest.mark.parametrize(
    "told",
    [
        "I moved to Lisbon in March and I love the light there",
        "my sister Ana is allergic to nuts",
        "we went to the opera on Saturday with Robin",
    ],
)
def test_what_is_told_of_a_life_is_no_answer(encoder: Encoder, told: str, missing: Literal["phrase", "when"]):
    waiting = Topic(asked=with_question(asked("reschedule the dentist", encoder).asked, missing))
    alone, meanwhile = (read_intent(told, NOW, encoder, recent=topic) for topic in (None, waiting))
    assert meanwhile == alone


@pytest.mark.parametrize(
    "answer", ["maybe next Friday", "to the 12th, please", "let's say Monday at 9", "in two weeks"]
)
def test_a_time_in_few_words_is_an_answer(encoder: Encoder, answer: str):
    intent = read_intent(answer, NOW, encoder, recent=asked("reschedule the dentist", encoder))
    assert (intent.want, intent.slots.phrase, intent.question) == (Want.MOVE, "dentist", None)


def test_a_pronoun_points_whatever_follows_it(encoder: Encoder):
    intent = read_intent("make it evenings instead", NOW, encoder, recent=SHOWN)
    assert (intent.slots.phrase, intent.slots.refers) == (None, Reference())


@pytest.mark.parametrize(
    ("text", "want", "title"),
    [
        ("add a task to cancel the gym", Want.CREATE_TASK, "Cancel the gym"),
        ("new task: move the sofa", Want.CREATE_TASK, "Move the sofa"),
        ("remind me to delete the old photos tomorrow", Want.REMIND, "Delete the old photos"),
        ("note: cancel culture is a strange word", Want.NOTE, "Cancel culture is a strange word"),
    ],
)
def test_an_opening_says_what_is_wanted_whatever_follows(text: str, want: Want, title: str):
    intent = read_intent(text, NOW, None)
    assert (intent.want, intent.slots.title) == (want, title)


def test_a_negated_reminder_is_taken_away(encoder: Encoder):
    intent = read_intent("don't remind me about the plumber any more", NOW, encoder)
    assert (intent.want, intent.slots.phrase) == (Want.DELETE, "plumber")


def test_a_shift_is_no_moment(encoder: Encoder):
    intent = read_intent("postpone the review by two days", NOW, encoder)
    assert (intent.slots.phrase, intent.slots.shift, intent.slots.due) == ("review", timedelta(days=2), None)


def test_times_are_naive_where_now_is(encoder: Encoder):
    intent = read_intent("remind me at 4pm to stretch", NOW.replace(tzinfo=None), encoder)
    assert intent.slots.due_at == datetime(2026, 11, 20, 16)  # noqa: DTZ001 - naive in, naive out


def test_without_an_encoder_words_decide():
    assert read_intent("push the dentist to Friday", NOW, None).want is Want.MOVE
    assert read_intent("what's on my calendar tomorrow?", NOW, None).want is Want.AGENDA


@pytest.mark.parametrize("text", ["", "   ", "?!", "\n", "…"])
def test_what_says_nothing_is_asked_back(text: str):
    intent = read_intent(text, NOW, None)
    assert intent.want is Want.UNCLEAR
    assert intent.question is not None


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.text(max_size=300), st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join)))
def test_any_text_gives_a_whole_intent(text: str):
    for recent in (None, SHOWN):
        for wish in read_intent(text, NOW, None, recent=recent).wishes():
            assert wish.group in Group
            assert 0 <= wish.confidence <= 1
            assert wish.slots.due_at is None or wish.slots.due_at.date() == wish.slots.due
            assert wish.slots.period is None or wish.slots.period[0] <= wish.slots.period[1]


def test_a_message_is_read_in_some_milliseconds(encoder: Encoder):
    texts = ["add milk and remind me to call Ana at 5", "what did I say about Lisbon in March?", "move it to Friday"]
    began = time.process_time()
    for text in texts * 10:
        read_intent(text, NOW, encoder, recent=SHOWN)
    assert time.process_time() - began < 30 * 0.05


@pytest.mark.parametrize(
    "text",
    ["call the dentist tomorrow at 9", "buy milk", "fix the bike this weekend", "prepare the workshop next week"],
)
def test_something_to_do_is_taken_for_nothing_else(encoder: Encoder, text: str):
    assert read_intent(text, NOW, encoder).want is Want.CREATE_TASK


@pytest.mark.parametrize("text", ["push the dentist to Friday", "move lunch with Ana to 2pm"])
def test_what_is_moved_is_not_made_anew(encoder: Encoder, text: str):
    assert read_intent(text, NOW, encoder).want is Want.MOVE
