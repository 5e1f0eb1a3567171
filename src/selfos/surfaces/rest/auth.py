"""Signing in and out, and who is calling."""

from collections.abc import Awaitable, Callable
from uuid import UUID

from fastapi import APIRouter, Request, Response

from selfos.identity import EXTRA, Identity, Login, Logout, Origin, Refresh, Register, SignedIn
from selfos.kernel.errors import BadRequest
from selfos.kernel.principal import Principal
from selfos.kernel.runtime import Runtime
from selfos.surfaces.rest.problems import documented

_OPEN = (400, 413, 422, 429, 503)


def authenticator(runtime: Runtime) -> Callable[[Request], Awaitable[Principal]]:
    """The dependency that turns a request into its caller."""
    identity: Identity = runtime.extras[EXTRA]

    async def authenticate(request: Request) -> Principal:
        headers = request.headers
        return await identity.principal(headers.get("authorization"), _space(headers.get("selfos-space")))

    return authenticate


def auth_routes(runtime: Runtime) -> APIRouter:
    """Register, log in, refresh, log out: what works without being signed in."""
    identity: Identity = runtime.extras[EXTRA]
    router = APIRouter(prefix="/auth", tags=["auth"])

    @router.post("/register", operation_id="auth_register", status_code=201, responses=documented((*_OPEN, 403, 409)))
    async def register(given: Register, request: Request) -> SignedIn:
        """Make an account and sign in."""
        return await identity.register(given, _origin(request))

    @router.post("/login", operation_id="auth_login", responses=documented((*_OPEN, 401)))
    async def login(given: Login, request: Request) -> SignedIn:
        """Sign in by e-mail address and password."""
        return await identity.login(given, _origin(request))

    @router.post("/refresh", operation_id="auth_refresh", responses=documented((*_OPEN, 401, 409)))
    async def refresh(given: Refresh) -> SignedIn:
        """Exchange a refresh token, good for one use, for new tokens."""
        return await identity.refresh(given)

    @router.post("/logout", operation_id="auth_logout", status_code=204, responses=documented((*_OPEN, 401, 403)))
    async def logout(request: Request, given: Logout | None = None) -> Response:
        """End a session."""
        await identity.logout(given or Logout(), request.headers.get("authorization"))
        return Response(status_code=204)

    return router


def _origin(request: Request) -> Origin:
    address = request.client.host if request.client else None
    return Origin(address, request.headers.get("user-agent"))


def _space(header: str | None) -> UUID | None:
    if header is None:
        return None
    try:
        return UUID(header)
    except ValueError as error:
        raise BadRequest("must be the id of a space", field="Selfos-Space") from error
