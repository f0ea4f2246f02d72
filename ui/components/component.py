"""How a component comes by its script and its style: files of its name, after what all share."""

from pathlib import Path
from typing import Any

import streamlit as st

_FOLDER = Path(__file__).parent


def component(name: str) -> Any:
    """What draws the component of that name; see `st.components.v2.component`."""
    style = (_FOLDER / f"{name}.css").read_text(encoding="utf-8")
    return st.components.v2.component(f"minutes_{name}", js=script(name), css=style)


def script(name: str) -> str:
    """The whole JavaScript module of a component."""
    shared, own = (_FOLDER / each for each in ("elements.js", f"{name}.js"))
    return shared.read_text(encoding="utf-8") + own.read_text(encoding="utf-8")
