"""What is learned stays within bounds, changes nothing without data, and makes confidences truer."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selfos.intelligence.builtin.learning import (
    IDENTITY,
    Judgement,
    Verdict,
    fitted,
    promise,
    reliability,
    taste_of,
)

shares = st.floats(0, 1, allow_nan=False)
judgements = st.lists(st.builds(Judgement, shares, st.booleans()), max_size=60)
traits = st.lists(st.sampled_from(["area: home", "type: task", "captured: night"]), max_size=3).map(tuple)
verdicts = st.lists(st.builds(Verdict, traits, st.booleans()), max_size=60)


@given(judgements, shares, shares)
def test_a_scale_is_monotone_and_bounded(told: list[Judgement], one: float, other: float) -> None:
    fit = fitted(told)
    low, high = sorted((fit(min(one, other)), fit(max(one, other))))
    assert fit(min(one, other)) == low
    assert 0 <= low <= high <= 1


@given(shares)
def test_without_data_nothing_changes(confidence: float) -> None:
    assert fitted([]) == IDENTITY
    assert fitted([])(confidence) == confidence
    assert promise(confidence, ("area: home",), taste_of([])) == (confidence, ())


@given(shares, st.booleans())
def test_one_judgement_changes_little(confidence: float, right: bool) -> None:
    fit = fitted([Judgement(confidence, right)])
    for shown in (0.1, 0.3, 0.5, 0.7, 0.9):
        assert abs(fit(shown) - shown) < 0.2


@pytest.mark.parametrize("right", [True, False])
def test_many_judgements_are_believed(right: bool) -> None:
    fit = fitted([Judgement(0.7, right)] * 200)
    assert (fit(0.7) > 0.9) if right else (fit(0.7) < 0.1)


def test_an_engine_too_sure_of_itself_is_put_right_on_what_it_has_not_seen() -> None:
    chance = random.Random(7)
    told = [Judgement(sure := chance.uniform(0.5, 0.99), chance.random() < sure - 0.3) for _ in range(300)]
    found = reliability(told)
    assert found.count == 300
    assert sum(one.count for one in found.bins) == 300
    assert found.held_out == 90
    assert found.before
    assert found.after
    assert found.after.brier < found.before.brier
    assert found.after.ece < found.before.ece / 2


def test_few_judgements_have_a_curve_but_no_scores() -> None:
    found = reliability([Judgement(0.95, True), Judgement(0.91, False), Judgement(1.0, True)])
    (only,) = found.bins
    assert (only.low, only.count, only.observed) == (0.9, 3, 0.6667)
    assert (found.before, found.after, found.held_out) == (None, None, 0)


@given(verdicts, shares, traits)
def test_a_promise_is_bounded_and_told(told: list[Verdict], confidence: float, with_traits: tuple[str, ...]) -> None:
    taste = taste_of(told)
    score, reasons = promise(confidence, with_traits, taste)
    assert 0 <= score <= 1
    assert all(abs(reason.weight) <= 1 and reason.taken <= reason.of for reason in reasons)
    assert {reason.trait for reason in reasons} <= set(with_traits)


@given(verdicts)
def test_no_taste_buries_a_sure_finding_under_an_unsure_one(told: list[Verdict]) -> None:
    taste = taste_of(told)
    sure, _ = promise(0.97, ("area: home", "type: task", "captured: night"), taste)
    unsure, _ = promise(0.5, (), taste)
    assert sure > unsure


def test_what_is_taken_more_often_is_promised_more() -> None:
    told = [Verdict(("area: home",), taken=True)] * 8 + [Verdict(("area: career",), taken=False)] * 8
    taste = taste_of(told)
    home, because = promise(0.6, ("area: home",), taste)
    work, _ = promise(0.6, ("area: career",), taste)
    assert home > 0.6 > work
    assert (because[0].trait, because[0].taken, because[0].of) == ("area: home", 8, 8)
