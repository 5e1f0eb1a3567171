"""What a search finds, in which order, and what it says about it."""

from datetime import timedelta

import pytest

from selfos.kernel.search import NEEDS_MODEL, Query
from tests.unit.search.making import START, Topics, doc, filled, found, turns

TOPICS = Topics()


def test_words_find_their_other_forms_and_order_by_fit() -> None:
    index = filled(doc(1, "Running shoes"), doc(2, "We ran; he runs a long way to the far town"), doc(3, "bread"))
    assert found(index, "run ", mode="text") == [1, 2]


def test_rare_words_weigh_more_than_common_ones() -> None:
    index = filled(doc(1, "buy milk"), doc(2, "buy bread"), doc(3, "buy tea"), doc(4, "sell violin"))
    assert found(index, "buy violin ", mode="text")[0] == 4


def test_a_title_weighs_more_than_the_text() -> None:
    index = filled(doc(1, "the roof leaks a bit"), doc(2, "it leaks a bit", title="roof"))
    assert found(index, "roof ", mode="text") == [2, 1]


def test_meaning_finds_what_shares_no_word() -> None:
    index = filled(doc(1, "our puppy"), doc(2, "the rent"), encoder=TOPICS)
    assert found(index, "animal", TOPICS) == [1]
    assert found(index, "animal", TOPICS, mode="meaning") == [1]
    assert found(index, "animal", TOPICS, mode="text") == []


@pytest.mark.parametrize("signs", ["?!", "\U0001f389", "- -", '""'])
def test_signs_alone_find_nothing(signs: str) -> None:
    index = filled(doc(1, "our puppy?!"), doc(2, "done \U0001f389"), encoder=TOPICS)
    assert found(index, signs, TOPICS) == []
    assert found(index, " ", TOPICS) == [2, 1]


def test_meaning_alone_is_blind_to_words() -> None:
    index = filled(doc(1, "blue kite"), doc(2, "our dog"), encoder=TOPICS)
    assert found(index, "blue kite", TOPICS, mode="meaning") == []


def test_without_an_encoder_words_are_searched_and_it_says_so() -> None:
    index = filled(doc(1, "our puppy"))
    results = index.search(Query("puppy"))
    assert [hit.id.int for hit in results.hits] == [1]
    assert results.degraded == NEEDS_MODEL
    assert index.search(Query("puppy", mode="text")).degraded is None


def test_vectors_of_another_model_are_not_compared() -> None:
    class Other(Topics):
        model = "other"

    index = filled(doc(1, "our puppy"), encoder=TOPICS)
    results = index.search(Query("animal"), Other())
    assert (results.hits, results.degraded) == ((), NEEDS_MODEL)


def test_a_long_record_is_found_by_any_of_its_passages() -> None:
    long = "nothing in particular happened today. " * 40 + "the dog barked."
    index = filled(doc(1, long), doc(2, "rent"), encoder=TOPICS)
    assert found(index, "pet", TOPICS) == [1]


def test_kinds_and_dates_limit_what_is_found() -> None:
    index = filled(doc(1, "tea"), doc(2, "tea", kind="task"), doc(3, "tea"))
    assert found(index, "tea ", kinds=("task",)) == [2]
    assert found(index, "tea ", since=START + timedelta(days=2)) == [3, 2]
    assert found(index, "tea ", until=START + timedelta(days=2)) == [1]
    assert found(index, "tea ", kinds=("nothing",)) == []


def test_without_words_the_newest_come_first() -> None:
    index = filled(doc(1, "a"), doc(3, "c"), doc(2, "b"))
    assert found(index, "", limit=2) == [3, 2]


def test_a_date_hint_raises_and_hides_nothing() -> None:
    index = filled(doc(1, "swimming"), doc(5, "swimming"), doc(9, "swimming"))
    hint = (START + timedelta(days=4.9), START + timedelta(days=5.1))
    assert found(index, "swimming ", date_hints=(hint,)) == [5, 9, 1]


def test_a_quoted_phrase_must_be_there_word_for_word() -> None:
    index = filled(doc(1, "the cold wet dog"), doc(2, "wet cold days"), doc(3, "cold and wet"))
    assert found(index, '"cold wet"') == [1]


def test_an_excluded_word_or_phrase_removes() -> None:
    index = filled(doc(1, "green tea"), doc(2, "black tea"), doc(3, "tea pot black"))
    assert sorted(found(index, "tea -green", mode="text")) == [2, 3]
    assert sorted(found(index, 'tea -"black tea"', mode="text")) == [1, 3]


def test_the_last_word_may_be_unfinished() -> None:
    index = filled(doc(1, "bicycle repair"), doc(2, "bike"), doc(3, "repair the roof"))
    assert found(index, "bicy") == [1]
    assert found(index, "bicy ") == []
    assert found(index, "repair bic")[0] == 1


def test_a_whole_word_comes_before_one_that_only_begins_so() -> None:
    index = filled(doc(1, "cartoon"), doc(2, "cart"), doc(3, "carton"))
    assert found(index, "cart")[0] == 2


@pytest.mark.parametrize("text", ["東京", "京", "黒猫", "猫"])
def test_scripts_without_spaces(text: str) -> None:
    index = filled(doc(1, "東京で黒猫を見た"), doc(2, "大阪に行く"))
    assert found(index, text) == [1]


def test_highlights_are_spans_of_title_and_text() -> None:
    index = filled(doc(1, "Then we Danced; a dancer came.", title="A dance"))
    hit = index.search(Query("dancing", mode="text")).hits[0]
    assert hit.highlights == {"title": ((2, 7),), "text": ((8, 14),)}


def test_highlights_of_pairs_are_joined() -> None:
    index = filled(doc(1, "昨日は東京都庁へ"))
    assert index.search(Query("東京都庁")).hits[0].highlights == {"text": ((3, 7),)}


def test_neighbours_raise_a_record_and_bring_in_none() -> None:
    plain = [doc(1, "call the plumber", hours=0), doc(2, "call the bank", hours=50), doc(3, "sink broken", hours=0.2)]
    index = filled(*plain)
    assert found(index, "call sink ", mode="text") == [3, 1, 2]
    assert found(index, "broken ", mode="text") == [3]


def test_the_answer_to_a_matching_question_is_found_in_a_conversation() -> None:
    talk = turns(("Ben", "Where do you keep the spare key?"), ("Anna", "Under the blue pot."), ("Ben", "Good to know."))
    index = filled(*talk, *turns(("Ben", "I sold the car."), ("Anna", "Finally!"), thread="car", first=200))
    assert found(index, "Where does Anna keep the spare key?")[0] == 101


def test_who_is_named_is_who_said_it() -> None:
    talk = turns(("Ben", "I paint boats."), ("Cy", "Nice."), ("Cy", "I sing."), ("Anna", "I paint boats."))
    index = filled(*talk)
    assert found(index, "What does Anna paint?")[0] == 103
    assert found(index, "What does Ben paint?")[0] == 100


def test_outside_conversations_who_is_named_is_who_it_is_about() -> None:
    index = filled(
        doc(1, "dinner at eight", keys={"people": ("Anna Lee",)}), doc(2, "dinner at nine"), doc(3, "Anna likes tulips")
    )
    assert found(index, "dinner Anna", mode="text")[0] == 1
    assert sorted(found(index, "dinner Anna", mode="text")) == [1, 2, 3]


def test_when_questions_prefer_what_tells_a_time() -> None:
    index = filled(doc(1, "moved house"), doc(2, "moved house last May"), doc(3, "moved house"))
    assert found(index, "When did we move house?")[0] == 2


def test_an_empty_index_finds_nothing() -> None:
    assert found(filled(), "anything", TOPICS) == []
    assert found(filled(), "") == []


def test_equal_fits_come_newest_first_and_do_not_depend_on_history() -> None:
    docs = [doc(number, "same words") for number in range(1, 30)]
    index = filled(*docs)
    for one in docs[::3]:
        index.remove(one.kind, one.id)
        index.put(one)
    assert found(index, "same words ", limit=5) == [29, 28, 27, 26, 25]
