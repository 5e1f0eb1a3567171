"""Silence over lives in which there is nothing, and order in what is said."""

from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from selfos.intelligence.builtin.patterns import ThoughtView, find_patterns, news, told
from tests.unit.patterns.lives import NOW, noise, uid

_texts = st.text(max_size=200)
_thoughts = st.lists(
    st.builds(
        ThoughtView,
        id=st.integers(0, 10**9).map(uid),
        content=_texts,
        captured_at=st.integers(0, 120 * 24 * 60).map(lambda minutes: NOW - timedelta(minutes=minutes)),
        type=st.sampled_from(["journal", "idea", "task"]),
        areas=st.lists(st.sampled_from(["health", "career"]), unique=True).map(tuple),
        sentiment=st.sampled_from(["negative", "neutral", "positive"]),
        is_actionable=st.booleans(),
        people=st.lists(st.sampled_from(["Ann", "Bo"]), unique=True).map(tuple),
    ),
    max_size=40,
    unique_by=lambda thought: thought.id,
)


def test_false_alarms_on_noise_are_at_most_two_in_a_hundred() -> None:
    lives = [noise(seed, count) for seed in range(100) for count in (30, 120)]
    alarmed = sum(bool(find_patterns(*life, NOW)) for life in lives)
    assert alarmed <= 0.02 * len(lives)


@settings(max_examples=60, deadline=None)
@given(_thoughts)
def test_whatever_is_written_findings_stand_on_it(life: list[ThoughtView]) -> None:
    by_id = {thought.id: thought for thought in life}
    found = find_patterns(life, [], [], NOW)
    assert found == find_patterns(life[::-1], [], [], NOW)
    for finding in found:
        assert finding.evidence
        assert 0.5 <= finding.confidence <= 1
        assert finding.again_at > finding.weight
        for item in finding.evidence:
            assert by_id[item.id].content[item.start : item.end] == item.quote


@settings(max_examples=30, deadline=None)
@given(_thoughts)
def test_what_was_told_is_not_told_again(life: list[ThoughtView]) -> None:
    found = find_patterns(life, [], [], NOW)
    assert not news(found, [told(finding) for finding in found])
    assert len({finding.signature for finding in found}) == len(found)
