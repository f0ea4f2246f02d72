"""The lists and replies of a web service, as values."""

import datetime as dt
from pathlib import Path

import pytest

from ingest.sites import web_service
from ingest.sites.addresses import Site
from ingest.sites.listing import Committee, ListedMeeting, chosen, is_agreement, within
from ingest.sites.reply import NotFetched
from tests.ingest.sites.rendering import SHELL
from vectorstore.errors import SettingsError

SITE = Site(root="https://democracy.marlshire.example/")
AUDIT = Committee(id="144", name="Audit Committee")
FIXTURE = Path(__file__).parents[1] / "fixtures/meeting_reply.xml"
SHARED = Path(__file__).parents[3] / "../shared/moderngov_xml"


def committees(*listed: str) -> list[Committee]:
    return web_service.committees(f"<committees>{''.join(listed)}</committees>".encode())


def test_expired_committees_are_listed_and_deleted_ones_are_not() -> None:
    listed = [
        f"<committee><committeeid>{n}</committeeid><committeetitle>C &amp;amp; {n}</committeetitle>"
        f"<committeedeleted>{deleted}</committeedeleted><committeeexpired>True</committeeexpired>"
        "</committee>"
        for n, deleted in ((1, "False"), (2, "True"))
    ]
    assert committees(*listed) == [Committee(id="1", name="C & 1")]


def test_what_is_attached_is_told_with_the_item_and_a_clean_address() -> None:
    reply = web_service.meeting(FIXTURE.read_bytes(), SITE, "5120")
    [plan] = reply.attachments
    assert plan.title == "Crossings Plan 2024-27"
    assert plan.address == f"{SITE.root}documents/s9001/Crossings%20Plan%202024-27.pdf?T=9"
    assert plan.item == f"{SITE.root}mgAi.aspx?ID=802"


def test_nothing_restricted_is_kept_of_a_reply() -> None:
    kept = web_service.meeting(FIXTURE.read_bytes(), SITE, "5120").content.decode()
    assert "second ferry" in kept
    for secret in ("slipway", "90,000", "A price was named", "dispute", "asked for more"):
        assert secret not in kept


@pytest.mark.parametrize("content", [SHELL.encode(), b"", b"<error>No</error>", b"Forbidden"])
def test_what_is_no_reply_is_not_taken_for_one(content: bytes) -> None:
    with pytest.raises(NotFetched):
        web_service.committees(content)
    with pytest.raises(NotFetched):
        web_service.meetings(content, SITE, AUDIT)
    with pytest.raises(NotFetched):
        web_service.meeting(content, SITE, "1")
    with pytest.raises(NotFetched):
        web_service.attachment_address(content, SITE)


def test_a_reply_about_another_meeting_is_refused() -> None:
    with pytest.raises(NotFetched, match="another meeting"):
        web_service.meeting(FIXTURE.read_bytes(), SITE, "1")


def test_a_restricted_attachment_has_no_address() -> None:
    reply = b"<attachment><url>/x.pdf</url><isrestricted>True</isrestricted></attachment>"
    with pytest.raises(NotFetched, match="restricted"):
        web_service.attachment_address(reply, SITE)


def test_a_committee_is_chosen_by_its_name_or_else_by_a_part_of_it() -> None:
    listed = [Committee(id=str(n), name=name) for n, name in enumerate(
        ("Scrutiny Committee", "Health Scrutiny Committee", "Cabinet")
    )]  # fmt: skip
    assert [each.id for each in chosen(listed, "scrutiny  committee")] == ["0"]
    assert [each.id for each in chosen(listed, "scrutiny")] == ["0", "1"]
    assert chosen(listed, None) == listed
    with pytest.raises(SettingsError, match="no committee “Parks”"):
        chosen(listed, "Parks")


def test_meetings_are_filtered_by_day_again_and_undated_ones_pass() -> None:
    days = [dt.date(2024, 1, 1), None, dt.date(2023, 1, 1), dt.date(2025, 1, 1)]
    listed = [
        ListedMeeting(id=str(n), address="", committee=AUDIT, date=day)
        for n, day in enumerate(days)
    ]
    found = within(listed, dt.date(2023, 6, 1), dt.date(2024, 6, 1))
    assert [each.id for each in found] == ["1", "0"]


@pytest.mark.parametrize(
    ("title", "agreed"),
    [
        ("Community Safety Agreement 2024", True),
        ("Draft Crossings Strategy", True),
        ("Appendix A - Ferry Plan", True),
        ("Planning application", False),
        ("Site Plan", False),
        ("Forward Plan of Key Decisions", False),
    ],
)
def test_agreements_are_known_by_their_titles(title: str, agreed: bool) -> None:
    assert is_agreement(title) is agreed


def test_real_replies_are_read() -> None:
    if not SHARED.is_dir():
        pytest.skip("the real replies are not beside this checkout")
    listed = web_service.committees((SHARED / "committees.xml").read_bytes())
    assert AUDIT in listed
    meetings = web_service.meetings((SHARED / "meetings.xml").read_bytes(), SITE, AUDIT)
    assert [(each.id, each.cancelled, str(each.date)) for each in meetings] == [
        ("4966", True, "2026-01-13"), ("4967", False, "2026-02-10"),
    ]  # fmt: skip
    minuted = web_service.meeting((SHARED / "meeting_with_minutes.xml").read_bytes(), SITE, "4967")
    assert (minuted.minuted, minuted.published, minuted.cancelled) == (True, True, False)
    empty = web_service.meeting((SHARED / "meeting_no_minutes.xml").read_bytes(), SITE, "4966")
    assert (empty.minuted, empty.cancelled) == (False, True)
