"""Pages drawn in a real process apart."""

import io
import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from ingest.limits import ReadingLimits
from ingest.page_images import PageImage, PageImages
from ingest.quoted_pages import QuotedPage
from ingest.reading_process import Refusal
from tests.ingest.printed_places import covers, places
from tests.ingest.readers.test_pdf import FOUR_PAGES, pdf
from tests.ingest.test_reading_room import pdf_that_inflates

DUCKS = QuotedPage(
    number=1, before="Mr Pell said that there were ", words="as many ducks", after=" on the pond"
)
PRINTED = pdf(FOUR_PAGES)


@pytest.fixture
def images() -> Iterator[PageImages]:
    opened = PageImages(ReadingLimits(reading_seconds=30, reading_memory=1024))
    yield opened
    opened.close()


def test_a_page_is_drawn_with_its_words_marked(images: PageImages) -> None:
    drawn = images.image("digest", PRINTED, DUCKS)
    assert isinstance(drawn, PageImage)
    seen = Image.open(io.BytesIO(drawn.picture.webp))
    assert (seen.format, seen.size) == ("WEBP", (drawn.picture.width, drawn.picture.height))
    assert seen.width >= 1200
    [mark] = drawn.marks
    [place] = places(PRINTED, 1, "as many ducks")
    assert covers(mark, place)


def test_a_page_that_lacks_the_words_is_drawn_without_marks(images: PageImages) -> None:
    page = QuotedPage(number=4, before=DUCKS.before, words=DUCKS.words, after=DUCKS.after)
    drawn = images.image("digest", PRINTED, page)
    assert isinstance(drawn, PageImage)
    assert drawn.marks == ()


def test_a_page_once_drawn_is_not_drawn_again(images: PageImages) -> None:
    first = images.image("digest", PRINTED, DUCKS)
    assert images.image("digest", b"no PDF at all", DUCKS) == first
    assert isinstance(images.image("another", b"no PDF at all", DUCKS), Refusal)


@pytest.mark.parametrize(
    ("content", "number"),
    [
        (pdf_that_inflates(), 1),
        (b"%PDF-1.7\n1 0 obj << /Type /Catalog", 1),
        (pdf(FOUR_PAGES, owner="keeper", user="geese"), 1),
        (PRINTED, 9),
        (b"no PDF at all", 1),
    ],
    ids=["inflates", "torn", "locked", "no such page", "no PDF"],
)
def test_what_cannot_be_drawn_is_one_sentence_and_the_next_page_is_drawn(
    images: PageImages, content: bytes, number: int
) -> None:
    page = QuotedPage(number=number, before="", words="as many ducks", after="")
    refused = images.image("harmful", content, page)
    assert isinstance(refused, Refusal)
    assert refused.reason.endswith(".")
    assert isinstance(images.image("digest", PRINTED, DUCKS), PageImage)


def test_a_process_that_was_killed_is_started_again(images: PageImages) -> None:
    images.image("digest", PRINTED, DUCKS)
    process = images._desk._process
    assert process is not None
    assert process.pid is not None
    os.kill(process.pid, signal.SIGKILL)
    images.image("another", PRINTED, DUCKS)
    assert isinstance(images.image("another", PRINTED, DUCKS), PageImage)


def test_a_page_of_any_size_is_drawn_within_bounds(images: PageImages) -> None:
    huge = PRINTED.replace(b"/MediaBox [0 0 595.28 841.89]", b"/MediaBox [0 0 9000. 9999999]")
    assert huge != PRINTED
    drawn = images.image("huge", huge, DUCKS)
    assert isinstance(drawn, PageImage)
    assert max(drawn.picture.width, drawn.picture.height) <= 2481
    assert all(0 <= mark.left <= mark.left + mark.width <= 1.0001 for mark in drawn.marks)


def test_the_samples_pages_are_small_enough_to_send(images: PageImages) -> None:
    sample = Path(__file__).parents[2] / "samples/library/cabinet-2024-07-18.pdf"
    drawn = images.image("sample", sample.read_bytes(), DUCKS)
    assert isinstance(drawn, PageImage)
    assert len(drawn.picture.webp) < 300_000
