"""How long people wait who ask the web app at the same time.

Run as `python -m benchmarks.people`. The app is served in a process of its own over an invented
library. Each person is a session that speaks the app's own protocol (Streamlit's web socket) as a
browser does: it opens the page, sends a question, draws again what asks to be drawn again, and has
waited until the whole answer is there. Drawing in the browser is not in it. All begin at once;
between two questions each thinks for a while, which `--thinking 0` leaves out.
"""

import argparse
import asyncio
import json
import random
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Self

import numpy as np
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.proto.Element_pb2 import Element
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect
from websockets.typing import Subprotocol

from benchmarks.invented import questions
from benchmarks.invented_library import make_library
from benchmarks.measuring import print_conditions, print_table
from tests.browser.serving import served

# A question that takes longer than this, in seconds, has failed.
PATIENCE = 120.0
NOT_WHOLE = "working"
FAILED = "failed"


@dataclass
class Waited:
    """What people waited for, in seconds.

    Args:
        opening: from asking for the page until all of it was there.
        answers: from sending a question until the whole answer was there.
        endings: how the answers ended, with how often.
    """

    opening: list[float] = field(default_factory=list)
    answers: list[float] = field(default_factory=list)
    endings: Counter[str] = field(default_factory=Counter)


class Person:
    """One session with the app, used as a context manager."""

    def __init__(self, address: str) -> None:
        self._address = address.replace("http://", "ws://") + "/_stcore/stream"
        self._socket: ClientConnection | None = None
        self._redrawing: dict[str, asyncio.Task[None]] = {}
        self._page = self._query = self._input = ""

    async def __aenter__(self) -> Self:
        self._socket = await connect(
            self._address, subprotocols=[Subprotocol("streamlit")], max_size=None
        )
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._draw_no_more()
        await self._connected.close()

    async def open(self) -> None:
        """Ask for the page and wait until all of it is there."""
        await self._send(ClientState())
        while True:
            message = await self._receive()
            if message.WhichOneof("type") == "script_finished":
                return

    async def ask(self, question: str) -> str:
        """Ask and wait for the whole answer; gives back how it ended."""
        state = ClientState()
        typed = state.widget_states.widgets.add(id=self._input)
        typed.chat_input_value.data = question
        await self._send(state)
        while True:
            message = await self._receive()
            if message.WhichOneof("type") == "delta" and message.delta.HasField("new_element"):
                ending = ending_of(message.delta.new_element, question)
                if ending is not None:
                    return ending

    @property
    def _connected(self) -> ClientConnection:
        if self._socket is None:
            raise RuntimeError("not connected")
        return self._socket

    async def _send(self, state: ClientState) -> None:
        state.page_script_hash, state.query_string = self._page, self._query
        await self._connected.send(BackMsg(rerun_script=state).SerializeToString())

    async def _receive(self) -> ForwardMsg:
        """The next message, heeded as a browser would."""
        received = await asyncio.wait_for(self._connected.recv(decode=False), PATIENCE)
        message: ForwardMsg = ForwardMsg.FromString(received)
        match message.WhichOneof("type"):
            case "new_session":
                self._page = message.new_session.page_script_hash
            case "navigation":  # the whole page is drawn anew, not a part of it
                self._draw_no_more()
            case "page_info_changed":
                self._query = message.page_info_changed.query_string
            case "auto_rerun":
                asked = message.auto_rerun
                self._redrawing[asked.fragment_id] = asyncio.create_task(
                    self._redraw(asked.fragment_id, asked.interval)
                )
            case "delta":
                element = message.delta.new_element
                if element.WhichOneof("type") == "chat_input":
                    self._input = element.chat_input.id
        return message

    async def _redraw(self, fragment: str, interval: float) -> None:
        while True:
            await asyncio.sleep(interval)
            await self._send(ClientState(fragment_id=fragment, is_auto_rerun=True))

    def _draw_no_more(self) -> None:
        for task in self._redrawing.values():
            task.cancel()
        self._redrawing.clear()


def ending_of(element: Element, question: str) -> str | None:
    """How the answer to a question ended; `None` when this does not draw the whole of it."""
    drawn = element.bidi_component
    if drawn.component_name != "minutes_turn":
        return None
    turn = json.loads(drawn.json or drawn.mixed.json)
    whole = turn["question"] == question and turn["state"] != NOT_WHOLE
    return str(turn["state"]) if whole else None


async def visit(address: str, asked: list[str], thinking: float, waited: Waited) -> None:
    """Open the page and ask one question after the other, with time to read between them."""
    async with Person(address) as person:
        begun = time.perf_counter()
        await person.open()
        waited.opening.append(time.perf_counter() - begun)
        for question in asked:
            begun = time.perf_counter()
            waited.endings[await person.ask(question)] += 1
            waited.answers.append(time.perf_counter() - begun)
            await asyncio.sleep(random.uniform(0, 2 * thinking))


async def all_at_once(address: str, people: int, rounds: int, thinking: float) -> Waited:
    """People who ask at the same time, each something else each time."""
    warm = Waited()
    first, *others = questions(people * rounds + 1)
    await visit(address, [first], 0, warm)
    waited = Waited()
    async with asyncio.TaskGroup() as group:
        for number in range(people):
            group.create_task(visit(address, others[number::people], thinking, waited))
    return waited


def report(waited: Waited) -> None:
    """Print how long people waited, and how their answers ended."""
    rows = [
        [
            name,
            str(len(taken)),
            *(f"{each:.2f}" for each in (*np.percentile(taken, [50, 95]), max(taken))),
        ]
        for name, taken in (("opening the page", waited.opening), ("an answer", waited.answers))
    ]
    print_table(["waiting for", "times", "p50, s", "p95, s", "worst, s"], rows)
    endings = ", ".join(f"{count} {ending}" for ending, count in waited.endings.most_common())
    print(f"Endings: {endings}; errors: {waited.endings[FAILED]}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=10)
    parser.add_argument("--rounds", type=int, default=6, help="questions that each person asks")
    parser.add_argument("--thinking", type=float, default=5.0, help="seconds, on average")
    parser.add_argument("--passages", type=int, default=2_000)
    parser.add_argument("--home", type=Path, help="where the library is kept; else it is not")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        home = options.home or Path(scratch)
        make_library(home, options.passages)
        print_conditions()
        with served(home) as address:
            report(
                asyncio.run(all_at_once(address, options.people, options.rounds, options.thinking))
            )


if __name__ == "__main__":
    main()
