"""Following a site from its address to the published library, against a site on loopback."""

import datetime as dt
from collections.abc import Callable

import pytest

from ingest.reading_room import ReadingRoom
from ingest.report import IngestReport, Outcome
from ingest.sites.job import planned, refresh
from ingest.sites.settings import SiteSettings
from tests.ingest.sites.moderngov import (
    COUNCIL,
    CROSSINGS,
    SCRUTINY,
    SHELL,
    Attached,
    Fault,
    Item,
    Meeting,
    Simulator,
)
from vectorstore.errors import EmptyLibrary, SettingsError
from vectorstore.following import Followed, open_following
from vectorstore.library import Library
from vectorstore.records import Document

Refresh = Callable[..., IngestReport]
TODAY = dt.datetime.now(dt.UTC).date()
HALF_A_YEAR_AGO = TODAY - dt.timedelta(days=180)
LAST_WEEK = TODAY - dt.timedelta(days=7)


def ferry(**changes: str) -> Item:
    told = {"minutes": "<p>1. Mr Thrale said that the ferry was out of service.</p>"} | changes
    return Item(id="801", title="Chain ferry", number="1.", **told)  # type: ignore[arg-type]


def bridge() -> Item:
    return Item(
        id="802",
        title="Swing bridge",
        number="2.",
        minutes="<p><b>RESOLVED</b> that the bridge be\npainted green.</p>",
    )


def sitting(number: int, date: dt.date = dt.date(2024, 6, 4), **changes: object) -> Meeting:
    meeting = Meeting(id=str(number), date=date, items=[ferry(), bridge()])
    for name, value in changes.items():
        setattr(meeting, name, value)
    return meeting


@pytest.fixture
def run(site: Simulator, library: Library, hurried: SiteSettings, room: ReadingRoom) -> Refresh:
    """Follows the site, or one page of it, and returns the report."""

    def follow(page: str | None = None, **limits: object) -> IngestReport:
        site.forget_requests()
        wanted = Followed(address=page or site.address, **limits)  # type: ignore[arg-type]
        return refresh(library, [wanted], hurried, room)

    return follow


def outcomes(report: IngestReport) -> dict[str, int]:
    return {outcome.value: count for outcome, count in report.documents.items() if count}


def titles(document: Document) -> list[str | None]:
    return [item.title for item in document.meetings[0].items if item.number]


def words(document: Document) -> str:
    return " ".join(document.words(p.start, p.end) for _, _, p in document.paragraphs())


# --- Both ways of reading a site -----------------------------------------------------------


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


# --- What is not for the public, or not there yet ------------------------------------------


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


# --- Looking again -------------------------------------------------------------------------


@pytest.mark.parametrize("service", [True, False])
def test_a_second_look_asks_only_for_what_may_have_changed(
    site: Simulator, run: Refresh, library: Library, service: bool
) -> None:
    site.service = service
    agenda = [Item(id="805", title="Chain ferry")]
    site.put(
        CROSSINGS,
        sitting(5001, dt.date(2023, 1, 10)),
        sitting(5002, LAST_WEEK, items=[bridge()]),
        sitting(5003, HALF_A_YEAR_AGO, items=agenda, published=False),
    )
    edition = run().edition
    report = run()
    assert outcomes(report) == {"unchanged": 2, "skipped": 1}
    assert report.edition == edition
    assert [site.count(f"Id={meeting}") for meeting in (5001, 5002, 5003)] == [0, 1, 1]


@pytest.mark.parametrize("service", [True, False])
def test_new_and_changed_minutes_come_in_by_an_update(
    site: Simulator, run: Refresh, library: Library, service: bool
) -> None:
    site.service = service
    agenda = [Item(id="805", title="Chain ferry")]
    site.put(
        CROSSINGS,
        sitting(5001, LAST_WEEK),
        sitting(5002, HALF_A_YEAR_AGO, items=agenda, published=False),
    )
    run()
    changed = ferry(minutes="<p>1. Mr Thrale said that the ferry ran again.</p>")
    site.put(CROSSINGS, sitting(5001, LAST_WEEK, items=[changed]), sitting(5002, HALF_A_YEAR_AGO))
    site.put(CROSSINGS, sitting(5003, TODAY))
    assert outcomes(run()) == {"added": 2, "updated": 1}
    assert "ran again" in words(library.current().document(site.page_of("5001")))


def test_pages_are_asked_whether_they_have_changed(site: Simulator, run: Refresh) -> None:
    site.service = False
    plan = "1. Aims\n\nThe crossings stay open."
    printed = sitting(5001, LAST_WEEK, items=[Item(id="801", title="x")], printed=plan)
    site.put(CROSSINGS, printed)
    item = bridge()
    item.attached = [Attached(id="9001", title="Crossings Plan")]
    site.put(CROSSINGS, sitting(5002, LAST_WEEK, items=[item]))
    run(attachments=True)
    assert outcomes(run(attachments=True)) == {"unchanged": 3}
    sent = [each.headers for each in site.asked if "s9001" in each.path]
    assert all(headers.get("If-None-Match") for headers in sent)


@pytest.mark.parametrize("service", [True, False])
def test_a_meeting_that_neither_list_nor_page_has_any_more_is_taken_out(
    site: Simulator, run: Refresh, library: Library, service: bool
) -> None:
    site.service = service
    site.put(CROSSINGS, sitting(5001), sitting(5002, dt.date(2024, 7, 2)))
    first = run().edition
    del site.meetings["5001"]
    report = run()
    assert outcomes(report) == {"removed": 1, "unchanged": 1}
    assert report.edition != first
    names = [each.name for each in library.current().documents()]
    assert names == [site.page_of("5002")]
    assert outcomes(run()) == {"unchanged": 1}


def test_minutes_that_the_web_service_says_are_withheld_are_taken_out(
    site: Simulator, run: Refresh, library: Library
) -> None:
    site.put(CROSSINGS, sitting(5001, LAST_WEEK), sitting(5002, LAST_WEEK, items=[bridge()]))
    run()
    site.meetings["5001"][1].shown = False
    assert outcomes(run()) == {"removed": 1, "unchanged": 1}
    assert len(library.current().documents()) == 1


@pytest.mark.parametrize("service", [True, False])
def test_a_meeting_that_only_the_list_has_lost_stays(
    site: Simulator, run: Refresh, library: Library, service: bool
) -> None:
    site.service = service
    site.put(CROSSINGS, sitting(5001), sitting(5002, dt.date(2024, 7, 2)))
    run()
    site.meetings["5001"][1].listed = False
    assert outcomes(run()) == {"unchanged": 2}
    assert len(library.current().documents()) == 2


FAULTS = (
    Fault(status=500),
    Fault(status=403),
    Fault(status=404),
    Fault(status=429, headers={"Retry-After": "0"}),
    Fault(status=302, headers={"Location": "http://169.254.169.254/"}),
    Fault(body=SHELL.encode()),
    Fault(body=b"<html><title>Oops</title><p>Something went wrong."),
    Fault(body=b"<?xml version='1.0'?><meeting><meetingid>1</meetingid></meeting>"),
    Fault(body=b"<html>\0"),
    Fault(body=b""),
)


@pytest.mark.parametrize("service", [True, False])
def test_no_fault_takes_anything_out(
    site: Simulator, run: Refresh, library: Library, service: bool
) -> None:
    site.service = service
    site.put(CROSSINGS, sitting(5001, LAST_WEEK), sitting(5002, LAST_WEEK, items=[bridge()]))
    run()
    for fault in FAULTS:
        site.fault("5001", fault)
        report = run()
        assert outcomes(report) == {"failed": 1, "unchanged": 1}, fault
        assert report.failures[0].document == site.page_of("5001")
        assert len(library.current().documents()) == 2
        assert [each.source for each in library.current().failures()] == [site.page_of("5001")]
    site.fault("5001", None)
    assert outcomes(run()).keys() <= {"unchanged", "updated"}
    assert library.current().failures() == []


def test_a_web_service_in_trouble_does_not_have_its_minutes_replaced_by_those_of_the_page(
    site: Simulator, run: Refresh, library: Library
) -> None:
    site.put(CROSSINGS, sitting(5001, LAST_WEEK))
    run()
    site.fault("GetMeeting?", Fault(status=503))
    assert outcomes(run()) == {"failed": 1}
    site.fault("GetMeeting?", Fault(status=403))
    assert outcomes(run()) == {"updated": 1}


@pytest.mark.parametrize(
    "fault", [Fault(status=503), Fault(body=SHELL.encode())], ids=["503", "shell"]
)
def test_a_site_that_gives_no_lists_is_one_failure_and_takes_nothing_out(
    site: Simulator, run: Refresh, library: Library, fault: Fault
) -> None:
    site.put(CROSSINGS, sitting(5001))
    run()
    site.fault("/", fault)
    report = run()
    assert outcomes(report) == {"failed": 1}
    assert report.failures[0].document == site.address
    assert len(library.current().documents()) == 1


def test_a_document_that_cannot_be_read_is_one_failure_and_the_others_go_in(
    site: Simulator, run: Refresh, library: Library
) -> None:
    site.service = False
    scanned = sitting(5001, items=[Item(id="801", title="Chain ferry")], printed="Words.")
    site.put(CROSSINGS, scanned, sitting(5002, dt.date(2024, 7, 2)))
    site.fault("documents/g5001", Fault(body=b"%PDF-1.4 broken"))
    report = run()
    assert outcomes(report) == {"failed": 1, "added": 1}
    [failure] = library.current().failures()
    assert failure.source == site.page_of("5001")


def test_a_committee_whose_list_fails_is_one_failure_and_the_others_go_on(
    site: Simulator, run: Refresh, library: Library
) -> None:
    site.put(CROSSINGS, sitting(5001))
    site.put(SCRUTINY, sitting(6001, items=[bridge()]))
    run()
    site.put(SCRUTINY, sitting(6002, dt.date(2024, 7, 2)))
    for part in ("lCommitteeId=144", "CId=144&Year"):
        site.fault(part, Fault(status=500))
    report = run()
    assert outcomes(report) == {"failed": 1, "added": 1, "unchanged": 1}
    assert report.failures[0].reason.startswith("Crossings Committee: The site is in trouble")
    assert len(library.current().documents()) == 3


def test_what_was_withdrawn_comes_back_when_it_is_listed_again(
    site: Simulator, run: Refresh, library: Library
) -> None:
    site.put(CROSSINGS, sitting(5001), sitting(5002, items=[bridge()]))
    run()
    committee, withdrawn = site.meetings.pop("5001")
    assert outcomes(run())["removed"] == 1
    site.meetings["5001"] = (committee, withdrawn)
    assert outcomes(run())["added"] == 1
    assert len(library.current().documents()) == 2


def test_a_page_followed_by_itself_goes_only_while_the_site_answers(
    site: Simulator, run: Refresh, library: Library
) -> None:
    site.put(CROSSINGS, sitting(5001), sitting(5002, dt.date(2024, 7, 2), items=[bridge()]))
    page = site.page_of("5001")
    run(site.page_of("5002"))
    run(page)
    site.fault("/", Fault(status=404))
    assert outcomes(run(page)) == {"failed": 1}
    site.fault("/", None)
    del site.meetings["5001"]
    assert outcomes(run(page)) == {"removed": 1}
    assert len(library.current().documents()) == 1


def test_a_site_that_fails_again_and_again_is_left_alone(site: Simulator, run: Refresh) -> None:
    site.service = False
    site.put(CROSSINGS, *(sitting(5000 + number) for number in range(20)))
    site.fault("ieListDocuments", Fault(status=503))
    report = run()
    assert report.documents[Outcome.FAILED] == 6
    assert "left alone" in report.failures[-1].reason
    site.fault("ieListDocuments", None)
    assert outcomes(run())["added"] + outcomes(run()).get("duplicate", 0) >= 1


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
