"""What `transformers serve` alone does: it refuses what it has not, and says the same thing each time."""

from dataclasses import replace

import pytest

from selfos.intelligence.models import Done, Models, ModelsUnavailable
from selfos.intelligence.models.specs import Mode, ProviderSpec
from tests.integration.models.notebook import ASKER, Notebook, asking
from tests.judges.test_every_server import Colour, ask

pytestmark = [pytest.mark.judges, pytest.mark.parametrize("judge", ["transformers"], indirect=True)]


async def test_a_stream_takes_what_a_reply_takes(asked: tuple[Models, Notebook]) -> None:
    models, _ = asked
    *_, done = [event async for event in models.stream(ASKER, "chat", ask())]
    assert isinstance(done, Done)
    assert done.reply.usage == (await models.reply(ASKER, "chat", ask())).usage


async def test_an_answer_without_form_ends_in_a_clear_error(asked: tuple[Models, Notebook]) -> None:
    models, book = asked
    with pytest.raises(ModelsUnavailable, match="judge gave an answer that could not be used"):
        await models.reply(ASKER, "chat", ask(answer=Colour))
    assert book.ends == ["malformed", "malformed"], "it was told why, once"


async def test_a_model_that_it_does_not_have_is_refused(judge: ProviderSpec) -> None:
    models, book = asking(replace(judge, models=("another",)), mode=Mode.PRIVACY)
    with pytest.raises(ModelsUnavailable, match="judge refused the request"):
        await models.reply(ASKER, "chat", ask())
    await models.close()
    assert book.ends == ["refused"]


async def test_vectors_that_it_cannot_make_are_refused(asked: tuple[Models, Notebook]) -> None:
    models, book = asked
    with pytest.raises(ModelsUnavailable, match="judge refused the request"):
        await models.embed(ASKER, ["Good morning"], model="judge/tiny")
    assert book.ends == ["refused"]
