"""Whatever a site answers, it is read or refused: nothing else is raised."""

from collections.abc import Callable
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.sites import pages, web_service
from ingest.sites.addresses import Site, cleaned, place_of
from ingest.sites.listing import Committee
from ingest.sites.reply import NotFetched
from ingest.sites.robots import read_robots
from ingest.sites.whole_page import attended, attendees, completed
from vectorstore.errors import SettingsError

SITE = Site(root="https://democracy.marlshire.example/")
COMMITTEE = Committee(id="1", name="Crossings Committee")
READERS: dict[str, Callable[[bytes], object]] = {
    "committees": web_service.committees,
    "meetings": lambda content: web_service.meetings(content, SITE, COMMITTEE),
    "meeting": lambda content: web_service.meeting(content, SITE, "1"),
    "attachment": lambda content: web_service.attachment_address(content, SITE),
    "committees page": pages.committees,
    "meetings page": lambda content: pages.meetings(content, SITE, COMMITTEE),
    "meeting page": lambda content: pages.meeting(content, SITE),
    "whole page": lambda content: completed(content, SITE, {}),
    "attendance": lambda content: attended(content, attendees(content)),
    "robots": read_robots,
}
PIECES = st.sampled_from(
    [
        "<meeting>", "</meeting>", "<meetingid>1</meetingid>", "<agendaitems>", "<agendaitem>",
        "<minutesnonemptyhtmlbody>", "&lt;p&gt;", "&amp;lt;", "&#x1F;", "<committees>",
        "<committee>", '<!DOCTYPE x [<!ENTITY a "b">]>', "<!--", "<table>", "<tr>", "<td>", "</td>",
        "<p>Minutes:</p>", "<p class='mgAiTitleTxt'>", "<title>A on Monday, 99 May 2025</title>",
        "<a href='mgAi.aspx?ID=[1'>view the full minutes text for item 1</a>",
        "<a href='http://[x'>Printed minutes</a>", "User-agent: *\nDisallow: /*$\n",
        "<a href='ieListDocuments.aspx?MId=1'>31 Feb 2025</a>",
    ]
)  # fmt: skip
CONTENT = st.binary(max_size=200) | st.lists(PIECES, max_size=20).map("".join).map(str.encode)


@pytest.mark.parametrize("reader", READERS)
@given(
    content=st.binary(max_size=200) | st.lists(PIECES, max_size=20).map(" ".join).map(str.encode)
)
def test_wild_content_is_read_or_refused(reader: str, content: bytes) -> None:
    with suppress(NotFetched):
        READERS[reader](content)


@given(st.text(max_size=60).map("https://{}".format) | st.text(max_size=40))
def test_wild_addresses_are_cleaned_once_for_all_or_refused(address: str) -> None:
    try:
        clean = cleaned(address)
        place_of(address)
    except SettingsError:
        return
    assert cleaned(clean) == clean
    assert not any(letter.isspace() for letter in clean)
