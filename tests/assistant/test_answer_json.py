"""The JSON of an answer: scripts rely on its keys and their order."""

import json
from dataclasses import replace
from datetime import date

from assistant.answer import (
    Answer,
    AnswerSentence,
    AnswerStatus,
    Citation,
    Composer,
    Seconds,
    SentenceKind,
)
from assistant.answer_json import answer_json
from tests.assistant.invented import passage
from vectorstore.found import Coverage, Filters, Only

PASSAGE = passage("The ferry had been late on 40 days.")
ANSWER = Answer(
    question="and the ferry?",
    standalone_question="the ferry",
    status=AnswerStatus.ANSWERED,
    text="The ferry had been late on 40 days. [1]",
    sentences=(
        AnswerSentence(
            text="The ferry had been late on 40 days.",
            citations=(1,),
            kind=SentenceKind.SAID,
            meeting="m1",
        ),
    ),
    citations=(
        Citation(
            number=1,
            quote=PASSAGE.text,
            start=PASSAGE.start,
            end=PASSAGE.end,
            passage=PASSAGE.id,
            reference=PASSAGE.reference,
            exact=True,
        ),
    ),
    coverage=Coverage(
        meetings=2,
        documents=3,
        committees=("Cabinet",),
        first_date=date(2021, 10, 14),
        last_date=None,
        undated=1,
        unreadable=0,
    ),
    filters=Filters(committee="Cabinet", since=date(2021, 1, 1)),
    edition="000012",
    composer=Composer.EXTRACTIVE,
    seconds=Seconds(total=0.21049, find=0.05),
)


def test_an_answer_has_the_keys_of_the_contract_in_their_order() -> None:
    given = answer_json(ANSWER)
    assert (
        list(given)
        == (
            "schema question standalone_question status text sentences citations coverage filters "
            "edition composer model removed_sentences tokens evidence_score seconds"
        ).split()
    )
    [sentence] = given["sentences"]
    assert list(sentence) == ["text", "citations", "kind", "meeting"]
    [citation] = given["citations"]
    assert (
        list(citation)
        == (
            "number quote exact start end document title council committee date item item_title "
            "paragraph page url passage status"
        ).split()
    )
    assert (
        list(given["coverage"])
        == ("meetings documents committees first_date last_date unreadable").split()
    )
    assert given["seconds"] == {"total": 0.21, "find": 0.05}


def test_dates_are_iso_and_what_is_not_recorded_is_null() -> None:
    given = answer_json(ANSWER)
    [citation] = given["citations"]
    assert (citation["date"], citation["url"], citation["title"]) == ("2021-10-14", None, None)
    assert (citation["status"], citation["item"], citation["paragraph"]) == ("approved", "88", "3")
    assert given["coverage"]["first_date"] == "2021-10-14"
    assert given["coverage"]["last_date"] is None
    assert given["model"] is None


def test_only_the_filters_in_force_are_named() -> None:
    assert answer_json(ANSWER)["filters"] == {"committee": "Cabinet", "since": "2021-01-01"}
    assert answer_json(replace(ANSWER, filters=Filters()))["filters"] == {}
    decided = replace(ANSWER, filters=Filters(only=Only.DECIDED))
    assert answer_json(decided)["filters"] == {"only": "decided"}


def test_an_answer_survives_json() -> None:
    given = answer_json(ANSWER)
    assert json.loads(json.dumps(given)) == given


def test_the_runs_of_a_sentence_join_to_its_text_with_what_is_emphasised_marked() -> None:
    [sentence] = ANSWER.sentences
    assert sentence.runs == ((sentence.text, False),)
    marked = replace(sentence, text="Some 40 of 50.", emphasis=((5, 7), (11, 13)))
    assert marked.runs == (
        ("Some ", False), ("40", True), (" of ", False), ("50", True), (".", False),
    )  # fmt: skip
    assert replace(marked, text="40", emphasis=((0, 2),)).runs == (("40", True),)
