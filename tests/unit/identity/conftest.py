"""What identity's pure parts need: a sealer over a keystore of its own."""

from pathlib import Path

import pytest

from selfos.kernel.keys.keystore import INSTALLATION, Keystore
from selfos.kernel.keys.sealing import Sealer


def new_sealer(folder: Path) -> Sealer:
    keystore = Keystore(folder)
    keystore.create(INSTALLATION)
    return Sealer(keystore)


@pytest.fixture(scope="session")
def sealer(tmp_path_factory: pytest.TempPathFactory) -> Sealer:
    return new_sealer(tmp_path_factory.mktemp("keystore"))


@pytest.fixture(scope="session")
def stranger(tmp_path_factory: pytest.TempPathFactory) -> Sealer:
    """The sealer of another installation."""
    return new_sealer(tmp_path_factory.mktemp("other-keystore"))
