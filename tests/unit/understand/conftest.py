"""What the tests of the understanding share: a fixed moment of writing, and the encoder where it has been built."""

from datetime import datetime

import pytest

from selfos.intelligence.builtin.encoder import ModelMissing, load_encoder
from selfos.kernel.search.ports import Encoder

#: A Wednesday morning.
NOW = datetime.fromisoformat("2026-05-13T10:00")


@pytest.fixture(scope="session")
def encoder() -> Encoder:
    try:
        return load_encoder()
    except ModelMissing as missing:
        pytest.skip(str(missing))
