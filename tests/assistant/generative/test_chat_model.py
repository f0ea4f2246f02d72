import logging
import socket
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from threading import Event

import pytest
from langchain_core.language_models import FakeListChatModel
from pydantic import SecretStr

from assistant.generative.chat_model import (
    LONGEST_ANSWER,
    ChatModel,
    ModelUnavailable,
    open_chat_model,
)
from assistant.settings import AssistantSettings
from tests.assistant.scripted_server import Behaviour, ScriptedServer, says
from vectorstore.errors import MinutesError

ROOT = Path(__file__).parents[3]
KEY = "sk-very-secret-7f3a"


@pytest.fixture(autouse=True)
def _own_settings_only(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("OPENAI_API_KEY", "OPENAI_BASE_URL", "LANGSMITH_TRACING", "LANGSMITH_GATEWAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")


def model_at(address: str, *, timeout: float = 20.0, name: str = "openai:scripted") -> ChatModel:
    model = open_chat_model(
        AssistantSettings(
            chat_model=name,
            chat_base_url=address,
            chat_api_key=SecretStr(KEY),
            chat_timeout=timeout,
        )
    )
    assert model is not None
    return model


def failure(behaviour: Behaviour, *, timeout: float = 20.0) -> tuple[str, int]:
    """The sentence of the failure, and how many requests were made."""
    with ScriptedServer(behaviour) as server:
        with pytest.raises(ModelUnavailable) as raised:
            list(model_at(server.base_url, timeout=timeout).stream("system", "user"))
        message = str(raised.value)
        assert KEY not in message
        assert "127.0.0.1" not in message
        assert "\n" not in message
        assert message.endswith(".")
        assert raised.value.__cause__ is None
        return message, len(server.requests)


def free_port() -> int:
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        port: int = held.getsockname()[1]
        return port


def test_no_model_configured_is_no_model() -> None:
    assert open_chat_model(AssistantSettings(chat_model=None)) is None
    assert open_chat_model(AssistantSettings(chat_model="")) is None


def test_the_environment_names_the_model_and_its_server(monkeypatch: pytest.MonkeyPatch) -> None:
    with ScriptedServer(says("The trial was approved.")) as server:
        monkeypatch.setenv("MINUTES_CHAT_MODEL", "openai:scripted")
        monkeypatch.setenv("MINUTES_CHAT_BASE_URL", server.base_url)
        model = open_chat_model(AssistantSettings())
        assert model is not None
        assert "".join(model.stream("be brief", "e-scooters?")) == "The trial was approved."
        assert model.name == "openai:scripted"
        [request] = server.requests
        assert [message["content"] for message in request["messages"]] == [
            "be brief",
            "e-scooters?",
        ]


def test_the_key_is_sent_and_nowhere_else_shown(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG), ScriptedServer(says("Noted.")) as server:
        model = model_at(server.base_url)
        assert "".join(model.stream("system", "user")) == "Noted."
        assert server.authorisations == [f"Bearer {KEY}"]
    assert KEY not in caplog.text
    assert KEY not in repr(model)


def test_an_answer_arrives_in_pieces() -> None:
    with ScriptedServer(says("A sentence of several pieces.")) as server:
        pieces = list(model_at(server.base_url).stream("system", "user"))
    assert len(pieces) > 1
    assert "".join(pieces) == "A sentence of several pieces."


def test_azure_is_asked_at_its_own_address(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_VERSION", "2024-10-21")
    with ScriptedServer(says("Noted.")) as server:
        model = model_at(server.base_url.removesuffix("/v1"), name="azure_openai:scripted")
        assert "".join(model.stream("system", "user")) == "Noted."
        assert server.authorisations == [KEY]


@pytest.mark.parametrize(
    ("status", "told", "requests"),
    [
        (400, "too long", 1),
        (401, "MINUTES_CHAT_API_KEY", 1),
        (404, "MINUTES_CHAT_MODEL", 1),
        (429, "too many requests", 2),
        (500, "HTTP 500", 2),
    ],
)
def test_a_refusal_is_one_sentence_after_at_most_one_retry(
    status: int, told: str, requests: int
) -> None:
    message, asked = failure(Behaviour(status=status))
    assert told in message
    assert asked == requests


def test_a_dead_server_is_one_sentence() -> None:
    with pytest.raises(ModelUnavailable, match=r"cannot be reached.*MINUTES_CHAT_BASE_URL"):
        list(model_at(f"http://127.0.0.1:{free_port()}/v1").stream("system", "user"))


def test_a_server_that_hangs_before_its_first_word_is_left() -> None:
    hung = Behaviour(text=lambda prompt: "Never said.", hangs_after=0)
    assert "0.5 seconds" in failure(hung, timeout=0.5)[0]


def test_what_came_before_a_hang_is_given_and_then_the_failure() -> None:
    hangs = Behaviour(text=lambda prompt: "Said. " * 20, hangs_after=3)
    with ScriptedServer(hangs) as server:
        pieces = iter(model_at(server.base_url, timeout=2.0).stream("system", "user"))
        assert next(pieces) == "Said. S"
        with pytest.raises(ModelUnavailable, match="did not finish within 2 seconds"):
            list(pieces)


def test_a_stopped_answer_is_waited_for_no_longer() -> None:
    stop = Event()
    hangs = Behaviour(text=lambda prompt: "Said. " * 20, hangs_after=3)
    with ScriptedServer(hangs) as server:
        model = model_at(server.base_url, timeout=600.0)
        pieces = model.stream("system", "user", stopped=stop.is_set)
        assert next(pieces) == "Said. S"
        stop.set()
        assert list(pieces) == []


def test_an_answer_stopped_before_its_first_word_is_no_failure_of_the_model() -> None:
    with ScriptedServer(Behaviour(hangs_after=0)) as server:
        model = model_at(server.base_url, timeout=600.0)
        assert list(model.stream("system", "user", stopped=lambda: True)) == []


def test_an_answer_that_trickles_ends_at_the_limit_though_each_piece_is_in_time() -> None:
    slow = Behaviour(text=lambda prompt: "word " * 2000, pause=0.1)
    assert "did not finish within 1 seconds" in failure(slow, timeout=1.0)[0]


def test_an_answer_cut_off_by_the_line_is_a_failure() -> None:
    message, _ = failure(Behaviour(text=lambda prompt: "Said. " * 20, breaks_after=3))
    assert "broke off" in message


@pytest.mark.parametrize(
    "raw",
    [
        b'data: {"choices": [{"delta": \n\n',
        b"data: []\n\n",
        b"<html>Bad gateway</html>",
        b'{"id": "x", "choices": []}',
        b"",
    ],
)
def test_a_malformed_reply_is_one_sentence(raw: bytes) -> None:
    message, _ = failure(Behaviour(raw=raw))
    assert "cannot be read" in message or "empty" in message


@pytest.mark.parametrize("text", ["", "   \n "])
def test_an_empty_reply_is_a_failure(text: str) -> None:
    assert "empty answer" in failure(Behaviour(text=lambda prompt: text))[0]


def test_an_endless_answer_is_cut_at_the_longest() -> None:
    endless = Behaviour(text=lambda prompt: "word " * 20_000, piece=500)
    with ScriptedServer(endless) as server:
        said = "".join(model_at(server.base_url).stream("system", "user"))
    assert len(said) == LONGEST_ANSWER


def test_a_missing_provider_package_is_named() -> None:
    if find_spec("langchain_mistralai"):
        pytest.skip("the package is installed here")
    model = open_chat_model(AssistantSettings(chat_model="mistralai:small"))
    assert model is not None
    with pytest.raises(ModelUnavailable, match="install langchain-mistralai"):
        list(model.stream("system", "user"))


def test_an_unknown_name_says_what_a_name_looks_like() -> None:
    model = open_chat_model(AssistantSettings(chat_model="nonsense"))
    assert model is not None
    with pytest.raises(ModelUnavailable, match="openai:gpt-5-mini"):
        list(model.stream("system", "user"))


def test_a_missing_key_says_which_setting_gives_it() -> None:
    model = open_chat_model(AssistantSettings(chat_model="openai:gpt-5-mini"))
    assert model is not None
    with pytest.raises(ModelUnavailable, match="MINUTES_CHAT_API_KEY"):
        list(model.stream("system", "user"))


def test_any_langchain_model_will_do_and_is_made_once() -> None:
    made: list[FakeListChatModel] = []

    def connect() -> FakeListChatModel:
        made.append(FakeListChatModel(responses=["One.", "Two."]))
        return made[-1]

    model = ChatModel(name="fake", connect=connect, timeout=20.0)
    assert "".join(model.stream("system", "user")) == "One."
    assert "".join(model.stream("system", "user")) == "Two."
    assert len(made) == 1


def test_a_failure_is_one_of_the_projects_own() -> None:
    assert issubclass(ModelUnavailable, MinutesError)


def test_langchain_is_not_imported_until_a_model_is_asked() -> None:
    code = (
        "import sys; from assistant.generative.chat_model import open_chat_model; "
        "from assistant.settings import AssistantSettings; "
        "open_chat_model(AssistantSettings(chat_model='openai:any')); "
        "sys.exit(any(name.startswith('langchain') for name in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0


def test_a_server_that_does_not_stream_is_understood_when_not_asked_to() -> None:
    from langchain.chat_models import init_chat_model

    with ScriptedServer(says("Noted.")) as server:
        plain = init_chat_model(
            "openai:scripted", base_url=server.base_url, api_key=KEY, disable_streaming=True
        )
        model = ChatModel(name="plain", connect=lambda: plain, timeout=20.0)
        assert "".join(model.stream("system", "user")) == "Noted."
        assert not server.requests[0].get("stream")
