"""Talking with the assistant: one turn over JSON, Server-Sent Events or WebSocket.

A turn is no action: it lasts, and it goes on when the client leaves. What it does, it does by actions.
"""

from selfos.surfaces.talk.http import talk_routes
from selfos.surfaces.talk.socket import socket_routes

__all__ = ["socket_routes", "talk_routes"]
