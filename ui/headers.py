"""What every reply of the server tells the browser about what a page may do."""

import base64
import hashlib
import re
from collections.abc import Mapping
from pathlib import Path

import streamlit
from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_INLINE_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)


class SecurityHeaders:
    """Middleware that puts the same headers on every reply, of pages and files alike."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        index = Path(streamlit.__file__).parent / "static" / "index.html"
        self._headers = security_headers(index.read_text(encoding="utf-8"))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer as the app does, with the headers."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(self._headers)
            await send(message)

        await self._app(scope, receive, send_with_headers)


def security_headers(index: str) -> Mapping[str, str]:
    """The headers by name.

    Args:
        index: the page that Streamlit begins with. The scripts written into it may run, known by
            their digests; no other inline script may.
    """
    policy = {
        "default-src": "'none'",
        # The code of components comes from the server as text, which Streamlit makes a blob of.
        "script-src": " ".join(["'self'", "blob:", *_digests(index)]),
        # Streamlit and its components write styles into the page, and small fonts into styles.
        "style-src": "'self' 'unsafe-inline'",
        "img-src": "'self' data: blob:",
        "font-src": "'self' data:",
        "connect-src": "'self'",
        "form-action": "'self'",
        "base-uri": "'none'",
        "frame-ancestors": "'none'",
    }
    return {
        "Content-Security-Policy": "; ".join(f"{name} {where}" for name, where in policy.items()),
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
        "Referrer-Policy": "same-origin",
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
    }


def _digests(page: str) -> list[str]:
    scripts = _INLINE_SCRIPT.findall(page)
    digests = [base64.b64encode(hashlib.sha256(each.encode()).digest()) for each in scripts]
    return [f"'sha256-{digest.decode()}'" for digest in digests]
