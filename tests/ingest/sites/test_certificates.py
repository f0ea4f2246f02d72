"""A connection to a checked address still proves that it is the site's: over TLS on loopback."""

import shutil
import socket
import ssl
import subprocess
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from ingest.sites.fetching import Fetcher, Pace
from ingest.sites.reply import NotFetched
from ingest.sites.settings import SiteSettings

HOST = "democracy.marlshire.example"


class Greeter(BaseHTTPRequestHandler):
    """Says by which name it was asked."""

    def do_GET(self) -> None:
        said = self.headers["Host"].encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(said)))
        self.end_headers()
        self.wfile.write(said)

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A certificate for the host, signed by itself, and its key."""
    openssl = shutil.which("openssl")
    if openssl is None:
        pytest.skip("openssl, which makes the certificate, is not installed")
    folder = tmp_path_factory.mktemp("tls")
    key, certificate = folder / "key.pem", folder / "certificate.pem"
    subprocess.run(
        [openssl, "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2",
         "-subj", f"/CN={HOST}", "-addext", f"subjectAltName=DNS:{HOST}",
         "-keyout", key, "-out", certificate],
        check=True, capture_output=True,
    )  # fmt: skip
    return certificate, key


@pytest.fixture
def port(certificate: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch) -> Iterator[int]:
    """Where a server with the certificate listens; every name leads there."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(*certificate)
    server = ThreadingHTTPServer(("127.0.0.1", 0), Greeter)
    server.handle_error = lambda request, client_address: None  # type: ignore[method-assign]
    server.socket = context.wrap_socket(server.socket, server_side=True)
    thread = Thread(target=server.serve_forever, args=(0.05,))
    thread.start()
    look_up = socket.getaddrinfo
    monkeypatch.setattr(
        socket, "getaddrinfo", lambda host, *asked, **how: look_up("127.0.0.1", *asked, **how)
    )
    yield server.server_address[1]
    server.shutdown()
    server.server_close()
    thread.join()


def ask(host: str, port: int, settings: SiteSettings) -> bytes:
    address = f"https://{host}:{port}/"
    with Fetcher(settings, address, Pace(0)) as fetcher:
        return fetcher.get(address).content


def test_the_certificate_is_the_names_though_the_address_is_pinned(
    port: int,
    certificate: tuple[Path, Path],
    hurried: SiteSettings,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate[0]))
    assert ask(HOST, port, hurried).decode() == f"{HOST}:{port}"
    with pytest.raises(NotFetched, match=r"certificate of other\.example cannot be verified"):
        ask("other.example", port, hurried)


def test_an_unknown_authority_is_refused(port: int, hurried: SiteSettings) -> None:
    with pytest.raises(NotFetched, match="SSL_CERT_FILE"):
        ask(HOST, port, hurried)
