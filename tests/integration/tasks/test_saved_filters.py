"""Saved filters are kept, and come to every device."""

import httpx
import pytest

from tests.integration.sync.conftest import whole
from tests.integration.tasks.conftest import done, refused


async def test_a_saved_filter_comes_to_other_devices(person: httpx.AsyncClient):
    saved = await done(person, "/saved-filters", name="Garden", query="tag=garden&sort=due")
    assert (await whole(person, "bootstrap"))["records"][saved["id"]] == saved


@pytest.mark.parametrize("query", ["", "tag=in the garden", "tag=gärten", "tag=a\nb", "x" * 2001])
async def test_what_no_address_holds_is_refused(person: httpx.AsyncClient, query: str):
    assert await refused(person, "/saved-filters", 422, name="Garden", query=query) == ["query"]
