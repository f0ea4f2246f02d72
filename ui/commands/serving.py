"""The command that serves the web pages: `serve`."""

import socket
from contextlib import closing
from pathlib import Path
from typing import Annotated

import typer

import ui
from ui.commands.opening import open_assistant, open_library

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
) -> None:
    """Serve the web pages until Ctrl-C."""
    open_assistant(open_library())
    _refuse_taken(address, port)
    host = "localhost" if address in _HERE else address
    typer.echo(f"Ask the minutes at http://{host}:{port} (Ctrl-C stops it).")
    _serve(Path(ui.__file__).parents[1] / "app_streamlit.py", port, address)


def _serve(page: Path, port: int, address: str) -> None:
    from streamlit.web import cli

    options = {
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
