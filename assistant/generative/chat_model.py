"""The chat model that writes answers, when one is configured; the one module that knows it.

Any model that LangChain's `init_chat_model` reaches will do. LangChain is imported in the thread
that first asks the model, so a program that never asks one never pays for it.
"""

import os
import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from queue import Empty, SimpleQueue
from threading import Event, Lock, Thread
from time import monotonic
from typing import TYPE_CHECKING, Any

from assistant.settings import AssistantSettings
from vectorstore.errors import MinutesError

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

LONGEST_ANSWER = 12_000
"""Characters; what a model writes beyond them is not read."""

RETRIES = 1
# Seconds between two looks at whether the answer is still wanted.
_GLANCE = 0.1

_INSTALL = re.compile(r"pip install ([\w-]+)")
_BY_STATUS = {
    400: "refused the request, which may be too long for it",
    401: "refused the key: check MINUTES_CHAT_API_KEY",
    403: "refused the key: check MINUTES_CHAT_API_KEY",
    404: "is not known at that address: check MINUTES_CHAT_MODEL and MINUTES_CHAT_BASE_URL",
    413: "refused the request, which is too long for it",
    429: "has had too many requests, or its quota is used up: try again later",
}


class ModelUnavailable(MinutesError):
    """The chat model gave no answer; the message says why in one sentence, without secrets."""


class ChatModel:
    """One chat model. Threads may share it.

    Args:
        name: as configured; shown with its answers.
        connect: makes LangChain's model; called once, when the first answer is asked for.
        timeout: seconds for one answer, from the request to its last word.
        longest: characters of one answer; the rest is not read.
    """

    def __init__(
        self,
        *,
        name: str,
        connect: "Callable[[], BaseChatModel]",
        timeout: float,
        longest: int = LONGEST_ANSWER,
    ) -> None:
        self.name = name
        self._connect = connect
        self._timeout = timeout
        self._longest = longest
        self._connected: BaseChatModel | None = None
        self._lock = Lock()

    def stream(
        self,
        system: str,
        user: str,
        on_tokens: Callable[[int], None] = lambda tokens: None,
        stopped: Callable[[], bool] = lambda: False,
    ) -> Iterator[str]:
        """The model's answer in the pieces in which it arrives.

        Args:
            on_tokens: told how many tokens were read and written, each time that the provider
                counts some; added up they are the whole.
            stopped: asked again and again; once it says yes, nothing more is waited for.

        Raises:
            ModelUnavailable: it cannot be reached, fails, takes too long or says nothing; pieces
                may have arrived before.
        """
        deadline = monotonic() + self._timeout
        # A provider's own time limit starts again with every byte, so only a clock outside the
        # thread that reads can end an answer that trickles or hangs.
        arrived: SimpleQueue[str | ModelUnavailable | None] = SimpleQueue()
        left = Event()
        Thread(
            target=self._read, args=(system, user, arrived, left, on_tokens), daemon=True
        ).start()
        said = False
        try:
            while (piece := self._next(arrived, deadline, stopped)) is not None:
                said = said or not piece.isspace()
                yield piece
        finally:
            left.set()
        if not said and not stopped():
            raise ModelUnavailable(f"The chat model “{self.name}” gave an empty answer.")

    def _next(
        self,
        arrived: "SimpleQueue[str | ModelUnavailable | None]",
        deadline: float,
        stopped: Callable[[], bool],
    ) -> str | None:
        piece: str | ModelUnavailable | None
        while not stopped():
            remaining = deadline - monotonic()
            with suppress(Empty):
                piece = arrived.get(timeout=max(0.0, min(remaining, _GLANCE)))
                if isinstance(piece, ModelUnavailable):
                    raise piece
                return piece
            if remaining <= 0:
                raise self._too_slow()
        return None

    def _too_slow(self) -> ModelUnavailable:
        return ModelUnavailable(
            f"The chat model “{self.name}” did not finish within {self._timeout:g} seconds: "
            "set MINUTES_CHAT_TIMEOUT higher or choose a faster model."
        )

    def _read(
        self,
        system: str,
        user: str,
        arrived: "SimpleQueue[str | ModelUnavailable | None]",
        left: Event,
        on_tokens: Callable[[int], None],
    ) -> None:
        """Put what the model says into the queue; ends with `None` or with the failure."""
        room = self._longest
        try:
            for message in self._model().stream([("system", system), ("human", user)]):
                if usage := getattr(message, "usage_metadata", None):
                    on_tokens(usage["total_tokens"])
                text = str(message.text)[:room]
                room -= len(text)
                if text:
                    arrived.put(text)
                if left.is_set() or not room:
                    break
            arrived.put(None)
        except ModelUnavailable as error:
            arrived.put(error)
        # Whatever a provider raises may hold its address or key: only a sentence goes on.
        except Exception as error:
            what = _what_failed(error, begun=room < self._longest)
            arrived.put(ModelUnavailable(f"The chat model “{self.name}” {what}."))

    def _model(self) -> "BaseChatModel":
        with self._lock:
            if self._connected is None:
                self._connected = self._connect()
            return self._connected


def open_chat_model(settings: AssistantSettings) -> ChatModel | None:
    """The chat model that the settings name; `None` when they name none.

    Nothing is imported or connected until it is asked, so it always succeeds.
    """
    name = settings.chat_model
    if not name:
        return None
    return ChatModel(
        name=name, connect=lambda: _connect(name, settings), timeout=settings.chat_timeout
    )


def _connect(name: str, settings: AssistantSettings) -> "BaseChatModel":
    """LangChain's model of that name.

    Raises:
        ModelUnavailable: the name is unknown, its package missing, or a setting not accepted.
    """
    from langchain.chat_models import init_chat_model

    try:
        model: BaseChatModel = init_chat_model(name, **_options(name, settings))
        return model
    except ImportError as error:
        package = _INSTALL.search(str(error))
        missing = package.group(1) if package else "the LangChain package of its provider"
        raise ModelUnavailable(
            f"The chat model “{name}” needs {missing}: install {missing}."
        ) from None
    except Exception as error:
        if "provider" in str(error) and type(error) is ValueError:
            raise ModelUnavailable(
                f"“{name}” names no chat model that is known: set MINUTES_CHAT_MODEL to a "
                "provider and a model, such as “openai:gpt-5-mini” or “ollama:llama3.2”."
            ) from None
        raise ModelUnavailable(
            f"The chat model “{name}” cannot be set up: check MINUTES_CHAT_API_KEY and "
            "MINUTES_CHAT_BASE_URL, or its provider's own variables."
        ) from None


def _options(name: str, settings: AssistantSettings) -> dict[str, Any]:
    options: dict[str, Any] = {"timeout": settings.chat_timeout, "max_retries": RETRIES}
    if settings.chat_base_url:
        azure = name.startswith("azure_openai:")
        options["azure_endpoint" if azure else "base_url"] = settings.chat_base_url
    if settings.chat_api_key:
        options["api_key"] = settings.chat_api_key
    elif (
        settings.chat_base_url
        and name.startswith("openai:")
        and not os.environ.get("OPENAI_API_KEY")
    ):
        # A server of one's own often wants no key, but the client insists on one.
        options["api_key"] = "none"
    return options


def _what_failed(error: Exception, *, begun: bool) -> str:
    status = getattr(error, "status_code", None)
    if isinstance(status, int):
        return _BY_STATUS.get(
            status, f"failed on its server's side (HTTP {status}): try again later"
        )
    kinds = " ".join(kind.__name__ for kind in type(error).__mro__)
    if "Timeout" in kinds:
        return "took too long to answer: set MINUTES_CHAT_TIMEOUT higher or choose a faster model"
    if begun:
        return "broke off in the middle of its answer: try again"
    if "Connect" in kinds:
        return "cannot be reached: check that its server runs, and MINUTES_CHAT_BASE_URL"
    return "gave a reply that cannot be read"
