"""Following a site from its address to the published library, against a site on loopback."""

import datetime as dt

import pytest

from ingest.sites.job import planned
from ingest.sites.settings import SiteSettings
from tests.ingest.sites.following import (
    LAST_WEEK,
    TODAY,
    Refresh,
    bridge,
    ferry,
    outcomes,
    sitting,
    titles,
    words,
)
from tests.ingest.sites.moderngov import Fault, Simulator
from tests.ingest.sites.published import COUNCIL, CROSSINGS, SCRUTINY, Attached, Item
from tests.ingest.sites.rendering import SHELL
from vectorstore.errors import EmptyLibrary, SettingsError
from vectorstore.following import Followed, open_following
from vectorstore.library import Library


@pytest.mark.parametrize("service", [True, False])
def test_a_committee_is_read_by_its_web_service_or_by_its_pages(
    site: Simulator, run: Refresh, library: Library, service: bool
) -> None:
    site.service = service
    site.put(CROSSINGS, sitting(5001), sitting(5002, dt.date(2024, 7, 2)))
    site.put(SCRUTINY, sitting(6001))
    report = run(committee="Crossings Committee")
    assert outcomes(report) == {"added": 2}
    document = library.current().document(site.page_of("5001"))
    [meeting] = document.meetings
    assert (meeting.council, meeting.committee) == (COUNCIL, "Crossings Committee")
    assert (meeting.date, meeting.venue) == (dt.date(2024, 6, 4), "Ferry Room")
    assert (meeting.chair, meeting.present) == (
        "Ada Fenn", ("Ada Fenn", "Bill Thrale"),
    )  # fmt: skip
    assert (meeting.in_attendance, meeting.apologies) == (("Oona Quill",), ("Ivy Lark",))
    assert titles(document) == ["Chain ferry", "Swing bridge"]
    assert "RESOLVED that the bridge be painted green." in words(document)
    assert document.name == document.url == site.page_of("5001")
    cited = library.current().search("painted green")[0].passage.reference
    assert (cited.url, cited.item) == (site.page_of("5001"), "2")


@pytest.mark.parametrize("service", [True, False])
def test_only_the_days_asked_for_are_read_though_the_site_ignores_them(
    site: Simulator, run: Refresh, library: Library, service: bool
) -> None:
    site.service = service
    months = (5, 6, 7, 8)
    site.put(CROSSINGS, *(sitting(5000 + month, dt.date(2024, month, 1)) for month in months))
    run(since=dt.date(2024, 6, 1), until=dt.date(2024, 7, 31))
    dates = [str(each.date) for each in library.current().documents()]
    assert sorted(dates) == ["2024-06-01", "2024-07-01"]
    assert site.count("5005") == site.count("5008") == 0


def test_meetings_to_come_are_not_asked_for(site: Simulator, run: Refresh) -> None:
    site.put(CROSSINGS, sitting(5001, TODAY + dt.timedelta(days=3)))
    assert outcomes(run()) == {}
    assert site.count("5001") == 0


@pytest.mark.parametrize("status", [403, 404, 500])
def test_a_web_service_that_is_switched_off_leads_to_the_pages(
    site: Simulator, run: Refresh, library: Library, status: int
) -> None:
    site.put(CROSSINGS, sitting(5001))
    site.fault("/mgWebService.asmx", Fault(status=status))
    assert outcomes(run()) == {"added": 1}
    assert titles(library.current().document(site.page_of("5001")))[0] == "Chain ferry"


def test_an_error_shell_in_place_of_the_web_service_leads_to_the_pages(
    site: Simulator, run: Refresh
) -> None:
    site.put(CROSSINGS, sitting(5001))
    site.fault("/mgWebService.asmx", Fault(body=SHELL.encode()))
    assert outcomes(run()) == {"added": 1}


@pytest.mark.parametrize("service", [True, False])
def test_printed_minutes_are_read_where_there_are_no_others(
    site: Simulator, run: Refresh, library: Library, service: bool
) -> None:
    site.service = service
    printed = "MINUTES of a meeting.\n\nPRESENT: Mrs A Fenn\n\n1. Chain ferry\n\nMr Thrale spoke."
    empty = [Item(id="801", title="Chain ferry")]
    site.put(CROSSINGS, sitting(5001, items=empty, printed=printed))
    assert outcomes(run()) == {"added": 1}
    document = library.current().document(site.page_of("5001"))
    assert "Mr Thrale spoke." in words(document)
    assert document.url is not None
    assert document.url.endswith(".pdf?T=1")
    assert document.meetings[0].committee == "Crossings Committee"


def test_an_item_that_the_page_cuts_off_is_completed_from_its_own_page(
    site: Simulator, run: Refresh, library: Library
) -> None:
    site.service = False
    site.put(CROSSINGS, sitting(5001, items=[ferry(), bridge()]))
    site.meetings["5001"][1].items[0].cut_off = True
    run()
    document = library.current().document(site.page_of("5001"))
    assert not any(item.cut_off for item in document.meetings[0].items)
    assert "the ferry was out of service" in words(document)


def test_an_item_whose_own_page_fails_stays_cut_off_and_is_looked_at_again(
    site: Simulator, run: Refresh, library: Library
) -> None:
    site.service = False
    site.put(CROSSINGS, sitting(5001, LAST_WEEK))
    site.meetings["5001"][1].items[0].cut_off = True
    site.fault("mgAi.aspx", Fault(body=b"\0"))
    site.fault("mgMeetingAttendance", Fault(status=500))
    assert any("is cut off" in each for each in run().warnings)
    assert library.current().document(site.page_of("5001")).meetings[0].items[1].cut_off
    site.fault("mgAi.aspx", None)
    assert outcomes(run()) == {"updated": 1}
    assert not library.current().document(site.page_of("5001")).meetings[0].items[1].cut_off


def test_one_page_can_be_followed_by_itself(
    site: Simulator, run: Refresh, library: Library
) -> None:
    site.put(CROSSINGS, sitting(5001))
    page = site.page_of("5001")
    assert outcomes(run(page)) == {"added": 1}
    [meeting] = library.current().document(page).meetings
    assert (meeting.committee, meeting.council) == ("Crossings Committee", COUNCIL)
    assert meeting.date == dt.date(2024, 6, 4)


@pytest.mark.parametrize(
    "page", ["mgAi.aspx?ID=802", "ieIssueDetails.aspx?IId=802", "ieDecisionDetails.aspx?AIId=802"]
)
def test_the_page_of_an_item_can_be_followed_by_itself(
    site: Simulator, run: Refresh, library: Library, page: str
) -> None:
    site.put(CROSSINGS, sitting(5001))
    address = site.address + page
    assert outcomes(run(address)) == {"added": 1}
    document = library.current().document(address)
    assert "painted green" in words(document)
    assert [item.title for item in document.meetings[0].items] == ["Swing bridge"]


def test_the_list_of_one_committee_can_be_followed(site: Simulator, run: Refresh) -> None:
    site.put(CROSSINGS, sitting(5001))
    site.put(SCRUTINY, sitting(6001))
    assert outcomes(run(f"{site.address}ieListMeetings.aspx?CommitteeId=150")) == {"added": 1}
    assert site.count("5001") == 0


def test_a_committee_that_the_site_has_not_is_refused_with_those_it_has(
    site: Simulator, run: Refresh, library: Library
) -> None:
    site.put(CROSSINGS, sitting(5001))
    with pytest.raises(SettingsError, match="it has: Crossings Committee"):
        run(committee="Highways")
    with open_following(library.settings.home) as following:
        assert following.followed() == []


def test_nothing_restricted_is_read_kept_or_counted_as_minutes(
    site: Simulator, run: Refresh, library: Library
) -> None:
    secret = Item(
        id="803", title="Sale of a slipway", number="3.", minutes="<p>£90,000.</p>", restricted=True
    )
    hidden = Item(id="804", title="A dispute", number="4.", minutes="<p>No.</p>", shown=False)
    site.put(CROSSINGS, sitting(5001, items=[ferry(), secret, hidden]))
    assert f"{site.page_of('5001')}: 2 items are restricted and left out." in run().warnings
    document = library.current().document(site.page_of("5001"))
    kept = library.original(document.digest).decode() + document.text
    for word in ("slipway", "90,000", "dispute"):
        assert word not in kept
    assert [item.restricted for item in document.meetings[0].items if item.number] == [
        False, True, True,
    ]  # fmt: skip


@pytest.mark.parametrize("service", [True, False])
def test_cancelled_meetings_and_those_without_minutes_are_skipped_with_the_reason(
    site: Simulator, run: Refresh, service: bool
) -> None:
    site.service = service
    agenda = [Item(id="805", title="Chain ferry")]
    site.put(
        CROSSINGS,
        sitting(5001, items=[], status="Cancelled"),
        sitting(5002, dt.date(2024, 7, 2), items=agenda, published=False),
        sitting(5003, dt.date(2024, 8, 6)),
    )
    report = run()
    assert outcomes(report) == {"added": 1, "skipped": 2}
    told = "\n".join(report.warnings)
    assert "Crossings Committee: cancelled, so skipped: 4 June 2024." in told
    assert "no minutes yet, so skipped; `minutes update` looks again: 2 July 2024." in told
    assert site.count("5001") == 0


def test_attached_plans_are_read_when_asked_for_and_taken_out_when_withdrawn(
    site: Simulator, run: Refresh, library: Library
) -> None:
    item = bridge()
    item.attached = [
        Attached(id="9001", title="Crossings Plan 2024-27"),
        Attached(id="9002", title="Bridge Strategy", address_told=False),
        Attached(id="9003", title="Secret Agreement", restricted=True),
        Attached(id="9004", title="Report on the bridge"),
        Attached(id="9005", title="Site Plan"),
    ]
    site.put(CROSSINGS, sitting(5001, LAST_WEEK, items=[item]))
    assert outcomes(run()) == {"added": 1}
    assert outcomes(run(attachments=True)) == {"unchanged": 1, "added": 2}
    plans = [each for each in library.current().documents() if each.kind == "agreement"]
    assert sorted(each.title or "" for each in plans) == [
        "Bridge Strategy", "Crossings Plan 2024-27",
    ]  # fmt: skip
    assert site.count("9003") == 0
    [strategy] = [each.name for each in plans if each.title == "Bridge Strategy"]
    attached_to = library.current().document(strategy).attached_to
    assert attached_to == f"{site.address}mgAi.aspx?ID=802"
    item.attached[0].restricted = True
    assert outcomes(run(attachments=True)) == {"unchanged": 2, "removed": 1}
    titles_left = [each.title for each in library.current().documents()]
    assert "Crossings Plan 2024-27" not in titles_left


def test_a_dry_run_reads_and_remembers_nothing(
    site: Simulator, library: Library, hurried: SiteSettings
) -> None:
    site.put(CROSSINGS, sitting(5001), sitting(5002, status="Cancelled"))
    plan = planned(library, Followed(address=site.address), hurried)
    assert [each.address for each in plan.due] == [site.page_of("5001")]
    assert [each.id for each in plan.cancelled] == ["5002"]
    assert site.count("GetMeeting?") == site.count("ieListDocuments") == 0
    with pytest.raises(EmptyLibrary):
        library.current()
    with open_following(library.settings.home) as following:
        assert following.followed() == []
