"""Where somebody lands who had to sign in first: on what they were shared."""

import re
from urllib.parse import quote, unquote, urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import HTTPConnection
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

COOKIE = "_minutes_way_back"
# Streamlit's own: where a sign-in begins, and where the provider sends people back to.
_BEGINS, _ENDS = "/auth/login", "/oauth2callback"
# The name of a page and what its address asks for. There is no slash in it before the question
# mark, so it cannot name another host.
_SHARED = re.compile(r"[\w-]*(\?[!-~]*)?", re.ASCII)
# Browsers keep no cookie that is longer than 4,096 characters in all.
_LONGEST = 3800
_SECONDS = 15 * 60


class WayBack:
    """Middleware that remembers the page on which a sign-in begins, and leads there when it ends.

    Streamlit itself leads to the first page. It is remembered in a cookie, for the address of the
    page must not travel to the provider.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer as the app does, but for where a sign-in leads."""
        path = scope["path"] if scope["type"] == "http" else ""
        if not path.endswith((_BEGINS, _ENDS)):
            await self._app(scope, receive, send)
            return
        begins = path.endswith(_BEGINS)
        shared = page_left(Headers(scope=scope)) if begins else _remembered(scope)
        answer = Response()
        if begins and shared:
            answer.set_cookie(
                COOKIE, quote(shared, safe=""), max_age=_SECONDS, httponly=True, samesite="lax"
            )
        else:
            answer.delete_cookie(COOKIE, httponly=True, samesite="lax")

        async def send_on(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.append("set-cookie", answer.headers["set-cookie"])
                # Else it leads to the provider, or to the first page of the app.
                if not begins and headers.get("location", "").endswith("/"):
                    headers["location"] += shared
            await send(message)

        await self._app(scope, receive, send_on)


def page_left(headers: Headers) -> str:
    """The page of this app that a request comes from, with its query; empty for the first page.

    Empty as well where the request comes from another site or does not say.
    """
    try:
        left = urlsplit(headers.get("referer", ""))
    except ValueError:
        return ""
    if left.netloc != headers.get("host"):
        return ""
    page = left.path.rpartition("/")[2]
    return _checked(f"{page}?{left.query}" if left.query else page)


def _remembered(scope: Scope) -> str:
    return _checked(unquote(HTTPConnection(scope).cookies.get(COOKIE, "")))


def _checked(shared: str) -> str:
    """What is safe to lead to, or nothing: a request can say anything."""
    return shared if len(quote(shared, safe="")) <= _LONGEST and _SHARED.fullmatch(shared) else ""
