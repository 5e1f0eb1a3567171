"""A way in for other AI clients: the Model Context Protocol (MCP) at `/mcp`, told in docs/mcp.md."""

from selfos.surfaces.mcp.endpoint import mcp_route

__all__ = ["mcp_route"]
