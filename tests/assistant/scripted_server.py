"""A server on loopback that speaks the chat-completions protocol and says what a test tells it.

    with ScriptedServer(says("The trial was approved. {0}")) as server:
        settings = AssistantSettings(chat_model="openai:scripted", chat_base_url=server.base_url)

It streams (server-sent events) when asked to, and otherwise answers with one JSON object.
"""

import json
import re
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from typing import Any, Self

MARKER = re.compile(r"⟦\w+⟧")


@dataclass(frozen=True, slots=True, kw_only=True)
class Prompt:
    """What the server was asked."""

    system: str
    user: str

    @property
    def markers(self) -> list[str]:
        """The markers of the passages, in their order."""
        return list(dict.fromkeys(MARKER.findall(self.user)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Behaviour:
    """How the server answers one request.

    Args:
        text: what it says, given the prompt.
        status: any but 200 is sent with an error message instead of the text.
        piece: characters in each event.
        pause: seconds before each event.
        hangs_after: events after which nothing more is sent and the line stays open.
        breaks_after: events after which the line is cut.
        raw: bytes sent as the body in place of the protocol's.
        tokens: counted for the prompt and the answer, when streaming.
    """

    text: Callable[[Prompt], str] = lambda prompt: ""
    status: int = 200
    piece: int = 7
    pause: float = 0.0
    hangs_after: int | None = None
    breaks_after: int | None = None
    raw: bytes | None = None
    tokens: tuple[int, int] | None = None


def says(template: str) -> Behaviour:
    """Says a text in which `{0}`, `{1}` … stand for the markers of the passages."""
    return Behaviour(text=lambda prompt: template.format(*prompt.markers))


class ScriptedServer:
    """Serves while it is entered; `requests` and `authorisations` hold what was asked of it."""

    def __init__(self, behaviour: Behaviour) -> None:
        self.behaviour = behaviour
        self.requests: list[dict[str, Any]] = []
        self.authorisations: list[str | None] = []
        self.closing = Event()
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self))
        self._server.daemon_threads = True
        self._thread = Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02})

    @property
    def base_url(self) -> str:
        """The address for `MINUTES_CHAT_BASE_URL`."""
        return f"http://127.0.0.1:{self._server.server_port}/v1"

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.closing.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


def _handler(scripted: ScriptedServer) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

        def handle(self) -> None:
            # A client that has waited long enough may be gone by now.
            with suppress(BrokenPipeError, ConnectionResetError):
                super().handle()

        def do_POST(self) -> None:
            request = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            scripted.requests.append(request)
            scripted.authorisations.append(
                self.headers.get("Authorization") or self.headers.get("api-key")
            )
            behaviour = scripted.behaviour
            said = {message["role"]: message["content"] for message in request["messages"]}
            prompt = Prompt(system=said.get("system", ""), user=said.get("user", ""))
            self._answer(behaviour, prompt, streaming=request.get("stream", False))

        def _answer(self, behaviour: Behaviour, prompt: Prompt, *, streaming: bool) -> None:
            if behaviour.status != 200:
                error = {"error": {"message": "scripted failure", "type": "scripted"}}
                self._body(json.dumps(error).encode(), status=behaviour.status)
            elif behaviour.raw is not None:
                self._body(behaviour.raw, kind="text/event-stream" if streaming else None)
            elif streaming:
                self._events(behaviour, behaviour.text(prompt))
            else:
                message = {"role": "assistant", "content": behaviour.text(prompt)}
                self._body(json.dumps(_completion("message", message, "stop")).encode())

        def _body(self, body: bytes, *, status: int = 200, kind: str | None = None) -> None:
            self.send_response(status)
            self.send_header("Content-Type", kind or "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def _events(self, behaviour: Behaviour, text: str) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/event-stream")
            self.send_header("Transfer-Encoding", "chunked")
            self.end_headers()
            self._event(_completion("delta", {"role": "assistant", "content": ""}, None))
            for count, at in enumerate(range(0, len(text), behaviour.piece)):
                if count == behaviour.hangs_after:
                    scripted.closing.wait()
                    self.close_connection = True
                    return
                if count == behaviour.breaks_after:
                    self.close_connection = True
                    return
                scripted.closing.wait(behaviour.pause)
                piece = text[at : at + behaviour.piece]
                self._event(_completion("delta", {"content": piece}, None))
            self._event(_completion("delta", {}, "stop"))
            if behaviour.tokens:
                self._event(_counted(*behaviour.tokens))
            self._chunk(b"data: [DONE]\n\n")
            self._chunk(b"")

        def _event(self, event: dict[str, Any]) -> None:
            self._chunk(b"data: " + json.dumps(event).encode() + b"\n\n")

        def _chunk(self, content: bytes) -> None:
            self.wfile.write(f"{len(content):x}\r\n".encode() + content + b"\r\n")
            self.wfile.flush()

    return Handler


def _counted(read: int, written: int) -> dict[str, Any]:
    usage = {
        "prompt_tokens": read,
        "completion_tokens": written,
        "total_tokens": read + written,
    }
    return {**_completion("delta", {}, None), "choices": [], "usage": usage}


def _completion(field: str, content: dict[str, str], finish: str | None) -> dict[str, Any]:
    return {
        "id": "scripted",
        "object": "chat.completion.chunk" if field == "delta" else "chat.completion",
        "created": 0,
        "model": "scripted",
        "choices": [{"index": 0, field: content, "finish_reason": finish}],
    }
