"""HTML: the content of a page as lines, as the same page looks when it is saved as text."""

import re

from selectolax.lexbor import LexborHTMLParser, LexborNode

from ingest.numerals import letters, roman
from ingest.readers.deleted import settle, struck, unmarked
from ingest.readers.reading import Reading
from ingest.readers.text import decoded

_UNREAD = (
    "script, style, noscript, template, svg, iframe, object, nav, aside, button, input, select, "
    "textarea, dialog, [role=navigation], [role=banner], [role=contentinfo], [role=search], "
    "[role=dialog], [aria-hidden=true], [hidden], .cookie-banner, .breadcrumb, .breadcrumbs, "
    ".skip-link, .mgActionList, .mgHide"
)
_AROUND_CONTENT = "header, footer, form[action*=search]"
_CONTENT = ("#modgov", "main", "[role=main]", "#content", "#main-content", "article")
_BLOCKS = frozenset(
    "address article blockquote body caption center dd details div dl dt fieldset figcaption "
    "figure form footer header h1 h2 h3 h4 h5 h6 hr li main ol p pre section table tbody tfoot "
    "thead tr ul".split()
)
_HEADINGS = frozenset("h2 h3 h4 h5 h6".split())
_CELLS = frozenset({"td", "th"})
_SOFT_HYPHEN = "\xad"
_STRUCK = frozenset("del s strike".split())
_STRUCK_STYLE = re.compile(r"text-decoration[\w-]*\s*:[^;]*\bline-through\b", re.IGNORECASE)
_SPACES = re.compile(r"[ \t\n\r\f]+")
_CHARSET = re.compile(rb"<meta[^>]{0,80}charset=[\"']?\s*([\w-]+)", re.IGNORECASE)


def read(content: bytes) -> Reading:
    """The text of the content of a page, without what surrounds it.

    Lists are numbered as a browser numbers them.

    Raises:
        UnreadableDocument: its encoding cannot be made out.
    """
    tree = LexborHTMLParser(decoded_page(content))
    title = tree.css_first("title")
    canonical = tree.css_first("link[rel=canonical]")
    name = _folded(title.text()) if title is not None else ""
    url = canonical.attributes.get("href") if canonical is not None else None
    root = next((node for each in _CONTENT if (node := tree.css_first(each))), None)
    for node in tree.css(_UNREAD if root is not None else f"{_UNREAD}, {_AROUND_CONTENT}"):
        node.decompose()
    writer = _Writer()
    content_root = root or tree.body
    if content_root is not None:
        writer.write(content_root)
    return writer.finish(title=name or None, url=url)


def decoded_page(content: bytes) -> str:
    """The characters of a page, by the encoding that it declares or else as those of a text."""
    declared = _CHARSET.search(content[:2048])
    if declared is not None and not content.startswith(b"\xef\xbb\xbf"):
        try:
            return content.decode(declared.group(1).decode("ascii"))
        except (LookupError, UnicodeDecodeError):
            pass  # what a page declares is often wrong
    return decoded(content)


def _folded(text: str | None) -> str:
    return _SPACES.sub(" ", text or "").strip()


class _Writer:
    """Gathers the words of a page into lines."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._words = ""
        self._label = ""
        self._headings: set[int] = set()
        self._lists: list[_List] = []
        self._struck = 0  # how many elements that strike through are open

    def write(self, node: LexborNode) -> None:
        """Add all that is under a node."""
        strikes = _strikes(node)
        self._struck += strikes
        for child in node.iter(include_text=True):
            tag = child.tag
            if tag == "-text":
                words = _SPACES.sub(" ", unmarked(child.text(deep=False)).replace(_SOFT_HYPHEN, ""))
                self._words += struck(words) if self._struck else words
            elif tag == "br":
                self._end_line()
            elif tag == "img":
                self._words += f" {child.attributes.get('alt') or ''} "
            elif tag in _CELLS:
                self._write_cell(child)
            elif tag in _BLOCKS:
                self._write_block(child, tag)
            else:
                self.write(child)
        self._struck -= strikes

    def finish(self, *, title: str | None, url: str | None) -> Reading:
        """What has been gathered, as the reading of a page of this title and address."""
        self._end_line()
        while self._lines and not self._lines[-1]:
            self._lines.pop()
        settled = settle(self._lines)
        starts = dict(enumerate(settled.starts))
        return Reading(
            text=settled.text,
            headings=frozenset(
                start for n in self._headings if (start := starts.get(n)) is not None
            ),
            deletions=settled.deletions,
            title=title,
            url=url,
        )

    def _write_block(self, node: LexborNode, tag: str) -> None:
        self._end_block()
        if tag in ("ol", "ul"):
            self._lists.append(_List(node, ordered=tag == "ol"))
        elif tag == "li" and self._lists:
            self._label = self._lists[-1].label(node)
        if tag in _HEADINGS:
            self._headings.add(len(self._lines))
        self.write(node)
        if tag in ("ol", "ul"):
            self._lists.pop()
        self._end_block()

    def _write_cell(self, cell: LexborNode) -> None:
        """A cell with blocks in it is laid out as they are, others are one line a row."""
        if any(each.tag in _BLOCKS for each in cell.iter()):
            self._end_block()
            self.write(cell)
            self._end_block()
            return
        if self._words.strip():
            self._words += "  "
        self.write(cell)

    def _end_line(self) -> None:
        words = self._words.strip(" ")
        if words:
            self._lines.append(self._label + words)
            self._label = ""
        self._words = ""

    def _end_block(self) -> None:
        self._end_line()
        if self._lines and self._lines[-1]:
            self._lines.append("")


def _strikes(node: LexborNode) -> bool:
    """Whether an element strikes through what is in it."""
    style = node.attributes.get("style") if node.attributes else None
    return node.tag in _STRUCK or _STRUCK_STYLE.search(style or "") is not None


class _List:
    """A list of a page and how far it has been numbered."""

    def __init__(self, node: LexborNode, *, ordered: bool) -> None:
        self._ordered = ordered
        self._type = node.attributes.get("type") or "1"
        self._next = _whole(node.attributes.get("start"), 1)

    def label(self, item: LexborNode) -> str:
        """What the browser prints before an item."""
        if not self._ordered:
            return "•\xa0 "
        number = _whole(item.attributes.get("value"), self._next)
        self._next = number + 1
        return f"{_numeral(number, self._type)}.\xa0 "


def _numeral(number: int, counted_in: str) -> str:
    written = {"a": letters, "i": roman}.get(counted_in.lower(), str)(number)
    return written.upper() if counted_in.isupper() else written


def _whole(value: str | None, otherwise: int) -> int:
    return int(value) if value is not None and value.strip().isdigit() else otherwise
