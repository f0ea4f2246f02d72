"""Which sentences lean on the one before them: "This…", "He…"."""

import re
from collections.abc import Sequence

from vectorstore.found import StoredPassage
from vectorstore.wording import fold, sentence_spans

# A sentence that opens like this leans on the one before it.
_LEANS = re.compile(
    r"^(?:This|These|That|Those|It|They|He|She|His|Her|Their|Its|Such|Both|The latter|The former|"
    r"In addition|Additionally|However|Therefore|As a result|In response|For example|Examples)\b"
)


def sentences(passage: StoredPassage) -> list[tuple[int, int]]:
    """Offsets of a passage's sentences into the document's text."""
    return [
        (passage.start + start, passage.start + end) for start, end in sentence_spans(passage.raw)
    ]


def leaning_from(passage: StoredPassage, spans: Sequence[tuple[int, int]], at: int) -> int:
    """The index of the first of the sentences that one leans on; its own where it stands alone."""
    while at > 0 and _LEANS.match(words_of(passage, spans[at])):
        at -= 1
    return at


def words_of(passage: StoredPassage, span: tuple[int, int]) -> str:
    """The words of one of a passage's sentences, white space folded."""
    return fold(passage.raw[span[0] - passage.start : span[1] - passage.start])
