"""The job that is being done on the library, told at the head of the page wherever it was begun."""

import streamlit as st

from ui import people
from ui.components.job import show_job
from ui.components.listing import show_listing
from ui.components.notice import said_plainly
from ui.library.jobs import Failed, Job, Jobs, Stopped, Work
from ui.library.telling import outcome_listing

_SEEN = "library_job_seen"
# Seconds after which the progress of a job is drawn again.
_PAUSE = 1.0


@st.cache_resource(show_spinner=False)
def jobs() -> Jobs:
    """The jobs of this server."""
    return Jobs()


def begin(title: str, work: Work) -> None:
    """Begin a job and draw the page again with it.

    Raises:
        LibraryLocked: another one has not ended.
    """
    jobs().begin(title, people.person().name, work)
    st.rerun()


def is_busy() -> bool:
    """Whether nothing else can be begun."""
    return jobs().running is not None


def show_work() -> None:
    """Draw the last job, unless it has ended and the person is done with it."""
    job = jobs().last
    if job is None or job.begun_at == st.session_state.get(_SEEN):
        return
    if job.outcome is None:
        st.fragment(_show_running, run_every=_PAUSE)(job)
    else:
        _show_ended(job)


def _show_running(job: Job) -> None:
    show_job(job, key="library_job")
    st.button("Stop", icon=":material/stop:", disabled=not job.can_be_stopped, on_click=job.stop)
    if job.outcome is not None:
        st.rerun()


def _show_ended(job: Job) -> None:
    show_job(job, key="library_job")
    listing = outcome_listing(job.outcome)
    if listing is not None:
        show_listing(*listing, caption=job.title, key="library_job_listing")
    with st.container(horizontal=True):
        if isinstance(job.outcome, Stopped | Failed):
            again = "Go on" if isinstance(job.outcome, Stopped) else "Try again"
            st.button(again, type="primary", on_click=_go_on, disabled=is_busy())
        st.button("Close", on_click=_close, args=(job,))


def _go_on() -> None:
    with said_plainly():
        jobs().again(people.person().name)


def _close(job: Job) -> None:
    st.session_state[_SEEN] = job.begun_at
