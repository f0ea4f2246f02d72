"""Web pages as text."""

from ingest.readers.html import read


def text_of(body: str) -> str:
    return read(f"<html><head><title>T</title></head><body>{body}</body></html>".encode()).text


def test_only_the_content_of_a_page_is_read() -> None:
    page = (
        "<nav>Menu</nav><div class='cookie-banner'>Cookies</div><header>Site</header>"
        "<script>var x</script><main><aside>See also</aside><p>Mr Pell <b>spoke</b>.</p>"
        "<button>Print</button></main><footer>Contact</footer>"
    )
    assert text_of(page) == "Mr Pell spoke."


def test_without_a_main_part_headers_and_footers_are_left_out() -> None:
    assert text_of("<header>Site</header><div>Words.</div><footer>End</footer>") == "Words."


def test_a_page_inside_one_great_form_is_read() -> None:
    assert text_of("<form id='aspnetForm'><div id='modgov'><p>Words.</p></div></form>") == "Words."


def test_blocks_are_lines_and_link_text_is_kept() -> None:
    page = "<h2>Parks</h2><p>See <a href='/x'>the\n plan</a><br>and more</p><div>End</div>"
    assert text_of(page) == "Parks\n\nSee the plan\nand more\n\nEnd"


def test_lists_are_numbered_as_a_browser_numbers_them() -> None:
    page = (
        "<ol start='3'><li><p>Three</p><ol type='a'><li>first<li>second</ol></li><li>Four</li></ol>"
        "<ol type='i'><li>one</li></ol><ul><li>dot</li></ul>"
    )
    lines = [line.replace("\u00a0", "") for line in text_of(page).split("\n") if line]
    assert lines == ["3. Three", "a. first", "b. second", "4. Four", "i. one", "• dot"]


def test_no_break_spaces_stay_and_others_fold() -> None:
    assert text_of("<p>1.&nbsp;&nbsp; Mr   Pell\n spoke</p>") == "1.\u00a0\u00a0 Mr Pell spoke"


def test_a_row_of_plain_cells_is_one_line_and_cells_with_blocks_are_laid_out() -> None:
    page = (
        "<table><tr><td>Ward</td><td>Count</td></tr></table>"
        "<table><tr><td><p>79.</p></td><td><p>Notes</p><p>Minutes:</p></td></tr></table>"
    )
    assert text_of(page) == "Ward  Count\n\n79.\n\nNotes\n\nMinutes:"


def test_headings_and_the_address_of_a_page_are_told() -> None:
    reading = read(
        b"<html><head><title> Page \n title</title><link rel=canonical href='https://x.example/1'>"
        b"</head><body><p>Before</p><h3>Parks</h3><p>Words</p></body></html>"
    )
    assert [reading.text[start:].split("\n")[0] for start in reading.headings] == ["Parks"]
    assert (reading.title, reading.url) == ("Page title", "https://x.example/1")


def test_what_a_page_declares_as_its_encoding_is_tried_first() -> None:
    page = "<html><head><meta charset='iso-8859-1'></head><body><p>£5</p></body></html>"
    assert read(page.encode("latin-1")).text == "£5"
    wrong = "<html><head><meta charset='ascii'></head><body><p>£5</p></body></html>"
    assert read(wrong.encode()).text == "£5"


def test_words_that_a_page_strikes_through_do_not_stand() -> None:
    reading = read(
        b"<html><body><p>RESOLVED that it <s>be sold</s> stay open"
        b"<span style='color:red; text-decoration: line-through'>, or be let</span>.</p>"
        b"<ol><li>first</li><li><del>second</del></li></ol>"
        b"<del><p>A whole paragraph</p></del><p style='text-decoration:underline'>new</p>"
        b"</body></html>"
    )
    assert reading.text.split() == "RESOLVED that it stay open. 1. first new".split()
    assert [each.text for each in reading.deletions] == [
        "be sold", ", or be let", "2. second", "A whole paragraph",
    ]  # fmt: skip
    first = reading.deletions[0]
    assert reading.text[: first.position] == "RESOLVED that it "
