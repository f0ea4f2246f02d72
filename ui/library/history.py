"""The editions that are kept, and going back to an earlier one."""

import streamlit as st

from ui import opened
from ui.components.listing import show_listing
from ui.library.work import is_busy
from ui.wording import moment_words
from vectorstore.editions import EditionInfo

_ASKED = "library_rollback_asked"


def show_history() -> None:
    """Draw the editions, newest first, and the way back."""
    library = opened.library()
    kept, current = library.editions(), library.current_name()
    if not kept:
        st.text("Nothing has been published yet.")
        return
    rows = [
        [
            f"{each.name} (current)" if each.name == current else each.name,
            moment_words(each.published_at),
            *(f"{count:,}" for count in (each.documents, each.meetings, each.passages)),
        ]
        for each in kept
    ]
    columns = ["Edition", "Published (UTC)", "Documents", "Meetings", "Passages"]
    show_listing(columns, rows, caption="Editions that are kept", key="editions")
    st.caption(
        "Every change of the library makes an edition; answers name the one that they come from. "
        f"The last {library.settings.keep_editions} are kept."
    )
    others = {each.name: each for each in kept if each.name != current}
    if others:
        _offer_rollback(others)


def _offer_rollback(others: dict[str, EditionInfo]) -> None:
    st.subheader("Go back")
    name = st.selectbox(
        "Edition",
        list(others),
        format_func=lambda each: f"{each}, published {moment_words(others[each].published_at)}",
    )
    if st.session_state.get(_ASKED) != name:
        st.button("Go back to it", on_click=_ask, args=(name,), disabled=is_busy())
        return
    st.text(
        f"Everybody's next question will be asked of edition {name}. What came in later is not "
        "searched then; the later editions stay and can be gone back to."
    )
    with st.container(horizontal=True):
        if st.button("Yes, go back", type="primary", disabled=is_busy()):
            _ask(None)
            opened.library().rollback(name)
            st.rerun()
        st.button("No, stay", on_click=_ask, args=(None,))


def _ask(name: str | None) -> None:
    st.session_state[_ASKED] = name
