"""Following councils' web sites: what is followed, looking at it again, and following another."""

import datetime
from collections.abc import Sequence
from functools import partial

import streamlit as st

from ingest.limits import ReadingLimits
from ingest.reading_room import ReadingRoom
from ingest.report import IngestReport
from ingest.sites.addresses import host_of, place_of
from ingest.sites.job import planned, refresh
from ingest.sites.planning import WITHDRAWN, Plan
from ingest.sites.settings import SiteSettings
from ui import opened
from ui.components.choices import chosen, show_choices
from ui.components.listing import show_listing
from ui.library.jobs import Tell
from ui.library.telling import limit_words, looked_words
from ui.library.work import begin, is_busy
from ui.wording import count_words, date_words
from vectorstore.following import Followed, open_following
from vectorstore.library import Library
from vectorstore.settings import from_environment

_REMOVALS = "library_unfollow"


def show_sites() -> None:
    """Draw what is followed, and the form to follow more."""
    with open_following(opened.library().settings.home) as following:
        listed = [(each, following.count(each)) for each in following.followed()]
        withdrawn = sorted(
            {
                (visit.visited_at, visit.source)
                for each, _ in listed
                for visit in following.visits(each).values()
                if visit.found == WITHDRAWN
            },
            reverse=True,
        )
    _show_followed(listed)
    _take_site()
    if withdrawn:
        words = count_words(len(withdrawn), "document was", "documents were")
        with st.expander(f"{words} withdrawn by the sites and taken out"):
            rows = [[source, date_words(at.date())] for at, source in withdrawn]
            show_listing(["Address", "Taken out"], rows, caption="Withdrawn", key="withdrawn")


def _show_followed(listed: Sequence[tuple[Followed, int]]) -> None:
    if not listed:
        st.text("No site is followed yet.")
        return
    columns = ["Source", "Limits", "Documents", "Last looked at (UTC)"]
    rows = [
        [each.address, limit_words(each) or "All of it", f"{documents:,}", looked_words(each)]
        for each, documents in listed
    ]
    show_listing(columns, rows, caption="Sites that are followed", key="followed")
    followed = [each for each, _ in listed]
    if st.button("Update all", icon=":material/sync:", disabled=is_busy()):
        begin(
            f"Updating {count_words(len(followed), 'source')}",
            partial(_refresh, opened.library(), followed),
        )

    def unfollow() -> None:
        gone = followed[int(chosen(_REMOVALS) or 0)]
        with open_following(opened.library().settings.home) as following:
            following.unfollow(gone)

    with st.expander("Follow one no longer"):
        st.caption("What the library has of it stays.")
        names = {
            str(at): ", ".join(filter(None, (each.address, limit_words(each))))
            for at, each in enumerate(followed)
        }
        show_choices(
            names, label="Follow no longer", action="Remove", key=_REMOVALS, on_chosen=unfollow
        )


def _take_site() -> None:
    st.subheader("Follow a site")
    with st.form("library_follow", enter_to_submit=False):
        address = st.text_input(
            "Address", placeholder="https://democracy.example.gov.uk",
            help="Of a ModernGov site, of a committee's list, or of one page.",
        )  # fmt: skip
        with st.container(horizontal=True):
            committee = st.text_input("Committee", placeholder="All committees")
            since = st.date_input(
                "Meetings since", value=None, format="DD/MM/YYYY",
                min_value=datetime.date(1970, 1, 1), max_value=datetime.date.today(),
            )  # fmt: skip
        attachments = st.checkbox("Read attached agreements, plans and strategies too")
        with st.container(horizontal=True):
            followed = st.form_submit_button("Follow", type="primary", disabled=is_busy())
            looked = st.form_submit_button("Only say what it would fetch", disabled=is_busy())
    if not (followed or looked):
        return
    if not address.strip():
        st.warning("Type an address first.")
        return
    place = place_of(address.strip())
    wanted = Followed(
        address=place.address,
        committee=committee.strip() or None,
        since=since if isinstance(since, datetime.date) else None,
        attachments=attachments,
    )
    library, host = opened.library(), host_of(place.address)
    if looked:
        begin(f"Looking at {host}", partial(_planned, library, wanted))
    else:
        begin(f"Following {host}", partial(_refresh, library, [wanted]))


def _refresh(library: Library, wanted: Sequence[Followed], tell: Tell) -> IngestReport:
    settings = from_environment(SiteSettings)
    with ReadingRoom(from_environment(ReadingLimits)) as room:
        return refresh(library, wanted, settings, room, progress=tell)


def _planned(library: Library, wanted: Followed, tell: Tell) -> Plan:
    return planned(library, wanted, from_environment(SiteSettings), progress=tell)
