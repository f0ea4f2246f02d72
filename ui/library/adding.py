"""Adding files to the library, with what their texts do not say of themselves."""

import datetime
from collections.abc import Sequence
from functools import partial
from pathlib import Path

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from ingest.archives import ARCHIVE_SUFFIX
from ingest.job import ingest
from ingest.limits import ReadingLimits
from ingest.metadata import Metadata
from ingest.readers import SUFFIXES
from ingest.report import IngestReport
from ui import opened
from ui.library import added
from ui.library.jobs import Tell
from ui.library.work import begin, is_busy, jobs
from ui.wording import count_words
from vectorstore.library import Library
from vectorstore.records import MeetingStatus
from vectorstore.settings import from_environment

_STATUS = {MeetingStatus.DRAFT: "Draft", MeetingStatus.APPROVED: "Approved"}
_LONGEST = 200


def show_adding() -> None:
    """Draw the form, and what has been added before."""
    with st.form("library_add", clear_on_submit=True, enter_to_submit=False):
        files = st.file_uploader(
            "Minutes, as files or archives of files",
            type=sorted(SUFFIXES | {ARCHIVE_SUFFIX}),
            accept_multiple_files=True,
            max_upload_size=_largest(),
        )
        with st.expander("What the files do not say"):
            given = _given()
        pressed = st.form_submit_button("Add to the library", type="primary", disabled=is_busy())
    if pressed and files:
        _add(files, given)
    elif pressed:
        st.warning("Choose one or more files first.")
    _show_added()


def _add(files: Sequence[UploadedFile], given: Metadata) -> None:
    # Before the files are kept: a job that is going on may be reading their namesakes.
    jobs().refuse_second()
    library = opened.library()
    uploads = [added.Upload(name=each.name, content=each.getvalue()) for each in files]
    paths = added.keep(library.settings.home, uploads, given)
    title = f"Adding {count_words(len(paths), 'file')}"
    begin(title, lambda tell: ingest(library, paths, progress=tell))


def _given() -> Metadata:
    st.caption("Leave empty what the files say themselves. What is given holds for all of them.")
    known = opened.library()
    edition = known.current() if known.current_name() is not None else None
    council = st.selectbox(
        "Council", edition.councils() if edition else (), index=None, accept_new_options=True,
        placeholder="As the files say", key="add_council",
    )  # fmt: skip
    committee = st.selectbox(
        "Committee", edition.committees() if edition else (), index=None, accept_new_options=True,
        placeholder="As the files say", key="add_committee",
    )  # fmt: skip
    with st.container(horizontal=True):
        day = st.date_input(
            "Date of the meeting", value=None, format="DD/MM/YYYY",
            min_value=datetime.date(1800, 1, 1), max_value=datetime.date(2200, 1, 1),
        )  # fmt: skip
        status = st.selectbox(
            "Status", list(_STATUS), index=None, placeholder="As the files say",
            format_func=_STATUS.__getitem__,
        )  # fmt: skip
    title = st.text_input("Title", max_chars=_LONGEST)
    return Metadata(
        council=_words(council),
        committee=_words(committee),
        date=day if isinstance(day, datetime.date) else None,
        title=_words(title),
        status=status,
    )


def _show_added() -> None:
    library = opened.library()
    kept = {each.name: each for each in added.added_files(library.settings.home)}
    if not kept:
        return
    with st.expander(f"{count_words(len(kept), 'file')} added so far"):
        name = st.selectbox("File", list(kept), index=None, placeholder="Search by name")
        st.caption(
            "What is taken out is deleted here and is not searched any more; earlier editions keep "
            "it. Reading all again is of use after the program has learned to read better."
        )
        with st.container(horizontal=True):
            pressed = st.button("Take it out", disabled=name is None or is_busy())
            if pressed and name is not None:
                begin(f"Taking out {name}", partial(_take_out, library, kept[name]))
            if st.button("Read all again", disabled=is_busy()):
                begin("Reading the added files again", partial(_read_again, library))


def _take_out(library: Library, file: Path, tell: Tell) -> IngestReport:
    added.erase(library.settings.home, [str(file)])
    here = added.folder(library.settings.home)
    return ingest(library, [here], prune=True, progress=tell)


def _read_again(library: Library, tell: Tell) -> IngestReport:
    return ingest(library, [added.folder(library.settings.home)], progress=tell)


def _words(typed: str | None) -> str | None:
    return (typed or "").strip()[:_LONGEST] or None


def _largest() -> int:
    """Megabytes that a file may have: what the server takes, and what is read of a file."""
    return min(
        int(st.get_option("server.maxUploadSize")), from_environment(ReadingLimits).reading_size
    )
