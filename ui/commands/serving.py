"""The command that serves the web pages: `serve`."""

import os
import socket
from contextlib import closing
from pathlib import Path
from typing import Annotated

import typer

import ui
from ui.commands.opening import open_assistant, open_library

_LOOPBACK = ("127.0.0.1", "::1", "localhost")
_HERE = ("127.0.0.1", "0.0.0.0", "::1", "::")  # noqa: S104 - told apart, not listened on


def serve(
    port: Annotated[
        int,
        typer.Option(
            min=1, max=65535, envvar="STREAMLIT_SERVER_PORT", help="The port to listen on."
        ),
    ] = 8501,
    address: Annotated[
        str,
        typer.Option(
            envvar="STREAMLIT_SERVER_ADDRESS",
            help="The address to listen on; 0.0.0.0 lets other computers in.",
        ),
    ] = "127.0.0.1",
    without_sign_in: Annotated[
        bool,
        typer.Option(
            "--without-sign-in",
            envvar="MINUTES_WITHOUT_SIGN_IN",
            help="Let everybody who reaches the address in as an editor.",
        ),
    ] = False,
) -> None:
    """Serve the web pages until Ctrl-C."""
    open_assistant(open_library())
    _refuse_taken(address, port)
    host = "localhost" if address in _HERE else address
    typer.echo(f"Ask the minutes at http://{host}:{port} (Ctrl-C stops it).")
    os.environ["MINUTES_WITHOUT_SIGN_IN"] = str(without_sign_in)
    if address not in _LOOPBACK:
        # Under which names others reach this computer is for them to say.
        os.environ.setdefault("STREAMLIT_SERVER_ALLOWED_HOSTS", "*")
    _serve(Path(ui.__file__).parents[1] / "app_streamlit.py", port, address, host)


def _serve(page: Path, port: int, address: str, host: str) -> None:
    from streamlit.web import cli

    options = {
        # Said here, so that Streamlit does not ask the internet what this computer is called.
        "browser.serverAddress": host,
        "server.port": port,
        "server.address": address,
        "server.headless": "true",
        "browser.gatherUsageStats": "false",
    }
    flags = [f"--{name}={value}" for name, value in options.items()]
    cli.main(["run", str(page), *flags], standalone_mode=False)


def _refuse_taken(address: str, port: int) -> None:
    try:
        [(family, kind, protocol, _, place), *_] = socket.getaddrinfo(
            address, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )
        with closing(socket.socket(family, kind, protocol)) as listener:
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            listener.bind(place)
    except OSError as error:
        raise typer.BadParameter(
            f"Nothing can listen on {address}, port {port} ({error.strerror}): choose another "
            "with --port or --address."
        ) from None
