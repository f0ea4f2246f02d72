"""An OpenID Connect provider on loopback: code flow with PKCE, nonce and signed ID tokens.

It knows the people it is given and asks for no password: they choose who they are by a click.
"""

import base64
import hashlib
import html
import json
import secrets
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

from joserfc import jwt
from joserfc.jwk import RSAKey
from playwright.sync_api import Page

CLIENT_ID, CLIENT_SECRET = "minutes", secrets.token_urlsafe(24)


@dataclass
class IdentityProvider:
    """What the provider knows, and what it does wrong when it is told to.

    Args:
        people: the claims of each person, by the name that they are chosen by.
        wrong: claims that take the place of the right ones in the next ID tokens.
        wrong_key: whether ID tokens are signed with a key that is not the published one.
    """

    people: Mapping[str, Mapping[str, Any]]
    wrong: dict[str, Any] = field(default_factory=dict)
    wrong_key: bool = False
    address: str = ""
    key: RSAKey = field(default_factory=lambda: RSAKey.generate_key(auto_kid=True))
    asked: dict[str, dict[str, str]] = field(default_factory=dict)
    ended: list[dict[str, str]] = field(default_factory=list)

    def metadata(self) -> dict[str, Any]:
        """What an app is told of the provider."""
        return {
            "issuer": self.address,
            "authorization_endpoint": f"{self.address}/authorize",
            "token_endpoint": f"{self.address}/token",
            "jwks_uri": f"{self.address}/keys",
            "end_session_endpoint": f"{self.address}/logout",
            "response_types_supported": ["code"],
            "subject_types_supported": ["public"],
            "id_token_signing_alg_values_supported": ["RS256"],
            "code_challenge_methods_supported": ["S256"],
        }

    def choice(self, query: dict[str, str]) -> str:
        """The page on which people choose who they are."""
        assert query["response_type"] == "code"
        assert query["client_id"] == CLIENT_ID
        assert query["code_challenge_method"] == "S256"
        links = [
            f'<p><a href="/chosen?{html.escape(urlencode(query | {"person": name}))}">'
            f"{html.escape(name)}</a></p>"
            for name in self.people
        ]
        return f'<!doctype html><html lang="en"><title>Who are you?</title>{"".join(links)}</html>'

    def code_for(self, query: dict[str, str]) -> str:
        """Where a person's browser goes next: back to the app, with a code for them."""
        code = secrets.token_urlsafe(16)
        self.asked[code] = query
        answer = urlencode({"code": code, "state": query["state"]})
        return f"{query['redirect_uri']}?{answer}"

    def token(self, form: dict[str, str], authorization: str) -> dict[str, Any]:
        """The tokens for a code, which is good for one time."""
        told = base64.b64encode(f"{CLIENT_ID}:{CLIENT_SECRET}".encode()).decode()
        assert authorization == f"Basic {told}"
        query = self.asked.pop(form["code"])
        assert form["redirect_uri"] == query["redirect_uri"]
        digest = hashlib.sha256(form["code_verifier"].encode()).digest()
        challenge = base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
        assert challenge == query["code_challenge"]
        now = int(time.time())
        claims = {
            "iss": self.address,
            "aud": CLIENT_ID,
            "iat": now,
            "exp": now + 300,
            "nonce": query["nonce"],
            **self.people[query["person"]],
            **self.wrong,
        }
        key = RSAKey.generate_key() if self.wrong_key else self.key
        header = {"alg": "RS256", "kid": self.key.kid}
        return {
            "access_token": secrets.token_urlsafe(16),
            "token_type": "Bearer",
            "expires_in": 300,
            "id_token": jwt.encode(header, claims, key),
        }


def sign_in(page: Page, address: str, who: str) -> None:
    """Go to the app, press the button and choose somebody at the provider."""
    page.goto(address)
    page.get_by_role("button", name="Sign in").click()
    page.get_by_role("link", name=who).click()
    page.wait_for_url(f"{address}/")


@contextmanager
def providing(people: Mapping[str, Mapping[str, Any]]) -> Iterator[IdentityProvider]:
    """A provider that answers at its address until the block ends."""
    provider = IdentityProvider(people)
    handler = type("Handler", (_Handler,), {"provider": provider})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        provider.address = f"http://127.0.0.1:{server.server_address[1]}"
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield provider
        finally:
            server.shutdown()


def signing_in_with(provider: IdentityProvider, folder: Path) -> dict[str, str]:
    """The settings under which the app has people sign in with a provider."""
    file = folder / "secrets.toml"
    file.write_text(
        "[auth]\n"
        'redirect_uri = "http://127.0.0.1:{port}/oauth2callback"\n'
        f'cookie_secret = "{secrets.token_urlsafe(32)}"\n'
        f'client_id = "{CLIENT_ID}"\n'
        f'client_secret = "{CLIENT_SECRET}"\n'
        f'server_metadata_url = "{provider.address}/.well-known/openid-configuration"\n',
        encoding="utf-8",
    )
    return {"STREAMLIT_SECRETS_FILES": str(file)}


class _Handler(BaseHTTPRequestHandler):
    provider: IdentityProvider

    def do_GET(self) -> None:
        parts = urlsplit(self.path)
        query = _flat(parts.query)
        match parts.path:
            case "/.well-known/openid-configuration":
                self._json(self.provider.metadata())
            case "/keys":
                self._json({"keys": [self.provider.key.as_dict(private=False)]})
            case "/authorize":
                self._reply(200, self.provider.choice(query), "text/html; charset=utf-8")
            case "/chosen":
                self._redirect(self.provider.code_for(query))
            case "/logout":
                self.provider.ended.append(query)
                self._redirect(query["post_logout_redirect_uri"])
            case _:
                self._reply(404, "", "text/plain")

    def do_POST(self) -> None:
        assert self.path == "/token"
        form = _flat(self.rfile.read(int(self.headers["Content-Length"])).decode())
        self._json(self.provider.token(form, self.headers["Authorization"]))

    def log_message(self, format: str, *arguments: object) -> None:
        """Say nothing."""

    def _json(self, body: dict[str, Any]) -> None:
        self._reply(200, json.dumps(body), "application/json")

    def _redirect(self, where: str) -> None:
        self._reply(302, "", "text/plain", Location=where)

    def _reply(self, status: int, body: str, kind: str, **headers: str) -> None:
        content = body.encode()
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)


def _flat(query: str) -> dict[str, str]:
    return {name: values[0] for name, values in parse_qs(query).items()}
