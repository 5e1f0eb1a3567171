"""Passwords: which are accepted, and argon2id off the event loop (RFC 9106)."""

import asyncio
import base64
import unicodedata
from typing import Final

from argon2 import PasswordHasher
from argon2.exceptions import VerificationError
from argon2.profiles import RFC_9106_LOW_MEMORY

from selfos.kernel.errors import Invalid

SHORTEST: Final = 10
LONGEST: Final = 1000
_FEWEST_CHARACTERS: Final = 4
_AT_ONCE: Final = 2  # each takes 64 MiB and about 50 ms of a core
# the most used ones that are long enough to pass otherwise
_COMMON: Final = frozenset(
    {
        *("1234567890", "0123456789", "0987654321", "12345678910", "123456789a", "a123456789", "abc1234567"),
        *("q1w2e3r4t5", "1q2w3e4r5t", "1q2w3e4r5t6y", "qwertyuiop", "qwerty1234", "qwerty12345", "qwerty123456"),
        *("password12", "password123", "password1234", "password12345", "passw0rd123", "iloveyou12", "iloveyou123"),
        *("princess123", "sunshine123", "football123", "baseball123", "letmein123", "welcome123", "changeme123"),
        *("administrator", "abcdefghij", "abcd123456", "asdfghjkl;"),
    }
)


def normal(password: str) -> str:
    """One spelling (NFKC) for what different keyboards compose differently."""
    return unicodedata.normalize("NFKC", password)


def check_strength(password: str, email: str, field: str = "password") -> None:
    """Raises Invalid for what is too short, too long or among the first guesses (NIST SP 800-63B section 5.1.1.2)."""
    text = normal(password)
    if not SHORTEST <= len(text) <= LONGEST:
        raise Invalid(f"must be {SHORTEST} to {LONGEST} characters long", field=field)
    folded = text.casefold()
    address = email.casefold()
    first_guesses = {*_COMMON, address, address.partition("@")[0]}
    if folded in first_guesses or len(set(folded)) < _FEWEST_CHARACTERS:
        raise Invalid("is one of the first that somebody would guess; choose another", field=field)


class Passwords:
    """Hashes and verifies in threads, a few at a time, so that nobody else waits."""

    def __init__(self, hasher: PasswordHasher | None = None) -> None:
        self._hasher = hasher or PasswordHasher.from_parameters(RFC_9106_LOW_MEMORY)
        self._turn = asyncio.Semaphore(_AT_ONCE)
        self._nobody = _hash_of_nothing(self._hasher)

    async def hash(self, password: str) -> str:
        """The encoded argon2id hash, with its salt and parameters."""
        async with self._turn:
            return await asyncio.to_thread(self._hasher.hash, normal(password))

    async def matches(self, password: str, encoded: str | None) -> bool:
        """Whether it is the password; where there is none to compare with, it takes as long to say no."""
        async with self._turn:
            return await asyncio.to_thread(self._verify, password, encoded)

    def outdated(self, encoded: str) -> bool:
        """Whether it was made with other parameters than those in force."""
        return self._hasher.check_needs_rehash(encoded)

    def _verify(self, password: str, encoded: str | None) -> bool:
        try:
            return self._hasher.verify(encoded or self._nobody, normal(password))
        except VerificationError:
            return False


def _hash_of_nothing(hasher: PasswordHasher) -> str:
    """A well-formed hash that no password is known for; verifying against it costs as much as against a real one."""
    salt, digest = (base64.b64encode(bytes(n)).decode().rstrip("=") for n in (hasher.salt_len, hasher.hash_len))
    cost = f"m={hasher.memory_cost},t={hasher.time_cost},p={hasher.parallelism}"
    return f"$argon2id$v=19${cost}${salt}${digest}"
