"""Who is asking and what they may do: accounts, sessions, API keys, invitations, spaces.

The face of this floor: surfaces build one `Identity`, call `ensure_local_owner`, and ask `principal` for every request.
"""

from selfos.identity.acts import EXTRA, actions
from selfos.identity.models import Login, Logout, Refresh, Register, SignedIn
from selfos.identity.problems import AlreadyRefreshed, InvalidToken
from selfos.identity.service import Identity
from selfos.identity.sessions import Origin

__all__ = [
    "EXTRA",
    "AlreadyRefreshed",
    "Identity",
    "InvalidToken",
    "Login",
    "Logout",
    "Origin",
    "Refresh",
    "Register",
    "SignedIn",
    "actions",
]
