"""The same minutes from several sources are cited once, whichever came first."""

import itertools
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.vectorstore.conftest import open_quickly
from tests.vectorstore.documents import HIGHWAYS, Written, minutes
from vectorstore.library import Library
from vectorstore.records import MeetingStatus
from vectorstore.sameness import Standing, sitting, standings
from vectorstore.staging import Placed

ITEMS: dict[str, Sequence[str]] = {
    "Ferry fares": [
        "The Ferry Manager said that fares would rise by 4% in April, the first rise in 3 years.",
        "RESOLVED that the fares be agreed.",
    ],
    "Harbour lights": ["Mr Pell asked when the lights on the north quay would be mended."],
}


def marked(written: Written, *, status: MeetingStatus | None = None, cut: bool = False) -> Written:
    """Minutes as a draft or approved, or with their last item cut off."""
    [meeting] = written.document.meetings
    *others, last = meeting.items
    meeting = replace(meeting, status=status, items=(*others, replace(last, cut_off=cut)))
    return replace(written, document=replace(written.document, meetings=(meeting,)))


PRINTED = minutes("printed.pdf", ITEMS)
PAPERS = minutes("papers.pdf", ITEMS)
DRAFT = marked(
    minutes("draft.pdf", {**ITEMS, "Harbour lights": ["Mr Pell asked when the lamps on the north "
            "quay would be mended."]}),
    status=MeetingStatus.DRAFT,
)  # fmt: skip
APPROVED = marked(minutes("approved.pdf", ITEMS), status=MeetingStatus.APPROVED)
PAGE = marked(
    minutes("page.html", {**ITEMS, "Harbour lights": ["Mr Pell asked when the lights"]}), cut=True
)
OTHER = minutes("other.pdf", {"Ferry fares": ["The fares were discussed at length."]})
ELSEWHERE = minutes("elsewhere.pdf", ITEMS, committee=HIGHWAYS)
ALL = (PRINTED, PAPERS, DRAFT, APPROVED, PAGE, OTHER, ELSEWHERE)


def shown(*written: Written) -> set[str]:
    """The names of those that are cited."""
    found: dict[str, Standing] = {}
    for _, group in itertools.groupby(
        sorted(written, key=lambda each: sitting(each.document)),
        lambda each: sitting(each.document),
    ):
        found |= standings(each.document for each in group)
    return {
        each.document.name
        for each in written
        if found[each.document.digest].shown_as == each.document.digest
    }


def test_what_is_approved_is_cited_and_not_the_draft_though_a_word_was_corrected() -> None:
    assert shown(DRAFT, APPROVED) == shown(APPROVED, DRAFT, PAPERS) == {"approved.pdf"}


def test_other_words_of_the_same_day_and_the_same_words_of_another_body_stay() -> None:
    assert shown(PRINTED, OTHER) == {"printed.pdf", "other.pdf"}
    assert shown(PRINTED, ELSEWHERE) == {"printed.pdf", "elsewhere.pdf"}


def test_another_figure_makes_other_minutes() -> None:
    fares = [words.replace("4%", "5%") for words in ITEMS["Ferry fares"]]
    corrected: dict[str, Sequence[str]] = {**ITEMS, "Ferry fares": fares}
    assert len(shown(PRINTED, minutes("second.pdf", corrected))) == 2


def test_two_meetings_of_a_site_are_two_whatever_they_say() -> None:
    page = "https://council.example/ieListDocuments.aspx?CId=144&MId="
    one, two = (
        replace(each, document=replace(each.document, url=f"{page}{meeting}&Ver=4"))
        for meeting, each in ((5001, PRINTED), (5002, PAPERS))
    )
    assert len(shown(one, two)) == 2
    assert len(shown(one, PAPERS)) == 1


def test_without_a_date_only_the_very_same_words_are_the_same_minutes() -> None:
    undated = [minutes(f"{name}.txt", ITEMS, on=None) for name in ("one", "two")]
    assert len(shown(*undated)) == 1
    assert len(shown(undated[0], PRINTED)) == 2


def test_minutes_that_are_whole_are_cited_and_not_a_page_that_cuts_them_off() -> None:
    assert shown(PAGE, PRINTED) == {"printed.pdf"}


def test_an_item_that_is_cut_off_is_replaced_by_the_page_of_the_item(
    quick_library: Library,
) -> None:
    whole = minutes("item.html", {"Harbour lights": ITEMS["Harbour lights"]})
    [meeting] = whole.document.meetings
    [item] = meeting.items
    meeting = replace(meeting, items=(replace(item, number="2"),))
    whole = replace(whole, document=replace(whole.document, meetings=(meeting,)))
    put(quick_library, PAGE)
    assert found(quick_library, "north quay lights") == {"page.html": True}
    put(quick_library, whole)
    assert found(quick_library, "north quay lights") == {"item.html": False, "page.html": False}
    withdraw(quick_library, whole)
    assert found(quick_library, "north quay lights") == {"page.html": True}


def found(library: Library, question: str) -> dict[str, bool]:
    """The documents that are found, and whether an item of theirs that is found is cut off."""
    told: dict[str, bool] = {}
    for hit in library.current().search(question, limit=20):
        reference = hit.passage.reference
        told[reference.document] = told.get(reference.document, False) or reference.cut_off
    return told


def put(library: Library, *documents: Written) -> list[Placed]:
    with library.revise() as revision:
        placed = [each.put(revision) for each in documents]
        revision.publish()
    return placed


def withdraw(library: Library, *documents: Written) -> None:
    with library.revise() as revision:
        for each in documents:
            revision.withdraw(f"/minutes/{each.document.name}")
        revision.publish()


def test_a_draft_makes_room_and_comes_back_when_what_was_approved_is_withdrawn(
    quick_library: Library,
) -> None:
    assert put(quick_library, DRAFT, APPROVED, PAPERS) == [
        Placed.ADDED, Placed.ADDED, Placed.DUPLICATE,
    ]  # fmt: skip
    edition = quick_library.current()
    assert [one.name for one in edition.documents()] == ["approved.pdf"]
    assert edition.document("/minutes/draft.pdf") == APPROVED.document
    assert quick_library.verify() == []
    withdraw(quick_library, APPROVED, PAPERS)
    assert quick_library.current().document("draft.pdf") == DRAFT.document
    assert quick_library.original(DRAFT.document.digest) == DRAFT.original


def test_all_addresses_of_the_same_minutes_are_known(quick_library: Library) -> None:
    address = "https://council.example/draft.pdf"
    draft = replace(DRAFT, document=replace(DRAFT.document, url=address))
    put(quick_library, draft, APPROVED)
    told = quick_library.current().origins("approved.pdf")
    assert [(one.source, one.address, one.status, one.cited) for one in told] == [
        ("/minutes/approved.pdf", None, MeetingStatus.APPROVED, True),
        ("/minutes/draft.pdf", address, MeetingStatus.DRAFT, False),
    ]


def test_erasing_minutes_erases_every_version_of_them(quick_library: Library) -> None:
    put(quick_library, DRAFT, APPROVED, OTHER)
    quick_library.forget("approved.pdf")
    edition = quick_library.current()
    assert [one.name for one in edition.documents()] == ["other.pdf"]
    catalogue = Path(quick_library.settings.home, "editions", edition.name, "catalogue.sqlite")
    assert b"north quay" not in catalogue.read_bytes()


def state(library: Library) -> tuple[object, ...]:
    """All that a library holds, without the order in which it came."""
    edition = library.current()
    held = [edition.document(one.name) for one in edition.documents()]
    places = sorted((one.source, one.cited) for each in held for one in edition.origins(each.name))
    ids = sorted(
        each.id
        for document in held
        for each in edition.passages_at(document.name, 0, len(document.text))
    )
    return sorted(held, key=lambda each: each.name), places, ids


@settings(
    max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    order=st.permutations(ALL),
    gone=st.sets(st.sampled_from(range(len(ALL))), max_size=4),
)
def test_what_a_library_holds_is_the_same_in_whichever_order_it_came(
    order: Sequence[Written], gone: set[int], tmp_path_factory: pytest.TempPathFactory
) -> None:
    came, afresh = (open_quickly(tmp_path_factory.mktemp("home") / "home") for _ in range(2))
    put(came, *order)
    leaving = [ALL[index] for index in sorted(gone)]
    withdraw(came, *leaving)
    put(afresh, *(each for each in ALL if each not in leaving))
    assert state(came) == state(afresh)
