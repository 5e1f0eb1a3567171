"""E-mail addresses: what counts as one, and how two spellings are found to be the same."""

import re
import unicodedata
from typing import Annotated, Final

from pydantic import AfterValidator, Field

from selfos.kernel.keys.sealing import Sealer

_LONGEST: Final = 254  # RFC 5321 section 4.5.3.1.3, less the angle brackets
_LONGEST_LOCAL: Final = 64
_ATOM: Final = r"[\w!#$%&'*+/=?^`{|}~-]+"  # RFC 5322 atext; \w adds the letters of RFC 6531
_LABEL: Final = r"[^\W_](?:[\w-]{0,61}[^\W_])?"
_ADDRESS: Final = re.compile(rf"({_ATOM}(?:\.{_ATOM})*)@{_LABEL}(?:\.{_LABEL})+")


def checked_email(text: str) -> str:
    """The address trimmed and in NFC, as the person writes it. Raises ValueError."""
    address = unicodedata.normalize("NFC", text.strip())
    match = _ADDRESS.fullmatch(address)
    if match is None or len(match[1].encode()) > _LONGEST_LOCAL or len(address.encode()) > _LONGEST:
        raise ValueError("must be an e-mail address like name@example.org")
    return address


Email = Annotated[str, Field(max_length=1000), AfterValidator(checked_email)]


def email_hash(sealer: Sealer, address: str) -> bytes:
    """The keyed hash by which an account is found; the same for every spelling in upper or lower case."""
    return sealer.fingerprint("email", unicodedata.normalize("NFC", address.casefold()).encode())
