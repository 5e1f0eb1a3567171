"""A model that knows you, for any program that speaks OpenAI's chat completions; told in docs/chat-clients.md."""

from selfos.surfaces.openai.routes import openai_routes

__all__ = ["openai_routes"]
