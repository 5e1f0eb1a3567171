"""A bare wheel, without the packages for providers: everything works as before, and what is missing is said."""

import sys

import pytest

from selfos.features.models import models_of
from selfos.intelligence.models import ModelsUnavailable, connections
from tests.fixtures.house import House
from tests.integration.models.test_api import asker_of, owner_of, question


@pytest.fixture(autouse=True)
def bare(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if `pydantic_ai` were not installed."""
    for name in [
        name for name in sys.modules if name.startswith(("pydantic_ai", "selfos.intelligence.models.clients"))
    ]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "pydantic_ai", None)
    monkeypatch.setattr(connections, "find_spec", lambda name: None if name == "pydantic_ai" else object())


async def test_the_built_in_engine_goes_on_and_health_says_what_to_install(modelled: House) -> None:
    async with owner_of(modelled) as owner:
        assert not await models_of(modelled.runtime).available(await asker_of(owner))
        goal = (await owner.post("/goals", json={"title": "Learn the cello"})).json()
        plan = (await owner.post(f"/goals/{goal['id']}/decompose", json={})).json()
        assert (plan["found_by"], bool(plan["tasks"])) == (None, True)
        _, compatible = (await owner.get("/ai/health")).json()["providers"]
        assert (compatible["answers"], "pip install 'selfos[models]'" in compatible["problem"]) == (False, True)
        assert (await owner.get("/models")).json()["installed"] is False
        with pytest.raises(ModelsUnavailable, match="selfos\\[models\\]"):
            await models_of(modelled.runtime).reply(await asker_of(owner), "chat", question())
