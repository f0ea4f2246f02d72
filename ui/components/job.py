"""What is being done to the library, and what was done, drawn as text and never as Markdown."""

from ui.components.component import component
from ui.library.jobs import Job
from ui.library.telling import job_view

_job = component("job")


def show_job(job: Job, *, key: str) -> None:
    """Draw how far a job is, or how it ended."""
    _job(key=key, data=job_view(job))
