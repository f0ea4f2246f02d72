"""The scripts, styles and fonts of Streamlit, kept in memory as they are sent.

A browser asks for about ninety of them before anybody can type. Streamlit reads each from the disk
anew, in pieces, and sends it as it is: four megabytes to somebody new.
"""

from pathlib import Path

import streamlit
from starlette.datastructures import Headers
from starlette.middleware.gzip import GZipMiddleware
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

# They change with Streamlit alone: their names hold digests of what is in them.
FOLDER = Path(streamlit.__file__).parent / "static" / "static"
# What asks for a part, or only for what has changed, is for the app to answer.
_CONDITIONS = ("range", "if-none-match", "if-modified-since")


class KeptFiles:
    """Middleware that asks the app for each file of a folder once, and compresses it once.

    Args:
        folder: the app serves it under the folder's own name.
    """

    def __init__(self, app: ASGIApp, folder: Path = FOLDER) -> None:
        self._app = app
        self._compressing = GZipMiddleware(app)
        # Known beforehand, so that no request can have more kept than there is.
        files = (each for each in folder.rglob("*") if each.is_file())
        self._paths = {f"/{each.relative_to(folder.parent).as_posix()}" for each in files}
        self._kept: dict[tuple[str, bool], Response] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer with what is kept, or as the app does."""
        if scope["type"] != "http" or not self._may_be_kept(scope):
            await self._app(scope, receive, send)
            return
        key = scope["path"], "gzip" in Headers(scope=scope).get("accept-encoding", "")
        reply = self._kept.get(key)
        if reply is None:
            reply = await self._asked(scope, receive)
            if reply.status_code == 200:
                self._kept[key] = reply
        await reply(scope, receive, send)

    def _may_be_kept(self, scope: Scope) -> bool:
        headers = Headers(scope=scope)
        return (
            scope["method"] == "GET"
            and scope["path"] in self._paths
            and not any(condition in headers for condition in _CONDITIONS)
        )

    async def _asked(self, scope: Scope, receive: Receive) -> Response:
        """What the app replies, compressed where the browser takes that."""
        begun: Message = {}
        body = bytearray()

        async def take(message: Message) -> None:
            begun.update(message if message["type"] == "http.response.start" else {})
            body.extend(message.get("body", b""))

        await self._compressing(scope, receive, take)
        headers = Headers(raw=begun["headers"]).mutablecopy()
        del headers["content-length"]
        return Response(bytes(body), begun["status"], headers)
