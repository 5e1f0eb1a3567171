"""What models returned is kept for thirty days, not a day longer."""

from datetime import timedelta

from selfos.features.models import models_of
from selfos.features.models.calls import SWEEP, sweep
from selfos.kernel import clock
from tests.fixtures.house import House
from tests.integration.models.test_api import asker_of, question


async def test_a_job_lets_go_of_old_calls(modelled: House) -> None:
    async with await modelled.register() as person:
        asker = await asker_of(person)
        await models_of(modelled.runtime).reply(asker, "chat", question())
        async with modelled.runtime.database.installation() as connection:
            waiting = await connection.fetch(
                "SELECT run_at FROM jobs WHERE space_id = $1 AND name = $2", asker.space_id, SWEEP
            )
        assert len(waiting) == 1
        await sweep(modelled.runtime, asker.space_id, ())
        assert len((await person.get("/models/calls")).json()["items"]) == 1
        late = clock.now() + timedelta(days=30, minutes=1)
        clock.set_clock(lambda: late)
        try:
            await sweep(modelled.runtime, asker.space_id, ())
        finally:
            clock.set_clock(None)
        assert (await person.get("/models/calls")).json()["items"] == []
