"""The servers that judge our client, each run once."""

from collections.abc import AsyncIterator, Iterator

import pytest

from selfos.intelligence.models import Models
from selfos.intelligence.models.specs import Mode, ProviderSpec
from tests.integration.models.notebook import Notebook, asking
from tests.judges.servers import LLAMA_CPP, TRANSFORMERS, running


@pytest.fixture(scope="session")
def transformers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ProviderSpec]:
    with running(TRANSFORMERS, tmp_path_factory.mktemp("transformers")) as spec:
        yield spec


@pytest.fixture(scope="session")
def llama(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ProviderSpec]:
    with running(LLAMA_CPP, tmp_path_factory.mktemp("llama")) as spec:
        yield spec


@pytest.fixture(scope="session", params=["transformers", "llama"])
def judge(request: pytest.FixtureRequest) -> ProviderSpec:
    """Each of them in turn."""
    spec: ProviderSpec = request.getfixturevalue(request.param)
    return spec


@pytest.fixture
async def asked(judge: ProviderSpec) -> AsyncIterator[tuple[Models, Notebook]]:
    """Models that know the judge alone, in privacy mode: it is on this machine."""
    models, book = asking(judge, mode=Mode.PRIVACY)
    yield models, book
    await models.close()
