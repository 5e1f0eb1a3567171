"""The web app, as a browser gets it: what scripts/build_web.py made of the folder `web/`."""

from selfos.surfaces.web.app import DIST, WebApp

__all__ = ["DIST", "WebApp"]
