"""What is in the library: how it is spread over committees and years, and what was not read."""

from collections.abc import Iterable, Sequence

import streamlit as st

from ui import opened
from ui.components.coverage import chosen_place, show_coverage
from ui.components.listing import show_listing
from ui.library.coverage import NOT_RECORDED, Chart, Place, chart, meetings_in
from ui.library.telling import failures_csv
from ui.pages import meetings
from ui.wording import count_words, date_words, scope_words
from vectorstore.edition import Edition
from vectorstore.holdings import DocumentSummary, Failure, Sitting
from vectorstore.records import DocumentKind

_CHART, _CHOSEN = "library_chart", "library_chart_chosen"


def show_holdings() -> None:
    """Draw what the current edition holds, or that there is none yet."""
    if opened.library().current_name() is None:
        st.text("The library is empty. Add files, or follow a council's web site.")
        return
    edition = opened.library().current()
    sittings = edition.sittings()
    shown = chart(sittings)
    st.text(f"The library holds {scope_words(edition.coverage())}. Edition {edition.name}.")
    if shown.rows:
        _show_chart(shown, sittings)
    _show_undated(shown.undated)
    _show_agreements(edition.documents())
    _show_failures(edition)


def _show_chart(shown: Chart, sittings: Sequence[Sitting]) -> None:
    chosen: Place | None = st.session_state.get(_CHOSEN)
    st.subheader("Meetings by committee and year")
    gaps = count_words(shown.gaps, "year") + " without a meeting, between years with some"
    told = f"“none” marks {gaps}. " if shown.gaps else ""
    st.caption(f"{told}Choose a number to see its meetings.")

    def choose() -> None:
        place = chosen_place(shown, _CHART)
        st.session_state[_CHOSEN] = None if place == chosen else place

    show_coverage(
        shown, chosen, caption="Meetings by committee and year", key=_CHART, on_chosen=choose
    )
    if chosen is not None:
        _show_meetings(meetings_in(sittings, chosen), chosen)


def _show_meetings(found: Sequence[Sitting], place: Place) -> None:
    title = f"{place.committee or NOT_RECORDED}, {place.year}"
    rows = [[date_words(each.date), each.document] for each in found]
    show_listing(["Date", "Document"], rows, caption=title, key="library_chosen_meetings")
    narrowed = {"committee": place.committee, "year": str(place.year)}
    st.page_link(
        st.Page(meetings.show, title="Meetings", url_path="meetings"),
        label="Read them on the page of meetings",
        icon=":material/arrow_forward:",
        query_params={name: value for name, value in narrowed.items() if value},
    )


def _show_undated(undated: Sequence[Sitting]) -> None:
    if not undated:
        return
    with st.expander(count_words(len(undated), "meeting") + " without a recorded date"):
        rows = [[each.document, each.committee or "Not recorded"] for each in undated]
        show_listing(
            ["Document", "Committee"], rows, caption="Meetings without a date", key="undated"
        )


def _show_agreements(documents: Iterable[DocumentSummary]) -> None:
    found = [each for each in documents if each.kind is DocumentKind.AGREEMENT]
    if not found:
        return
    words = count_words(
        len(found), "agreement, plan or strategy", "agreements, plans and strategies"
    )
    with st.expander(words):
        rows = [[each.title or each.name, each.council or "Not recorded"] for each in found]
        show_listing(["Title", "Council"], rows, caption="Agreements", key="agreements")


def _show_failures(edition: Edition) -> None:
    failures: list[Failure] = edition.failures()
    st.subheader("What could not be read")
    if not failures:
        st.text("Everything that was given could be read.")
        return
    rows = [[each.document, each.reason] for each in failures]
    show_listing(["Document", "Reason"], rows, caption="What could not be read", key="failures")
    st.download_button(
        "Download as a spreadsheet (CSV)",
        # The mark by which spreadsheets know the encoding.
        ("\ufeff" + failures_csv(failures)).encode(),
        file_name="not-read.csv",
        mime="text/csv",
        on_click="ignore",
    )
