"""`selfos mcp`: SelfOS for AI clients that start a program and talk to it over standard input and output.

Passes each message of the Model Context Protocol on to `/mcp` of the running server and brings the answer back; all it
understands of a message is what HTTP wants to have as headers. Standard library only, so that it starts at once.
"""

import http.client
import json
import os
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from threading import Lock
from typing import Annotated, Any, Final
from urllib.parse import urlencode

import typer

from selfos.cli.server import address

_TIMEOUT: Final = 300.0
_AT_ONCE: Final = 8
_PARSE_ERROR: Final = -32700
_NOT_SERVED: Final = -32000
_VERSION: Final = "io.modelcontextprotocol/protocolVersion"


def serve(
    all_tools: Annotated[bool, typer.Option("--all", help="Offer every tool, not only the everyday ones.")] = False,
    read_only: Annotated[bool, typer.Option(help="Offer only tools that change nothing.")] = False,
) -> None:
    """Serve an AI client over standard input and output (MCP).

    Acts with the rights of the API key in SELFOS_API_KEY, else as the owner of this machine.
    """
    host, port, token = address()
    query = urlencode({"tools": "all" if all_tools else "everyday", "read_only": str(read_only).lower()})
    bridge = _Bridge(host, port, os.environ.get("SELFOS_API_KEY") or token, f"/mcp?{query}")
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        for line in sys.stdin.buffer:
            if line.strip():
                pool.submit(bridge.answer, line)


@dataclass
class _Bridge:
    """One client's connection. `version` is the protocol's, once both sides have agreed on it."""

    host: str
    port: int
    token: str
    target: str
    version: str | None = None
    lock: Lock = field(default_factory=Lock)

    def answer(self, line: bytes) -> None:
        """Write the server's answer to one message; a notification gets none."""
        try:
            message = json.loads(line)
        except ValueError:
            self._write(_error(None, _PARSE_ERROR, "this is not JSON"))
            return
        if not isinstance(message, dict):
            self._write(_error(None, _PARSE_ERROR, "send one message a line, as an object"))
            return
        answered = self._asked(line, message)
        if "id" in message and answered is not None:
            self._write(answered)

    def _asked(self, line: bytes, message: dict[str, Any]) -> Any:
        connection = http.client.HTTPConnection(self.host, self.port, timeout=_TIMEOUT)
        try:
            connection.request("POST", self.target, line, self._headers(message))
            response = connection.getresponse()
            text = response.read()
        except OSError:
            told = f"SelfOS does not answer at http://{self.host}:{self.port}; start it with `selfos start`"
            return _error(message.get("id"), _NOT_SERVED, told)
        finally:
            connection.close()
        body = json.loads(text) if text else None
        if response.status >= 400 and not (isinstance(body, dict) and "jsonrpc" in body):
            why = body.get("detail") if isinstance(body, dict) else None
            return _error(message.get("id"), _NOT_SERVED, why or f"the server answered with status {response.status}")
        if message.get("method") == "initialize" and isinstance(body, dict):
            self.version = body.get("result", {}).get("protocolVersion")
        return body

    def _headers(self, message: dict[str, Any]) -> dict[str, str]:
        given = message.get("params")
        params = given if isinstance(given, dict) else {}
        about = params.get("_meta")
        wanted = {
            "MCP-Protocol-Version": about.get(_VERSION, self.version) if isinstance(about, dict) else self.version,
            "Mcp-Method": message.get("method"),
            "Mcp-Name": params.get("name") or params.get("uri"),
        }
        told = {name: value for name, value in wanted.items() if isinstance(value, str) and value.isascii()}
        fixed = {"Content-Type": "application/json", "Accept": "application/json, text/event-stream"}
        return {**told, **fixed, "Authorization": f"Bearer {self.token}"}

    def _write(self, message: Any) -> None:
        with self.lock:
            sys.stdout.write(json.dumps(message) + "\n")
            sys.stdout.flush()


def _error(about: Any, code: int, told: str) -> dict[str, Any]:
    return {"jsonrpc": "2.0", "id": about, "error": {"code": code, "message": told}}
