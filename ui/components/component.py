"""How a component comes by its script and its style: files of its name, after what all share."""

from pathlib import Path
from typing import Any

import streamlit as st

_FOLDER = Path(__file__).parent


def component(name: str, *parts: str) -> Any:
    """What draws the component of that name; see `st.components.v2.component`.

    Args:
        parts: the names of more files of script and style that it is made of.
    """
    return st.components.v2.component(
        f"minutes_{name}", js=script(name, *parts), css=_joined("css", name, *parts)
    )


def script(name: str, *parts: str) -> str:
    """The whole JavaScript module of a component."""
    return _joined("js", name, *parts)


def _joined(kind: str, *parts: str) -> str:
    files = (_FOLDER / f"{part}.{kind}" for part in ("elements", *parts))
    return "".join(file.read_text(encoding="utf-8") for file in files)
