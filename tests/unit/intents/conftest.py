"""What the tests of the wishes share: a fixed moment of speaking, and the encoder where it has been built."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from selfos.intelligence.builtin.encoder import ModelMissing, load_encoder
from selfos.kernel.search.ports import Encoder

#: A Friday morning.
NOW = datetime(2026, 11, 20, 10, 0, tzinfo=ZoneInfo("Europe/Lisbon"))


@pytest.fixture(scope="session")
def encoder() -> Encoder:
    try:
        return load_encoder()
    except ModelMissing as missing:
        pytest.skip(str(missing))
