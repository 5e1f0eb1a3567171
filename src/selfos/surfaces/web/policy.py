"""What a browser may do with the app: its own files and its own server, the microphone for dictation, nothing else."""

from typing import Final

_CONTENT: Final = (
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
)
_REFUSED: Final = (
    "accelerometer",
    "camera",
    "display-capture",
    "geolocation",
    "gyroscope",
    "hid",
    "idle-detection",
    "local-fonts",
    "magnetometer",
    "midi",
    "payment",
    "serial",
    "usb",
    "xr-spatial-tracking",
)
HEADERS: Final = (
    (b"content-security-policy", "; ".join(_CONTENT).encode()),
    (b"permissions-policy", ", ".join(["microphone=(self)", *(f"{name}=()" for name in _REFUSED)]).encode()),
    (b"cross-origin-opener-policy", b"same-origin"),
)
"""For every file, since a worker lives under the policy of its own script and not of the page that started it."""
