"""Where keys live: outside the database, so that a restored backup cannot bring an erased key back.

A master key (a file of mode 0600, or a setting) wraps a random key per space. The reserved space `INSTALLATION` holds
the key for what belongs to nobody's space: e-mail addresses, token signatures.
"""

import base64
import binascii
import os
import sqlite3
from pathlib import Path
from typing import Final
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

INSTALLATION: Final = UUID(int=0)
_KEY_BYTES: Final = 32
_NONCE_BYTES: Final = 12

_SCHEMA = """
CREATE TABLE IF NOT EXISTS keys (
    space TEXT NOT NULL, number INTEGER NOT NULL, wrapped BLOB NOT NULL, PRIMARY KEY (space, number)
) WITHOUT ROWID
"""


class KeyMissing(Exception):
    """The key of this space was erased, or never existed here."""


class MasterKeyWrong(Exception):
    """The master key does not open the keystore."""


class Keystore:
    """The keys of all spaces, wrapped by the master key, in a small SQLite file shared by all local processes."""

    def __init__(self, folder: Path, master: bytes | None = None) -> None:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._master = AESGCM(master or _master_from_file(folder / "master.key"))
        self._file = folder / "keys.db"
        with self._connect() as connection:
            connection.execute(_SCHEMA)
        self._file.chmod(0o600)
        self._known: dict[UUID, tuple[int, bytes]] = {}

    def create(self, space: UUID) -> None:
        """A first key for a new space; nothing happens where it has one. Durable on return."""
        wrapped = self._wrap(space, 1, os.urandom(_KEY_BYTES))
        with self._connect() as connection:
            connection.execute("INSERT OR IGNORE INTO keys VALUES (?, 1, ?)", (str(space), wrapped))

    def rotate(self, space: UUID) -> int:
        """A new key for what is sealed from now on; what older keys sealed stays readable. Returns its number.

        Raises ValueError for the installation's own key, by which addresses and secrets are found.
        """
        if space == INSTALLATION:
            raise ValueError("what is found by the installation's key would be lost with it")
        number = self.current(space)[0] + 1
        wrapped = self._wrap(space, number, os.urandom(_KEY_BYTES))
        with self._connect() as connection:
            connection.execute("INSERT INTO keys VALUES (?, ?, ?)", (str(space), number, wrapped))
        self._known.pop(space, None)
        return number

    def erase(self, space: UUID) -> None:
        """Destroy the keys of a space, and so everything sealed under them."""
        with self._connect() as connection:
            connection.execute("PRAGMA secure_delete = ON")
            connection.execute("DELETE FROM keys WHERE space = ?", (str(space),))
        self._known.pop(space, None)

    def current(self, space: UUID) -> tuple[int, bytes]:
        """Number and key to seal with.

        Raises KeyMissing.
        """
        if (known := self._known.get(space)) is None:
            known = self._known[space] = self._read(space, None)
        return known

    def key(self, space: UUID, number: int) -> bytes:
        """The key of that number.

        Raises KeyMissing.
        """
        return self._read(space, number)[1]

    def _read(self, space: UUID, number: int | None) -> tuple[int, bytes]:
        query = "SELECT number, wrapped FROM keys WHERE space = ? AND ifnull(?, number) = number ORDER BY number DESC"
        with self._connect() as connection:
            row = connection.execute(query, (str(space), number)).fetchone()
        if row is None:
            raise KeyMissing(f"no key for the space {space}")
        return row[0], self._unwrap(space, row[0], row[1])

    def _wrap(self, space: UUID, number: int, key: bytes) -> bytes:
        nonce = os.urandom(_NONCE_BYTES)
        return nonce + self._master.encrypt(nonce, key, _binding(space, number))

    def _unwrap(self, space: UUID, number: int, wrapped: bytes) -> bytes:
        try:
            return self._master.decrypt(wrapped[:_NONCE_BYTES], wrapped[_NONCE_BYTES:], _binding(space, number))
        except InvalidTag as error:
            raise MasterKeyWrong("the master key does not open the keystore") from error

    def _connect(self) -> "_Connection":
        return _Connection(self._file)


class _Connection:
    """A durable transaction on the keystore's file, closed at its end."""

    def __init__(self, file: Path) -> None:
        self._connection = sqlite3.connect(file, timeout=10)
        self._connection.execute("PRAGMA synchronous = FULL")

    def __enter__(self) -> sqlite3.Connection:
        return self._connection

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if kind is None:
            self._connection.commit()
        self._connection.close()


def _binding(space: UUID, number: int) -> bytes:
    return b"selfos key 1" + space.bytes + number.to_bytes(4, "big")


def _master_from_file(file: Path) -> bytes:
    """The master key of this installation, made at the first start.

    Created under another name and linked into place, so that two first starts agree on one key.
    """
    if not file.exists():
        draft = file.with_name(f".{file.name}.{os.getpid()}")
        descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "wb") as out:
            out.write(base64.b64encode(os.urandom(_KEY_BYTES)) + b"\n")
            out.flush()
            os.fsync(out.fileno())
        try:
            os.link(draft, file)
        except FileExistsError:
            pass
        finally:
            draft.unlink()
    return decode_master(file.read_text())


def decode_master(text: str) -> bytes:
    """A master key as it is written in a file or setting: 32 bytes in base64.

    Raises ValueError.
    """
    try:
        key = base64.b64decode(text.strip(), validate=True)
    except binascii.Error as error:
        raise ValueError("the master key is not base64") from error
    if len(key) != _KEY_BYTES:
        raise ValueError(f"the master key must be {_KEY_BYTES} bytes in base64")
    return key
