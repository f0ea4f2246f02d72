"""How a component comes by its script and its style: files of its name, after what all share."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import streamlit as st

_FOLDER = Path(__file__).parent


def component(name: str, *parts: str) -> Any:
    """What draws the component of that name; see `st.components.v2.component`.

    Args:
        parts: the names of more files of script and style that it is made of.
    """
    style = _joined(f"{part}.css" for part in (name, *parts))
    return st.components.v2.component(f"minutes_{name}", js=script(name, *parts), css=style)


def script(name: str, *parts: str) -> str:
    """The whole JavaScript module of a component."""
    return _joined(["elements.js", *(f"{part}.js" for part in (name, *parts))])


def _joined(files: Iterable[str]) -> str:
    return "".join((_FOLDER / file).read_text(encoding="utf-8") for file in files)
