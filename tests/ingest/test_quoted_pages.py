"""The pages that quoted words stand on."""

from hypothesis import given
from hypothesis import strategies as st

from ingest.quoted_pages import quoted_pages
from vectorstore.originals import Original

FIRST, SECOND = "1. The ferry was late.\n2. The ferry was", "late again.\n3. It sank.\n"


def printed(*pages: str, exempt: bool = False) -> Original:
    starts = tuple(len("".join(pages[:n])) for n in range(len(pages)))
    return Original(digest="d", text="".join(pages), page_starts=starts, exempt=exempt)


def test_words_on_one_page_come_with_what_stands_around_them_on_it() -> None:
    original = printed(FIRST, SECOND)
    start = original.text.index("It sank")
    [page] = quoted_pages(original, start, start + 7)
    assert (page.number, page.words) == (2, "It sank")
    assert (page.before, page.after) == ("late again.\n3. ", ".\n")


def test_words_that_run_over_a_page_break_are_on_both_pages() -> None:
    original = printed(FIRST, SECOND)
    start = original.text.index("2.") + 3
    pages = quoted_pages(original, start, original.text.index("again") + 6)
    assert [(page.number, page.words) for page in pages] == [
        (1, "The ferry was"),
        (2, "late again."),
    ]


def test_an_empty_page_between_two_is_passed_over() -> None:
    original = printed("The ferry ", "", "was late.")
    assert [page.number for page in quoted_pages(original, 0, 19)] == [1, 3]


def test_a_source_without_pages_has_none_to_show() -> None:
    original = Original(digest="d", text=FIRST, page_starts=(), exempt=False)
    assert quoted_pages(original, 3, 10) == ()


def test_a_page_that_exempt_words_were_left_out_of_is_not_shown() -> None:
    blanked = "3. " + " " * 40 + "\n"
    original = printed(FIRST, SECOND + blanked, "4. The next meeting.\n", exempt=True)
    assert [page.number for page in quoted_pages(original, 3, 10)] == [1]
    start = original.text.index("It sank")
    assert quoted_pages(original, start, start + 7) == ()
    assert [page.number for page in quoted_pages(original, len(original.text) - 9, 10**6)] == [3]


@given(
    pages=st.lists(st.text(alphabet="ab\n ", max_size=30), min_size=1, max_size=5),
    start=st.integers(0, 100),
    length=st.integers(1, 100),
)
def test_the_parts_on_the_pages_are_the_words_in_their_order(
    pages: list[str], start: int, length: int
) -> None:
    original = printed(*pages)
    found = quoted_pages(original, start, start + length)
    quoted = original.text[start : start + length]
    assert "".join("".join(page.words for page in found).split()) == "".join(quoted.split())
    for page in found:
        assert page.before + page.words + page.after in pages[page.number - 1]
