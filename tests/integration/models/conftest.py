"""A house whose settings name simulated providers."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from tests.fixtures.house import House, house_settings, opened_house
from tests.fixtures.postgres import Database
from tests.fixtures.providers import Providers

OpenHouse = Callable[..., AbstractAsyncContextManager[House]]


@pytest.fixture
def open_house(fresh_database: Database, providers: Providers, tmp_path: Path) -> OpenHouse:
    """Opens a house with the compatible provider of the simulator, unless settings say otherwise."""
    usual = {"compatible_url": providers.address("compatible"), "compatible_models": "strong,light"}

    @asynccontextmanager
    async def opened(**chosen: Any) -> AsyncIterator[House]:
        async with opened_house(house_settings(fresh_database, tmp_path, **(usual | chosen))) as house:
            await (await house.register()).aclose()  # the first one is the owner
            yield house

    return opened


@pytest.fixture
async def modelled(open_house: OpenHouse) -> AsyncIterator[House]:
    """A house with one provider."""
    async with open_house() as house:
        yield house
