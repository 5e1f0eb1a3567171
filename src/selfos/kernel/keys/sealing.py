"""Sealing private data: AES-256-GCM under a key per space.

An envelope is `format (1) | key number (4) | nonce (12) | ciphertext and tag`. Format, space, purpose, name and key
number are bound to it as associated data, so that an envelope opens only in the place it was sealed for.
"""

import os
from typing import Final
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes, hmac
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from selfos.kernel.keys.keystore import INSTALLATION, Keystore

_FORMAT: Final = b"\x01"
_HEAD: Final = 5
_NONCE: Final = 12


class SealBroken(Exception):
    """An envelope was altered, or belongs somewhere else."""


class Sealer:
    """Seals and opens for all spaces; derived keys are kept in memory."""

    def __init__(self, keystore: Keystore) -> None:
        self._keystore = keystore
        self._ciphers: dict[tuple[UUID, int, str], AESGCM] = {}
        self._current: dict[tuple[UUID, str], tuple[bytes, AESGCM]] = {}

    def seal(self, space: UUID, purpose: str, name: bytes, plain: bytes) -> bytes:
        """An envelope of `plain`, bound to this space, purpose and name.

        Raises KeyMissing.
        """
        known = self._current.get((space, purpose))
        if known is None:
            number, _ = self._keystore.current(space)
            known = (_FORMAT + number.to_bytes(4, "big"), self._cipher(space, number, purpose))
            self._current[space, purpose] = known
        head, cipher = known
        nonce = os.urandom(_NONCE)
        return head + nonce + cipher.encrypt(nonce, plain, _binding(head, space, purpose, name))

    def open(self, space: UUID, purpose: str, name: bytes, envelope: bytes) -> bytes:
        """The plain bytes.

        Raises SealBroken, KeyMissing.
        """
        head, nonce, body = envelope[:_HEAD], envelope[_HEAD : _HEAD + _NONCE], envelope[_HEAD + _NONCE :]
        if head[:1] != _FORMAT:
            raise SealBroken(f"unknown envelope format {head[:1].hex()}")
        cipher = self._cipher(space, int.from_bytes(head[1:], "big"), purpose)
        try:
            return cipher.decrypt(nonce, body, _binding(head, space, purpose, name))
        except InvalidTag as error:
            raise SealBroken("the envelope does not open here") from error

    def fingerprint(self, purpose: str, value: bytes) -> bytes:
        """A keyed hash (HMAC-SHA-256) to find a value by, without storing it."""
        mac = hmac.HMAC(self.installation_key(purpose), hashes.SHA256())
        mac.update(value)
        return mac.finalize()

    def installation_key(self, purpose: str) -> bytes:
        """32 bytes for one purpose of the whole installation: signing tokens, hashing addresses."""
        _, key = self._keystore.current(INSTALLATION)
        return _derive(key, purpose)

    def forget(self, space: UUID) -> None:
        """Drop what is kept in memory for a space (its key was rotated or erased)."""
        self._ciphers = {k: v for k, v in self._ciphers.items() if k[0] != space}
        self._current = {k: v for k, v in self._current.items() if k[0] != space}

    def _cipher(self, space: UUID, number: int, purpose: str) -> AESGCM:
        cipher = self._ciphers.get((space, number, purpose))
        if cipher is None:
            cipher = AESGCM(_derive(self._keystore.key(space, number), purpose))
            self._ciphers[space, number, purpose] = cipher
        return cipher


def _binding(head: bytes, space: UUID, purpose: str, name: bytes) -> bytes:
    return head + space.bytes + purpose.encode() + b"\x00" + name


def _derive(key: bytes, purpose: str) -> bytes:
    """HKDF-SHA-256 (RFC 5869) of a random key, separated by purpose."""
    return HKDF(algorithm=hashes.SHA256(), length=32, salt=None, info=b"selfos " + purpose.encode()).derive(key)
