from collections import Counter

import numpy as np

from selfos.intelligence.builtin.training.build import AREAS, SENTIMENTS, TYPES
from selfos.intelligence.builtin.training.corpus import parse, read_corpus
from selfos.intelligence.builtin.training.regression import Table, calibrate, fit, folds, probabilities, vocabulary


def test_every_training_text_has_known_labels():
    examples = list(read_corpus())
    assert len(examples) >= 1000
    assert len({example.text for example in examples}) > 0.99 * len(examples)
    assert {e.type for e in examples} == set(TYPES)
    assert {e.sentiment for e in examples} == set(SENTIMENTS)
    assert {area for e in examples for area in e.areas} == set(AREAS)
    acts = Counter(bool(e.acts) for e in examples)
    assert 0.35 < acts[True] / len(examples) < 0.65


def test_braces_mark_acts_and_leave_the_text():
    example = parse("task\tneutral\thealth,career\tSoup. {ring the nurse}\\nBed.")
    assert example.text == "Soup. ring the nurse\nBed."
    assert example.is_act((6, 20))
    assert not example.is_act((0, 5))
    assert example.areas == {"health", "career"}


def test_a_regression_learns_what_separates():
    rows = [{"a": 1.0} if i % 2 else {"b": 1.0} for i in range(60)]
    names = vocabulary(rows, 2)
    inputs = Table.of(rows, names, np.zeros((60, 0)))
    wanted = np.array([[float(i % 2)] for i in range(60)])
    weights, bias = fit(inputs, wanted, np.full(len(names), 0.1), exclusive=False)
    chances = probabilities(inputs.scores(weights) + bias, exclusive=False)
    assert np.all((chances > 0.5) == (wanted > 0.5))


def test_calibration_tames_scores_that_are_too_sure():
    random = np.random.default_rng(1)
    wanted = (random.random((400, 1)) < 0.7).astype(float)
    scores = np.where(wanted > 0, 6.0, 4.0) * np.sign(random.random((400, 1)) - 0.2)
    slope, _ = calibrate(scores, wanted, exclusive=False)
    assert slope[0] < 0.5


def test_folds_hold_out_every_row_once():
    held = np.concatenate([part for _, part in folds(50, 6)])
    assert sorted(held.tolist()) == list(range(50))
