"""The page on which officers draft a briefing, make it theirs and take it along as a file."""

import datetime
import re
from functools import partial

import streamlit as st

from assistant.briefing.briefing import Scope, SectionKind
from assistant.briefing.composition import brief
from assistant.briefing.editing import section_text
from assistant.briefing.exporting.formats import FORMATS
from ui import opened
from ui.components.notice import said_plainly
from ui.components.section import show_section
from ui.drafting import Draft, draft
from ui.filters import years
from vectorstore.edition import Edition

_DRAFT, _EDITED = "briefing_draft", "briefing_being_edited"
_LONGEST_TOPIC = 200
_NOT_IN_A_NAME = re.compile(r"[^\w-]+")


def show() -> None:
    """Draw the page. A draft stays until another takes its place."""
    st.title("Briefing")
    with said_plainly():
        edition = opened.library().current()
        opened.warm_up()
        _take_topic(edition)
        drafted: Draft | None = st.session_state.get(_DRAFT)
        if drafted is None:
            st.markdown(
                "Type a topic to draft its history: what was said and decided at each meeting, "
                "what is still asked for, and what the minutes do not say. Every statement keeps "
                "its source."
            )
            return
        _show_downloads(drafted)
        for place, kind in enumerate(drafted.order):
            _show_section(drafted, kind, place)


def _take_topic(edition: Edition) -> None:
    earliest, latest = years(edition.coverage())
    councils, committees = edition.councils(), edition.committees()
    with st.form("briefing_topic", enter_to_submit=True):
        topic = st.text_input("Topic", max_chars=_LONGEST_TOPIC, placeholder="e-scooters")
        council = (
            st.selectbox("Council", councils, index=None, placeholder="All councils")
            if len(councils) > 1
            else None
        )
        chosen = st.multiselect("Committees", committees, placeholder="All committees")
        with st.container(horizontal=True):
            since = _date("From", earliest, latest)
            until = _date("Until", earliest, latest)
        pressed = st.form_submit_button("Draft the briefing", type="primary")
    if not pressed:
        return
    if not topic.strip():
        st.warning("Type a topic first.")
        return
    scope = Scope(
        topic=topic.strip(), council=council, committees=tuple(chosen), since=since, until=until
    )
    with st.spinner("Searching the minutes…"):
        st.session_state[_DRAFT] = draft(brief(edition, scope, datetime.date.today()))
    st.session_state.pop(_EDITED, None)


def _date(label: str, earliest: datetime.date, latest: datetime.date) -> datetime.date | None:
    picked = st.date_input(
        label, value=None, min_value=earliest, max_value=latest, format="DD/MM/YYYY"
    )
    return picked if isinstance(picked, datetime.date) else None


def _show_downloads(drafted: Draft) -> None:
    chosen = drafted.chosen()
    name = _NOT_IN_A_NAME.sub("-", chosen.scope.topic).strip("-").lower() or "briefing"
    with st.container(horizontal=True, vertical_alignment="center"):
        for each in FORMATS:
            st.download_button(
                each.name,
                partial(each.write, chosen),
                file_name=f"{name}{each.suffix}",
                mime=each.media_type,
                icon=":material/download:",
                type="primary" if each is FORMATS[0] else "secondary",
                on_click="ignore",
            )
    st.caption("Notes are numbered anew in the file, in the order of what is left in it.")


def _show_section(drafted: Draft, kind: SectionKind, place: int) -> None:
    title = drafted.drafted(kind).title
    left_out = kind in drafted.left_out
    with st.container(border=True):
        if left_out:
            st.text(f"{title} (left out)")
        elif st.session_state.get(_EDITED) is kind:
            _edit(drafted, kind)
            return
        else:
            show_section(drafted.section(kind), drafted.briefing, key=f"section_{kind}")
        with st.container(horizontal=True):
            _button(title, "Move up", drafted.moved(kind, -1), kind, disabled=place == 0)
            last = place == len(drafted.order) - 1
            _button(title, "Move down", drafted.moved(kind, 1), kind, disabled=last)
            _button(title, "Put back" if left_out else "Leave out", drafted.turned(kind), kind)
            if left_out:
                return
            st.button(
                "Edit", key=f"edit_{kind}", help=f"Edit: {title}", type="tertiary",
                on_click=_begin_edit, args=(kind,),
            )  # fmt: skip
            if kind in drafted.edits:
                _button(title, "Undo the edits", drafted.restored(kind), kind)


def _button(
    title: str, words: str, outcome: Draft, kind: SectionKind, *, disabled: bool = False
) -> None:
    st.button(
        words, key=f"{words}_{kind}", help=f"{words}: {title}", type="tertiary",
        disabled=disabled, on_click=_keep, args=(outcome,),
    )  # fmt: skip


def _edit(drafted: Draft, kind: SectionKind) -> None:
    section = drafted.section(kind)
    shown = drafted.edits.get(kind, section_text(section))
    with st.form(f"edit_form_{kind}"):
        text = st.text_area(section.title, shown, height=400, key=f"text_{kind}")
        st.caption("A number in square brackets is a note; a line that begins with # is a heading.")
        with st.container(horizontal=True):
            kept = st.form_submit_button("Keep", type="primary")
            dropped = st.form_submit_button("Cancel")
    if kept:
        _keep(drafted.rewritten(kind, text))
    if kept or dropped:
        del st.session_state[_EDITED]
        st.rerun()


def _begin_edit(kind: SectionKind) -> None:
    st.session_state[_EDITED] = kind


def _keep(outcome: Draft) -> None:
    st.session_state[_DRAFT] = outcome
