"""What a person may spend in a day: never more, and then the models at home go on."""

import asyncio

import pytest

from selfos.features.models import models_of
from selfos.intelligence.models import Ask, ModelsUnavailable, Turn
from tests.fixtures.providers import Fail, Providers, Say
from tests.integration.models.conftest import OpenHouse
from tests.integration.models.test_api import asker_of

DEAR = {"ollama_models": "dear-cloud"}
"""Ollama passes it on to a cloud; its price is not listed, so that of the dearest is taken."""


def question(number: int = 0) -> Ask:
    return Ask((Turn("user", f"Question {number}"),), max_tokens=100)


async def test_the_budget_is_hard_and_then_home_answers(open_house: OpenHouse, providers: Providers) -> None:
    settings = {"ollama_url": providers.url + "/openai", "model_budget_cents": 1, **DEAR}
    async with open_house(**settings) as house, await house.register() as person:
        models, asker = models_of(house.runtime), await asker_of(person)
        providers.answers_by(lambda _: Say("one two three " * 20))
        replies = await asyncio.gather(*(models.reply(asker, "chat", question(n)) for n in range(20)))
        spent = (await person.get("/models/usage")).json()["total"]["cost_micros"]
        assert 0 < spent <= 10_000
        assert {reply.provider for reply in replies} == {"ollama", "compatible"}
        assert sum(reply.usage.cost_micros for reply in replies) == spent


async def test_of_a_person_own_limit_counts_and_nothing_left_means_the_built_in_engine(
    open_house: OpenHouse, providers: Providers
) -> None:
    settings = {"ollama_url": providers.url + "/openai", "compatible_url": None, **DEAR}
    async with open_house(**settings) as house, await house.register() as person:
        models, asker = models_of(house.runtime), await asker_of(person)
        assert await models.available(asker)
        await person.patch("/profile", json={"model_budget_cents": 0})
        assert not await models.available(asker)
        with pytest.raises(ModelsUnavailable, match="budget"):
            await models.reply(asker, "chat", question())
        assert not providers.seen


async def test_what_is_turned_away_costs_nothing(open_house: OpenHouse, providers: Providers) -> None:
    settings = {"ollama_url": providers.url + "/openai", **DEAR}
    async with open_house(**settings) as house, await house.register() as person:
        models, asker = models_of(house.runtime), await asker_of(person)
        providers.answers_by(lambda seen: Fail(401) if "cloud" in seen.model else Say("hello"))
        assert (await models.reply(asker, "chat", question())).provider == "compatible"
        assert (await person.get("/models")).json()["spent_today_micros"] == 0
        ends = [call["end"] for call in (await person.get("/models/calls")).json()["items"]]
        assert sorted(ends) == ["answered", "key"]
