"""Quoted words in their surroundings."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from assistant.answer import Citation
from tests.ui.answers import citation
from ui.surroundings import MOVED_ON, shown_paragraphs, split, surroundings
from vectorstore.edition import Edition
from vectorstore.found import StoredPassage
from vectorstore.records import Deletion
from vectorstore.wording import fold, sentence_spans


def quoting(passage: StoredPassage) -> Citation:
    """A citation of the last sentence of a passage."""
    start, end = sentence_spans(passage.raw)[-1]
    return Citation(
        number=1,
        quote=fold(passage.raw[start:end]),
        start=passage.start + start,
        end=passage.start + end,
        passage=passage.id,
        reference=passage.reference,
        exact=True,
    )


@given(raw=st.text(), start=st.integers(-5, 60), length=st.integers(-5, 60))
def test_the_three_runs_of_a_paragraph_join_to_the_whole(raw: str, start: int, length: int) -> None:
    assert "".join(split(raw, start, start + length)) == fold(raw)


@given(
    before=st.text(), quote=st.text(min_size=1).filter(lambda words: words.strip()), after=st.text()
)
def test_the_marked_run_is_the_quote_and_nothing_else(before: str, quote: str, after: str) -> None:
    raw, start = before + quote + after, len(before)
    assert split(raw, start, start + len(quote))[1] == fold(quote)


def test_every_passage_of_the_samples_can_be_seen_quoted_in_its_surroundings(
    samples: Edition,
) -> None:
    hits = samples.search("the Council agreed", limit=60)
    assert len(hits) > 20
    for hit in hits:
        cited = quoting(hit.passage)
        shown = surroundings(samples, cited)
        assert shown.note is None
        assert [each.quoted for each in shown.paragraphs if each.quoted] == [cited.quote]


def test_neighbouring_paragraphs_are_shown_in_the_order_of_the_text(samples: Edition) -> None:
    [hit] = samples.search("Mrs Ormerod sat on the appeals panel; parents came in tears", limit=1)
    shown = surroundings(samples, quoting(hit.passage))
    labels = [paragraph.label for paragraph in shown.paragraphs]
    assert labels == ["3", "3(a)", "3(b)", "3(c)", "3(d)"]


def test_the_parts_of_a_long_paragraph_are_shown_as_one(samples: Edition) -> None:
    [hit] = samples.search("Brackwell Bypass", limit=1)
    whole = hit.passage
    middle = whole.start + len(whole.raw) // 2
    halves = [
        replace(whole, raw=whole.raw[: middle - whole.start], end=middle),
        replace(whole, id="second", raw=whole.raw[middle - whole.start :], start=middle),
    ]

    [paragraph] = shown_paragraphs(halves, quoting(whole))
    assert paragraph.before + paragraph.quoted + paragraph.after == whole.text


def test_what_is_struck_through_is_shown_where_it_stood_and_is_no_part_of_the_quote(
    samples: Edition,
) -> None:
    [hit] = samples.search("Brackwell Bypass", limit=1)
    whole = hit.passage
    cited = quoting(whole)
    deletions = (
        Deletion(position=whole.start - 40, text="of the paragraph before"),
        Deletion(position=cited.start, text="never"),
        Deletion(position=whole.end + 40, text="of the paragraph after"),
    )
    [paragraph] = shown_paragraphs([whole], cited, deletions)
    assert paragraph.quoted == cited.quote
    assert paragraph.deleted == ((len(paragraph.before), "never"),)


def test_a_passage_that_is_gone_leaves_the_quote_and_a_sentence_about_it(samples: Edition) -> None:
    shown = surroundings(samples, citation(quote="The ferry was late."))
    assert [paragraph.quoted for paragraph in shown.paragraphs] == ["The ferry was late."]
    assert shown.note == MOVED_ON
