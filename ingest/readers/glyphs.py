"""PDF pages as words with their places, and the rules drawn on them, as PDFium gives them."""

import ctypes
import io
import re
from collections.abc import Iterator
from contextlib import contextmanager
from math import degrees, hypot

import pypdfium2
from pypdfium2 import raw

from ingest.readers.printed_page import Page, Picture, Rule, Rules, Upright, Word
from vectorstore.errors import UnreadableDocument

# PDFium's own signs for a hyphen at the end of a line, whose end it leaves out.
_HYPHENS = str.maketrans({"\x02": "-", "\ufffe": "-"})
_WORD = re.compile(r"[^\s\x02\ufffe]+[\x02\ufffe]?|[\x02\ufffe]")
_THICKEST_RULE = 2.5
_BOLD = re.compile(rb"bold|black|heavy|demi", re.IGNORECASE)
_DEEPEST_FORM = 4
_MOST_SEGMENTS = 2000
_MOST_OF_A_PAGE = 0.5
# In degrees: text that leans more is stamped across the page.
_LEANING = 10
# In pixels: A4 at 150 to the inch is as wide, and no page is drawn larger.
_WIDEST, _TALLEST = 1240, 2480
_QUALITY = 80
_Box = tuple[float, float, float, float]


def pages(content: bytes) -> Iterator[Page]:
    """The pages of a PDF.

    Raises:
        UnreadableDocument: it is protected by a password, or damaged.
    """
    with _opened(content) as document:
        for index in range(len(document)):
            page = document[index]
            try:
                yield _page(page, every_glyph=False)
            finally:
                page.close()


def page_seen(content: bytes, number: int) -> tuple[Page, Picture]:
    """A page with the place of every glyph, and its picture.

    Args:
        number: counted from 1.

    Raises:
        UnreadableDocument: it has no such page, is protected by a password, or damaged.
    """
    with _opened(content) as document:
        if not 0 < number <= len(document):
            raise UnreadableDocument(f"It has {len(document)} pages, and no page {number}.")
        page = document[number - 1]
        try:
            return _page(page, every_glyph=True), _picture(page)
        finally:
            page.close()


@contextmanager
def _opened(content: bytes) -> Iterator[pypdfium2.PdfDocument]:
    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == raw.FPDF_ERR_PASSWORD:
            raise UnreadableDocument(
                "It is protected by a password; save it again without the password."
            ) from error
        raise
    try:
        yield document
    finally:
        document.close()


def _picture(page: pypdfium2.PdfPage) -> Picture:
    width, height = page.get_size()
    drawn = page.render(scale=min(_WIDEST / width, _TALLEST / height))
    holder = io.BytesIO()
    drawn.to_pil().save(holder, format="WEBP", quality=_QUALITY, method=2)
    return Picture(webp=holder.getvalue(), width=drawn.width, height=drawn.height)


def _page(page: pypdfium2.PdfPage, *, every_glyph: bool) -> Page:
    turned = _Turned(page)
    drawn = list(_thin(page, turned))
    rules = Rules(each for each in drawn if isinstance(each, Rule))
    text_page = page.get_textpage()
    try:
        characters = _TextPage(text_page, turned)
        slanted = tuple(_slanted(characters))
        words = tuple(_words(characters, rules, every_glyph=every_glyph))
    finally:
        text_page.close()
    return Page(
        width=turned.width,
        height=turned.height,
        words=words,
        rules=rules,
        uprights=tuple(each for each in drawn if isinstance(each, Upright)),
        slanted=slanted,
        pictured=_is_pictured(page),
    )


def _is_pictured(page: pypdfium2.PdfPage) -> bool:
    width, height = page.get_size()
    return any(
        (right - left) * (top - bottom) > _MOST_OF_A_PAGE * width * height
        for drawn in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=_DEEPEST_FORM)
        for left, bottom, right, top in [drawn.get_bounds()]
    )


class _Turned:
    """From the space a page was drawn in to how it is seen: cropped, and turned by quarters."""

    def __init__(self, page: pypdfium2.PdfPage) -> None:
        self._quarters = page.get_rotation() // 90
        self.width, self.height = page.get_size()
        left, bottom, *_ = map(max, page.get_mediabox(), page.get_cropbox())
        self._origin = left, bottom

    def __call__(self, x: float, y: float) -> tuple[float, float]:
        x, y = x - self._origin[0], y - self._origin[1]
        match self._quarters:
            case 1:
                return y, self.height - x
            case 2:
                return self.width - x, self.height - y
            case 3:
                return self.width - y, x
            case _:
                return x, y

    def box(self, box: _Box) -> _Box:
        left, bottom, right, top = box
        (x0, y0), (x1, y1) = self(left, bottom), self(right, top)
        return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


class _TextPage:
    """The characters of a page by their index."""

    def __init__(self, page: pypdfium2.PdfTextPage, turned: _Turned) -> None:
        self._page = page.raw
        self._turned = turned
        self._box, self._matrix = raw.FS_RECTF(), raw.FS_MATRIX()
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._font = ctypes.create_string_buffer(128)
        self._flags = ctypes.c_int()
        count = raw.FPDFText_CountChars(self._page)
        characters = page.get_text_range()
        if len(characters) != count:  # characters beyond the first plane take two places
            codes = (raw.FPDFText_GetUnicode(self._page, n) for n in range(count))
            characters = "".join(map(chr, codes))
        self.characters = characters.replace("\0", " ")

    def box(self, index: int) -> _Box:
        """Left, bottom, right and top of a character and the space it takes on its line."""
        raw.FPDFText_GetLooseCharBox(self._page, index, self._box)
        box = self._box
        return self._turned.box((box.left, box.bottom, box.right, box.top))

    def baseline(self, index: int) -> float:
        raw.FPDFText_GetCharOrigin(self._page, index, self._x, self._y)
        return self._turned(self._x.value, self._y.value)[1]

    def size(self, index: int) -> float:
        raw.FPDFText_GetMatrix(self._page, index, self._matrix)
        size: float = raw.FPDFText_GetFontSize(self._page, index)
        return size * hypot(self._matrix.c, self._matrix.d)

    def leans(self, index: int) -> bool:
        """Whether a character stands neither upright nor on its side."""
        angle = degrees(raw.FPDFText_GetCharAngle(self._page, index)) % 90
        return _LEANING < angle < 90 - _LEANING

    def is_bold(self, index: int) -> bool:
        length = raw.FPDFText_GetFontInfo(
            self._page, index, self._font, len(self._font), self._flags
        )
        return 0 < length <= len(self._font) and _BOLD.search(self._font.value) is not None


def _slanted(page: _TextPage) -> Iterator[str]:
    for match in _WORD.finditer(page.characters):
        if page.leans(match.start()):
            yield match.group()


def _words(page: _TextPage, rules: Rules, *, every_glyph: bool) -> Iterator[Word]:
    for match in _WORD.finditer(page.characters):
        first, last = match.start(), match.end() - 1
        if page.leans(first):
            continue
        left, _, right, _ = page.box(first)
        if last > first:
            right = page.box(last)[2]
        baseline, size = page.baseline(first), page.size(first)
        placed = every_glyph or any(
            rule.left < right and left < rule.right
            for rule in rules.between(baseline, baseline + size)
        )
        boxes = [page.box(index) for index in range(first, last + 1)] if placed else []
        yield Word(
            text=match.group().translate(_HYPHENS),
            left=left,
            right=right,
            baseline=baseline,
            size=size,
            bold=page.is_bold(first),
            glyphs=tuple((box[0] + box[2]) / 2 for box in boxes),
        )


def _thin(page: pypdfium2.PdfPage, turned: _Turned) -> Iterator[Rule | Upright]:
    for drawn in page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH], max_depth=_DEEPEST_FORM):
        for box in _boxes(drawn):
            left, bottom, right, top = turned.box(box)
            if top - bottom <= _THICKEST_RULE and right - left > top - bottom:
                yield Rule(left, right, (top + bottom) / 2)
            elif right - left <= _THICKEST_RULE:
                yield Upright((left + right) / 2, bottom, top)
    for box in _struck_out(page):
        left, bottom, right, top = turned.box(box)
        yield Rule(left, right, (top + bottom) / 2)


def _struck_out(page: pypdfium2.PdfPage) -> Iterator[_Box]:
    """Where words are struck out by an annotation; its boxes are as high as the letters."""
    points = raw.FS_QUADPOINTSF()
    for index in range(raw.FPDFPage_GetAnnotCount(page)):
        annotation = raw.FPDFPage_GetAnnot(page, index)
        if not annotation:
            continue
        if raw.FPDFAnnot_GetSubtype(annotation) == raw.FPDF_ANNOT_STRIKEOUT:
            for place in range(raw.FPDFAnnot_CountAttachmentPoints(annotation)):
                if raw.FPDFAnnot_GetAttachmentPoints(annotation, place, points):
                    xs = (points.x1, points.x2, points.x3, points.x4)
                    ys = (points.y1, points.y2, points.y3, points.y4)
                    yield min(xs), min(ys), max(xs), max(ys)
        raw.FPDFPage_CloseAnnot(annotation)


def _boxes(drawn: pypdfium2.PdfObject) -> Iterator[_Box]:
    """Where a drawing is; several bars may be drawn in one, as one path of many parts."""
    left, bottom, right, top = drawn.get_bounds()
    parts: list[_Box] = [(left, bottom, right, top)]
    if min(top - bottom, right - left) > _THICKEST_RULE:
        parts = [drawn.get_matrix().on_rect(*part) for part in _parts(drawn)]
    form = drawn.container
    while form is not None:
        parts = [form.get_matrix().on_rect(*part) for part in parts]
        form = form.container
    yield from parts


def _parts(drawn: pypdfium2.PdfObject) -> list[_Box]:
    """The boxes of the parts of a path, in the path's own space."""
    parts: list[list[tuple[float, float]]] = []
    x, y = ctypes.c_float(), ctypes.c_float()
    for index in range(min(raw.FPDFPath_CountSegments(drawn), _MOST_SEGMENTS)):
        segment = raw.FPDFPath_GetPathSegment(drawn, index)
        if not raw.FPDFPathSegment_GetPoint(segment, x, y):
            continue
        if raw.FPDFPathSegment_GetType(segment) == raw.FPDF_SEGMENT_MOVETO or not parts:
            parts.append([])
        parts[-1].append((x.value, y.value))
    return [
        (min(x for x, _ in part), min(y for _, y in part),
         max(x for x, _ in part), max(y for _, y in part))
        for part in parts
    ]  # fmt: skip
