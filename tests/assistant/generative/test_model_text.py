import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.generative.model_text import LONGEST_SENTENCE, plain, read_claim, sentences
from tests.assistant.invented import passage
from vectorstore.wording import fold

CODED = {
    "k3f9": passage("The ponies were fed.", id="a"),
    "m2d7": passage("They slept.", id="b"),
}


def claims(text: str) -> list[tuple[str, list[str], bool]]:
    found = [read_claim(sentence, CODED) for sentence in sentences([text])]
    return [(claim.text, [held.id for held in claim.passages], claim.finished) for claim in found]


@pytest.mark.parametrize(
    "text",
    [
        "The ponies were fed ⟦k3f9⟧. They slept ⟦m2d7⟧.",
        "The ponies were fed. ⟦k3f9⟧ They slept. ⟦m2d7⟧",
        "The ponies were fed.⟦k3f9⟧ They slept.\n⟦m2d7⟧",
        "The ponies were fed [k3f9].\nThey slept 【m2d7】.",
        "- The ponies were fed ⟦k3f9⟧\n- They slept ⟦m2d7⟧",
        "1. The **ponies** were fed. ⟦k3f9⟧\n2. They _slept_ ⟦m2d7⟧.".replace("_", "`"),
        "<think>First. Then ⟦m2d7⟧. So.</think>\n\nThe ponies were fed ⟦k3f9⟧. They slept ⟦m2d7⟧.",
    ],
)
def test_however_markers_are_set_each_goes_with_its_sentence(text: str) -> None:
    assert claims(text) == [("The ponies were fed.", ["a"], True), ("They slept.", ["b"], True)]


def test_several_markers_are_several_passages_and_each_counts_once() -> None:
    assert claims("They slept ⟦m2d7, k3f9⟧ ⟦m2d7⟧.") == [("They slept.", ["b", "a"], True)]


def test_invented_markers_and_numbers_in_brackets_are_dropped() -> None:
    assert claims("They slept ⟦x9x9⟧ [1] [2, 3] ⟦m2d7⟧.") == [("They slept.", ["b"], True)]
    assert claims("They slept [1].") == [("They slept.", [], True)]


def test_titles_and_abbreviations_end_no_sentence() -> None:
    [(text, _, _)] = claims("Cllr. Orrell and Mr T. Vance slept at No. 5 ⟦m2d7⟧.")
    assert text == "Cllr. Orrell and Mr T. Vance slept at No. 5."


def test_a_sentence_that_stops_short_is_not_finished() -> None:
    assert claims("They slept ⟦m2d7⟧ and then the") == [("They slept and then the.", ["b"], False)]


def test_a_thought_without_an_end_is_no_answer() -> None:
    assert claims("<think>They slept ⟦m2d7⟧. They") == []


def test_a_text_without_sentences_is_not_read_to_its_end() -> None:
    words = iter(["word "] * 100_000)
    assert [len(sentence) for sentence in sentences(words)] == [LONGEST_SENTENCE + 5]
    assert len(list(words)) > 90_000


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Fed ![x](http://evil.example/a) well.", "Fed well."),
        ("Fed [well](http://evil.example).", "Fed well."),
        ("Fed <b>well</b><img src=x onerror=y>.", "Fed well."),
        ("Fed &lt;img src=x&gt; well &amp; often.", "Fed well & often."),
        ("Fed <<i>img src=x> well.", "Fed well."),
        ("# Fed `well` and **often**", "Fed well and often."),
        ("Fed\u202e we\u200bll\x07.", "Fed well."),
        ("Fed well ⟦", "Fed well."),
    ],
)
def test_nothing_but_words_is_left(text: str, words: str) -> None:
    assert plain(text) == words


TEXTS = st.text(alphabet="aB .!?\n⟦⟧k3f9[]-1<>(“”", max_size=120)


@given(TEXTS, st.lists(st.integers(1, 9), min_size=1, max_size=60))
def test_the_same_sentences_come_of_any_pieces(text: str, sizes: list[int]) -> None:
    pieces, at = [], 0
    for size in sizes:
        pieces.append(text[at : at + size])
        at += size
    pieces.append(text[at:])
    together = [fold(sentence) for sentence in sentences([text])]
    assert [fold(sentence) for sentence in sentences(pieces)] == together


@given(st.text(max_size=200))
def test_words_are_plain_after_one_pass(text: str) -> None:
    once = plain(text)
    assert "![" not in once or "](" not in once
    assert "⟦" not in once
    assert not any(tag in once.lower() for tag in ("<script>", "<img>", "<a>"))
