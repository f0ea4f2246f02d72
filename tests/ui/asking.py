"""The page on which people ask, run without a browser, and what it draws."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from streamlit.testing.v1 import AppTest

FRONT_DOOR = Path(__file__).parents[2] / "app_streamlit.py"
Serve = Callable[..., AppTest]
"""Gives the page over the library of a home; what else is named comes with its address."""


def ask(page: AppTest, question: str) -> dict[str, Any]:
    """Ask, wait for the answer, and give back what is drawn of it."""
    page.chat_input[0].set_value(question).run()
    wait(page)
    return turns(page)[-1]


def wait(page: AppTest) -> None:
    """Wait for the last answer, and draw it."""
    page.session_state["conversation"].turns[-1].wait(120)
    page.run()


def turns(page: AppTest) -> list[dict[str, Any]]:
    """What is drawn of each turn."""
    return drawn_by(page, "minutes_turn")


def drawn_by(page: AppTest, component: str) -> list[dict[str, Any]]:
    """What each instance of a component draws."""
    assert not page.exception
    components = [element.proto for element in page.get("bidi_component")]
    return [json.loads(proto.json) for proto in components if proto.component_name == component]


def texts(page: AppTest) -> str:
    """All that the page says outside the answers."""
    assert not page.exception
    shown = [*page.title, *page.header, *page.markdown, *page.text, *page.code]
    return "\n".join(element.value for element in shown)
