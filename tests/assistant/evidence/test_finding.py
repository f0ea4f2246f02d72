"""What is found for a question: weighed by its telling words, leaning to the meeting it names."""

import pytest

from assistant.evidence.finding import Findings, find
from assistant.evidence.weighing import mentions, share
from tests.assistant.found import part_of, term
from vectorstore.edition import Edition
from vectorstore.found import NO_FILTERS, Filters
from vectorstore.keywords import Term
from vectorstore.records import ParagraphKind
from vectorstore.stems import stems


def found(edition: Edition, question: str, filters: Filters = NO_FILTERS) -> Findings:
    return find(edition, part_of(question), filters)


def test_candidates_come_best_first_with_their_exact_place(edition: Edition) -> None:
    findings = found(edition, "what was said about youth hubs")
    scores = [candidate.score for candidate in findings.candidates]
    assert scores == sorted(scores, reverse=True)
    for candidate in findings.candidates[:20]:
        held = candidate.passage
        raw = held.raw[candidate.start - held.start : candidate.end - held.start]
        assert " ".join(raw.split()) == candidate.words
        assert 0 <= candidate.own <= 1
        assert 0 <= candidate.coverage <= 1


def test_words_of_asking_are_no_topic_unless_there_are_no_others(edition: Edition) -> None:
    assert [one.word for one in found(edition, "the decision on libraries").terms] == ["libraries"]
    assert [one.word for one in found(edition, "decisions").terms] == ["decisions"]


def test_the_date_of_the_meetings_asked_for_is_no_topic_and_the_year_of_a_figure_is(
    edition: Edition,
) -> None:
    decided = found(edition, "what did the Cabinet decide about libraries in October 2023?")
    assert "October" not in [one.word for one in decided.terms]
    assert "October" in [one.word for one in found(edition, "libraries in October 1999").terms]
    counted = found(edition, "how many libraries were there in 2023?")
    assert "2023" in [one.word for one in counted.terms]


def test_a_question_for_a_whole_meeting_is_told_from_one_for_a_matter(edition: Edition) -> None:
    assert found(edition, "what did the Cabinet decide in July 2024?").of_a_meeting
    assert not found(edition, "what did the Cabinet decide about the bypass?").of_a_meeting
    assert not found(edition, "what was decided about buses in July 2024?").of_a_meeting


def test_rare_words_tell_more_than_common_ones(edition: Edition) -> None:
    weights = found(edition, "Council culvert").weights
    assert weights["culvert"] > weights["Council"]


def test_what_no_passage_holds_is_unknown(edition: Edition) -> None:
    findings = found(edition, "libraries of Zanzibar")
    assert [one.word for one in findings.unknown] == ["Zanzibar"]
    assert 0 < findings.known_share < 1
    assert found(edition, "Zanzibar").known_share == 0.0
    assert found(edition, "???").known_share == 0.0


def test_a_meeting_named_in_passing_comes_first_and_hides_no_other(edition: Edition) -> None:
    findings = found(edition, "what did the Cabinet decide about libraries in October 2023?")
    best = findings.candidates[0].passage.reference
    assert (best.committee, str(best.date)) == ("Cabinet", "2023-10-12")
    assert len({hit.passage.reference.meeting for hit in findings.hits}) > 1


def test_filters_in_force_hold_whatever_the_words_name(edition: Edition) -> None:
    castermouth = Filters(council="Castermouth City Council")
    findings = found(edition, "what did the Cabinet say about e-scooters in 2023", castermouth)
    assert findings.hits
    assert {hit.passage.reference.council for hit in findings.hits} == {castermouth.council}


def test_who_was_there_matters_only_to_questions_that_may_ask_it(edition: Edition) -> None:
    def attendance(question: str) -> bool:
        kinds = {hit.passage.reference.kind for hit in found(edition, question).hits}
        return ParagraphKind.ATTENDANCE in kinds

    assert not attendance("what was said by Superintendent Haverstock")


@pytest.mark.parametrize("words", ["", "?!", "🙂", "the of and", "\0"])
def test_words_that_say_nothing_have_no_terms(edition: Edition, words: str) -> None:
    assert found(edition, words).terms == ()


def test_a_share_counts_the_weight_of_known_words_only() -> None:
    terms = (term("ferry"), term("pier"), term("Zanzibar", passages=0))
    weights = {"ferry": 3.0, "pier": 1.0, "Zanzibar": 9.0}
    assert share(stems("The ferries were late."), terms, weights) == 0.75
    assert share(stems("The pier and the ferry of Zanzibar"), terms, weights) == 1.0
    assert share(stems("Rain fell."), terms, weights) == 0.0
    assert share(stems("Zanzibar"), terms[2:], weights) == 0.0


def test_a_term_is_mentioned_in_any_of_its_wordings() -> None:
    asb = Term(word="ASB", phrases=("ASB", "anti-social behaviour"), passages=2)
    assert mentions(stems("Anti-social behaviour had fallen."), asb)
    assert mentions(stems("Reports of ASB"), asb)
    assert not mentions(stems("social behaviour"), asb)


def test_what_heads_a_paragraph_is_said_of_its_sentences_and_is_none_itself(
    edition: Edition,
) -> None:
    candidates = found(edition, "how many serious violence offences with a knife?").candidates
    words = [candidate.words for candidate in candidates]
    assert "Serious violence." not in words
    [told] = [one for one in candidates if one.words.startswith("The number of offences with a")]
    assert told.own > 0.7
