"""The statistics against values known from tables and by counting."""

from math import comb

import pytest

from selfos.intelligence.builtin.patterns.chance import done_in_time, fisher, holm, poisson_tail, probably_higher


def test_poisson_tail_is_that_of_the_tables() -> None:
    assert poisson_tail(3, 1.0) == pytest.approx(0.0803014)
    assert poisson_tail(1, 2.0) == pytest.approx(0.8646647)
    assert poisson_tail(10, 0.1) == pytest.approx(2.5163e-17, rel=1e-3)
    assert poisson_tail(0, 5.0) == 1.0
    assert poisson_tail(2, 0.0) == 0.0


def test_fisher_is_the_lady_tasting_tea() -> None:
    assert fisher(4, 4, 0, 4) == pytest.approx(1 / comb(8, 4))
    assert fisher(3, 4, 1, 4) == pytest.approx(17 / 70)


def test_holm_corrects_step_by_step() -> None:
    assert holm([0.01, 0.04, 0.03]) == pytest.approx([0.03, 0.06, 0.06])
    assert holm([]) == []


def test_the_posterior_is_even_for_equal_groups_and_sure_for_far_ones() -> None:
    assert probably_higher(5, 10, 5, 10, by=0.0) == pytest.approx(0.5, abs=0.01)
    assert probably_higher(19, 20, 2, 40, by=0.15) > 0.99
    assert probably_higher(2, 40, 19, 20, by=0.15) < 0.01


def test_what_was_always_done_is_likely_done_again() -> None:
    assert done_in_time(4, 40, 4.0) > 0.95
    assert done_in_time(25, 40, 4.0) < 0.02
    assert done_in_time(0, 0, 4.0) == 1.0
