"""Where PDFium itself finds words on a page: what marks are compared with."""

import pypdfium2
from pypdfium2 import raw

from ingest.readers.marking import Mark

# To read fractions of a page out of PDFium, which tells whole pixels.
_PIXELS = 100_000


def places(content: bytes, number: int, words: str) -> list[Mark]:
    """The boxes of words that stand once on a page, a line each, as the page is seen."""
    document = pypdfium2.PdfDocument(content)
    page = document[number - 1]
    text = page.get_textpage()
    found = text.search(words).get_next()
    assert found is not None, f"PDFium does not find “{words}”"
    count = text.count_rects(*found)
    boxes = [_seen(page, *text.get_rect(n)) for n in range(count)]
    text.close()
    page.close()
    document.close()
    return boxes


def _seen(page: pypdfium2.PdfPage, left: float, bottom: float, right: float, top: float) -> Mark:
    corners = [_pixel(page, left, bottom), _pixel(page, right, top)]
    (x0, x1), (y0, y1) = (sorted(each) for each in zip(*corners, strict=True))
    return Mark(left=x0, top=y0, width=x1 - x0, height=y1 - y0)


def _pixel(page: pypdfium2.PdfPage, x: float, y: float) -> tuple[float, float]:
    across, down = raw.c_int(), raw.c_int()
    raw.FPDF_PageToDevice(page, 0, 0, _PIXELS, _PIXELS, 0, x, y, across, down)
    return across.value / _PIXELS, down.value / _PIXELS


def covers(mark: Mark, place: Mark) -> bool:
    """Whether a mark holds a place, give or take half a hundredth of the page."""
    slack = 0.005
    return (
        mark.left - slack <= place.left
        and place.left + place.width <= mark.left + mark.width + slack
        and mark.top - slack <= place.top
        and place.top + place.height <= mark.top + mark.height + slack
    )
