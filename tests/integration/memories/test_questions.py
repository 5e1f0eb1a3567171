"""The lives of the benchmark, told and asked about: the built-in engine alone."""

import pytest

from bench.remembering import BAR, lives, replay
from tests.fixtures.house import House

_SHORT = 8


async def test_it_answers_about_short_lives_and_never_from_what_is_gone(house: House) -> None:
    found = [asked for life in lives(held_out=False)[:_SHORT] for asked in await replay(house.runtime, life)]
    assert not [asked for asked in found if asked.leaked]
    assert sum(asked.right for asked in found) / len(found) >= BAR


@pytest.mark.long
async def test_it_answers_about_every_life(house: House) -> None:
    found = [asked for life in lives(held_out=True) for asked in await replay(house.runtime, life)]
    assert len(found) >= 120
    assert not [asked for asked in found if asked.leaked]
    assert sum(asked.right for asked in found) / len(found) >= BAR
