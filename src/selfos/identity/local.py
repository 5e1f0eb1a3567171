"""The machine's own account: whoever may read this account's files may use SelfOS without signing in.

It exists before anybody registers, so that a thought can be captured on the first day; the first registration takes it
over with everything in it.
"""

import hmac
import os
import secrets
import stat
from pathlib import Path
from typing import Final

from selfos.kernel.config.secret_files import replace_secret, secret_file

PREFIX: Final = "soslocal_"
FILE_NAME: Final = "local.token"
_SECRET_BYTES: Final = 32


class LocalToken:
    """The secret in `<data>/local.token`, mode 0600; read anew at each proof, so that removing the file ends it."""

    def __init__(self, data: Path) -> None:
        self.path = data / FILE_NAME

    def ensure(self) -> None:
        """Make the file, or another one in place of one that others could read. Raises StartupError."""
        secret_file(self.path, _mint)
        if not self._private():
            replace_secret(self.path, _mint())

    def matches(self, presented: str) -> bool:
        """Whether it is the token in the file, compared in constant time; never for a file open to others."""
        try:
            stored = self.path.read_text(encoding="ascii").strip() if self._private() else ""
        except (OSError, ValueError):
            return False
        return stored.startswith(PREFIX) and hmac.compare_digest(stored.encode(), presented.encode())

    def _private(self) -> bool:
        status = self.path.lstat()
        mine = not hasattr(os, "geteuid") or status.st_uid == os.geteuid()
        open_to_others = os.name == "posix" and status.st_mode & 0o077
        return mine and stat.S_ISREG(status.st_mode) and not open_to_others


def _mint() -> str:
    return PREFIX + secrets.token_urlsafe(_SECRET_BYTES)
