"""Every answer is tied to the exact words that it comes from."""

import re
from datetime import date
from itertools import pairwise

from assistant.answer import Answer, AnswerSentence, AnswerStatus, Composer, SentenceKind
from eval.cases import Case
from vectorstore.edition import Edition
from vectorstore.records import DECIDES
from vectorstore.wording import fold

Answers = list[tuple[Case, Answer]]


def test_every_quote_is_what_the_document_has_at_its_offsets(
    answers: Answers, edition: Edition
) -> None:
    cited = [citation for _, answer in answers for citation in answer.citations]
    assert len(cited) > len(answers)
    for citation in cited:
        text = edition.document(citation.reference.document).text
        assert citation.exact
        assert citation.quote == fold(text[citation.start : citation.end])
        held = edition.passage(citation.passage)
        assert held.start <= citation.start < citation.end <= held.end
        assert held.reference == citation.reference


def test_every_sentence_but_the_program_s_own_is_cited_from_its_meeting(answers: Answers) -> None:
    for _, answer in answers:
        by_number = {citation.number: citation for citation in answer.citations}
        assert list(by_number) == list(range(1, len(by_number) + 1))
        for sentence in answer.sentences:
            if sentence.kind is SentenceKind.SUMMARY:
                assert not sentence.citations
                continue
            assert sentence.citations
            for number in sentence.citations:
                assert by_number[number].reference.meeting == sentence.meeting
        used = {number for sentence in answer.sentences for number in sentence.citations}
        assert used == by_number.keys()


def test_nothing_is_said_that_is_not_in_its_quote(answers: Answers) -> None:
    for _, answer in answers:
        by_number = {citation.number: citation for citation in answer.citations}
        for sentence in _extracted(answer):
            assert any(sentence.text in by_number[number].quote for number in sentence.citations)


def test_sentences_stand_in_the_order_of_meetings_and_of_the_text(answers: Answers) -> None:
    for _, answer in answers:
        by_number = {citation.number: citation for citation in answer.citations}
        first = [by_number[sentence.citations[0]] for sentence in _extracted(answer)]
        dates = [citation.reference.date or date.max for citation in first]
        assert dates == sorted(dates)
        for one, next_one in pairwise(first):
            if one.reference.meeting == next_one.reference.meeting:
                assert one.start <= next_one.start


def test_a_sentence_is_decided_where_its_paragraph_decides(answers: Answers) -> None:
    kinds = set()
    for _, answer in answers:
        by_number = {citation.number: citation for citation in answer.citations}
        for sentence in _extracted(answer):
            decides = by_number[sentence.citations[0]].reference.kind in DECIDES
            assert (sentence.kind is SentenceKind.DECIDED) == decides
            kinds.add(sentence.kind)
    assert kinds == {SentenceKind.SAID, SentenceKind.DECIDED}


def test_the_text_holds_every_sentence_in_order_and_every_marker(answers: Answers) -> None:
    for _, answer in answers:
        at = 0
        for sentence in answer.sentences:
            at = answer.text.index(sentence.text, at) + len(sentence.text)
        markers = {int(number) for number in re.findall(r"\[(\d+)\]", answer.text)}
        assert markers >= {citation.number for citation in answer.citations}


def test_an_answer_says_how_it_ended_and_what_was_searched(
    answers: Answers, edition: Edition
) -> None:
    for case, answer in answers:
        assert bool(answer.citations) == (answer.status is not AnswerStatus.NOT_FOUND)
        assert answer.sentences
        assert (answer.edition, answer.composer) == (edition.name, Composer.EXTRACTIVE)
        assert (answer.model, answer.removed_sentences) == (None, 0)
        assert answer.coverage == edition.coverage(answer.filters)
        assert answer.question == case.question
        assert 0 < answer.seconds.find <= answer.seconds.total
        if answer.status is AnswerStatus.PARTLY_ANSWERED:
            assert any(sentence.kind is SentenceKind.SUMMARY for sentence in answer.sentences)


def _extracted(answer: Answer) -> list[AnswerSentence]:
    return [one for one in answer.sentences if one.kind is not SentenceKind.SUMMARY]
