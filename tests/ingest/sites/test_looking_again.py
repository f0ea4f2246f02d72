"""What a second look at a site asks for, brings in and takes out."""

import datetime as dt

import pytest

from tests.ingest.sites.following import (
    HALF_A_YEAR_AGO,
    LAST_WEEK,
    TODAY,
    Refresh,
    bridge,
    ferry,
    outcomes,
    sitting,
    words,
)
from tests.ingest.sites.moderngov import Fault, Simulator
from tests.ingest.sites.published import CROSSINGS, Attached, Item
from vectorstore.library import Library


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
