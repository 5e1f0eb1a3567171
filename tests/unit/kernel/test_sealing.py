from pathlib import Path

import pytest

from selfos.kernel.ids import new_id
from selfos.kernel.keys.keystore import INSTALLATION, KeyMissing, Keystore, MasterKeyWrong
from selfos.kernel.keys.sealing import SealBroken, Sealer

NAME = b"thought-1"


@pytest.fixture
def keystore(tmp_path: Path) -> Keystore:
    store = Keystore(tmp_path / "keystore")
    store.create(INSTALLATION)
    return store


def test_opens_only_what_was_sealed_for_this_space_purpose_and_name(keystore: Keystore) -> None:
    mine, other = new_id(), new_id()
    keystore.create(mine)
    keystore.create(other)
    sealer = Sealer(keystore)
    envelope = sealer.seal(mine, "records", NAME, b"secret")
    assert sealer.open(mine, "records", NAME, envelope) == b"secret"
    assert b"secret" not in envelope
    for space, purpose, name in [(other, "records", NAME), (mine, "search", NAME), (mine, "records", b"thought-2")]:
        with pytest.raises(SealBroken):
            sealer.open(space, purpose, name, envelope)


@pytest.mark.parametrize("place", [0, 1, 4, 5, 16, 17, -1])
def test_any_altered_byte_is_noticed(keystore: Keystore, place: int) -> None:
    space = new_id()
    keystore.create(space)
    sealer = Sealer(keystore)
    envelope = bytearray(sealer.seal(space, "records", NAME, b"secret"))
    envelope[place] ^= 1
    with pytest.raises((SealBroken, KeyMissing)):
        sealer.open(space, "records", NAME, bytes(envelope))


def test_a_rotated_key_still_opens_what_the_older_one_sealed(keystore: Keystore) -> None:
    space = new_id()
    keystore.create(space)
    before = Sealer(keystore).seal(space, "records", NAME, b"old")
    keystore.rotate(space)
    sealer = Sealer(keystore)
    after = sealer.seal(space, "records", NAME, b"new")
    assert before[1:5] != after[1:5]
    assert [sealer.open(space, "records", NAME, e) for e in (before, after)] == [b"old", b"new"]


def test_an_erased_key_takes_everything_with_it(keystore: Keystore) -> None:
    space = new_id()
    keystore.create(space)
    envelope = Sealer(keystore).seal(space, "records", NAME, b"gone")
    keystore.erase(space)
    with pytest.raises(KeyMissing):
        Sealer(keystore).open(space, "records", NAME, envelope)


def test_another_master_key_opens_nothing(tmp_path: Path) -> None:
    Keystore(tmp_path, b"a" * 32).create(INSTALLATION)
    with pytest.raises(MasterKeyWrong):
        Keystore(tmp_path, b"b" * 32).current(INSTALLATION)


def test_the_keystore_is_private_and_made_once(tmp_path: Path) -> None:
    first = Keystore(tmp_path / "k")
    first.create(INSTALLATION)
    assert Keystore(tmp_path / "k").current(INSTALLATION) == first.current(INSTALLATION)
    assert (tmp_path / "k").stat().st_mode & 0o777 == 0o700
    assert {f.name: f.stat().st_mode & 0o777 for f in (tmp_path / "k").iterdir()} == {
        "master.key": 0o600,
        "keys.db": 0o600,
    }
