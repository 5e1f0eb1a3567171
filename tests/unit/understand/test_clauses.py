from hypothesis import given
from hypothesis import strategies as st

from selfos.intelligence.builtin.understand.clauses import split


def texts(text: str) -> list[str]:
    return [clause.text for clause in split(text)]


def test_acts_joined_by_commas_and_conjunctions_part():
    assert texts("ring the plumber, buy tiles and measure the hall") == [
        "ring the plumber",
        "buy tiles",
        "measure the hall",
    ]


def test_things_to_fetch_stay_together():
    assert texts("Buy: sugar, tea, two lemons") == ["Buy", "sugar, tea, two lemons"]


def test_a_list_of_jobs_parts_at_its_commas():
    clauses = split("to do before the move: gas reading, boxes, the piano")
    assert [c.text for c in clauses[1:]] == ["gas reading", "boxes", "the piano"]
    assert {c.heading for c in clauses[1:]} == {"to do before the move"}


def test_a_ticked_line_is_known():
    assert [c.ticked for c in split("- [x] stamps\n- [ ] envelopes")] == [True, False]


def test_a_status_behind_an_arrow_settles_the_act():
    assert [c.ticked for c in split("Ring the bank -> done. Chase Lund -> no answer.")][0:3:2] == [True, False]


def test_a_bracket_is_a_clause_of_its_own():
    inner = next(c for c in split("take the coat back (shop shuts at 6)") if c.bracketed)
    assert inner.text == "shop shuts at 6"


def test_two_things_with_a_time_each_part():
    assert len(texts("plans to Mr Aziz by 2:30, forms in the tray by friday")) == 2


def test_a_title_ends_no_sentence():
    assert texts("Dr. Osman and Mrs. Lund came.") == ["Dr. Osman and Mrs. Lund came."]


@given(st.text(max_size=300))
def test_spans_give_back_the_words_of_the_text(text: str):
    for clause in split(text):
        assert text[clause.start : clause.end] == clause.text
        assert clause.text.strip()
