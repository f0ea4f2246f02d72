"""What goes wrong at a site costs nothing that was read before."""

import datetime as dt

import pytest

from ingest.report import Outcome
from tests.ingest.sites.following import LAST_WEEK, Refresh, bridge, outcomes, sitting
from tests.ingest.sites.moderngov import Fault, Simulator
from tests.ingest.sites.published import CROSSINGS, SCRUTINY, Item
from tests.ingest.sites.rendering import SHELL
from vectorstore.library import Library

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


def test_a_site_that_fails_again_and_again_is_left_alone(site: Simulator, run: Refresh) -> None:
    site.service = False
    site.put(CROSSINGS, *(sitting(5000 + number) for number in range(20)))
    site.fault("ieListDocuments", Fault(status=503))
    report = run()
    assert report.documents[Outcome.FAILED] == 6
    assert "left alone" in report.failures[-1].reason
    site.fault("ieListDocuments", None)
    assert outcomes(run())["added"] + outcomes(run()).get("duplicate", 0) >= 1
