"""The measures against examples that were worked out by hand."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.answer import (
    Answer,
    AnswerSentence,
    AnswerStatus,
    Citation,
    Composer,
    SentenceKind,
)
from eval import measures
from eval.cases import Case, Evidence, Nugget
from tests.assistant.invented import passage
from vectorstore.records import NO_FILTERS, Coverage

# Two paragraphs of one document: 0 to 80 and 81 to the end.
TEXT = (
    "Mr Orrell said that the ferry had been late on 40 days. Mrs Vance asked why it was so. "
    "RESOLVED that the   ferry be replaced."
)
SAID, ASKED, DECIDED = (0, 55), (56, 86), (87, len(TEXT))
CASE = Case(
    id="ferry",
    question="the ferry",
    history=(),
    filters=NO_FILTERS,
    answerable=True,
    evidence=(
        Evidence(document="cabinet.txt", quote="the ferry had been late on 40 days", relevance=2),
        Evidence(document="cabinet.txt", quote="the ferry be replaced", relevance=1),
    ),
    nuggets=(
        Nugget(fact="Late on 40 days.", vital=True, match=("forty days", "40 days")),
        Nugget(fact="To be replaced.", vital=True, match=("replaced",)),
        Nugget(fact="In 2022–23.", vital=False, match=("2022–23",)),
        Nugget(fact="It was 'late'.", vital=False, match=("‘Late’",)),
    ),
    tags=(),
)
SILENT = replace(CASE, answerable=False, evidence=(), nuggets=())


def text_of(document: str) -> str:
    return {"cabinet.txt": TEXT}[document]


def paragraph_of(document: str, start: int, end: int) -> str:
    return text_of(document)[:86] if start < 87 else text_of(document)[87:]


def answer(
    *spans: tuple[int, int],
    text: str = "",
    status: AnswerStatus = AnswerStatus.ANSWERED,
    summary: str | None = None,
) -> Answer:
    held = passage(TEXT, start=0)
    sentence = AnswerSentence(
        text=summary or "", citations=(), kind=SentenceKind.SUMMARY, meeting=None
    )
    return Answer(
        question="",
        standalone_question="",
        status=status,
        text=text,
        sentences=(sentence,) if summary else (),
        citations=tuple(
            Citation(
                number=number,
                quote=" ".join(TEXT[start:end].split()),
                start=start,
                end=end,
                passage=held.id,
                reference=held.reference,
                exact=True,
            )
            for number, (start, end) in enumerate(spans, start=1)
        ),
        coverage=Coverage(
            meetings=1, documents=1, committees=(), first_date=None, last_date=None, undated=1,
            unreadable=0,
        ),
        edition="000001",
        composer=Composer.EXTRACTIVE,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "vital", "every"),
    [
        ("It was late on 40 days and is to be replaced. [1]", 1.0, 0.5),
        ("It was late on FORTY\u00a0 days.", 0.5, 0.25),
        ("In 2022-23 it was ’late’.", 0.0, 0.5),
        ("It was on time.", 0.0, 0.0),
    ],
)
def test_facts_are_proved_by_any_of_their_wordings(text: str, vital: float, every: float) -> None:
    assert measures.nugget_recall(CASE, answer(text=text), vital=True) == vital
    assert measures.nugget_recall(CASE, answer(text=text), vital=False) == every


def test_recall_does_not_apply_without_facts_or_without_an_answer_to_find() -> None:
    assert measures.nugget_recall(SILENT, answer(), vital=True) is None
    assert measures.nugget_recall(replace(CASE, nuggets=()), answer(), vital=False) is None
    none_vital = replace(CASE, nuggets=CASE.nuggets[2:])
    assert measures.nugget_recall(none_vital, answer(), vital=True) is None
    assert measures.nugget_recall(none_vital, answer(), vital=False) == 0.0


@pytest.mark.parametrize(
    ("spans", "precision"),
    [
        ([SAID], 1.0),
        ([ASKED], 1.0),  # the same paragraph as the evidence
        ([DECIDED], 0.5),
        ([SAID, DECIDED], 0.75),
    ],
)
def test_a_citation_earns_what_the_evidence_it_falls_on_is_worth(
    spans: list[tuple[int, int]], precision: float
) -> None:
    assert measures.evidence_precision(CASE, answer(*spans), paragraph_of) == precision


def test_a_citation_of_other_words_or_of_another_document_earns_nothing() -> None:
    elsewhere = replace(
        CASE, evidence=tuple(replace(one, document="other.txt") for one in CASE.evidence)
    )
    assert measures.evidence_precision(elsewhere, answer(SAID), paragraph_of) == 0.0
    late = replace(CASE, evidence=CASE.evidence[:1])
    assert measures.evidence_precision(late, answer(SAID, DECIDED), paragraph_of) == 0.5


def test_precision_does_not_apply_where_nothing_is_cited_or_nothing_is_there() -> None:
    assert measures.evidence_precision(CASE, answer(), paragraph_of) is None
    assert measures.evidence_precision(SILENT, answer(SAID), paragraph_of) is None


@pytest.mark.parametrize(
    ("status", "summary", "refused"),
    [
        (AnswerStatus.NOT_FOUND, None, 1.0),
        (AnswerStatus.PARTLY_ANSWERED, "The minutes give no figure for this.", 1.0),
        (AnswerStatus.PARTLY_ANSWERED, None, 0.0),  # it does not say what is missing
        (AnswerStatus.ANSWERED, None, 0.0),
        (AnswerStatus.MODEL_UNAVAILABLE, None, 0.0),
    ],
)
def test_only_not_found_or_naming_what_is_missing_refuses(
    status: AnswerStatus, summary: str | None, refused: float
) -> None:
    given = answer(SAID, status=status, summary=summary)
    assert measures.refused(SILENT, given) == refused
    assert measures.refused(CASE, given) is None


def test_an_answerable_case_without_a_citation_is_wrongly_refused() -> None:
    assert measures.wrongly_refused(CASE, answer(SAID)) == 0.0
    assert measures.wrongly_refused(CASE, answer()) == 1.0
    assert measures.wrongly_refused(CASE, answer(SAID, status=AnswerStatus.NOT_FOUND)) == 1.0
    assert measures.wrongly_refused(SILENT, answer()) is None


def test_exactness_compares_the_document_and_not_what_the_citation_claims() -> None:
    right = answer(SAID, DECIDED)
    assert measures.exactness(right, text_of) == 1.0
    first, second = right.citations
    moved = replace(right, citations=(replace(first, start=first.start + 1), second))
    assert measures.exactness(moved, text_of) == 0.5
    reworded = replace(right, citations=(replace(first, quote=first.quote.replace("40", "41")),))
    assert measures.exactness(reworded, text_of) == 0.0
    assert measures.exactness(answer(), text_of) is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2022–23", "2022-23"),
        ("self‑service", "self-service"),
        ("−5", "-5"),
        ("‘late’", "'late'"),
        ("the Council’s", "THE COUNCIL'S"),
        ("“so it  was”", '"so it\u00a0was"'),
        (" a\nb ", "a b"),
        ("Straße", "STRASSE"),
    ],
)
def test_case_space_dashes_and_quotation_marks_make_no_difference(one: str, other: str) -> None:
    assert measures.comparable(one) == measures.comparable(other)


@pytest.mark.parametrize(("one", "other"), [("40", "41"), ("£40", "40"), ("4.0", "40"), ("a", "b")])
def test_other_characters_do(one: str, other: str) -> None:
    assert measures.comparable(one) != measures.comparable(other)


@given(st.text())
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert measures.comparable(measures.comparable(text)) == measures.comparable(text)
