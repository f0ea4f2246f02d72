"""Who writes: a scripted chat model while it is borne out, extracts in its place when it is not."""

from collections.abc import Callable, Iterator

import pytest

from assistant.answer import AnswerSentence, AnswerStatus, Composer, SentenceKind
from assistant.composition import Evidence, Outcome, write
from assistant.evidence.finding import find
from assistant.evidence.judging import judge
from assistant.generative.chat_model import ChatModel, ModelUnavailable
from assistant.generative.prompts import REFUSAL
from assistant.numbering import Numbering
from assistant.understanding.question import understand
from vectorstore.edition import Edition
from vectorstore.found import NO_FILTERS

QUESTION = "what did the Cabinet decide about youth hubs in October 2023?"
HELD = "the number of youth hubs be reduced from twelve to seven from 1 April 2024"
BORNE_OUT = "It was resolved that the number of youth hubs be reduced from twelve to seven"
INVENTED = "Some 4,711 mermaids were drowned in Zanzibar"
FAILURE = "The chat model “scripted” cannot be reached."

Script = Callable[[str], Iterator[str]]
"""What a model says when it is given the marker of the passage that holds the decision."""


class Scripted(ChatModel):
    """A chat model that says what a test has written."""

    def __init__(self, script: Script) -> None:
        super().__init__(name="scripted", connect=lambda: pytest.fail("not asked for"), timeout=1)
        self._script = script
        self.prompts: list[str] = []

    def stream(
        self,
        system: str,
        user: str,
        on_tokens: Callable[[int], None] = lambda tokens: None,
        stopped: Callable[[], bool] = lambda: False,
    ) -> Iterator[str]:
        self.prompts.append(user)
        before = user[: user.index(HELD)]
        return self._script(before[before.rindex("⟦") : before.rindex("⟧") + 1])


def says(template: str) -> Script:
    return lambda marker: iter([template.format(marker)])


def breaks_off(template: str) -> Script:
    def script(marker: str) -> Iterator[str]:
        yield template.format(marker)
        raise ModelUnavailable(FAILURE)

    return script


def written(
    edition: Edition, model: ChatModel | None, question: str = QUESTION
) -> tuple[list[AnswerSentence], Outcome, Numbering]:
    understood = understand(question, NO_FILTERS)
    findings = tuple(find(edition, part, NO_FILTERS) for part in understood.parts)
    evidence = Evidence(
        findings=findings, verdicts=tuple(judge(each, edition.embed) for each in findings)
    )
    numbering = Numbering(edition)
    writing = write(question, evidence, edition, numbering, model, lambda: False)
    sentences = []
    while True:
        try:
            sentences.append(next(writing))
        except StopIteration as end:
            return sentences, end.value, numbering


@pytest.fixture(scope="module")
def extracts(edition: Edition) -> list[AnswerSentence]:
    """What is written without a model."""
    sentences, outcome, _ = written(edition, None)
    assert outcome == Outcome(status=AnswerStatus.ANSWERED, composer=Composer.EXTRACTIVE)
    return sentences


def test_what_the_minutes_bear_out_comes_through_with_the_words_that_do(edition: Edition) -> None:
    sentences, outcome, numbering = written(edition, Scripted(says(BORNE_OUT + " {0}.")))
    [sentence] = sentences
    assert sentence.text == f"{BORNE_OUT}."
    assert sentence.kind is SentenceKind.DECIDED
    [citation] = numbering.citations
    assert sentence.citations == (citation.number,)
    assert HELD in citation.quote
    assert citation.exact
    assert outcome == Outcome(status=AnswerStatus.ANSWERED, composer=Composer.GENERATIVE)


def test_what_they_do_not_bear_out_is_removed_and_counted(edition: Edition) -> None:
    script = says(f"{INVENTED} {{0}}. {BORNE_OUT} {{0}}.")
    sentences, outcome, _ = written(edition, Scripted(script))
    assert [sentence.text for sentence in sentences] == [f"{BORNE_OUT}."]
    assert (outcome.composer, outcome.removed) == (Composer.GENERATIVE, 1)


def test_extracts_take_the_place_of_a_model_of_which_nothing_is_left(
    edition: Edition, extracts: list[AnswerSentence]
) -> None:
    sentences, outcome, _ = written(edition, Scripted(says(f"{INVENTED} {{0}}.")))
    assert sentences == extracts
    assert (outcome.status, outcome.composer, outcome.removed) == (
        AnswerStatus.ANSWERED, Composer.EXTRACTIVE, 1,
    )  # fmt: skip
    assert outcome.notice
    assert "extracts" in outcome.notice


def test_extracts_take_the_place_of_a_model_that_finds_no_answer(
    edition: Edition, extracts: list[AnswerSentence]
) -> None:
    sentences, outcome, _ = written(edition, Scripted(says(REFUSAL)))
    assert sentences == extracts
    assert (outcome.composer, outcome.removed) == (Composer.EXTRACTIVE, 0)
    assert outcome.notice
    assert "found no answer" in outcome.notice


@pytest.mark.parametrize("script", [breaks_off(""), breaks_off("It was"), breaks_off(INVENTED)])
def test_a_model_that_fails_at_once_leaves_extracts_and_the_reason(
    edition: Edition, extracts: list[AnswerSentence], script: Script
) -> None:
    sentences, outcome, _ = written(edition, Scripted(script))
    assert sentences == extracts
    assert outcome.status is AnswerStatus.MODEL_UNAVAILABLE
    assert outcome.composer is Composer.EXTRACTIVE
    assert outcome.notice == FAILURE


def test_a_model_that_breaks_off_keeps_what_it_had_finished(edition: Edition) -> None:
    sentences, outcome, _ = written(edition, Scripted(breaks_off(BORNE_OUT + " {0}. It was")))
    assert [sentence.text for sentence in sentences] == [f"{BORNE_OUT}."]
    assert outcome.status is AnswerStatus.MODEL_UNAVAILABLE
    assert outcome.composer is Composer.GENERATIVE
    assert outcome.notice == FAILURE


def test_a_model_is_not_asked_where_nothing_was_found(edition: Edition) -> None:
    model = Scripted(lambda marker: pytest.fail("asked"))
    [sentence], outcome, numbering = written(edition, model, "astrology")
    assert outcome.status is AnswerStatus.NOT_FOUND
    assert sentence.kind is SentenceKind.SUMMARY
    assert numbering.citations == ()
    assert model.prompts == []


def test_a_model_is_given_each_passage_once(edition: Edition) -> None:
    model = Scripted(says(REFUSAL))
    written(edition, model, f"{QUESTION} and who presented the youth hubs?")
    [prompt] = model.prompts
    assert prompt.count(HELD) == 1


def test_what_is_missing_is_told_of_a_model_s_answer_too(edition: Edition) -> None:
    asked = f"{QUESTION} in Zanzibar?"
    sentences, outcome, _ = written(edition, Scripted(says(BORNE_OUT + " {0}.")), asked)
    assert "Zanzibar" in sentences[0].text
    assert sentences[0].kind is SentenceKind.SUMMARY
    assert outcome.status is AnswerStatus.PARTLY_ANSWERED
    assert outcome.composer is Composer.GENERATIVE
