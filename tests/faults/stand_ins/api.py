"""Answers /readyz while the database answers it; writes its process number to the file named on the command line."""

import asyncio
import os
import sys
from pathlib import Path

import asyncpg

from selfos.kernel.config.settings import load_settings
from selfos.kernel.embedded import database_urls

Path(sys.argv[1]).write_text(f"{os.getpid()}\n")
settings = load_settings()


async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    await reader.readline()
    try:
        connection = await asyncpg.connect(database_urls(settings).app)
        await connection.close()
        status = b"200 OK"
    except (OSError, asyncpg.PostgresError):
        status = b"503 Unavailable"
    writer.write(b"HTTP/1.1 " + status + b"\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
    await writer.drain()
    writer.close()


async def main() -> None:
    server = await asyncio.start_server(answer, settings.host, settings.port)
    await server.serve_forever()


asyncio.run(main())
