"""What is being done to the library, and what was done, drawn as text and never as Markdown."""

from pathlib import Path

import streamlit as st

from ui.library.jobs import Job
from ui.library.telling import job_view

_FOLDER = Path(__file__).parent
_job = st.components.v2.component(
    "minutes_job",
    js=(_FOLDER / "job.js").read_text(encoding="utf-8"),
    css=(_FOLDER / "job.css").read_text(encoding="utf-8"),
)


def show_job(job: Job, *, key: str) -> None:
    """Draw how far a job is, or how it ended."""
    _job(key=key, data=job_view(job))
