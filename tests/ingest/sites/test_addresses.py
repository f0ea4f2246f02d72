"""Addresses of sites and their pages."""

import pytest

from ingest.sites.addresses import Place, Site, cleaned, place_of
from vectorstore.errors import SettingsError

ROOT = "https://democracy.marlshire.example/"
SITE = Site(root=ROOT)


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        (" https://Democracy.Marlshire.example ", ROOT),
        (f"{ROOT}documents/s1/The Plan.pdf?T=9", f"{ROOT}documents/s1/The%20Plan.pdf?T=9"),
        (f"{ROOT}a\r\n b%20c.pdf#page=2", f"{ROOT}a%20b%20c.pdf"),
        (f"{ROOT}café.pdf", f"{ROOT}caf%C3%A9.pdf"),
    ],
)  # fmt: skip
def test_addresses_are_cleaned_of_what_pages_put_into_them(raw: str, clean: str) -> None:
    assert cleaned(raw) == clean
    assert cleaned(clean) == clean


@pytest.mark.parametrize(
    "address",
    [
        "file:///etc/passwd", "ftp://x.example/", "https://", "minutes.txt", "https://a:b@c.example",
        "https://x.example:99999/", "https://[::1", "javascript:void(0)",
    ],
)  # fmt: skip
def test_what_is_no_address_of_the_web_is_refused(address: str) -> None:
    with pytest.raises(SettingsError, match="not an address"):
        cleaned(address)
    assert SITE.link("javascript:void(0)") is None


@pytest.mark.parametrize(
    "address",
    [
        "https://democracy.marlshire.example",
        f"{ROOT}mgListCommittees.aspx",
        f"{ROOT}ieDocHome.aspx?bcr=1",
        f"{ROOT}mgWebService.asmx",
        f"{ROOT}mgWebService.asmx/GetCommittees",
    ],
)
def test_a_site_is_known_by_its_entrances(address: str) -> None:
    assert place_of(address) == Place(address=ROOT, site=SITE)


def test_a_site_may_live_in_a_folder() -> None:
    place = place_of("https://www.marlshire.example/moderngov")
    assert place.address == place.site.root == "https://www.marlshire.example/moderngov/"
    inside = place_of("https://www.marlshire.example/moderngov/ieListMeetings.aspx?CId=7")
    assert inside.site == place.site


@pytest.mark.parametrize(
    "page", ["ieListMeetings.aspx?CommitteeId=144", "mgCommitteeDetails.aspx?ID=144"]
)
def test_a_committee_is_known_by_its_pages(page: str) -> None:
    place = place_of(ROOT + page)
    assert (place.address, place.committee, place.page) == (
        f"{ROOT}ieListMeetings.aspx?CId=144&Year=0", "144", False,
    )  # fmt: skip


@pytest.mark.parametrize(
    "query", ["CId=144&MId=4967", "MId=4967&CId=144&Ver=4", "CId=144&MID=4967&J=1#AI1"]
)
def test_a_meeting_has_one_address_however_it_is_linked(query: str) -> None:
    place = place_of(f"{ROOT}ieListDocuments.aspx?{query}")
    assert place.address == f"{ROOT}ieListDocuments.aspx?CId=144&MId=4967&Ver=4"
    assert (place.committee, place.meeting, place.page) == ("144", "4967", True)


@pytest.mark.parametrize(
    "page",
    [
        "mgAi.aspx?ID=61",
        "ieIssueDetails.aspx?IId=5&PlanId=0",
        "ieDecisionDetails.aspx?AIId=61",
        "documents/g4967/Printed%20minutes.pdf?T=1",
    ],
)
def test_any_other_page_is_itself(page: str) -> None:
    place = place_of(ROOT + page)
    assert (place.address, place.site, place.page) == (ROOT + page, SITE, True)
