"""Identity put together: who is asking, and what belongs to them."""

from datetime import timedelta
from uuid import UUID

from argon2 import PasswordHasher

from selfos.identity.accounts import Accounts
from selfos.identity.authenticate import Authenticator
from selfos.identity.cache import ShortMemory
from selfos.identity.emails import email_hash
from selfos.identity.invitations import InvitationBook
from selfos.identity.keys import KeyRing
from selfos.identity.limits import Limits
from selfos.identity.local import LocalToken
from selfos.identity.models import AccountPatch, Login, Logout, Me, PasswordChange, Refresh, Register, SignedIn
from selfos.identity.passwords import Passwords
from selfos.identity.problems import InvalidToken
from selfos.identity.registration import Registration
from selfos.identity.sessions import Origin, SessionBook
from selfos.identity.spaces import Spaces
from selfos.identity.tokens import AccessTokens
from selfos.kernel.config.settings import Settings
from selfos.kernel.database import Database
from selfos.kernel.keys.keystore import INSTALLATION, Keystore
from selfos.kernel.keys.sealing import Sealer
from selfos.kernel.principal import Principal


class Identity:
    """The face of this package for surfaces. Call `ensure_local_owner` before anything else."""

    def __init__(
        self,
        database: Database,
        sealer: Sealer,
        keystore: Keystore,
        settings: Settings,
        *,
        hasher: PasswordHasher | None = None,
    ) -> None:
        self.settings = settings
        self._sealer, self._keystore = sealer, keystore
        proved: ShortMemory[tuple[Principal, str]] = ShortMemory()
        tokens = AccessTokens(sealer, timedelta(minutes=settings.access_token_minutes))
        passwords = Passwords(hasher)
        self.limits = Limits(logins=settings.login_limit, requests=settings.request_limit)
        life = timedelta(days=settings.refresh_token_days)
        self.sessions = SessionBook(database, sealer, tokens, life, proved.drop)
        self.keys = KeyRing(database, sealer, proved.drop)
        self.invitations = InvitationBook(database, sealer)
        self.accounts = Accounts(database, sealer, self.sessions, passwords)
        self.registration = Registration(
            database=database,
            sealer=sealer,
            policy=settings.registration,
            spaces=Spaces(database, keystore),
            accounts=self.accounts,
            sessions=self.sessions,
            invitations=self.invitations,
            passwords=passwords,
        )
        self.local_token = LocalToken(settings.data)
        self._authenticator = Authenticator(database, tokens, self.keys, self.local_token, self.limits, proved)

    async def ensure_local_owner(self) -> UUID:
        """Make the installation's key, the owner's account and the machine's token where missing; the owner's id."""
        self._keystore.create(INSTALLATION)
        self.local_token.ensure()
        return await self.registration.ensure_owner()

    async def principal(self, authorization: str | None, space: UUID | None = None) -> Principal:
        """The caller. `authorization` and `space` are the headers `Authorization` and `Selfos-Space`.

        Raises Unauthorized, Forbidden, TooManyRequests.
        """
        return await self._authenticator.principal(authorization, space)

    async def register(self, given: Register, origin: Origin) -> SignedIn:
        """Make an account. Raises Forbidden, Invalid, Conflict, TooManyRequests."""
        self.limits.attempt(origin.address)
        return await self.registration.register(given, origin)

    async def login(self, given: Login, origin: Origin) -> SignedIn:
        """Open a session. Raises Unauthorized, TooManyRequests."""
        self.limits.attempt(origin.address)
        self.limits.attempt_on(email_hash(self._sealer, given.email))
        return await self.accounts.login(given, origin)

    async def refresh(self, given: Refresh) -> SignedIn:
        """Exchange a refresh token. Raises InvalidToken, AlreadyRefreshed."""
        return await self.sessions.refresh(given.refresh_token)

    async def logout(self, given: Logout, authorization: str | None) -> None:
        """End the session named by either token; an ended one is no error. Raises Unauthorized without any."""
        if given.refresh_token is not None:
            return await self.sessions.end(given.refresh_token)
        principal = await self.principal(authorization)
        if principal.session_id is None:
            raise InvalidToken("a key or the machine's token has no session to end")
        return await self.sessions.revoke(principal.account_id, principal.session_id)

    async def me(self, principal: Principal) -> Me:
        """The caller's account."""
        return await self.accounts.me(principal)

    async def update_me(self, principal: Principal, given: AccountPatch) -> Me:
        """Change the profile."""
        await self.accounts.update_profile(principal.account_id, given.model_dump(exclude_unset=True))
        return await self.accounts.me(principal)

    async def change_password(self, principal: Principal, given: PasswordChange) -> int:
        """Set another password; how many other sessions ended. Raises Invalid, Conflict, TooManyRequests."""
        self.limits.attempt_on(principal.account_id.bytes)
        return await self.accounts.change_password(principal, given)
