"""Runs that are finished, read once for all who look at them."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TypeVar

import streamlit as st

from eval.comparison import Comparison, compare
from eval.reports.writing import Format
from eval.runs import SUMMARY, Run, read_run

T = TypeVar("T")


def finished_run(folder: Path) -> Run:
    """The run of a folder, as it is now."""
    return _read(folder, (folder / SUMMARY).stat().st_mtime_ns)


def comparison(before: Path, after: Path) -> Comparison:
    """Two runs compared, as they are now."""
    changed = [(folder / SUMMARY).stat().st_mtime_ns for folder in (before, after)]
    return _compare(before, after, changed)


def show_downloads(of: T, formats: Sequence[Format[T]], name: str) -> None:
    """A button for each kind of file; nothing is written until it is pressed."""
    with st.container(horizontal=True):
        for each in formats:
            st.download_button(
                each.name,
                partial(each.write, of),
                file_name=f"{name}{each.suffix}",
                mime=each.media_type,
                icon=":material/download:",
                on_click="ignore",
            )


@st.cache_resource(show_spinner=False, max_entries=8)
def _read(folder: Path, changed: int) -> Run:
    return read_run(folder)


@st.cache_resource(show_spinner="Comparing…", max_entries=4)
def _compare(before: Path, after: Path, changed: Sequence[int]) -> Comparison:
    return compare(finished_run(before), finished_run(after))
