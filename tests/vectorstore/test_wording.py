"""Folding and sentences."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vectorstore.records import Vote
from vectorstore.wording import fold, sentence_spans, vote_words

PROSE = st.text(alphabet=st.sampled_from('aB.?! ’”")\n\u00a0Mr Cllr£1'), max_size=60)


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in sentence_spans(text)]


@given(st.text() | PROSE)
def test_every_character_but_white_space_is_in_exactly_one_sentence(text: str) -> None:
    spans = sentence_spans(text)
    covered = [at for start, end in spans for at in range(start, end)]
    assert len(covered) == len(set(covered))
    assert covered == sorted(covered)
    left = set(range(len(text))) - set(covered)
    assert all(text[at].isspace() for at in left)


@given(st.text() | PROSE)
def test_sentences_begin_and_end_with_words(text: str) -> None:
    assert all(sentence and sentence == sentence.strip() for sentence in sentences(text))


@given(st.text() | PROSE)
def test_folding_keeps_every_character_but_white_space(text: str) -> None:
    assert "".join(fold(text).split()) == "".join(text.split())
    assert fold(fold(text)) == fold(text)


def test_folding_makes_one_space_of_line_ends_and_no_break_spaces() -> None:
    assert fold(" the\n  minutes\u00a0\twere agreed ") == "the minutes were agreed"


@pytest.mark.parametrize(
    "text",
    [
        "Mr. Quill spoke.",
        "Cllr. Ferris and Dr. Okoro left the room.",
        "See paras. 4 to 6 of the report.",
        "Sgt. A. Penrose reported.",
        "It cost £1.5 million in all.",
        "Items, e.g. Lamps and signs, were listed.",
    ],
)
def test_titles_initials_and_abbreviations_end_no_sentence(text: str) -> None:
    assert sentences(text) == [text]


def test_a_question_ends_a_sentence_and_closing_quotation_marks_belong_to_it() -> None:
    assert sentences("He asked “Why now?” Nobody knew. They moved on!") == [
        "He asked “Why now?”",
        "Nobody knew.",
        "They moved on!",
    ]


def test_a_sentence_without_a_full_stop_is_one() -> None:
    assert sentences("First one. and then the rest") == ["First one. and then the rest"]
    assert sentences("no stop at all") == ["no stop at all"]
    assert sentences("  ") == []


def vote(**counts: int | str | None) -> Vote:
    """A vote with those counts, the others not recorded."""
    nothing = dict.fromkeys(("subject", "outcome", "in_favour", "against", "abstained"))
    return Vote(**{**nothing, "start": 0, "end": 1, **counts})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("taken", "words"),
    [
        (vote(outcome="carried", in_favour=22, against=2, abstained=0),
         "Carried: 22 for, 2 against, 0 abstained"),
        (vote(outcome="lost"), "Lost"),
        (vote(in_favour=5, against=4), "5 for, 4 against"),
        (vote(), "Outcome not recorded"),
    ],
)  # fmt: skip
def test_a_vote_is_told_with_the_counts_that_are_recorded(taken: Vote, words: str) -> None:
    assert vote_words(taken) == words
