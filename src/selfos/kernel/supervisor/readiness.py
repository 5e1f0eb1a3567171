"""Asking the server whether it is ready, and the port whether it is free."""

import asyncio
import errno
import socket
import time

from selfos.kernel.config.settings import Settings
from selfos.kernel.config.startup import StartupError


async def is_ready(settings: Settings) -> bool:
    """Whether `GET /readyz` is answered with 200."""
    try:
        async with asyncio.timeout(2):
            reader, writer = await asyncio.open_connection(settings.local_host, settings.port)
            try:
                writer.write(b"GET /readyz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                return (await reader.readline()).split()[1:2] == [b"200"]
            finally:
                writer.close()
    except (OSError, TimeoutError):
        return False


async def await_free_port(settings: Settings, patience: float) -> None:
    """Raises StartupError if the address cannot be listened on within `patience` seconds."""
    limit = time.monotonic() + patience
    while (fault := _try_port(settings)) is not None:
        if fault.errno != errno.EADDRINUSE or time.monotonic() >= limit:
            raise _explain(settings, fault)
        await asyncio.sleep(0.05)


def _try_port(settings: Settings) -> OSError | None:
    try:
        family, kind, *_, address = socket.getaddrinfo(settings.host, settings.port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, kind) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(address)
            probe.listen(1)
    except OSError as error:
        return error
    return None


def _explain(settings: Settings, fault: OSError) -> StartupError:
    if fault.errno == errno.EADDRINUSE:
        return StartupError(
            f"Port {settings.port} is in use by another program.", "Free it, or set SELFOS_PORT to another port."
        )
    if fault.errno == errno.EACCES:
        return StartupError(
            f"This account may not listen on port {settings.port}.", "Set SELFOS_PORT to one of 1024 or more."
        )
    return StartupError(
        f"SelfOS cannot listen on {settings.host}, port {settings.port}: {fault.strerror}.", "Correct SELFOS_HOST."
    )
